"""Jawa Pos (www): a Next.js site whose article stands as JSON in the page."""

import json
from functools import cached_property
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ogpnews.pages.base import Page
from ogpnews.pages.blocks import blocks
from ogpnews.raw import Block


class JawaPos(Page):
    """`__NEXT_DATA__`: the body is HTML in it; what is missing there is read from the page."""

    family = "jawapos"
    network = "jawapos"
    mark = "script#__NEXT_DATA__"
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

    def date_lines(self) -> list[str]:
        """Local time without a zone."""
        value = self.story.get("published")
        return [value] if isinstance(value, str) else super().date_lines()

    def tags(self) -> list[str]:
        """Tags by name."""
        tags = self.story.get("tags")
        names = [tag.get("name") if isinstance(tag, dict) else tag for tag in tags or []]
        return [name for name in names if isinstance(name, str)] or super().tags()

    def body_blocks(self) -> list[Block]:
        """The article's own HTML, its figures left out."""
        content = self.story.get("content")
        if not isinstance(content, str):
            return super().body_blocks()
        body = LexborHTMLParser(content).body
        if body is None:
            return super().body_blocks()
        return blocks(body, {node.mem_id for node in body.css("figure, script, style")})
