"""The family for text-only input: a .txt dump of a page, a WET record."""

import re
from collections.abc import Sequence

from ogpnews.pages.headline import strip_suffix
from ogpnews.pages.parts import paired
from ogpnews.pages.rows import beside_date, cut, dated, with_clocks
from ogpnews.raw import Block, RawArticle, RawImage
from ogpnews.text import captions, datelines, inserts
from ogpnews.text.bodyparts import ended, is_prose
from ogpnews.text.clean import collapse, loose, squash
from ogpnews.text.credits import is_credit_line
from ogpnews.text.dates import is_date_line

_HEAD = 60
"""Lines of menu that a dump may begin with before the headline."""
_NO_MENU = 3
"""First lines among which a headline is believed without a date or the page's title."""
_TOP = 600
"""The same where the page's own title, the first line of a WET record, says what to look for."""
_HEADER = 24
"""Lines of byline, date, channel and buttons between headline and text."""
_ABOVE = 6
"""Lines above the headline among which the date may stand."""
_BESIDE = 5
"""Lines from a headline to its date, where the date is what shows the headline."""
_BUTTONS = 60
"""Lines of buttons and menus that may stand between headline and text."""
_LEAST_TITLE = 15
_MOST_TITLE = 200
_SURE_TITLE = 25
_FOOT = 8
"""Lines behind the text that may hold its credits."""
_MENU = 7
"""So many lines on end that are no text are the page's again."""
_TEASERS = 3
_LISTED = re.compile(
    r"(?:[-–—•*·]|[(\[]?\d{1,2}[.)\]/]|\d{1,2}\s[A-Z]|\(?[a-z][.)])\s?\S|https?://|www\."
)
_SITE = re.compile(r"\s[|–—-]\s")
_SIGNED = re.compile(r"[(\[][^()\[\]]{1,60}[)\]]\.?")
_SENTENCE_END = re.compile(r"[.!?”\"…*)\]]\s*$")


def read(text: str, *, outlet_names: Sequence[str] = ()) -> RawArticle:
    """Headline, date line, byline, caption and body by their order and their shapes.

    The first line may be the page's own title, as in a WET record: the line that it begins with is
    the headline then, however long the menu above it.
    """
    raw = RawArticle(family="textdump")
    printed = [line for line in map(collapse, text.splitlines()) if line]
    lines = [squash(line) for line in printed]
    if not lines:
        return raw
    title = _headline(lines)
    if title is not None:
        raw.title = _without_site(lines[title], outlet_names)
    head = title if title is not None else -1
    start = _header(lines, head, raw)
    start, caption = _opening(lines, start, outlet_names)
    if caption:
        # Printed twice, the second time with its credit: figcaption after alt text.
        raw.images = [RawImage(None, "", [*reversed(lines[start - caption : start])])]
    raw.blocks = [Block(printed[number]) for number in _body(lines, start)]
    raw.where = {"title": "text", "published": "text", "text": "text", "images": "text"}
    return raw


def outlet_name(raw: RawArticle) -> str | None:
    """What the outlet calls itself in the first paragraph's dateline."""
    for block in raw.blocks[:3]:
        found = datelines.split(block.text)
        if found:
            return found[0].outlet
    return None


def _is_sentence(line: str) -> bool:
    return len(line) >= _LEAST_TITLE and ended(line) and not line.endswith(("...", "…"))


def _headline(lines: Sequence[str]) -> int | None:
    """Number of the headline's line; None where the dump begins with the text itself."""
    found = _by_page_title(lines)
    if found is None:
        found = _above_date(lines)
    if found is not None:
        return found
    for number, line in enumerate(lines[:_NO_MENU]):
        opens = datelines.split(line) is not None
        if opens or (is_prose(line) and (len(line) > _MOST_TITLE or line.endswith("."))):
            return None
        named = len(line) >= _LEAST_TITLE and " " in line
        if named and not is_credit_line(line) and not is_date_line(line):
            return number
    return 0 if len(lines) == 1 else None


def _by_page_title(lines: Sequence[str]) -> int | None:
    """The line that the first one, `Headline - Site`, begins with; with text or byline behind it."""
    told, first = loose(lines[0]), None
    short = loose(_SITE.split(lines[0])[-1]) if lines[0].endswith(("…", "...")) else ""
    for number, line in enumerate(lines[1:_TOP], 1):
        if not _LEAST_TITLE <= len(line) <= _MOST_TITLE:
            continue
        key = loose(line)
        cut_off = len(short) >= _SURE_TITLE and key.startswith(short)
        if not key or not (told.startswith(key) or cut_off or _mostly(key, told)):
            continue
        if any(map(_is_below_headline, lines[number + 1 : number + 1 + _BESIDE])):
            return number
        first = first or number
    return first


def _mostly(key: str, told: str) -> bool:
    return len(key) >= _SURE_TITLE and len(key) * 2 > len(told) and key in told


def _is_below_headline(line: str) -> bool:
    return is_date_line(line) or is_credit_line(line) or is_prose(line)


def _above_date(lines: Sequence[str]) -> int | None:
    """The line above the first date line that is long enough and no byline."""
    date = next((i for i, line in enumerate(lines[:_HEAD]) if is_date_line(line)), 0)
    for number in range(date - 1, max(-1, date - 1 - _BESIDE), -1):
        line = lines[number]
        if _LEAST_TITLE <= len(line) <= _MOST_TITLE and not is_credit_line(line):
            return number
    return None


def _without_site(title: str, outlet_names: Sequence[str]) -> str:
    for name in outlet_names:
        title = strip_suffix(title, name)
    return title


def _header(lines: Sequence[str], title: int, raw: RawArticle) -> int:
    """Dates and credits below the headline go to `raw`; the number of the line behind them."""
    start = title + 1
    if title < 0:
        return start
    end, last = _bounds(lines, start)
    near = [*with_clocks(list(lines[start:end])), *reversed(lines[max(0, title - _ABOVE) : title])]
    rows = [line for line in near if is_date_line(line)]
    found = rows or [piece for line in near for piece in dated(line)]
    if not found:
        cuts = [(line, parted) for line in near if (parted := cut(line)) and not is_prose(line)]
        rows, found = [line for line, _ in cuts], [parted[1] for _, parted in cuts]
    else:
        rows = [line for line in near if any(part in line for part in found)]
    raw.date_lines = found[:6]
    named = [line for line in paired(list(lines[start:end])) if is_credit_line(line)]
    raw.credit_lines += named or [name for row in rows[:2] for name in beside_date(row)]
    return last


def _bounds(lines: Sequence[str], start: int) -> tuple[int, int]:
    """Where the header's lines end, and the number behind its last line of date or byline.

    One paragraph may stand before the first of these, not behind it: the standfirst.
    """
    end, last, prose = start, start, 0
    for number in range(start, min(start + _HEADER, len(lines))):
        line = lines[number]
        if is_date_line(line) or is_credit_line(line) or dated(line):
            last = number + 1
        elif is_prose(line) or (number > start and datelines.split(line) is not None):
            prose += 1
            if prose > 1 or last > start:
                break
        end = number + 1
    return end if last > start or prose > 1 else min(end, start + _BESIDE), last


def _opening(lines: Sequence[str], start: int, outlet_names: Sequence[str]) -> tuple[int, int]:
    """Number of the text's first line, and how many lines before it are the picture's caption."""
    ahead = range(start, min(start + _BUTTONS, len(lines)))
    opening = [number for number in ahead if _opens(lines[number], outlet_names)]
    # A lone sentence is a caption or a notice, where another one has text behind it.
    going_on = (n for n in opening if any(map(is_prose, lines[n + 1 : n + _MENU])))
    first = next(going_on, opening[0] if opening else start)
    for number in range(first, min(first + _BESIDE, len(lines))):
        if datelines.split(lines[number], outlet_names=outlet_names):
            first = number  # what stands before it is a caption, a standfirst, a button
            break
        if number > first and is_prose(lines[number]):
            break
    near = range(first, max(start, first - _BESIDE) - 1, -1)
    sizes = [(_caption(lines[number : number + 2], outlet_names), number) for number in near]
    size, number = max(sizes, default=(0, start), key=lambda found: found[0])
    if size:
        return max(first, number + size), size
    return first, 0


def _opens(line: str, outlet_names: Sequence[str]) -> bool:
    if is_prose(line) or _is_sentence(line):
        return True
    return datelines.split(line, outlet_names=outlet_names) is not None


def _caption(lines: Sequence[str], outlet_names: Sequence[str]) -> int:
    """How many of two lines are the picture's caption."""
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


def _body(lines: Sequence[str], start: int) -> list[int]:
    """Numbers of the text's lines: up to where menus begin again, with the credits behind it."""
    end = _end(lines, start)
    foot = range(end, min(end + _FOOT, len(lines)))
    return [*range(start, end), *(number for number in foot if _is_sign_off(lines[number]))]


def _end(lines: Sequence[str], start: int) -> int:
    menu = 0
    for number in range(start, len(lines)):
        line = lines[number]
        if is_date_line(line) and _is_list(lines[number : number + 3 * _TEASERS]):
            return number - min(1, number - start)  # the first teaser's headline is above its date
        going_on = is_prose(line) or _LISTED.match(line) or _is_sentence(line)
        menu = 0 if going_on else menu + 1
        if menu == _MENU:
            return number - _MENU + 1
    return len(lines)


def _is_list(lines: Sequence[str]) -> bool:
    """Whether dates stand so close together as in a list of other stories."""
    return sum(map(is_date_line, lines)) >= _TEASERS


def _is_sign_off(line: str) -> bool:
    return is_credit_line(line) or _SIGNED.fullmatch(line) is not None
