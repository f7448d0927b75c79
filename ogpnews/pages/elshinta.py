"""Elshinta: the news radio's portal."""

from ogpnews.pages.base import Page


class Elshinta(Page):
    """elshinta.com, about 2014 to 2017."""

    family = "elshinta"
    mark = "#content > .infotopbar"
    selectors = {
        "title": "#content > h1",
        "published": "#content > h3",
        "credits": ".article > .writer",
        "image": "#bigimg",
        "caption": "#caption",
        "body": "#content > .article",
        "drop": ".article > strong, #sharebar, ins, .ads, figure",
        "section": ".infotopbar a",
    }
