"""Merdeka.com."""

from ogpnews.pages.base import Page


class Merdeka(Page):
    """The layout since about 2022."""

    family = "merdeka"
    network = "kly"
    mark = ".articles-content__body"
    selectors = {
        "title": "h1",
        "published": ".articles-content__date, .article-date, time",
        "credits": ".articles-content__author a, .articles-content__author, .author-name",
        "caption": "figcaption span, figcaption",
        "body": ".articles-content__body",
        "drop": "figure, ins, .ads, .box-tag, .pagination",
        "tags": ".tags-articles__list a",
        "section": ".breadcrumb a, nav[class*=breadcrumb] a",
    }
