"""What stands around headline and body on a page that nobody described."""

import re
from collections.abc import Container, Iterator

from selectolax.lexbor import LexborNode

from ogpnews.pages.blocks import BREAKS, blocks
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.raw import RawImage
from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash
from ogpnews.text.credits import is_credit_line
from ogpnews.text.dates import is_date_line

_WORDS = lexicon("pages")
_BAD = re.compile("|".join(map(re.escape, _WORDS["bad"])))
_JUNK = re.compile(
    "|".join(map(re.escape, _WORDS["junk"]))
    + r"|(?<![a-z0-9])(?:"
    + "|".join(map(re.escape, _WORDS["junk_words"]))
    + r")(?![a-z0-9])"
)
_FURNITURE = re.compile("|".join(map(re.escape, _WORDS["furniture"])), re.IGNORECASE)
_BYLINE = ", ".join(
    ["[rel=author]", "[itemprop=author]", *(f"[class*={w}]" for w in _WORDS["byline"]), "[id=penulis]"]
)
_DATE = ", ".join(["time", "[itemprop=datePublished]", *(f"[class*={w}]" for w in _WORDS["date"])])
_TAG_BOX = re.compile(rf"(?<![a-z])(?:{'|'.join(_WORDS['tags'])})(?![a-z])")
_TAG_BOXES = ", ".join(f"[class*={w}], [id*={w}]" for w in ("tag", "topi", "label", "keyword"))
_CAPTION = ", ".join(["figcaption", *(f"[class*={w}]" for w in _WORDS["caption"])])
TAG_LABELS = frozenset(_WORDS["tag_labels"])
"""Headings of a tag box."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADER_NODES, _FOOT_NODES, _BEFORE_LEVELS = 400, 500, 2


def junk(body: LexborNode) -> set[int]:
    """`mem_id` of the elements inside a body that are no article text."""
    found = set()
    limit = len(text_of(body)) * 0.5
    for node in body.css("[class], [id], [style], form, aside, nav, footer, figure, figcaption"):
        tag = node.tag
        if node.mem_id == body.mem_id:
            continue
        if tag in {"form", "aside", "nav", "footer", "figure", "figcaption"}:
            found.add(node.mem_id)
        elif (_HIDDEN.search(node.attributes.get("style") or "") or _JUNK.search(name_of(node))) and (
            len(node.text(deep=True)) < limit
        ):
            found.add(node.mem_id)
    return found


def credit_texts(node: LexborNode) -> list[str]:
    """Lines of a byline element; names that only their links keep apart get a comma between."""
    lines = []
    for block in blocks(node):
        line = block.text
        names = [link.text for link in block.links]
        if len(names) > 1 and "".join(names) in line:
            line = line.replace("".join(names), ", ".join(names))
        lines.append(line)
    return lines


def inside(node: LexborNode | None, ids: Container[int], levels: int = 12) -> bool:
    """True where a node or one of its nearest ancestors is in a set of `mem_id`."""
    for _ in range(levels):
        if node is None:
            return False
        if node.mem_id in ids:
            return True
        node = node.parent
    return False


def is_furniture(node: LexborNode, levels: int = 6) -> bool:
    """True inside a comment list, sidebar, menu, … by the names of the nearest ancestors."""
    cursor: LexborNode | None = node
    for _ in range(levels):
        if cursor is None or cursor.tag in {"body", "article", "main"}:
            return False
        if cursor.tag in {"aside", "nav", "footer", "form"} or _BAD.search(name_of(cursor)):
            return True
        cursor = cursor.parent
    return False


class Surroundings:
    """Short lines before, between and after headline and body, in reading order."""

    def __init__(self, document: Document, title: LexborNode | None, body: LexborNode | None):
        self.document, self.title, self.body = document, title, body
        self.scope = _common(title, body) or document.root
        stop = {node.mem_id for node in (title, body) if node is not None}
        self.header: list[str] = []
        self.before: list[str] = []
        self.foot: list[str] = []
        if title is not None:
            self.header = _lines(title, stop, _HEADER_NODES)
            start = title
            for _ in range(_BEFORE_LEVELS):
                if start.parent is not None and start.parent.mem_id != document.root.mem_id:
                    start = start.parent
            if start.mem_id != title.mem_id:
                self.before = _lines(start, stop, 120, enter=True)
        if body is not None:
            self.foot = _lines(body, stop, _FOOT_NODES)

    def named(self, selector: str, longest: int) -> Iterator[LexborNode]:
        """Elements of the scope that a selector of names finds, furniture left out."""
        for node in self.scope.css(selector):
            if not is_furniture(node) and len(text_of(node)) <= longest:
                yield node

    def date_lines(self) -> list[str]:
        """Printed date lines, the likeliest first: below the headline, above it, by name, below."""
        lines = [line for line in (*self.header, *reversed(self.before)) if is_date_line(line)]
        named = [text_of(node) for node in self.named(_DATE, 120)]
        lines += [line for line in named if is_date_line(line)]
        if not lines:
            lines = [line for line in self.foot[:8] if is_date_line(line)]
        return list(dict.fromkeys(lines))[:6]

    def credit_lines(self) -> list[str]:
        """Labelled credit lines near headline and body, else the byline element's text."""
        lines = [
            line
            for line in (*self.header, *self.before, *self.foot[:14])
            if is_credit_line(line) and len(line) < 160
        ]
        named = []
        for node in self.named(_BYLINE, 90):
            if not inside(node, {self.body.mem_id} if self.body is not None else set()):
                text = text_of(node)
                if text and text not in named and not is_date_line(text):
                    named.append(text)
        known = loose(" ".join(lines))
        lines += [text for text in named[:2] if loose(text) not in known]
        return list(dict.fromkeys(lines))

    def tags(self) -> list[str]:
        """Displayed tags: links of a tag box below or above the body."""
        links = [n for n in self.named('[rel="tag"]', 60) if n.tag == "a"]
        if not links:
            boxes = [n for n in self.named(_TAG_BOXES, 800) if _TAG_BOX.search(_own_name(n))]
            boxes = [n for n in boxes if not self.holds_story(n)]
            links = [link for box in boxes for link in (box.css("a") if box.tag != "a" else [box])]
        found = [text_of(node).lstrip("#").strip(" ,") for node in links]
        found = list(dict.fromkeys(text for text in found if text and len(text) <= 60))
        return found if len(found) <= 25 else []

    def holds_story(self, node: LexborNode) -> bool:
        """True for an element around headline or body: its class names the whole post."""
        ids = {node.mem_id}
        return inside(self.title, ids, 30) or inside(self.body, ids, 30)

    def images(self, skip: set[int]) -> list[RawImage]:
        """Main image and its caption lines: the first picture of the scope that is no furniture."""
        url = self.document.absolute(self.document.meta("og:image", "twitter:image"))
        for node in self.scope.css("img"):
            found = source_of(node)
            if not found or _FURNITURE.search(found) or is_furniture(node) or _small(node):
                continue
            lines = _caption_near(node)
            if lines or inside(node, {self.body.mem_id} if self.body is not None else set()):
                return [RawImage(self.document.absolute(found) or url, alt_of(node), lines)]
            url = url or self.document.absolute(found)
            break
        for node in self.scope.css(_CAPTION):
            text = text_of(node)
            if text and len(text) < 600 and not is_furniture(node, 4):
                return [RawImage(url, "", [text])]
        return [RawImage(url)] if url else []


def _own_name(node: LexborNode) -> str:
    """Class and id of a tag box; a post's own `tag-<name>` classes are no box."""
    return re.sub(r"(?<![a-z])tag-[a-z0-9-]+", "", name_of(node)) if node.tag == "article" else name_of(node)


def _common(a: LexborNode | None, b: LexborNode | None) -> LexborNode | None:
    if a is None or b is None:
        return None
    above = set()
    cursor: LexborNode | None = a
    while cursor is not None:
        above.add(cursor.mem_id)
        cursor = cursor.parent
    cursor = b
    while cursor is not None and cursor.mem_id not in above:
        cursor = cursor.parent
    return cursor if cursor is not None and cursor.tag not in {"html", None} else None


def _lines(start: LexborNode, stop: set[int], budget: int, *, enter: bool = False) -> list[str]:
    """Block texts after an element (or inside it, with `enter`) until a stop element or the budget."""
    found: list[str] = []
    parts: list[str] = []

    def flush() -> None:
        text = squash("".join(parts))
        parts.clear()
        if text:
            found.append(text)

    node: LexborNode | None = start
    descend = enter
    for _ in range(budget):
        assert node is not None  # noqa: S101  # loop invariant
        child = node.first_child if descend else None
        while child is None:
            if node is None:
                flush()
                return found
            if node.tag in BREAKS:
                flush()
            child = node.next
            if child is None:
                node = node.parent
        node = child
        if node.mem_id in stop:
            break
        tag = node.tag or ""
        descend = True
        if tag == "-text":
            parts.append(node.text_content or "")
            descend = False
        elif tag in BREAKS:
            flush()
    flush()
    return found


def source_of(node: LexborNode) -> str:
    attributes = node.attributes
    for key in ("data-original", "data-src", "data-lazy-src", "src"):
        value = attributes.get(key)
        if value and not value.startswith("data:"):
            return value.strip()
    return ""


def alt_of(node: LexborNode) -> str:
    return squash(node.attributes.get("alt") or "")


def _small(node: LexborNode) -> bool:
    width = re.match(r"\d+", node.attributes.get("width") or "")
    return bool(width) and int(width[0]) < 150


def _caption_near(image: LexborNode) -> list[str]:
    """Caption lines of a picture: in its figure, else in a caption element beside it."""
    node: LexborNode | None = image.parent
    for _ in range(3):
        if node is None or node.tag in {"body", "article", "main"}:
            return []
        lines = [text_of(n) for n in node.css(_CAPTION)]
        lines = [line for line in lines if line]
        if lines:
            return list(dict.fromkeys(lines))[:2]
        node = node.parent
    return []
