"""VIVA and its regional editions."""

from ogpnews.pages.base import Page
from ogpnews.pages.document import text_of
from ogpnews.raw import RawArticle


class Viva(Page):
    """The layout since about 2019, regional editions included."""

    family = "viva"
    network = "viva"
    mark = ".main-content-detail"
    selectors = {
        "title": "h1.main-content-title",
        "published": ".main-content-date",
        "credits": ".main-content-author li, .main-content-author",
        "image": ".main-content-image img",
        "caption": ".main-content-image figcaption, .main-content-image .photo-caption",
        "credit": ".main-content-image .photo-credit",
        "body": ".main-content-detail",
        "drop": ".recommended-article, figure, ins, .ads, .share",
        "tags": ".tag-list a, .main-content-tag a",
        "section": ".article-list-cate, .breadcrumb a",
        "pages": ".pagination a",
    }


class VivaLeading(Page):
    """The layout of about 2018 to 2021, and what partners (BBC, Republika, …) let it print."""

    family = "viva"
    network = "viva"
    mark = ".leading-title h1"
    selectors = {
        "title": ".leading-title h1",
        "published": ".leading-date",
        "credits": ".leading-author-list li",
        "image": ".leading-image img",
        "caption": ".leading-image-caption",
        "credit": ".leading-image-info li",
        "body": "#article-detail-content, .article-detail",
        "drop": "figure, ins, [class*=iklan], .btn, .embedsocmed, [class^='fot-'], .partner-footer",
        "tags": ".related-tag li a",
    }

    def tags(self) -> list[str]:
        """Topics below the text, in a box that only its heading tells from those beside it."""
        for head in self.document.all(".title-mod") if self.known else []:
            if text_of(head).casefold() == "topik terkait" and head.parent is not None:
                return [text_of(link) for link in head.parent.css("li a")]
        return super().tags()

    def raw(self) -> RawArticle:
        """A partner's article has no author here: metadata name who put it in."""
        raw = super().raw()
        if self.document.first(".partner-label") is not None:
            raw.meta_authors = []
        return raw


class VivaOld(Page):
    """The layout of about 2014 to 2018."""

    family = "viva"
    network = "viva"
    mark = "article.article-detail #article-content"
    selectors = {
        "title": ".article-detail .title h1",
        "published": ".article-detail .date",
        "credits": ".article-detail .author b, .article-detail .author strong",
        "image": ".article-detail .photo img, .article-detail .mainphoto img",
        "caption": ".photodesc",
        "credit": ".photodesc b",
        "body": "#article-content [itemprop=articleBody], #article-content [itemprop=description]",
        "drop": "ins, .ads, figure, .btn, .button, [style*='text-align: center'] > em:only-child",
        "tags": ".article-detail .tag-popular a",
        "section": ".upperdeck-kanal",
        "pages": ".article-detail .paging a",
    }


class VivaBola(Page):
    """The football channel about 2012 to 2014."""

    family = "viva"
    network = "viva"
    mark = ".newsdesc.titleborder"
    selectors = {
        "title": "h1.newstitle",
        "published": ".newsdesc .left",
        "credits": ".newsdesc .right",
        "image": "#att_fotoimg",
        "caption": "#att_fotocaption",
        "body": ".boxfull.article",
        "drop": ".side, #att_fotocaption, ins, .ads",
    }
