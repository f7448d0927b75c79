"""iNews and its regional portals."""

from ogpnews.pages.base import Page


class INews(Page):
    """The layout since about 2022; the editor stands in the body's last paragraph."""

    family = "inews"
    network = "mnc"
    mark = ".bodyArticleWrapper"
    selectors = {
        "title": "h1",
        "published": ".timeAndShare .createdAt, .createdAt",
        "credits": ".timeAndShare .author, .author",
        "image": ".imageArticle img, figure img",
        "caption": ".imageArticle .caption, figcaption",
        "body": ".bodyArticleWrapper",
        "drop": "figure, ins, .ads, .paginationContent",
        "tags": ".tagsArticle a, .listTags a, .tagArticle a",
        "section": ".breadcrumb a, .breadcrumb li",
        "pages": ".paginationContent a",
    }
