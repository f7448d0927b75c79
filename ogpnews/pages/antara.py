"""ANTARA: www.antaranews.com and the regional bureaus."""

from ogpnews.pages.base import Page


class Antara(Page):
    """The layouts since about 2018; the bureaus' `post-content`, the main site's `wrap__`."""

    family = "antara"
    network = "antara"
    mark = ".wrap__article-detail-content, .post-content.font17"
    selectors = {
        "title": ".wrap__article-detail-title h1, h1.post-title, .wrap__article-detail-title",
        "published": ".wrap__article-detail-info .text-secondary, .article-date, .simple-share span,"
        " time[itemprop=datePublished]",
        "credits": ".wrap__article-detail p.text-muted.small, .wrap__article-detail p.text-muted,"
        " .post-content p.text-muted",
        "image": ".wrap__article-detail-image img, .image-overlay img, .flex-img img",
        "caption": ".wrap__article-detail-image figcaption, .flex-caption, .wp-caption-text",
        "body": ".wrap__article-detail-content, .post-content[itemprop=articleBody], .post-content",
        "drop": "figure, .adsbygoogle, ins, .quote_old, .flex-caption",
        "tags": ".blog-tags a, .tags-widget a, .post-tags a",
        "section": ".breadcrumbs a, .breadcrumb a",
    }


class AntaraOld(Page):
    """The layout of about 2014 to 2018: everything inside `#content_news`."""

    family = "antara"
    network = "antara"
    mark = "#content_news"
    selectors = {
        "title": "h1.title, h1[itemprop=headline]",
        "published": ".date time, .date, time[itemprop=datePublished]",
        "credits": ".byline, #content_news [itemprop=editor], #content_news p.mt10",
        "image": "#image_news img",
        "caption": "#caption_news",
        "body": "#content_news",
        "drop": "blockquote, [style*='display:none'], [style*='display: none'], .mt10, #image_news",
        "section": "#topnav li.active a.active, .menu_bg a.active",
    }
