"""Tirto.id."""

from ogpnews.pages.base import Page
from ogpnews.pages.document import text_of
from ogpnews.raw import RawImage


class Tirto(Page):
    """The layout since about 2018: behind the text its tag, its desk and its people."""

    family = "tirto"
    mark = ".content-text-editor"
    selectors = {
        "title": "h1.article-title, h1",
        "published": ".byline div, .byline",
        "credits": ".byline a.reporter-name, .reporter-name, .reporter-grup",
        "caption": "figcaption, .caption",
        "body": ".content-text-editor",
        "drop": ".baca-holder img, figure, ins, .ads, .ringkasan, .credit,"
        " div:has(> span > a[href*='utm_medium=topauthor'])",
        "tags": ".tag-list a, .article-tags a, a[href*='utm_medium=lowkeyword']",
        "section": "[class*=breadcrumb] a",
    }

    def images(self) -> list[RawImage]:
        """The deck in italics behind the picture is no caption."""
        decks = {text_of(node) for node in self.document.all("i.ringkasan")}
        found = super().images()
        for image in found:
            image.lines = [line for line in image.lines if line not in decks]
        return found
