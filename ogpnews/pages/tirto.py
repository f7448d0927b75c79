"""Tirto.id."""

from ogpnews.pages.base import Page


class Tirto(Page):
    """The layout since about 2021."""

    family = "tirto"
    mark = ".content-text-editor"
    selectors = {
        "title": "h1.article-title, h1",
        "published": ".byline div, .byline",
        "credits": ".byline a.reporter-name, .reporter-name",
        "caption": "figcaption, .caption",
        "body": ".content-text-editor",
        "drop": ".baca-holder img, figure, ins, .ads",
        "tags": ".tag-list a, .article-tags a",
        "section": "[class*=breadcrumb] a",
    }
