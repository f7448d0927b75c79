"""Prokal: Jawa Pos papers of Kalimantan (Kaltim Post, Radar Kaltim, …)."""

from ogpnews.pages.base import Page


class Prokal(Page):
    """The layout of about 2014 to 2022; its parts have hardly any names, so styles are the marks."""

    family = "prokal"
    network = "jawapos"
    mark = ".col-subleftmiddle small, .col-leftmiddle-730"
    selectors = {
        "title": ".col-subleftmiddle [style*=utopiareg]",
        "published": ".col-subleftmiddle small",
        "credits": ".col-subleftmiddle .penulis",
        "image": ".col-subleftmiddle > div > div > img.img-responsive",
        "caption": ".col-subleftmiddle .caption, .col-subleftmiddle img + .text-muted",
        "body": ".col-subleftmiddle [style*=nimrodreg]",
        "drop": "ins, .ads, figure",
        "tags": ".col-subleftmiddle a[href*='/tag/']",
        "section": ".col-subleftmiddle h4.text-primary",
        "pages": ".col-subleftmiddle .pagination li",
    }
