"""akurat.co."""

from ogpnews.pages.base import Page


class Akurat(Page):
    """akurat.co, about 2016 to 2019."""

    family = "akurat"
    mark = "#artikel.cs-col"
    selectors = {
        "title": ".cs-col-8-of-12 h1",
        "published": ".cs-post-meta",
        "credits": ".cs-col-8-of-12 > p > a > b",
        "image": ".cs-single-post-content img",
        "caption": ".cs-single-post-content p",
        "body": "#artikel",
        "drop": "ins, .ads, figure, table",
        "tags": "a#tag_detail",
        "section": ".cs-col-8-of-12 > p a[style*=lighter]",
    }
