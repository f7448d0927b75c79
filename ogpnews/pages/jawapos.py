"""Jawa Pos (www): a Next.js site whose article stands as JSON in the page."""

import json
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ogpnews.pages.base import Page
from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import text_of
from ogpnews.pages.pictures import alt_of, source_of
from ogpnews.raw import Block, RawImage


class JawaPos(Page):
    """`__NEXT_DATA__`: the body is HTML in it; what is missing there is read from the page."""

    family = "jawapos"
    network = "jawapos"
    selectors = {"title": "h1"}

    @cached_property
    def story(self) -> dict[str, Any]:
        """The article object ({} where the page has none)."""
        for _kind, source in self.document.scripts:
            if '"pageProps"' not in source[:5000]:
                continue
            try:
                found = json.loads(source)["props"]["pageProps"]["article"]
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
            if isinstance(found, dict):
                return found
        return {}

    @cached_property
    def content(self) -> LexborNode | None:
        """The article's own HTML; None where the page has none."""
        source = self.story.get("content")
        self._tree = LexborHTMLParser(source if isinstance(source, str) else "")
        return self._tree.body if source and isinstance(source, str) else None

    def date_lines(self) -> list[str]:
        """Local time without a zone."""
        value = self.story.get("published")
        return [value] if isinstance(value, str) else super().date_lines()

    def credit_lines(self) -> list[str]:
        """Names without roles."""
        return _names(self.story.get("authors")) or super().credit_lines()

    def tags(self) -> list[str]:
        """Tags by name."""
        return _names(self.story.get("tags")) or super().tags()

    def section(self) -> str | None:
        """The category's name."""
        return next(iter(_names(self.story.get("category"))), None) or super().section()

    def images(self) -> list[RawImage]:
        """The figures of the article's HTML."""
        found = []
        for figure in self.content.css("figure") if self.content is not None else []:
            picture, line = figure.css_first("img"), text_of(figure.css_first("figcaption"))
            if picture is not None:
                url = self.document.absolute(source_of(picture))
                found.append(RawImage(url, alt_of(picture), [line] if line else []))
        return found or super().images()

    def body_blocks(self) -> list[Block]:
        """The paragraphs of the article's HTML, its figures left out."""
        if self.content is None:
            return super().body_blocks()
        return blocks(self.content, {node.mem_id for node in self.content.css("figure")})


def _names(value: object) -> list[str]:
    """Names of one object, or of each in a list; a name may stand without an object around it."""
    items = value if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in items]
    return [name for name in names if isinstance(name, str) and name]
