"""Blocks of a body → paragraphs, and everything that stood between them, by name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ogpnews.raw import Block
from ogpnews.resources import lexicon
from ogpnews.text import credits as credit_lines
from ogpnews.text import datelines
from ogpnews.text.clean import collapse, loose, squash
from ogpnews.text.datelines import Dateline
from ogpnews.text.inserts import Related, Verdict, classify, is_link, strip_end_marks

__all__ = ["Body", "Related", "read"]

_UNCOUNTED = frozenset({"body", "tail", "label", "bio"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENDED = re.compile(r"[.!?…:][\"'”’)\]]{0,2}$")
_LOWER = re.compile(r"[\"'“‘(]?[a-z]")
_DASH = re.compile(r"(?:--+|[-–—|:])\s?")
_NAME = re.compile(r"[A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{0,20}){1,3}")
_SOURCE = re.compile(
    rf"[(\[]?(?:{'|'.join(map(re.escape, lexicon('credits')['roles']['source']))})\s?:\s?"
    r"([^()\[\]]{2,120})[)\]]?",
    re.IGNORECASE,
)
_NOTICE_HEAD = 160  # characters; the headline that a syndication notice names in the next block
_LINE = 100  # characters; links and buttons of a tail are shorter
_FOOT = 40  # blocks at most behind the sign-off


@dataclass(slots=True)
class Body:
    """The text of an article and what was taken out of it."""

    paragraphs: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    removed: dict[str, int] = field(default_factory=dict)
    """What was cut out of the body and how often; credit lines and tails are not counted."""
    dateline: Dateline | None = None
    credit_lines: list[str] = field(default_factory=list)
    """Credit lines at the head and the foot of the body, verbatim, in order."""
    initials: str | None = None
    source: str | None = None
    syndicated_from: str | None = None
    rights_notice: str | None = None
    captions: list[str] = field(default_factory=list)
    """Captions and photo credits that stood between the paragraphs, verbatim."""
    labels: list[str] = field(default_factory=list)
    """Labels of paid content that stood in the body: ADVERTORIAL, PARIWARA."""
    warnings: list[str] = field(default_factory=list)

    def count(self, what: str, times: int = 1) -> None:
        """Note that `what` was cut out of the body."""
        if times and what not in _UNCOUNTED:
            self.removed[what] = self.removed.get(what, 0) + times


@dataclass(slots=True)
class _Item:
    text: str
    block: Block
    verdict: Verdict
    broken: bool = False
    """An insert stood between this paragraph and the one before."""
    closed: bool = False
    """An end mark stood behind it."""

    @property
    def heading(self) -> bool:
        return self.block.tag in _HEADINGS or self.block.strong

    @property
    def prose(self) -> bool:
        """A sentence, not a line of a list of links."""
        size = len(self.text) * (2 if _ENDED.search(self.text) else 1)
        return size > _LINE and not is_link(self.block)


def read(
    blocks: Sequence[Block],
    *,
    title: str = "",
    captions: Sequence[str] = (),
    outlet_names: Sequence[str] = (),
) -> Body:
    """Paragraphs of the article out of the blocks of its body, in reading order.

    `title` and `captions` are those of the page: a block that only repeats them is dropped.
    `outlet_names` are names or hosts of the outlet, by which its dateline is known.
    """
    body = Body()
    items = [_Item(text, b, classify(b)) for b in blocks if (text := squash(b.text))]
    items = _until_tail(_without_title(items, title))
    paragraphs = _sift(items, [loose(c) for c in captions if loose(c)], body)
    _drop_quotes(paragraphs, body)
    _head(paragraphs, body, outlet_names)
    _foot(paragraphs, body, outlet_names)
    body.paragraphs = _join(paragraphs)
    return body


def _without_title(items: list[_Item], title: str) -> list[_Item]:
    if items and title and loose(items[0].text) == loose(title):
        follows = items[1].text if len(items) > 1 else ""
        return items if _DASH.match(follows) else items[1:]
    return items


def _until_tail(items: list[_Item]) -> list[_Item]:
    """Up to the first tail heading behind which stands no text, or less text than before it."""
    sizes = [len(item.text) if item.verdict.what == "body" else 0 for item in items]
    rest = sum(size for size, item in zip(sizes, items, strict=True) if item.prose)
    before = 0
    for number, (item, size) in enumerate(zip(items, sizes, strict=True)):
        if item.verdict.what in ("tail", "poll") and before > rest:
            return items[:number]
        if item.prose:
            rest -= size
            before += size
    return items


def _sift(items: list[_Item], captions: list[str], body: Body) -> list[_Item]:
    """The items that are text; inserts and notices go where they belong."""
    kept: list[_Item] = []
    marker: str | None = None
    broken = False
    skip_title = False
    for number, item in enumerate(items):
        verdict = item.verdict
        if marker is not None:
            marker, taken = _titles_of(marker, item, body)
            if taken:
                broken = True
                continue
        if skip_title and len(item.text) <= _NOTICE_HEAD and not _ENDED.search(item.text):
            continue
        skip_title = verdict.what == "syndication" and item.text.endswith(":")
        if _is_caption(item.text, captions) or _is_vote(items, number):
            if kept:
                body.count("poll" if _is_vote(items, number) else "caption")
            continue
        _note(verdict, body, before=not kept)
        text = _text_of(item)
        if text:
            kept.append(_Item(text, item.block, verdict, broken and bool(kept)))
            broken = bool(verdict.related)
        else:
            broken = True
        if verdict.what == "related" and not verdict.related:
            marker = verdict.note
        if verdict.what == "end_mark" and kept:
            kept[-1].closed = True
    if body.removed.get("listing", 0) > len(kept):
        body.warnings.append("the body looks like a listing")
    return kept


def _text_of(item: _Item) -> str:
    if item.verdict.what == "tail" and item.heading:
        return item.text  # a subheading that happens to be called so
    return item.verdict.text if item.verdict.what == "body" else ""


def _titles_of(marker: str, item: _Item, body: Body) -> tuple[str | None, bool]:
    """What a marker alone points to: the links behind it, or one line that looks like a title."""
    if item.verdict.what in ("body", "caption", "listing") and is_link(item.block):
        found = [
            Related(marker, squash(x.text), x.href or None) for x in item.block.links if x.text
        ]
        body.related += found
        body.count("related", len(found))
        return marker, True
    line = item.verdict.what == "body" and not item.block.links and not item.heading
    after_link = bool(body.related) and body.related[-1].label == marker
    if line and not after_link and len(item.text) <= 150 and not _ENDED.search(item.text):
        body.related.append(Related(marker, item.text))
        body.count("related")
        return None, True
    return None, False


def _note(verdict: Verdict, body: Body, *, before: bool) -> None:
    """Count a cut, and keep what it says."""
    body.related += verdict.related
    body.count("related", len(verdict.related))
    for cut in verdict.cuts:
        body.count(cut)
    what = verdict.what
    if what == "caption":
        body.captions.append(verdict.note)
    elif what == "label":
        body.labels.append(verdict.note)
    elif what == "rights":
        body.rights_notice = body.rights_notice or verdict.note
    if "syndication" in (what, *verdict.cuts):
        body.syndicated_from = body.syndicated_from or verdict.note or None
        if verdict.credit:
            body.credit_lines.append(verdict.credit)
    if what != "related" and not (before and what == "caption"):
        body.count(what)


def _is_caption(text: str, captions: list[str]) -> bool:
    """Whether a block repeats a caption, with or without its credit."""
    if not captions or len(text) > 1500:
        return False
    key = loose(text)
    for caption in captions:
        short, long = sorted((key, caption), key=len)
        if short == long or (
            len(short) >= 30 and long.startswith(short) and len(long) < len(short) + 60
        ):
            return True
    return False


def _is_vote(items: list[_Item], number: int) -> bool:
    """A question and the bare count of votes behind it: an embedded poll."""
    here = items[number].text
    if here.endswith("?") and len(here) <= 150 and number + 1 < len(items):
        return items[number + 1].text.isdigit() and items[number + 1].block.tag != "tr"
    return here.isdigit() and number > 0 and _is_vote(items, number - 1)


def _drop_quotes(paragraphs: list[_Item], body: Body) -> None:
    """Pull quotes: a blockquote that repeats a sentence of the text."""
    quotes = [i for i in paragraphs if i.block.tag == "blockquote" and 30 < len(i.text) < 600]
    if not quotes:
        return
    whole = " ".join(loose(i.text) for i in paragraphs if i.block.tag != "blockquote")
    for quote in quotes[:20]:
        if loose(quote.text) in whole:
            paragraphs.remove(quote)
            body.count("pull_quote")


def _head(paragraphs: list[_Item], body: Body, outlet_names: Sequence[str]) -> None:
    """Credit lines before the text, and the dateline."""
    lines: list[str] = []
    while len(paragraphs) > 1 and len(lines) < 6 and _is_credit(paragraphs[0].text):
        lines.append(paragraphs.pop(0).text)
    body.credit_lines[:0] = lines
    if len(paragraphs) > 1 and _DASH.match(paragraphs[1].text) and len(paragraphs[0].text) < 80:
        joined = f"{paragraphs[0].text} {paragraphs[1].text}"
        if datelines.split(joined, outlet_names=outlet_names):
            del paragraphs[0]
            paragraphs[0].text = joined
    for number, item in enumerate(paragraphs[:3]):
        found = datelines.split(item.text, outlet_names=outlet_names)
        # behind other text, a caption or a deck, only a dateline with an outlet is trusted
        if found and (number == 0 or found[0].outlet):
            body.dateline, item.text = found
            if number:
                body.warnings.append("text before the dateline")
            if not item.text:
                del paragraphs[number]
                _strip_dash(paragraphs, number)
            return


def _strip_dash(paragraphs: list[_Item], number: int) -> None:
    if number < len(paragraphs):
        paragraphs[number].text = re.sub(r"^(?:--+|[-–—])\s?", "", paragraphs[number].text)


def _is_credit(text: str) -> bool:
    return len(text) <= 400 and credit_lines.is_credit_line(text)


def _foot(paragraphs: list[_Item], body: Body, outlet_names: Sequence[str]) -> None:
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


def _sign(item: _Item, body: Body, found: list[str], outlet_names: Sequence[str]) -> bool:
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


def _is_signature(item: _Item) -> bool:
    """A name in bold capitals that closes the text: `DINI TEJA`."""
    text = item.text
    if not item.block.strong or not text.isupper() or not _NAME.fullmatch(text):
        return False
    return not datelines.is_place(text)


def _is_loose_link(item: _Item) -> bool:
    """A headline that is all link and no sentence: an unmarked related story at the end."""
    text = item.text
    if len(item.block.links) != 1 or not is_link(item.block) or len(text.split()) < 4:
        return False
    return not _ENDED.search(text.rstrip("!?")) and "://" not in text


def _behind_sign_off(paragraphs: list[_Item], body: Body, outlet_names: Sequence[str]) -> list[str]:
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


def _is_end(item: _Item) -> bool:
    if item.closed or strip_end_marks(item.text)[1]:
        return True
    signed = credit_lines.trailing_initials(item.text)
    return (
        signed is not None and item.text.endswith((")", "]")) and not (signed[0] and item.heading)
    )


def _kind_behind(item: _Item, outlet_names: Sequence[str]) -> str:
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


def _join(paragraphs: list[_Item]) -> list[str]:
    """The texts; a sentence that an insert broke in two is one paragraph again."""
    texts: list[str] = []
    for item in paragraphs:
        if item.broken and texts and not _ENDED.search(texts[-1]) and _LOWER.match(item.text):
            texts[-1] = f"{texts[-1]} {_verbatim(item)}"
        else:
            texts.append(_verbatim(item))
    return texts


def _verbatim(item: _Item) -> str:
    """The text with the no-break spaces of its block."""
    printed = collapse(item.block.text)
    start = printed.replace("\xa0", " ").find(item.text) if "\xa0" in printed else -1
    return item.text if start < 0 else printed[start : start + len(item.text)]
