"""JPNN and its regional editions."""

from ogpnews.pages.base import Page


class Jpnn(Page):
    """The layout since about 2018."""

    family = "jpnn"
    network = "jawapos"
    mark = (
        "meta[name=jpnncom_news_pubdate], meta[name=jpnncom_news_author],"
        " meta[name='twitter:site'][content='@jpnncom']"
    )
    selectors = {
        "title": "h1.judul",
        "published": ".date-publish, .date",
        "credits": ".penulis, .author, .editor, .page-content > p.waktu",
        "image": ".photo img, figure img",
        "caption": ".photo .caption, figcaption, .caption",
        "body": "div[itemprop=articleBody]",
        "drop": "figure, ins, .ads, .paging, .page-numbers",
        "tags": ".tags a, .tag a",
        "section": ".breadcrumb a",
        "pages": ".paging a",
    }
