"""A body element → blocks: one a visual paragraph, whatever markup makes the break."""

from collections.abc import Container

from selectolax.lexbor import LexborNode

from ogpnews.pages.tags import BREAKS, CELLS, COMMENT, NO_CONTENT, STRONG, A
from ogpnews.raw import Block, Link
from ogpnews.text.clean import collapse, squash

_UNREAD = NO_CONTENT | {COMMENT}


def blocks(container: LexborNode, skip: Container[int] = ()) -> list[Block]:
    """The visual paragraphs below an element, in reading order.

    Block elements and every `<br>` end a paragraph; cells of a table row are joined by a space.
    `skip` holds the `mem_id` of elements to leave out with all that is in them.
    """
    return _Walk(skip).run(container)


def _is_data(row: LexborNode) -> bool:
    """True for a row of three cells and more; rows of fewer are layout."""
    cells, child = 0, row.first_child
    while child is not None:
        cells += child.tag_id in CELLS
        child = child.next
    return cells >= 3


_BREAK, _BOLD, _LINK, _CELL = 1, 2, 4, 8
_EFFECTS = dict.fromkeys(STRONG - BREAKS, _BOLD) | dict.fromkeys(CELLS - STRONG, _CELL)
_EFFECTS |= dict.fromkeys(BREAKS - STRONG, _BREAK) | dict.fromkeys(BREAKS & STRONG, _BREAK | _BOLD)
_EFFECTS |= dict.fromkeys(CELLS & STRONG, _CELL | _BOLD) | {A: _LINK}
"""What an element does to the lines; the others are looked through."""


class _Walk:
    """State of one walk; iterative, so that nesting depth cannot exhaust the stack."""

    def __init__(self, skip: Container[int]):
        self.skip = skip
        self.found: list[Block] = []
        self.parts: list[str] = []
        self.links: list[tuple[int, str]] = []
        self.done_links: list[Link] = []
        self.strong = 0
        self.row = 0
        """How many data rows are open: what breaks lines inside their cells does not break the row."""
        self.bold = self.plain = False
        self.tags = ["p"]

    def run(self, container: LexborNode) -> list[Block]:
        todo: list[tuple[LexborNode, int]] = []
        node: LexborNode | None = container.first_child
        while True:
            if node is None:
                if not todo:
                    break
                parent, effect = todo.pop()
                if effect:
                    self.close(effect)
                node = parent.next
                continue
            text = node.text_content
            if text is not None:
                self.text(text)
            elif (tag := node.tag_id) not in _UNREAD and not (
                self.skip and node.mem_id in self.skip
            ):
                effect = _EFFECTS.get(tag, 0)
                if effect:
                    self.open(node, effect)
                todo.append((node, effect))
                node = node.first_child
                continue
            node = node.next
        self.flush()
        return self.found

    def text(self, value: str) -> None:
        self.parts.append(value)
        if not value.isspace():
            if self.strong:
                self.bold = True
            else:
                self.plain = True

    def open(self, node: LexborNode, effect: int) -> None:
        if effect & _BREAK:
            self.flush()
            tag = node.tag or ""
            self.tags.append(tag)
            if tag == "tr" and _is_data(node):
                self.row += 1
        elif effect & _LINK:
            self.links.append((len(self.parts), node.attributes.get("href") or ""))
        elif effect & _CELL:
            self.parts.append(" ")
        if effect & _BOLD:
            self.strong += 1

    def close(self, effect: int) -> None:
        if effect & _BREAK:
            if self.row and self.tags[-1] == "tr":
                self.row -= 1
            self.flush()
            self.tags.pop()
        elif effect & _LINK and self.links:
            start, href = self.links.pop()
            text = squash("".join(self.parts[start:]))
            if text:
                self.done_links.append(Link(text, href))
        if effect & _BOLD:
            self.strong -= 1

    def flush(self) -> None:
        if self.row:
            self.parts.append(" ")
        elif self.parts:
            text = collapse("".join(self.parts))
            if text:
                if self.links:  # a link around the whole block: what is read of it so far
                    open_ = ((squash("".join(self.parts[at:])), href) for at, href in self.links)
                    self.done_links += [Link(words, href) for words, href in open_ if words]
                links = tuple(self.done_links)
                tag = self.tags[-1]
                self.found.append(Block(text, tag, links, self.bold and not self.plain))
            self.parts.clear()
            if self.links:  # a link may run over a break: what follows starts it anew
                self.links = [(0, href) for _start, href in self.links]
            self.done_links.clear()
        self.bold = self.plain = False
