"""Lines of text around an element, and what stands in one line beside a date."""

import re

from selectolax.lexbor import LexborNode

from ogpnews.pages.tags import BREAKS, NO_CONTENT
from ogpnews.text.clean import squash
from ogpnews.text.credits import is_credit_line
from ogpnews.text.date_shapes import TAIL, find
from ogpnews.text.dates import is_date_line, parse_clock
from ogpnews.text.moments import WEEKDAYS
from ogpnews.text.persons import person

_MOST_LINES = 40
"""Lines on one side of headline and body; what is farther away is another part of the page."""
_PROSE = 180
"""Characters: a longer line is the text's."""
_ROW = 200
"""Characters of the longest line that may hold a date among other things."""
_LONE_CLOCK = 16
_PIECES = re.compile(r"\s{0,3}[|•·»]\s{0,3}|\s{1,3}[-–—/]\s{1,3}")
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d[.:][0-5]\d(?!\d)")
_WEEKDAY = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, WEEKDAYS))})\W{{0,3}}$", re.IGNORECASE)
_COUNTER = re.compile(r"(?:dibaca|dilihat|views?|hits?|komentar)\b.{0,20}$", re.IGNORECASE)


class Rows:
    """Lines behind an element (or inside it, with `enter`) until a stop or the budget.

    `within`, the body where it holds the headline too: nothing behind its first prose is read.
    """

    def __init__(
        self,
        start: LexborNode,
        stop: set[int],
        budget: int,
        *,
        enter: bool = False,
        within: LexborNode | None = None,
        most: int = _MOST_LINES,
    ):
        self.lines: list[str] = []
        """One a block or line break."""
        self._cells: list[list[str]] = []
        self._parts: list[str] = []
        self._most = most
        self._bound = within.mem_id if within is not None else None
        self._walk(start, stop, budget, enter)

    @property
    def texts(self) -> list[str]:
        """The same, one an element: icons, badges and list items part what one line shows."""
        rows = (
            cells for line, cells in zip(self.lines, self._cells, strict=True) if len(line) <= _ROW
        )
        return [text for cells in rows for cell in cells if (text := squash(cell))]

    def _walk(self, node: LexborNode, stop: set[int], budget: int, descend: bool) -> None:
        for _ in range(budget):
            if len(self.lines) >= self._most:
                return
            following = node.first_child if descend else None
            while following is None:
                if self._parts and node.tag_id in BREAKS and self._ends_line():
                    return
                if self._bound is not None and node.mem_id == self._bound:
                    return
                following = node.next
                if following is None:
                    if node.parent is None:
                        self._ends_line()
                        return
                    node = node.parent
            node = following
            if node.mem_id in stop:
                break
            text = node.text_content
            if text is not None:
                self._parts.append(text)
                descend = False
                continue
            tag = node.tag_id
            descend = tag not in NO_CONTENT
            if self._parts and tag in BREAKS and self._ends_line():
                return
        self._ends_line()

    def _ends_line(self) -> bool:
        """Close the open line; True where it is the text's and nothing behind it is wanted."""
        text = squash("".join(self._parts))
        if text:
            self.lines.append(text)
            self._cells.append(self._parts)
        self._parts = []
        return self._bound is not None and len(text) > _PROSE


def dated(line: str) -> list[str]:
    """Date lines inside a longer line; a clock behind the next bar or dash belongs to its day."""
    if len(line) > _ROW:
        return []
    starts, ends = [0], []
    for gap in _PIECES.finditer(line):
        ends.append(gap.start())
        starts.append(gap.end())
    ends.append(len(line))
    found = []
    for number, start in enumerate(starts):
        if is_date_line(line[start : ends[number]]):
            following = line[start : ends[min(number + 1, len(ends) - 1)]]
            clock = _CLOCK.search(following, ends[number] - start)
            found.append(following if clock else line[start : ends[number]])
    return found


def with_clocks(lines: list[str]) -> list[str]:
    """Lines with the clock that templates print in a line of its own: `4 Mei 2024`, `9:05`."""
    found = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        lone = len(following) <= _LONE_CLOCK and not _CLOCK.search(line) and is_date_line(line)
        found.append(f"{line} {following}" if lone and parse_clock(following) else line)
    return found


def cut(line: str) -> tuple[str, str, str] | None:
    """What stands before the first date of a short line, the date, and what stands behind it."""
    if len(line) > _ROW or line.endswith((".", "!", "?")):
        return None
    seen = find(line)
    if not seen:
        return None
    start, end = seen[:2]
    if day := _WEEKDAY.search(line, 0, start):
        start = day.start()
    tail = TAIL.match(line, end)
    end = tail.end() if tail else end
    return line[:start].strip(" ,(|-–"), line[start:end], line[end:].strip(" ,)|-–")


def beside_date(line: str) -> list[str]:
    """Names in the date line itself: `Arga Sumantri - 11 Februari 2016 06:30 wib`."""
    found: list[str] = []
    pieces = [piece for piece in _PIECES.split(line) if piece] if len(line) <= _ROW else []
    for piece in pieces:
        parted = cut(piece)
        for name in (parted[0], parted[2]) if parted else (piece,):
            words = len(_COUNTER.sub("", name).split())
            if (
                words >= 2
                and not name.endswith(":")
                and (is_credit_line(name) or (person(name) and name[0].isupper()))
            ):
                found.append(name)
    return found[:2]
