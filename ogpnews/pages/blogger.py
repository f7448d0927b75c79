"""Blogger: blogspot.com and the custom domains on it."""

from ogpnews.pages.base import Page


class Blogger(Page):
    """`post-body`, one post a page; the date is in the attribute of `.published`."""

    family = "blogger"
    mark = "[id^=post-body-], .post-body.entry-content"
    selectors = {
        "title": "h1.post-title, h2.post-title, h3.post-title, .entry-title",
        "published": ".date-header, .published, .timestamp-link",
        "credits": ".post-author .fn, .vcard [itemprop=name], .author-info .fn",
        "body": "[id^=post-body-], .post-body",
        "drop": "figure, .tr-caption, script, ins, .hreview, [style*='display:none'], .related-posts",
        "caption": ".tr-caption",
        "image": ".post-body img",
        "tags": ".post-labels a, .breadcrumbs a[href*='/search/label/'], a[rel=tag]",
        "section": ".breadcrumbs a, .post-labels a",
    }
