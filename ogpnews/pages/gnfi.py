"""Good News From Indonesia."""

from ogpnews.pages.base import Page


class Gnfi(Page):
    """Good News From Indonesia, about 2015 to 2018."""

    family = "gnfi"
    mark = ".SinglePost-post_body"
    selectors = {
        "title": ".SinglePost-title",
        "published": ".SinglePost-author_date",
        "credits": ".SinglePost-author_name",
        "image": ".SinglePost-post_body figure img",
        "caption": "figcaption.featured",
        "body": ".SinglePost-post_body",
        "drop": "figure, ins, .reaction, .SinglePost-share, [class*=author], form",
        "tags": ".SinglePost-tags a, [class*=tags] a",
        "section": ".SinglePost-breadcrumb a",
    }
