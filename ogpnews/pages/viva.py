"""VIVA and its regional editions."""

from ogpnews.pages.base import Page


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
        "drop": "ins, .ads, figure, .btn, .button",
        "tags": ".article-detail .tag-popular a",
        "section": ".upperdeck-kanal",
        "pages": ".article-detail .paging a",
    }
