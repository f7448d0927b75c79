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
        "drop": "ins, .ads, figure, .bc-logo",
        "tags": ".detail .line a.tag",
        "section": ".detail .breadcrumb a, .detail .breadcrumbs a",
    }

    def tags(self) -> list[str]:
        """Those beside the date, or none: links below the text lead to other stories."""
        return super().tags() if self.tells("tags") or not self.known else []


class MetroTvMobile(Page):
    """The mobile rendering of about 2016."""

    family = "metrotv"
    network = "mediagroup"
    mark = ".part.lead.pr > .part.article"
    selectors = {
        "title": ".part.lead.pr h1",
        "published": ".part.lead.pr > a span.red, .part.lead.pr > span.red",
        "credits": ".part.lead.pr > a span.red, .part.lead.pr > span.red",
        "image": ".part.lead.pr .img5 img",
        "caption": ".part.lead.pr .caption2",
        "body": ".part.lead.pr > .part.article",
        "drop": "ins, .ads, figure, .bc-link",
    }
