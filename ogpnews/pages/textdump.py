"""The family for text-only input: a .txt dump of a page, a WET record."""

import re
from collections.abc import Sequence

from ogpnews.raw import Block, RawArticle, RawImage
from ogpnews.text import captions, datelines, inserts
from ogpnews.text.clean import collapse, loose, squash
from ogpnews.text.credits import is_credit_line
from ogpnews.text.dates import is_date_line

_HEAD = 60
"""Lines of menu that a dump may begin with before the headline."""
_LEAST_TITLE = 15
_SENTENCE_END = re.compile(r"[.!?”\"…*)\]]\s*$")


def read(text: str, *, outlet_names: Sequence[str] = ()) -> RawArticle:
    """Headline, date line, caption and body by their order and their shapes."""
    raw = RawArticle(family="textdump")
    printed = [line for line in map(collapse, text.splitlines()) if line]
    lines = [squash(line) for line in printed]
    if not lines:
        return raw
    date = next((i for i, line in enumerate(lines[:_HEAD]) if is_date_line(line)), None)
    title = _title(lines, date)
    raw.title = lines[title]
    start = title + 1
    if date is not None:
        raw.date_lines = [lines[date]]
        start = max(start, date + 1)
        head = [line for line in lines[title + 1 : date] if is_credit_line(line)]
        raw.credit_lines += head
    rest = lines[start:]
    rest = _credits_before(rest, raw)
    caption = _caption(rest, outlet_names)
    if caption:
        # Printed twice, the second time with its credit: figcaption after alt text.
        raw.images = [RawImage(None, "", [*reversed(rest[:caption])])]
    raw.blocks = [Block(line) for line in printed[len(lines) - len(rest) + caption :]]
    raw.where = {"title": "text", "published": "text", "text": "text", "images": "text"}
    return raw


def outlet_name(raw: RawArticle) -> str | None:
    """What the outlet calls itself in the first paragraph's dateline."""
    for block in raw.blocks[:3]:
        found = datelines.split(block.text)
        if found:
            return found[0].outlet
    return None


def _title(lines: Sequence[str], date: int | None) -> int:
    """The line right above the date line that is long enough; the first such line without a date."""
    if date:
        for i in range(date - 1, -1, -1):
            if len(lines[i]) >= _LEAST_TITLE and not is_credit_line(lines[i]):
                return i
    for i, line in enumerate(lines[:_HEAD]):
        if len(line) >= _LEAST_TITLE and i != date:
            return i
    return 0


def _credits_before(lines: list[str], raw: RawArticle) -> list[str]:
    """Byline rows between date line and body go to the credits."""
    at = 0
    while at < len(lines) and at < 4 and is_credit_line(lines[at]):
        raw.credit_lines.append(lines[at])
        at += 1
    return lines[at:]


def _caption(lines: Sequence[str], outlet_names: Sequence[str]) -> int:
    """How many of the first lines are the picture's caption."""
    if len(lines) < 2 or datelines.split(lines[0], outlet_names=outlet_names):
        return 0
    first, second = loose(lines[0]), loose(lines[1])
    if len(first) > 10 and second.startswith(first):
        return 2
    read_caption = captions.read([lines[0]], outlet_names=outlet_names)
    opens = datelines.split(lines[1], outlet_names=outlet_names) is not None
    if len(lines[0]) < 400 and (
        read_caption.credit or (opens and not _SENTENCE_END.search(lines[0]))
    ):
        return 1 if inserts.classify(Block(lines[0])).what == "body" else 0
    return 0
