"""Metro TV News."""

from ogpnews.pages.base import Page


class MetroTv(Page):
    """The layouts of about 2014 to 2018."""

    family = "metrotv"
    network = "mediagroup"
    mark = ".detail .info.demo, .detail .page .tru"
    selectors = {
        "title": ".detail h1",
        "published": ".detail .nate span, .detail .line .reg",
        "credits": ".detail .nate, .detail .line .reg",
        "image": ".detail .pic img",
        "caption": ".detail .pic h5.text, .detail .sum",
        "body": ".detail .info.demo, .detail .page .tru",
        "drop": "ins, .ads, figure",
        "tags": ".detail .line a.tag",
        "section": ".detail .breadcrumb a, .detail .breadcrumbs a",
    }
