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
