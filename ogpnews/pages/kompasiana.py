"""Kompasiana, the blogs of Kompas's readers."""

from ogpnews.pages.base import Page


class Kompasiana(Page):
    """The layout of about 2015 to 2018; the labels stand at the head of the comments."""

    family = "kompasiana"
    network = "kompas"
    mark = ".kompasiana-article"
    selectors = {
        "title": ".read > h1",
        "credits": ".box-user-in .title h1",
        "image": ".thumb-box img",
        "caption": ".thumb-box .title",
        "body": ".kompasiana-article",
        "drop": "figure, ins, .ads",
        "tags": ".komentar .tag a",
    }
