"""Tribun Network: tribunnews.com, its zones, Surya, Serambi, Pos Kupang, …"""

from ogpnews.pages.base import Page


class Tribun(Page):
    """One template since about 2014; names of its parts changed little."""

    family = "tribun"
    network = "tribun"
    mark = "h1#arttitle"
    selectors = {
        "title": "h1#arttitle",
        "published": "#article > .grey time, #article > div > time, #article .bdr3 h3, #article time,"
        " #article > div > h3",
        "credits": "#penulis, #editor, .credit div, .side-article .f11.grey > div,"
        " .side-article .f12.grey > div",
        "image": "#artimg img.imgfull, #artimg a.icon_zoom img, #artimg img",
        "caption": "#artimg .arial.f12, #artimg figcaption, #artimg .cright > div",
        "credit": "#artimg .f11.white",
        "source": "div.sources a, #sumber a",
        "body": ".txt-article",
        "drop": "blockquote.summary-article, .ads-placeholder, figure, .adsbygoogle, ins, .hide, h4.hide",
        "tags": ".tagcloud3 a, .tagcload3 a",
        "section": ".p1020.bsht a, [itemtype*=BreadcrumbList] [itemprop=name], .breadcrumb a",
        "pages": ".paging a",
    }
