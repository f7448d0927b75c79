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
    """The layouts of about 2014 to 2020: text in `#contentx`."""

    family = "okezone"
    network = "mnc"
    mark = "#contentx.dtlnews, #contentx"
    selectors = {
        "title": ".titles h1, .news-title h1, .title h1",
        "published": ".meta-post time, time.tgl",
        "credits": ".nmreporter > div, .nmreporter, .reporter .nm",
        "image": ".detail-img img, #imageCheckWidth img, .detfoto img",
        "caption": ".caption-img-ab, .detfoto > span",
        "body": "#contentx",
        "drop": "ins, .ads, .detail-img, figure, .detail-tag, [id^=_popIn], #metube_div, [class*=twitter-],"
        " .instagram-media",
        "foot": ".detail-content > .detail-img > strong, .detnews > strong, .detail-content > strong",
        "tags": ".meta-bottom-content > span > a, .detail-tag a",
        "section": "ul.breadcrumb li, .breadcrumb a",
        "pages": ".paging-detail a, .paging a",
    }


class OkezoneCelebrity(Page):
    """The channels of celebrities and of life style about 2016 to 2018."""

    family = "okezone"
    network = "mnc"
    mark = ".title-detail .ctn-desc"
    selectors = {
        "title": ".title-detail h1",
        "credits": ".title-detail > span > b",
        "image": ".title-detail .ctn-images img",
        "caption": ".title-detail .caption-img-ab",
        "body": ".title-detail .ctn-desc",
        "drop": ".tbkomentar, .wrap-tag, ins, .ads, figure, [class*=twitter-], .instagram-media",
        "section": ".navbar-nav > li.active > a",
    }


class OkezoneBola(Page):
    """The football channel about 2016 to 2018: the headline stands in the picture."""

    family = "okezone"
    network = "mnc"
    mark = "[class*=hnews-content-textisi]"
    selectors = {
        "title": ".bg-imgnews-detail-title h1",
        "published": ".imgnews-datetime",
        "credits": ".imgnews-jurnalist",
        "image": ".img-col-detail > img",
        "body": "[class*=hnews-content-textisi]",
        "drop": "ins, .ads, figure, [class*=twitter-], .instagram-media",
    }
