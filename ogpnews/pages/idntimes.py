"""IDN Times and its regional editions."""

from ogpnews.pages.base import Page


class IdnTimes(Page):
    """The layout since about 2020."""

    family = "idntimes"
    network = "idn"
    mark = "#article-description .article-text"
    selectors = {
        "title": "h1",
        "published": "time, .date",
        "credits": ".author-name, .writer-name",
        "caption": "figcaption, .image-caption, .subtitle-image",
        "body": "#article-description, #article-content",
        "drop": "figure, ins, .ads, .related-article img, .read-also img",
        "tags": ".tag-list a, .list-tag a, a[href*='/tag/']",
        "section": ".breadcrumb a",
    }
