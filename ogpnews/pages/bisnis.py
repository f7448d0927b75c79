"""Bisnis.com and its regional desks."""

from ogpnews.pages.base import Page


class Bisnis(Page):
    """The layout since about 2023."""

    family = "bisnis"
    network = "bisnis"
    mark = "article.detailsContent, h1.detailsTitleCaption"
    selectors = {
        "title": "h1.detailsTitleCaption",
        "published": ".detailsAttributeDates",
        "credits": ".detailsAuthorItem, .authorName, .authorNames",
        "image": ".detailsCover img, figure img",
        "caption": ".detailsCoverCaption, figcaption",
        "body": "article.detailsContent",
        "drop": ".baca-juga-box img, .paywall, figure, ins, .ads",
        "tags": ".detailsTagItem a, .detailsTag a",
        "section": ".breadcrumbItem",
    }
