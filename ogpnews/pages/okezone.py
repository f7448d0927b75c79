"""Okezone and its channels."""

from ogpnews.pages.base import Page


class Okezone(Page):
    """The layout since about 2020."""

    family = "okezone"
    network = "mnc"
    mark = ".c-detail.read"
    selectors = {
        "title": ".title-article h1, .title-article",
        "published": ".journalist + *, .info-article time, .journalist span, .date",
        "credits": ".journalist a",
        "image": ".img-article img, .c-detail img",
        "caption": ".img-article figcaption, .caption-img, figcaption",
        "body": ".c-detail.read, .c-detail",
        "drop": "figure, ins, .ads, .paging, .caption-img",
        "tags": ".box-tag a, #tag a",
        "section": ".breadcrumb a",
        "pages": "#paging a, .box-nomor a",
    }


class OkezoneOld(Page):
    """The layouts of about 2014 to 2019: text in `#contentx`."""

    family = "okezone"
    network = "mnc"
    mark = "#contentx.dtlnews, #contentx"
    selectors = {
        "title": ".titles h1, .news-title h1, .title h1",
        "published": ".meta-post time, time.tgl",
        "credits": ".nmreporter > div, .nmreporter, .reporter .nm",
        "image": ".detail-img img, #imageCheckWidth img",
        "caption": ".caption-img-ab",
        "body": "#contentx",
        "drop": "ins, .ads, .detail-img, figure",
        "foot": ".detail-content > .detail-img > strong, .detnews > strong, .detail-content > strong",
        "tags": ".meta-bottom-content > span > a, .detail-tag a",
        "section": "ul.breadcrumb li, .breadcrumb a",
        "pages": ".paging-detail a, .paging a",
    }
