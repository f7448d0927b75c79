"""Media Indonesia."""

from ogpnews.pages.base import Page


class MediaIndonesia(Page):
    """mediaindonesia.com since about 2022."""

    family = "mediaindonesia"
    network = "mediagroup"
    mark = ".post-header .mi-breadcrumb"
    selectors = {
        "title": ".post-header h1",
        "published": ".post-header .datetime",
        "credits": ".post-header .author-2, .info-author",
        "image": ".main-img img",
        "caption": ".main-img figcaption",
        "credit": ".main-img figcaption .credit",
        "body": ".article",
        "drop": "figure, ins, .ads, .info-author, .follow-cta, .tags, .share, [class*=advert], .main-img",
        "tags": ".related-tags a, .tags a",
        "section": ".mi-breadcrumb a",
    }


class MediaIndonesiaOld(Page):
    """mediaindonesia.com, about 2016 to 2018."""

    family = "mediaindonesia"
    network = "mediagroup"
    mark = ".m-article-single"
    selectors = {
        "title": ".m-article-single h1.title",
        "published": ".m-article-single .m-meta .time",
        "credits": ".m-article-single .m-meta .author",
        "image": ".m-article-single img",
        "caption": ".m-article-single .image-caption",
        "credit": ".m-article-single .image-source",
        "body": ".m-article-single #content",
        "drop": "ins, .ads, figure",
        "section": ".m-article-single a.category",
    }
