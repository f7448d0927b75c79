"""A body element → blocks: one a visual paragraph, whatever markup makes the break."""

from collections.abc import Container

from selectolax.lexbor import LexborNode

from ogpnews.raw import Block, Link
from ogpnews.text.clean import collapse, squash

BREAKS = frozenset(
    {
        *(
            "p",
            "div",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hgroup",
            "center",
            "address",
        ),
        *(
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "details",
        ),
        *("section", "article", "header", "footer", "aside", "main", "nav", "form", "fieldset"),
        *("table", "tbody", "thead", "tfoot", "tr", "caption", "summary"),
    }
)
STRONG = frozenset({"strong", "b", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
NO_CONTENT = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "object", "svg", "video", "audio"),
        *("button", "input", "select", "textarea"),
    }
)
"""Elements whose text no reader sees, or only to click on it."""


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
        cells += child.tag in {"td", "th"}
        child = child.next
    return cells >= 3


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
        todo: list[tuple[LexborNode, str | None]] = []
        node: LexborNode | None = container.first_child
        while True:
            if node is None:
                if not todo:
                    break
                parent, tag = todo.pop()
                if tag is not None:
                    self.close(tag)
                node = parent.next
                continue
            tag = node.tag
            if tag == "-text":
                self.text(node.text_content or "")
            elif tag is not None and self.counts(node, tag):
                child = self.open(node, tag)
                if child is not None:
                    todo.append((node, tag))
                    node = child
                    continue
                self.close(tag)
            node = node.next
        self.flush()
        return self.found

    def counts(self, node: LexborNode, tag: str) -> bool:
        """False for comments, scripts and what the caller leaves out."""
        if tag[0] in "-_!" or tag in NO_CONTENT:
            return False
        return not self.skip or node.mem_id not in self.skip

    def text(self, value: str) -> None:
        self.parts.append(value)
        if not value.isspace():
            if self.strong:
                self.bold = True
            else:
                self.plain = True

    def open(self, node: LexborNode, tag: str) -> LexborNode | None:
        if tag in BREAKS:
            self.flush()
            self.tags.append(tag)
            if tag == "tr" and _is_data(node):
                self.row += 1
        elif tag == "a":
            self.links.append((len(self.parts), node.attributes.get("href") or ""))
        elif tag in {"td", "th"}:
            self.parts.append(" ")
        if tag in STRONG:
            self.strong += 1
        return node.first_child

    def close(self, tag: str) -> None:
        if tag in BREAKS:
            if tag == "tr" and self.row:
                self.row -= 1
            self.flush()
            self.tags.pop()
        elif tag == "a" and self.links:
            start, href = self.links.pop()
            text = squash("".join(self.parts[start:]))
            if text:
                self.done_links.append(Link(text, href))
        if tag in STRONG:
            self.strong -= 1

    def flush(self) -> None:
        if self.row:
            self.parts.append(" ")
        elif self.parts:
            text = collapse("".join(self.parts))
            if text:
                links = tuple(self.done_links)
                tag = self.tags[-1]
                self.found.append(Block(text, tag, links, self.bold and not self.plain))
            self.parts.clear()
            # A link may run over a break: what follows starts it anew.
            self.links = [(0, href) for _start, href in self.links]
            self.done_links.clear()
        self.bold = self.plain = False
