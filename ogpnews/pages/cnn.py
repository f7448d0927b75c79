"""CNN Indonesia."""

from ogpnews.pages.base import Page


class Cnn(Page):
    """The layout since about 2021."""

    family = "cnn"
    network = "detik"
    mark = ".detail-text.text-cnn_black, .text-cnn_grey"
    selectors = {
        "title": "h1",
        "published": ".text-cnn_grey",
        "credits": ".text-cnn_red",
        "image": ".detail-image img, figure img",
        "caption": ".detail-image figcaption, figcaption",
        "body": ".detail-text",
        "drop": ".paradetail, .para_caption, figure, ins, .ads, .embed",
        "tags": "[dtr-sec=tag], .keyword a, a[href*='/tag/']",
        "section": ".breadcrumb a",
    }


class CnnOld(Page):
    """The layout of about 2015 to 2021."""

    family = "cnn"
    network = "detik"
    mark = ".content_detail > .media_artikel"
    selectors = {
        "title": ".content_detail h1.title",
        "published": ".content_detail > .date",
        "image": ".media_artikel img",
        "caption": ".media_artikel > span",
        "body": "#detikdetailtext",
        "drop": ".pic_artikel_sisip, figure, ins",
        "tags": ".detail_tag a",
        "section": ".content_detail > .breadcrumb a",
    }
