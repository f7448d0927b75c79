"""Where the article's text is on a page that nobody described: text density over the tree."""

import re
from collections import defaultdict
from functools import lru_cache

from selectolax.lexbor import LexborNode

from ogpnews.pages import tags
from ogpnews.pages.document import Document
from ogpnews.resources import lexicon

_LEAST = 20
"""Shorter text nodes are labels, links and dates."""
_UNION = 1.35
"""A parent with this much more text than its best child holds an article in several parts."""
_PIECE = 100
"""Characters of prose in boxes of the body's own make that are parts of it, however short."""
_LEVELS = 2
"""How far above a part of the body the element around all of them may be."""
_TEASER = 150
"""Characters a link: text with more links than that is a list of teasers."""

_WORDS = lexicon("pages")
_GOOD_NAME = re.compile("|".join(map(re.escape, _WORDS["body"])))
_BAD_NAME = re.compile("|".join(map(re.escape, _WORDS["bad"])))
_ENDS = frozenset('.!?”"')
_PROSE = 50
"""Characters from which a comma shows prose."""
_SENTENCE = re.compile(r"[.,!?:;”\"]")


def name_of(node: LexborNode) -> str:
    """Class and id of an element, lower case, for comparing with the vocabulary."""
    return name_in(node.attributes)


def name_in(attributes: dict[str, str | None]) -> str:
    """The same, where the element's attributes are at hand."""
    value = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if attributes.get("itemprop") == "articleBody":
        value += " articlebody"
    if "elementor-widget" in value:  # the page builder calls every part a widget
        value = value.replace("elementor-widget", "elementor-part")
    return value.lower()


def _is_prose(text: str) -> bool:
    """True for a sentence or a piece of one; dates and headlines have commas, but no end."""
    return text[-1] in _ENDS or (len(text) >= _PROSE and _SENTENCE.search(text) is not None)


@lru_cache(maxsize=8192)
def _verdict(name: str) -> int:
    """1 for the name of a body, -1 for that of a part without article text, else 0."""
    if _GOOD_NAME.search(name):
        return 1
    return -1 if _BAD_NAME.search(name) else 0


def find(document: Document, title: LexborNode | None) -> LexborNode | None:
    """The element that holds the article's text; None where no element holds prose."""
    weights = _Weights(document.root, title)
    if not weights.score:
        return None
    best = max(weights.score, key=weights.score.__getitem__)
    return _widened(weights.around[best], weights, document.root.mem_id)


def _widened(node: LexborNode, weights: "_Weights", root: int) -> LexborNode:
    """The element around a body's parts, where most of the text of each stands in a box of its own."""
    total = weights.totals()
    box, level = node, 0
    while level < _LEVELS:
        parent = box.parent
        if parent is None or parent.mem_id == root or parent.tag_id in tags.TOP:
            break
        if weights.factor(parent) < 1:
            break
        more = total[parent.mem_id] - total[node.mem_id]
        alike = sum(total[item.mem_id] for item in _alike(box, parent))
        of_one_make = not level and alike > _PIECE and alike > 0.8 * more
        if level:  # farther up only boxes of the same make are the article's
            more = alike
        box, level = parent, level + 1
        if more < total[node.mem_id] * (_UNION - 1) and not of_one_make:
            continue
        links = len(parent.css("a")) - len(node.css("a"))
        if links * _TEASER > more and weights.factor(parent) <= 1:
            break  # headlines with a sentence each: a list of other stories
        node, level = parent, 0
    return node


def _alike(box: LexborNode, parent: LexborNode) -> list[LexborNode]:
    """The other children of `parent` with the tag and the first class of `box`."""
    found = []
    item = parent.first_child
    name = _first_class(box)
    while item is not None and name:
        same = item.tag_id == box.tag_id and item.mem_id != box.mem_id
        if same and _first_class(item) == name:
            found.append(item)
        item = item.next
    return found


def _first_class(node: LexborNode) -> str:
    """What kind of box it is; the classes behind the first one say in which state."""
    return next(iter((node.attributes.get("class") or "").split()), "")


class _Weights:
    """How much prose each container holds."""

    def __init__(self, root: LexborNode, title: LexborNode | None):
        self.score: dict[int, float] = defaultdict(float)
        self.own: dict[int, float] = defaultdict(float)
        self.nodes: dict[int, LexborNode] = {}
        self.around: dict[int, LexborNode] = {}
        self._factors: dict[int, float] = {}
        title_id = title.mem_id if title is not None else None
        before = 0.4 if title is not None else 1.0
        for node in root.traverse(include_text=True, skip_empty=True):
            text = node.text_content  # None for elements
            if text is None:
                if before < 1 and node.mem_id == title_id:
                    before = 1.0
            elif len(text) >= _LEAST and len(text := text.strip()) >= _LEAST:
                self.add(node.parent, text, before)
        for key, weight in self.own.items():
            self._share(self.nodes[key], weight)

    def add(self, container: LexborNode | None, text: str, before: float) -> None:
        while container is not None and (tag := container.tag_id) in tags.INLINE:
            if tag == tags.A:
                return
            container = container.parent
        if container is None or tag in tags.NO_CONTENT:
            return
        if tag in tags.PARAGRAPHS:
            container = container.parent
            while container is not None and container.tag_id in tags.LISTS:
                container = container.parent
        if container is None:
            return
        key = container.mem_id
        factor = self._factors.get(key)
        if factor is None:
            factor = self.factor(container)
        self.nodes[key] = container
        self.own[key] += len(text) * (1.0 if _is_prose(text) else 0.2) * before * factor

    def _share(self, container: LexborNode | None, weight: float) -> None:
        """The whole weight of a container's text to itself, half of it to the element around it, …"""
        for _ in range(3):
            if container is None or container.tag_id == tags.HTML:
                break
            key = container.mem_id
            self.around.setdefault(key, container)
            self.score[key] += weight
            weight *= 0.5
            container = container.parent

    def factor(self, node: LexborNode) -> float:
        """Less than 1 inside comments, sidebars and the like; more than 1 inside a named body."""
        chain = []
        cursor: LexborNode | None = node
        value = 1.0
        while cursor is not None and cursor.tag_id not in tags.TOP:
            known = self._factors.get(cursor.mem_id)
            if known is not None:
                value = known
                break
            chain.append(cursor)
            cursor = cursor.parent
        for item in reversed(chain):
            named = _verdict(name_of(item))
            if named < 0 or item.tag_id in tags.ASIDES:
                value = min(value, 0.15)
            elif named > 0 and value == 1.0:
                value = 1.5
            self._factors[item.mem_id] = value
        return value

    def totals(self) -> dict[int, float]:
        """Prose below each element, all of it counted alike."""
        total: dict[int, float] = defaultdict(float)
        for key, weight in self.own.items():
            node: LexborNode | None = self.nodes.get(key)
            while node is not None:
                total[node.mem_id] += weight
                node = node.parent
        return total
