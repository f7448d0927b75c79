"""Head and foot of a body: dateline, credit lines, sign-off, end marks."""

import re
from collections.abc import Sequence

from ogpnews.resources import lexicon
from ogpnews.text import credits as credit_lines
from ogpnews.text import datelines
from ogpnews.text.bodyparts import Body, Item, ended
from ogpnews.text.clean import squash
from ogpnews.text.inserts import Related, is_link, strip_end_marks
from ogpnews.text.organisations import HOST

DASH = re.compile(r"(?:--+|[-–—|:])\s?")
"""What divides a dateline from the text."""
_LEADING_DASH = re.compile(r"^(?:--+|[-–—])\s?")
_NAME = re.compile(r"[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){1,3}")
_SOURCES = "|".join(map(re.escape, lexicon("credits")["roles"]["source"]))
_SOURCE = re.compile(
    rf"[(\[]?(?:{_SOURCES})\s?:\s?"
    r"([^()\[\]]{2,120})[)\]]?",
    re.IGNORECASE,
)
_SOURCE_LABEL = re.compile(rf"(?:{_SOURCES})\s?:?", re.IGNORECASE)
_SHORT = 60  # characters of a source in a line of its own
_LONGEST_CREDIT = 400  # characters
_FOOT = 40  # blocks at most behind the sign-off
_HEAD = 10  # blocks at most before the dateline
_CAPTION = 300  # characters


_MAY_CLOSE = re.compile(r"[–—|]|-(?!\w)|--")
_DATELINE = 90  # characters that a dateline may take


def head(paragraphs: list[Item], body: Body, outlet_names: Sequence[str]) -> None:
    """Credit lines before the text, and the dateline."""
    lines: list[str] = []
    while len(paragraphs) > 1 and len(lines) < 6 and _is_credit(paragraphs[0].text):
        lines.append(paragraphs.pop(0).text)
    body.credit_lines[:0] = lines
    if len(paragraphs) > 1 and DASH.match(paragraphs[1].text) and len(paragraphs[0].text) < 80:
        joined = f"{paragraphs[0].text} {paragraphs[1].text}"
        if datelines.split(joined, outlet_names=outlet_names):
            del paragraphs[0]
            paragraphs[0].text = joined
    for number, item in enumerate(paragraphs[:_HEAD]):
        if number and not _MAY_CLOSE.search(item.text, 0, _DATELINE):
            continue  # behind other text only a dateline with a dash is believed
        found = datelines.split(item.text, outlet_names=outlet_names)
        if found is None and number == 0:
            found = datelines.by_text(item.text, " ".join(other.text for other in paragraphs[:12]))
        if found and (number == 0 or (found[0].outlet and _is_furniture(paragraphs, number))):
            body.dateline, item.text = found
            if number:
                _drop_furniture(paragraphs, number, body)
            if not paragraphs[0].text:
                del paragraphs[0]
                if paragraphs:
                    paragraphs[0].text = _LEADING_DASH.sub("", paragraphs[0].text)
            return


def _is_furniture(paragraphs: Sequence[Item], number: int) -> bool:
    """Whether what stands before a dateline with an outlet is breadcrumb, date, deck or caption."""
    before, behind = paragraphs[:number], paragraphs[number:]
    if sum(item.prose for item in before) > 1 or any(len(i.text) > _CAPTION for i in before):
        return False
    return sum(len(item.text) for item in before) < sum(len(item.text) for item in behind)


def _drop_furniture(paragraphs: list[Item], number: int, body: Body) -> None:
    last = paragraphs[number - 1]
    if last.prose:
        body.captions.append(last.text)
    body.warnings.append("text before the dateline")
    del paragraphs[:number]


def _is_credit(text: str) -> bool:
    """A credit line, or the host of the outlet that the text is taken from."""
    if len(text) > _LONGEST_CREDIT:
        return False
    return credit_lines.is_credit_line(text) or HOST.fullmatch(text) is not None


def foot(paragraphs: list[Item], body: Body, outlet_names: Sequence[str]) -> None:
    """End marks, sign-off, credit lines and loose links at the end of the text."""
    lines = _behind_sign_off(paragraphs, body, outlet_names)
    found: list[str] = []
    links: list[Related] = []
    while paragraphs:
        last = paragraphs[-1]
        text, marks = strip_end_marks(last.text)
        body.count("end_mark", marks)
        last.text = text
        if not text:
            paragraphs.pop()
        elif body.initials is None and _sign(last, body, found, outlet_names):
            if not last.text:
                paragraphs.pop()
        elif len(paragraphs) > 1 and (_is_credit(text) or _is_signature(last)):
            found.insert(0, paragraphs.pop().text)
        elif source := _source(paragraphs):
            found.insert(0, source)
        elif len(paragraphs) > 1 and not found and _is_loose_link(last):
            link = paragraphs.pop().block.links[0]
            links.insert(0, Related("", squash(link.text), link.href or None))
        elif not marks:
            break
    body.related += links
    body.count("related", len(links))
    body.credit_lines += [*found, *lines]
    for line in body.credit_lines:
        if body.source is None and (match := _SOURCE.fullmatch(line.strip())):
            body.source = match[1].strip(" .")


def _sign(item: Item, body: Body, found: list[str], outlet_names: Sequence[str]) -> bool:
    """Take a sign-off in brackets off the end: initials, or the names that it holds."""
    signed = credit_lines.trailing_initials(item.text)
    if signed is None:
        return False
    rest, inner = signed
    printed = item.text[len(rest) :].strip()
    read_as = credit_lines.read([f"({inner})"], outlet_names=outlet_names)
    if read_as.authors or read_as.collective:
        found.insert(0, printed)
    body.initials = read_as.initials
    body.source = body.source or read_as.source
    item.text = rest
    return True


def _source(paragraphs: list[Item]) -> str | None:
    """Take a source off the end whose label has a line of its own: `Sumber:`, `The Guardian`."""
    for size in (1, 2):
        lines = [item.text for item in paragraphs[-size:]]
        if len(paragraphs) > size and _SOURCE_LABEL.fullmatch(lines[0]) and len(lines[-1]) < _SHORT:
            del paragraphs[-size:]
            return ": ".join([lines[0].rstrip(": "), *lines[1:]])
    return None


def _is_signature(item: Item) -> bool:
    """A name in bold capitals that closes the text: `DINI TEJA`."""
    text = item.text
    if not item.block.strong or not text.isupper() or not _NAME.fullmatch(text):
        return False
    return not datelines.is_place(text)


def _is_loose_link(item: Item) -> bool:
    """A headline that is all link and no sentence: an unmarked related story at the end."""
    text = item.text
    if len(item.block.links) != 1 or not is_link(item.block) or len(text.split()) < 4:
        return False
    return not ended(text.rstrip("!?")) and "://" not in text


def _behind_sign_off(paragraphs: list[Item], body: Body, outlet_names: Sequence[str]) -> list[str]:
    """Cut what stands behind an end mark or a sign-off, where it is no text; its credit lines."""
    first = max(0, len(paragraphs) - _FOOT)
    ends = [n for n in range(first, len(paragraphs) - 1) if _is_end(paragraphs[n])]
    for end in ends:
        behind = paragraphs[end + 1 :]
        kinds = [_kind_behind(item, outlet_names) for item in behind]
        if all(kinds):
            del paragraphs[end + 1 :]
            body.count("listing", kinds.count("listing"))
            return [i.text for i, kind in zip(behind, kinds, strict=True) if kind == "credit"]
    return []


def _is_end(item: Item) -> bool:
    if item.closed or strip_end_marks(item.text)[1]:
        return True
    if not item.text.endswith((")", "]")):
        return False
    signed = credit_lines.trailing_initials(item.text)
    return signed is not None and not (signed[0] and item.heading)


def _kind_behind(item: Item, outlet_names: Sequence[str]) -> str:
    """credit, listing (the teaser of another story), line (a link, a button), or nothing: text."""
    if _is_credit(item.text) or _is_signature(item):
        return "credit"
    if item.text.endswith(("…", "...", "…]", "...]")) and item.prose:
        return "listing"
    if item.prose:
        found = datelines.split(item.text, outlet_names=outlet_names)
        return "listing" if found and found[1] else ""
    listed = item.block.tag in ("li", "tr") and not item.block.links
    return "" if item.heading or listed else "line"
