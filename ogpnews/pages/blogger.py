"""Blogger: blogspot.com and the custom domains on it."""

from functools import cached_property

from ogpnews.pages import parts
from ogpnews.pages.base import Page


class Blogger(Page):
    """`post-body`, one post a page; the date is in the attribute of `.published`."""

    family = "blogger"
    mark = "[id^=post-body-], .post-body.entry-content"
    selectors = {
        "title": "h1.post-title, h2.post-title, h3.post-title, .entry-title",
        "published": ".date-header, .published, .timestamp-link",
        "credits": ".post-author .fn, .vcard .fn, .vcard [itemprop=name], .author-info .fn",
        "body": "[id^=post-body-], .post-body",
        "drop": "figure, .tr-caption, script, ins, .hreview, [style*='display:none'], [id^=related],"
        " [class^=related], [class*=share-button]",
        "caption": ".tr-caption",
        "image": ".post-body img",
        "tags": ".post-labels a[href*='/search/label/'], .breadcrumbs a[href*='/search/label/'],"
        " a[rel=tag][href*='/search/label/']",
        "section": ".breadcrumbs a, .post-labels a",
    }

    @cached_property
    def junk(self) -> set[int]:
        """What the table names, and what any theme's share bars and boxes are called."""
        body = self.one("body")
        return super().junk | (parts.junk(body) if body is not None else set())
