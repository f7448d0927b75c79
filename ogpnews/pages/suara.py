"""Suara.com and its regional editions."""

from ogpnews.pages.base import Page


class Suara(Page):
    """The layout since about 2019."""

    family = "suara"
    network = "suara"
    mark = ".author-trigger"
    selectors = {
        "title": ".info h1, .main-title h1, h1",
        "published": ".head-article .date, .info .date, .author-date time, .author-date, time",
        "credits": ".author-trigger a, .author-trigger, .writer a, .writer",
        "image": ".img-cover img, .detail--image img, .image img",
        "caption": ".caption, figcaption",
        "body": ".article-content, article.detail-content, .detail-content",
        "drop": ".ten-second, .baca-juga-new img, figure, ins, .ads, .pagination, .tag",
        "tags": ".article-tags a, .list-tag a",
        "section": ".breadcrumb a, .breadcrumbs a",
        "pages": ".pagination a, .page-list a",
    }
