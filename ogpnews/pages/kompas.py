"""Kompas.com and its regional editions."""

from ogpnews.pages.base import Page


class Kompas(Page):
    """The layout since about 2018."""

    family = "kompas"
    network = "kompas"
    mark = ".read__time"
    selectors = {
        "title": "h1.read__title",
        "published": ".read__time",
        "credits": ".credit-title-nameEditor, .credit-title-name h6, .read__credit__item, .read__author",
        "image": ".photo__wrap img, .cover-photo img, .js-read-article > .photo img",
        "caption": ".photo__caption, .js-read-article > .photo",
        "credit": ".photo__caption .photo__author, .photo__caption span,"
        " .js-read-article > .photo .author",
        "body": ".read__content",
        "drop": ".kompasidRec, .gate-kgplus, .read__paging, .photo, .video, figure, .ads, .fb-quote,"
        " i > a, #EndOfArticle ~ *",
        "tags": ".tag__article__link, .tag--article a",
        "section": ".breadcrumb__link, .kcm__header__advertorial",
        "pages": ".paging__link",
    }

    def credit_lines(self) -> list[str]:
        """Roles by the page's metadata: the printed names carry no labels."""
        author, editor = self.document.meta("content_author"), self.document.meta("content_editor")
        if not (author or editor):
            return super().credit_lines()
        lines = [f"Penulis: {author}"] if author else []
        if editor:
            lines.append(f"Editor: {editor}")
        desk = self.document.first(".credit-title > p")
        return [*lines, *([desk.text(strip=True)] if desk is not None else [])]


class KompasKcm(Page):
    """The `kcm-` layout of about 2012 to 2017."""

    family = "kompas"
    network = "kompas"
    mark = ".kcm-read, .kcm-read-text"
    selectors = {
        "title": ".kcm-read-top h2, .kcm-read-content-top h2, .kcm-read h2",
        "published": ".kcm-date, .kcm-read-top > .grey, .kcm-read-content-top > .grey",
        "credits": ".kcm-read-copy tr",
        "image": ".kcm-read .photo img, .photo img",
        "caption": ".kcm-read .photo",
        "credit": ".kcm-read .photo .author",
        "body": ".kcm-read-text, .kcmread1114",
        "drop": ".photo, .video, table, ins",
        "tags": ".kcm-read-tag a, .tag-terkait a",
        "section": ".kcm-breadcrumb a, .breadcrump a",
        "pages": ".kcm-read-paging a",
    }


class KompasOtomotif(Page):
    """The otomotif/properti layout of about 2015 to 2017."""

    family = "kompas"
    network = "kompas"
    mark = ".hal-baca .div-read"
    selectors = {
        "title": ".hal-baca h1, .hal-baca h2",
        "published": ".baca-content .kcm-date",
        "credits": ".penulis-editor tr",
        "image": ".big-img-content .photo img",
        "caption": ".big-img-content .photo",
        "credit": ".big-img-content .photo .author",
        "body": ".div-read",
        "drop": ".photo, .video, table, ins, .berita-terkait-content",
        "section": ".hal-baca [class*=breadcrum] a, .hal-baca .bread-c a",
    }


class KompasAlt(Page):
    """The `alt2` layout of the travel and lifestyle channels, about 2012 to 2014."""

    family = "kompas"
    network = "kompas"
    mark = ".artikel-detail-penulis"
    selectors = {
        "title": "[class^=artikel-detail] > h1",
        "credits": ".artikel-detail-penulis, .editor-artikel",
        "image": ".images-area-alt2 img",
        "caption": ".images-area-desc-alt2",
        "body": "[class^=artikel-detail] > .left-768",
        "drop": ".photo, .video, table, ins, .editor-artikel, .editor-artikel ~ *",
        "section": "#breadcrumb a",
    }
