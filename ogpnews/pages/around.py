"""What stands around headline and body on a page that nobody described."""

import re
from collections.abc import Iterator
from functools import cached_property

from selectolax.lexbor import LexborNode

from ogpnews.pages import tags
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.pages.parts import (
    MARK,
    credit_texts,
    exceeds,
    in_own_footer,
    inside,
    is_far,
    is_furniture,
    is_picture_part,
    paired,
    short,
)
from ogpnews.pages.rows import Rows, beside_date, cut, dated, with_clocks
from ogpnews.pages.structured import leaf, people
from ogpnews.resources import lexicon
from ogpnews.text.clean import loose
from ogpnews.text.credits import is_credit_line
from ogpnews.text.dates import is_date_line
from ogpnews.text.persons import person

_WORDS = lexicon("pages")
TAG_LABELS = frozenset(_WORDS["tag_labels"])
"""Headings of a tag box."""
_BYLINE = ", ".join(
    ["[rel=author]", "[itemprop=author]", *(f"[class*={w}]" for w in _WORDS["byline"])]
    + ["[id=penulis]", "[id=editor]", "[id=author]", "[id=reporter]"]
    + [f"a[href*='/{w}/']" for w in _WORDS["profile_paths"]]
)
_EDITOR = re.compile(r"editor|redaktur")
_DATE = ", ".join(["time", "[itemprop=datePublished]", *(f"[class*={w}]" for w in _WORDS["date"])])
_TAG_BOX = re.compile(rf"(?<![a-z])(?:{'|'.join(_WORDS['tags'])})(?![a-z])")
_TAG_BOXES = ", ".join(f"[class*={w}], [id*={w}]" for w in ("tag", "topi", "label", "keyword"))
_TAG_LINKS = ", ".join(
    [
        '[rel="tag"]',
        "[itemprop=keywords] a",
        "a[itemprop=keywords]",
        *(f"a[href*='{w}']" for w in _WORDS["tag_stems"]),
    ]
)
_CHANNEL_LINKS = ", ".join(f"a[href*='/{word}/']" for word in _WORDS["channel_paths"])
_CHANNEL_PATH = re.compile(rf"/(?:{'|'.join(_WORDS['channel_paths'])})/")
_CHANNEL = ", ".join(f"[class*={word}]" for word in _WORDS["channel"])
_POST_TAG = re.compile(r"(?<![a-z])tag-[a-z0-9-]+")
_HEADER_NODES, _FOOT_NODES, _BEFORE_LEVELS = 300, 150, 2
_HEADER_LINES = 12
"""Lines or texts below the headline among which byline and date are looked for in pieces."""
_MOST_TAGS = 25
_MOST_OF_TAGS = 800
"""Characters of the longest box of tags."""
_TAG_LEVELS = 3
_STORIES = tags.ids("article main body")
_CLOUD = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, _WORDS['clouds']))})")
_HOME = frozenset(_WORDS["page_types"])
_LABELLED = re.compile("|".join(_WORDS["own_tags"]), re.IGNORECASE)
_WP_POST = re.compile(r"\b(?:type-post|hentry|status-publish)\b")
_MOST_NAMED = 300
"""Elements with a byline's name that are looked at; pages have a dozen."""
_LONGEST_BOX = 600
"""Characters of a byline's box with all that stands in it."""
_MOST_BYLINES = 4
_FOOT_LINES = 14


class Surroundings:
    """Short lines before, between and after headline and body, in reading order."""

    def __init__(self, document: Document, title: LexborNode | None, body: LexborNode | None):
        self.document, self.title, self.body = document, title, body
        self.scope = common(title, body) or document.root
        self._stop = {node.mem_id for node in (title, body) if node is not None}

    @cached_property
    def _behind_title(self) -> Rows | None:
        if self.title is None:
            return None
        body = self.body
        holder = body if body is not None and inside(self.title, {body.mem_id}, 30) else None
        return Rows(self.title, self._stop, _HEADER_NODES, within=holder)

    @cached_property
    def header(self) -> list[str]:
        """Lines between headline and body."""
        return self._behind_title.lines if self._behind_title is not None else []

    @cached_property
    def before(self) -> list[str]:
        """Lines above the headline, in the box around it."""
        start = self.title
        for _ in range(_BEFORE_LEVELS):
            parent = start.parent if start is not None else None
            if parent is not None and parent.mem_id != self.document.root.mem_id:
                start = parent
        if start is None or self.title is None or start.mem_id == self.title.mem_id:
            return []
        return Rows(start, self._stop, 120, enter=True).lines

    @cached_property
    def foot(self) -> list[str]:
        """Lines below the body."""
        if self.body is None:
            return []
        return Rows(self.body, self._stop, _FOOT_NODES, most=_FOOT_LINES).lines

    @cached_property
    def texts(self) -> list[str]:
        """What stands between headline and body, one an element."""
        return self._behind_title.texts if self._behind_title is not None else []

    def named(self, selector: str, longest: int) -> Iterator[LexborNode]:
        """Elements of the scope that a selector of names finds, furniture left out."""
        yield from short((n for n in self.scope.css(selector) if not is_furniture(n)), longest)

    @cached_property
    def dates(self) -> list[str]:
        """Printed date lines, the likeliest first: below the headline, above it, by name, below."""
        near = [*with_clocks(self.header), *reversed(self.before)]
        lines = [line for line in near if is_date_line(line)]
        if not lines:  # a date between byline, channel and counters
            lines = [piece for line in near for piece in dated(line)]
        if not lines:
            lines = [text for text in with_clocks(self.texts) if is_date_line(text)]
        if not lines:
            lines = [parted[1] for line in near[:_HEADER_LINES] if (parted := cut(line))]
        if not lines:
            named = [text_of(node) for node in self.named(_DATE, 120)]
            lines = [line for line in named if is_date_line(line)]
        if not lines:
            lines = [line for line in self.foot[:8] if is_date_line(line)]
        return list(dict.fromkeys(lines))[:6]

    def credit_lines(self, captions: str = "") -> list[str]:
        """Labelled credit lines near headline and body, and the byline element's text.

        `captions` is what stands at the picture: its credit names no author of the text.
        """
        told = loose(captions)
        lines = [
            line
            for line in (*self.header[:20], *self.before[-8:], *self._own_foot())
            if len(line) < 160 and is_credit_line(line) and not (told and loose(line) in told)
        ]
        pairs = [line for line in paired(self.header[:12]) if line not in self.header]
        lines += pairs
        known = loose(" ".join(pairs))
        bare = [line for line in self._bylines() if not (known and loose(line) in known)]
        for line in bare:  # the same words glued together, where only links keep names apart
            lines = [other for other in lines if loose(other) != loose(line)]
        if not (bare or pairs):
            dates = self.dates[:2]
            rows = (row for row in (*self.header, *self.before) if len(row) < 200)
            rows = (row for row in rows if any(line in row for line in dates))
            bare = [name for row in dict.fromkeys([*rows, *dates]) for name in beside_date(row)]
        if not (bare or lines):
            bare = self._between_elements()
        return list(dict.fromkeys([*bare, *lines]))

    def _own_foot(self) -> list[str]:
        """Lines below the body; a dated one is another story's."""
        return [line for line in self.foot[:_FOOT_LINES] if len(line) >= 160 or cut(line) is None]

    def _between_elements(self) -> list[str]:
        """Names that only elements part from what else their line shows; a name that metadata knows."""
        texts = self.texts[:_HEADER_LINES]
        found = [text for text in paired(texts) if is_credit_line(text)]
        found = found or [name for text in texts for name in beside_date(text) if cut(text)]
        told = {loose(name) for names in people(self.document) for name in names}
        return found or [text for text in texts if loose(text) in told and person(text)][:2]

    def _bylines(self) -> list[str]:
        """Texts of the elements that are named as the byline's, outside the body."""
        body = {self.body.mem_id} if self.body is not None else set()
        found: list[str] = []
        taken: set[int] = set()
        for node in self.scope.css(_BYLINE)[:_MOST_NAMED]:
            if inside(node, taken) or is_far(node) or is_picture_part(node):
                continue
            if exceeds(node, _LONGEST_BOX) or (inside(node, body) and not _in_short_line(node)):
                continue
            lines = [line for line in credit_texts(node) if not is_date_line(line)]
            if not lines or len(" ".join(lines)) > 120:
                continue
            if len(found) >= _MOST_BYLINES:
                break
            taken.add(node.mem_id)
            for line in lines:
                if _EDITOR.search(name_of(node)) and ":" not in line:
                    line = f"Editor: {line}"  # noqa: PLW2901  # the role is in the element's name
                if loose(line) not in {loose(other) for other in found}:
                    found.append(line)
        return found[:_MOST_BYLINES]

    def tags(self) -> list[str]:
        """Displayed tags: links to tag pages below the body, or in a box that is named so."""
        for found in (*self._tag_links(), self._tag_boxes(self.scope)):
            texts = [text_of(node).lstrip("#").strip(" ,") for node in found]
            texts = [text for text in texts if text and text.casefold() not in TAG_LABELS]
            texts = list(dict.fromkeys(text for text in texts if len(text) <= 60))
            words = sorted(len(text.split()) for text in texts)
            titles = bool(words) and words[len(words) // 2] > 4
            if texts and len(texts) <= _MOST_TAGS and not titles:
                return texts
        return []

    def _place_of_tags(self) -> LexborNode:
        """The element around headline and body, a few levels up: tags stand below the text."""
        place = self.scope
        for _ in range(_TAG_LEVELS - 1):
            if place.parent is None or place.parent.tag_id in tags.TOP:
                break
            place = place.parent
        return place

    def _tag_boxes(self, place: LexborNode) -> list[LexborNode]:
        boxes = [n for n in place.css(_TAG_BOXES) if _TAG_BOX.search(_own_name(n))]
        own = (n for n in boxes if not (_is_cloud(n) or self._holds_story(n)))
        boxes = list(short(own, _MOST_OF_TAGS))
        return [link for box in boxes for link in (box.css("a") if box.tag_id != tags.A else [box])]

    def section(self) -> str | None:
        """Channel printed near the headline, in an element that is named so."""
        for node in self.named(_CHANNEL, 30):
            names = [text_of(link) for link in node.css("a")]
            if len(names) > 1:  # a breadcrumb; without its start, channels that the story is in
                home = names[0].casefold() in _HOME
                text = (leaf(names, text_of(self.title)) or "") if home else ""
            else:
                text = text_of(node).strip(" /|»>")
            if text and not self._holds_story(node):
                return text
        return self._filed_under()

    def _filed_under(self) -> str | None:
        """Text of the one link beside the headline that leads to a channel's page."""
        body = {self.body.mem_id} if self.body is not None else set()
        lines = loose(" ".join((*self.header[:_HEADER_LINES], *self.before[-_HEADER_LINES:])))
        for node in self.scope.css(_CHANNEL_LINKS):
            text = text_of(node).strip(" /|»>")
            if inside(node, body, 30) or is_far(node) or not 2 < len(text) <= 30:
                continue
            if loose(text) in lines:
                return text
        return None

    def _tag_links(self) -> Iterator[list[LexborNode]]:
        """Groups of tag links, the likeliest first: behind the body, before it, in it, farther away.

        Farther away only a box behind the body that is named so is the article's.
        """
        body = {self.body.mem_id} if self.body is not None else set()
        if self.body is not None:
            self.body.attrs[MARK] = "body"
        groups: dict[str, list[list[LexborNode]]] = {
            "behind": [],
            "before": [],
            "in": [],
            "far": [],
        }
        scope, side = {self.scope.mem_id}, "before"
        last: int | None = None
        for node in self._place_of_tags().css(f"[{MARK}=body], {_TAG_LINKS}"):
            if node.mem_id in body:
                side = "behind"
                continue
            told = node.attributes
            if "rel" not in told and "itemprop" not in told and not _is_tag_path(told.get("href")):
                continue
            if _CHANNEL_PATH.search(told.get("href") or ""):
                continue  # themes mark links to categories as tags, too
            where = "in" if inside(node.parent, body, 6) else side
            if where == "in" and told.get("rel") != "tag":
                continue
            if where != "in" and not inside(node, scope, 30):
                if side != "behind" or not _in_tag_box(node):
                    continue
                where = "far"
            if not text_of(node) or (_is_cloud(node) and not in_own_footer(node)):
                continue
            box = _box_of(node)
            if box != last or not groups[where]:
                groups[where].append([])
            groups[where][-1].append(node)
            last = box
        return (group[0] for group in groups.values() if group)

    def _holds_story(self, node: LexborNode) -> bool:
        """True for an element around headline or body: its class names the whole post."""
        ids = {node.mem_id}
        return inside(self.title, ids, 30) or inside(self.body, ids, 30)


def _in_tag_box(node: LexborNode) -> bool:
    """True for a link in a box, or of an element, that is named as tags are."""
    cursor: LexborNode | None = node
    for _ in range(4):
        if cursor is None or cursor.tag_id in _STORIES:
            return False
        if cursor.attributes.get("rel") == "tag" or _TAG_BOX.search(_own_name(cursor)):
            return True
        if cursor.tag_id != tags.A and _LABELLED.match(text_of(cursor)):
            return True
        cursor = cursor.parent
    return False


def _is_tag_path(href: str | None) -> bool:
    return any(path in (href or "") for path in _WORDS["tag_paths"])


def _is_cloud(node: LexborNode) -> bool:
    """True inside a list of the whole site's tags, a menu or a sidebar."""
    cursor: LexborNode | None = node
    for _ in range(8):
        if cursor is None or cursor.tag_id in _STORIES:
            return False
        name = _own_name(cursor)
        named = _CLOUD.search(name) and not _TAG_BOX.search(name)
        if cursor.tag_id in tags.ASIDES or (named and not _LABELLED.match(text_of(cursor))):
            return True
        cursor = cursor.parent
    return False


def _box_of(node: LexborNode) -> int | None:
    """Box of a tag link: the nearest element that says more than the link alone."""
    own = len(text_of(node)) + 2
    parent = node.parent
    while parent is not None and parent.tag_id != tags.BODY and not exceeds(parent, own):
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def _in_short_line(node: LexborNode) -> bool:
    """True where a byline stands in a line of its own; some bodies begin with theirs."""
    cursor: LexborNode | None = node
    while cursor is not None and cursor.tag_id not in tags.BREAKS:
        cursor = cursor.parent
    return cursor is not None and not exceeds(cursor, 100)


def _own_name(node: LexborNode) -> str:
    """Class and id of a box; the `tag-<name>` classes that WordPress gives a post are no box."""
    name = name_of(node)
    return _POST_TAG.sub("", name) if _WP_POST.search(name) else name


def common(a: LexborNode | None, b: LexborNode | None) -> LexborNode | None:
    """The nearest element around both."""
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
    return (
        cursor
        if cursor is not None and cursor.parent is not None and cursor.tag_id != tags.HTML
        else None
    )
