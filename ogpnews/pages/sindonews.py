"""SINDOnews and daerah.sindonews.com."""

from ogpnews.pages.base import Page


class Sindonews(Page):
    """The layout since about 2020; paragraphs are text between `<br>`."""

    family = "sindonews"
    network = "mnc"
    mark = "#detail-desc"
    selectors = {
        "title": "h1.detail-title",
        "published": ".detail-date-artikel",
        "credits": ".detail-nama-redaksi a, .detail-nama-redaksi, .editor",
        "image": ".detail-img img, figure img",
        "caption": ".detail-img figcaption, figcaption",
        "body": "#detail-desc",
        "drop": "figure, ins, .ads, .baca-inline-img, .paging",
        "tags": ".detail-tag a, .tag-list a",
        "section": ".breadcrumb a, .detail-kanal",
        "pages": ".article-paging a, .paging a",
    }


class SindonewsOld(Page):
    """The layout of about 2016 to 2019; paragraphs are text between `<br>`."""

    family = "sindonews"
    network = "mnc"
    mark = ".detail-center > .article"
    selectors = {
        "title": ".article > h1",
        "published": ".article > time",
        "credits": ".reporter .author a, #content > .editor",
        "image": ".article > figure img",
        "caption": ".article > figure figcaption",
        "body": ".article > #content",
        "drop": "figure, ins, .ads, .editor",
        "tags": ".tag-list a",
        "pages": ".article-paging li",
    }
