"""What a page says, before normalising: verbatim strings and where they stood."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Link(NamedTuple):
    """A hyperlink inside a block."""

    text: str
    """Visible text, white space collapsed."""
    href: str
    """As printed in the page; may be relative."""


@dataclass(slots=True)
class Block:
    """One visual paragraph of the body: what stands between two line breaks or block elements."""

    text: str
    """Visible text, white space collapsed."""
    tag: str = "p"
    """Nearest block element: p, h2, li, blockquote, tr, div, …"""
    links: tuple[Link, ...] = ()
    """Links in it, in order."""
    strong: bool = False
    """True where all of the text is bold."""


@dataclass(slots=True)
class RawImage:
    """A picture with what is printed around it."""

    url: str | None = None
    """Absolute URL."""
    alt: str = ""
    """Alternative text."""
    lines: list[str] = field(default_factory=list)
    """Caption lines as printed, credit still in them."""
    credit: str | None = None
    """Credit, where the page prints it in an element of its own."""


@dataclass(slots=True)
class RawArticle:
    """All that a family reads from one page; every string verbatim."""

    family: str = ""
    url: str | None = None
    """Canonical URL that the page names, absolute, not yet cleaned."""
    elsewhere: str | None = None
    """The same article on another site, as the page's canonical link names it."""
    kind: str = "article"
    title: str = ""
    date_lines: list[str] = field(default_factory=list)
    """Printed date lines, the likeliest first."""
    modified_lines: list[str] = field(default_factory=list)
    """Printed lines that say when the page was changed."""
    meta_published: list[str] = field(default_factory=list)
    """Machine-readable publication times, the most trustworthy first."""
    local_as_utc: bool = False
    """True where the page's software is known to label local times as UTC."""
    meta_modified: list[str] = field(default_factory=list)
    """Machine-readable times of change."""
    credit_lines: list[str] = field(default_factory=list)
    """Printed credit lines with their labels; a bare name is a byline."""
    meta_authors: list[str] = field(default_factory=list)
    """Authors by metadata: used only where the page prints none."""
    meta_editors: list[str] = field(default_factory=list)
    """Editors by metadata: used only where the page prints none."""
    source: str | None = None
    """Source line, where the template has an element for it."""
    images: list[RawImage] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    section: str | None = None
    pages: int = 1
    page: int = 1
    """Which of the pages this one is."""
    pages_read: int = 1
    """How many of them this object holds."""
    page_urls: list[str] = field(default_factory=list)
    """Absolute URLs of the other pages, in order."""
    where: dict[str, str] = field(default_factory=dict)
    """Field → css, json-ld, meta, data-layer, text."""
    warnings: list[str] = field(default_factory=list)
