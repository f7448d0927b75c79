"""WordPress: the names that its themes share."""

from functools import cached_property

from selectolax.lexbor import LexborNode

from ogpnews.pages.base import Page
from ogpnews.pages.document import text_of

_BODY = (
    ".td-post-content, .tdb_single_content .tdb-block-inner, .entry-content, .post-content,"
    " .content-inner, .single-content, .the-content, .wp-block-post-content, div.entry,"
    " .post-entry, .entry-inner, .storycontent, .post-body"
)
_WIDGETS = ".widget, .sociable, .twitter-tweet, .instagram-media, .wp-block-embed"
"""Boxes that plugins and themes put among the paragraphs."""
_TAGDIV_TIME = "time.td-module-date, .td-post-date time, .tdb-author-date time"
_LEAST = 300
"""Characters: a shorter container is a teaser's."""


class WordPress(Page):
    """Themes with `entry-content` and the like; bylines, captions and dates by the generic reading."""

    family = "wordpress"
    mark = ".td-post-content, .entry-content, .post.type-post, .hentry, .jeg_post_title"
    selectors = {
        "title": "h1.entry-title, h1.post-title, h1.jeg_post_title, .td-post-title h1, h1.single-title,"
        " h1.tdb-title-text",
        "source": ".td-post-source-via a, .post-source a",
    }

    @cached_property
    def body_node(self) -> LexborNode | None:
        """The longest of the containers that themes name so: teasers have small ones."""
        found = self.document.all(_BODY)
        longest = max(found, key=lambda node: len(node.text(deep=True)), default=None)
        if longest is None or len(text_of(longest)) < _LEAST:
            return super().body_node
        return longest

    @cached_property
    def junk(self) -> set[int]:
        """What the generic reading knows, and widgets between the paragraphs."""
        body = self.body_node
        return super().junk | ({node.mem_id for node in body.css(_WIDGETS)} if body else set())

    def machine_dates(self) -> list[str]:
        """The themes of tagDiv call their site's local time UTC; plugins for search engines do not."""
        found = super().machine_dates()
        if self.document.meta("article:published_time"):
            return found
        local = {node.attributes.get("datetime") for node in self.document.all(_TAGDIV_TIME)}
        return [value.removesuffix("+00:00") if value in local else value for value in found]
