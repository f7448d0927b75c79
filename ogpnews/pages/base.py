"""Page: a table of selectors, with the generic reading and structured data as its defaults."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import takewhile
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ogpnews.outlets import Outlet
from ogpnews.pages import around, headline, listing, mainbody, parts, pictures, structured, tags
from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import Document, text_of
from ogpnews.raw import Block, RawArticle, RawImage
from ogpnews.text.clean import loose
from ogpnews.text.credits import is_credit_line
from ogpnews.text.dates import is_date_line
from ogpnews.text.inserts import classify

_IN_STORY = frozenset(
    {"published", "credits", "foot", "caption", "credit", "image", "source", "tags", "pages"}
)
"""Keys that are looked for around headline and body only: a smaller tree, and no other story's."""
_NEVER_FAR = frozenset({"published", "credits", "caption", "credit"})
"""Keys whose names are also those of other stories in sidebars and lists."""
_TOGETHER = {"body": 2, "section": 3, "tags": 4, "pages": 4}
"""Keys whose elements are neighbours, and how many levels above the first of them all are found."""
_HEAD = 8
"""Blocks at the start of a container among which headline, date and byline may stand."""
_LINE = 110
"""Characters: a longer block is prose."""


class Page:
    """A page of an unknown template; a family is a subclass with a table.

    Keys of `selectors` (CSS; each may name several elements): `title`, `published`, `modified`,
    `credits` (byline and labelled lines), `source`, `image` (the picture), `caption`, `credit`
    (of the picture, in an element of its own), `body`, `drop` (inside the body), `foot` (labelled
    lines below the body), `tags`, `section`, `pages` (links to the other pages).

    What the table finds counts. For a key that finds nothing the generic reading answers: no table
    has the names of every year of a network.
    """

    family: ClassVar[str] = "generic"
    mark: ClassVar[str] = ""
    """CSS of something that only this template has: recognises it on a host nobody described."""
    network: ClassVar[str | None] = None
    selectors: ClassVar[Mapping[str, str]] = {}

    def __init__(self, document: Document, outlet: Outlet):
        self.document = document
        self.outlet = outlet
        self.where: dict[str, str] = {}
        self._selected: dict[str, list[LexborNode]] = {}
        self._first: dict[str, LexborNode | None] = {}
        self._texts: dict[str, list[str]] = {}

    # What a family may override, one method a thing.

    def title(self) -> str:
        """The headline."""
        return text_of(self.title_node) or headline.from_metadata(self.document)

    def date_lines(self) -> list[str]:
        """Printed date lines, the likeliest first."""
        lines = self.texts("published") if self.known else []
        if lines and (any(map(is_date_line, lines)) or self.machine_dates()):
            return lines
        found = self.around.dates or lines
        if found or self.body_node is None:
            return found
        # some bodies begin with it; behind the first sentence it is a date of the story
        head = takewhile(lambda block: len(block.text) <= _LINE, blocks(self.body_node)[:_HEAD])
        return [block.text for block in head if is_date_line(block.text)][:1]

    def modified_lines(self) -> list[str]:
        """Printed lines that say when the page was changed."""
        return self.texts("modified")

    def machine_dates(self) -> list[str]:
        """Machine-readable publication times, the most trustworthy first."""
        return structured.published(self.document)

    def credit_lines(self) -> list[str]:
        """Printed credit lines, labels kept; a bare name is a byline."""
        if self.tells("credits"):
            nodes = self.select("credits") + self.select("foot")
            lines = unique(line for node in nodes for line in parts.credit_texts(node))
            return parts.paired([line for line in lines if not is_notice(line)])
        shown = " ".join(
            line for image in self.raw_images for line in (*image.lines, image.credit or "")
        )
        return self.around.credit_lines(shown)

    def images(self) -> list[RawImage]:
        """Pictures with their caption lines, the main one first."""
        if not (self.tells("caption") or self.tells("credit")):
            return pictures.find(self.document, self.around.scope, self.title_node, self.body_node)
        captions, marked = self.texts("caption"), self.texts("credit")
        main = self.one("image")
        nodes = self.select("image") if len(captions) > 1 else [main] if main is not None else []
        found = []
        for number in range(max(len(captions), len(marked), 1)):
            node = nodes[number] if number < len(nodes) else None
            url = self.document.absolute(pictures.source_of(node)) if node is not None else None
            credit = marked[number] if number < len(marked) else None
            line = captions[number] if number < len(captions) else ""
            if credit:  # printed inside the caption's element, or alone
                line = " ".join(line.replace(credit, " ", 1).split())
            alt = pictures.alt_of(node) if node is not None else ""
            found.append(RawImage(url, alt, [line] if line else [], credit))
        found[0].url = found[0].url or self.document.absolute(
            self.document.meta("og:image", "twitter:image")
        )
        return [image for image in found if image.url or image.lines or image.credit]

    def tags(self) -> list[str]:
        """Displayed tags."""
        found = self.texts("tags") if self.tells("tags") else self.around.tags()
        return [tag for tag in found if tag.casefold().strip("#: ") not in around.TAG_LABELS]

    def section(self) -> str | None:
        """Displayed channel."""
        if self.tells("section"):
            names = self.texts("section")
            return structured.leaf(names, self.raw_title)
        return structured.section(self.document, self.raw_title) or self.around.section()

    def pages(self) -> tuple[int, int, list[str]]:
        """(pages of the article, which one this is, absolute URLs of the others)."""
        if self.known or "pages" in self.selectors or self.body_node is None:
            return listing.article_pages(self.document, self.select("pages"))
        return listing.article_pages(self.document, listing.pager(self.story_node))

    def body_blocks(self) -> list[Block]:
        """The visual paragraphs of the body."""
        nodes = self.select("body") if self.known else []
        if not nodes and self.body_node is not None:
            nodes = [self.body_node]
        found: list[Block] = []
        for node in nodes:
            found += blocks(node, self.junk)
        return found if self.known else self.without_head(found)

    def without_head(self, found: list[Block]) -> list[Block]:
        """Blocks without the headline, date and byline that some containers begin with."""
        said = {loose(line) for line in (self.raw_title, *self.raw_dates, *self.raw_credits)}
        prose = next((n for n, block in enumerate(found) if len(block.text) > _LINE), 0)
        head = min(prose, _HEAD)
        kept = []
        for block in found[:head]:
            key = loose(block.text)
            if not any(line and (line in key if len(line) > 6 else line == key) for line in said):
                kept.append(block)
        return kept + found[head:]

    def kind(self) -> str:
        """article, gallery, video, listing or other."""
        return structured.kind(self.document)

    # The reading itself.

    def raw(self) -> RawArticle:
        """All that the page says about its article."""
        raw = RawArticle(
            family=self.family if self.known or "body" not in self.selectors else "generic"
        )
        raw.title = self.raw_title
        raw.url, raw.elsewhere = self.document.canonical, self.document.elsewhere
        raw.kind = self.kind()
        raw.date_lines, raw.modified_lines = self.raw_dates, self.modified_lines()
        raw.meta_published = self.machine_dates()
        raw.local_as_utc = structured.local_as_utc(self.document, raw.meta_published)
        raw.meta_modified = structured.modified(self.document)
        raw.credit_lines = self.raw_credits
        raw.meta_authors, raw.meta_editors = self.people()
        raw.source = " ".join(self.texts("source")[:1]) or None
        raw.images = self.raw_images
        raw.tags, raw.section = self.tags(), self.section()
        raw.pages, raw.page, raw.page_urls = self.pages()
        raw.blocks = self.body_blocks()
        if raw.kind == "article" and (
            structured.heads_list(raw.title)
            or self._is_front(raw)
            or (not self.known and self._lists(raw.blocks))
        ):
            raw.kind = "listing"
        elif raw.kind == "article" and listing.is_teaser(raw.blocks):
            raw.kind = "other"
        raw.where = self.where
        return raw

    def people(self) -> tuple[list[str], list[str]]:
        """(authors, editors) by metadata, where the page prints no credit line but their names.

        A name for machines alone is the publisher's, the developer's or whoever typed the text in.
        """
        authors, editors = structured.people(self.document)
        if self.raw_credits:
            return authors, editors
        shows = self.document.shows
        return list(filter(shows, authors)), list(filter(shows, editors))

    def _is_front(self, raw: RawArticle) -> bool:
        """True for a page that calls itself the site's front and names neither writer nor time."""
        if not self.document.calls_itself_front or raw.meta_published:
            return False
        website = (self.document.meta("og:type") or "").lower() == "website"
        return website and not any(map(is_credit_line, raw.credit_lines))

    def _lists(self, found: list[Block]) -> bool:
        return listing.lists_stories(
            self.document, self.title_node, self.body_node, found, self.raw_dates
        )

    def links(self) -> list[str]:
        """Absolute URLs of the stories that a listing page names, in order."""
        return listing.links(self.document, self.outlet)

    def next_page(self) -> str | None:
        """Absolute URL of a listing's next page."""
        return listing.next_page(self.document)

    # Helpers of the table.

    @cached_property
    def raw_title(self) -> str:
        """The headline, read once."""
        return self.title()

    @cached_property
    def raw_dates(self) -> list[str]:
        """The date lines, read once."""
        return self.date_lines()

    @cached_property
    def raw_credits(self) -> list[str]:
        """The credit lines, read once."""
        return self.credit_lines()

    @cached_property
    def raw_images(self) -> list[RawImage]:
        """The pictures, read once."""
        return self.images()

    @cached_property
    def known(self) -> bool:
        """True where the page has the template's body."""
        return "body" in self.selectors and self.one("body") is not None

    def tells(self, key: str) -> bool:
        """True where the table answers for a key: older and newer layouts share but some names."""
        return self.known and key in self.selectors and bool(self.texts(key))

    def one(self, key: str) -> LexborNode | None:
        """First element that the table names for a key."""
        if key in self._selected:
            return next(iter(self._selected[key]), None)
        if key not in self._first:
            selector = self.selectors.get(key)
            self._first[key] = self._place(key).css_first(selector) if selector else None
        return self._first[key]

    def select(self, key: str) -> list[LexborNode]:
        """Every element that the table names for a key; of nested ones the outermost."""
        found = self._selected.get(key)
        if found is None:
            selector = self.selectors.get(key)
            if selector and key in _TOGETHER:
                found = outermost(self._neighbours(key))
            else:
                found = outermost(self._place(key).css(selector)) if selector else []
            if key in _NEVER_FAR:
                near = [node for node in found if not parts.is_far(node, self.above)]
                found = near if near or key == "published" else found
            elif selector and not found and key == "tags":  # some templates print them far below
                found = outermost(self.document.all(selector))
            self._selected[key] = found
        return found

    def _place(self, key: str) -> LexborNode | LexborHTMLParser:
        if key in _IN_STORY:
            return self.story_node
        return self.document.tree

    def _neighbours(self, key: str) -> list[LexborNode]:
        """Elements of a key whose elements stand together: the first, then those around it."""
        first = self.one(key)
        if first is None:
            return []
        near = first
        for _ in range(_TOGETHER[key]):
            if near.parent is None or near.parent.tag_id == tags.HTML:
                break
            near = near.parent
        return near.css(self.selectors[key])

    def texts(self, key: str) -> list[str]:
        """Their texts, empty and repeated ones left out."""
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = unique(text_of(node) for node in self.select(key))
        return found

    @cached_property
    def title_node(self) -> LexborNode | None:
        """The headline's element: of several that the table finds, the one the page is titled by."""
        node = self.one("title")
        if node is not None and not headline.agrees(self.document, text_of(node)):
            nodes = self.select("title")
            fitting = (n for n in nodes if headline.agrees(self.document, text_of(n)))
            node = next(fitting, node if text_of(node) else None)
        return node if node is not None else self._found_title()

    def _found_title(self) -> LexborNode | None:
        """The headline by the page's own title; where that is the site's name, by the text."""
        node = headline.find(self.document)
        if node is not None and not structured.is_site_name(self.document, text_of(node)):
            return node
        body = self.one("body")
        if body is None:
            body = mainbody.find(self.document, None)
        beside = headline.beside(self.document, body) if body is not None else None
        return beside if beside is not None else node

    @cached_property
    def body_node(self) -> LexborNode | None:
        """The element that holds the text."""
        node = self.one("body")
        return node if node is not None else mainbody.find(self.document, self.title_node)

    @cached_property
    def story_node(self) -> LexborNode:
        """The element around headline and body, one level up: byline and picture are in it."""
        near = around.common(self.title_node, self.body_node)
        if near is None or near.parent is None or near.tag_id == tags.BODY:
            return self.document.root
        return near.parent

    @cached_property
    def above(self) -> set[int]:
        """`mem_id` of all that is around headline and body."""
        found: set[int] = set()
        node = around.common(self.title_node, self.body_node)
        while node is not None:
            found.add(node.mem_id)
            node = node.parent
        return found

    @cached_property
    def around(self) -> around.Surroundings:
        """What stands around headline and body."""
        return around.Surroundings(self.document, self.title_node, self.body_node)

    @cached_property
    def junk(self) -> set[int]:
        """`mem_id` of what is inside the body and is no text of it."""
        found: set[int] = set()
        drop = self.selectors.get("drop") if self.known else None
        nodes = self.select("body") if self.known else [self.body_node]
        for node in nodes:
            if node is None:
                continue
            if drop is None:
                found |= parts.junk(node)
            else:
                found |= {item.mem_id for item in node.css(f"{drop}, {parts.EMBEDS}")}
        return found


def is_notice(line: str) -> bool:
    """True for a reservation of rights: agencies print theirs where the byline stands."""
    return len(line) > _LINE and classify(Block(line)).what in {"rights", "copyright"}


def outermost(nodes: list[LexborNode]) -> list[LexborNode]:
    """Elements in page order, each once, without those inside another of them."""
    if len(nodes) < 2:
        return nodes
    found: dict[int, LexborNode] = {}
    for node in nodes:
        if node.mem_id not in found and not parts.inside(node.parent, found):
            found[node.mem_id] = node
    return list(found.values())


def unique(texts: Iterable[str]) -> list[str]:
    """Texts that say something, each once, in order."""
    found: dict[str, str] = {}
    for text in texts:
        key = loose(text)
        if key:
            found.setdefault(key, text)
    return list(found.values())
