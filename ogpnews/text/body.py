"""Blocks of a body → paragraphs, and everything that stood between them, by name."""

import re
from collections.abc import Sequence

from ogpnews.raw import Block
from ogpnews.text.bodyends import DASH, foot, head
from ogpnews.text.bodyparts import Body, Item, ended
from ogpnews.text.clean import collapse, loose, squash
from ogpnews.text.dates import is_date_line
from ogpnews.text.inserts import Related, Verdict, is_box, is_link, verdict

__all__ = ["Body", "Related", "read"]

_LOWER = re.compile(r"[\"'“‘(]?[a-z]")
_DATE_LINE = 60  # characters
_TEASERS = 3
_NOTICE_HEAD = 160  # characters; the headline that a syndication notice names in the next block


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
    items = [Item(text, b, verdict(text, b)) for b in blocks if (text := _plain(b.text))]
    items = _until_tail(_without_title(items, title))
    paragraphs = _sift(items, [loose(c) for c in captions if loose(c)], body)
    _drop_quotes(paragraphs, body)
    foot(paragraphs, body, outlet_names)
    head(paragraphs, body, outlet_names)
    body.paragraphs = _join(paragraphs)
    return body


def _plain(text: str) -> str:
    """A block's text without no-break spaces; all other white space is collapsed already."""
    return squash(text) if "\xa0" in text or not text.isprintable() else text


def _without_title(items: list[Item], title: str) -> list[Item]:
    if items and title and loose(items[0].text) == loose(title):
        follows = items[1].text if len(items) > 1 else ""
        return items if DASH.match(follows) else items[1:]
    return items


def _until_tail(items: list[Item]) -> list[Item]:
    """Up to the first tail heading behind which stands no text, or less text than before it."""
    sizes = [len(item.text) if item.verdict.what == "body" else 0 for item in items]
    sizes = [size if item.prose else 0 for size, item in zip(sizes, items, strict=True)]
    rest, before = sum(sizes), 0
    for number, (item, size) in enumerate(zip(items, sizes, strict=True)):
        if item.verdict.what in ("tail", "poll") and (before > rest or _lists(items[number:])):
            return items[:number]
        rest -= size
        before += size
    return items


def _lists(items: list[Item]) -> bool:
    """True where teasers with dates stand behind a tail heading, however long they are."""
    dates = sum(len(item.text) < _DATE_LINE and is_date_line(item.text) for item in items[:60])
    return dates > _TEASERS


def _sift(items: list[Item], captions: list[str], body: Body) -> list[Item]:
    """The items that are text; inserts and notices go where they belong."""
    kept: list[Item] = []
    marker: str | None = None
    since = 0  # how many related stories stood before the open marker
    broken = False
    skip_title = False
    for number, item in enumerate(items):
        verdict = item.verdict
        if marker is not None:
            follows, taken = _titles_of(marker, item, body)
            if taken:
                marker, broken = follows, True
                continue
            _close_box(marker, since, body, kept, items[number:])
            marker = None
        if skip_title and len(item.text) <= _NOTICE_HEAD and not ended(item.text):
            skip_title = False
            continue
        skip_title = verdict.what == "syndication" and item.text.endswith(":")
        if again := _repeats(items, number, kept, captions):
            if kept:
                body.count(again)
            continue
        _note(verdict, body, before=not kept)
        text = _text_of(item)
        if text:
            kept.append(Item(text, item.block, verdict, broken and bool(kept)))
            broken = bool(verdict.related)
        else:
            broken = True
        if verdict.what == "related" and not verdict.related:
            marker, since = verdict.note, len(body.related)
        if verdict.what == "end_mark" and kept:
            kept[-1].closed = True
    if marker is not None:
        _close_box(marker, since, body, kept, [])
    if body.removed.get("listing", 0) > len(kept):
        body.warnings.append("the body looks like a listing")
    return kept


def _repeats(
    items: list[Item], number: int, kept: Sequence[Item], captions: Sequence[str]
) -> str | None:
    """poll or caption for a block that is one; a paragraph amid the text may say what a caption says."""
    item = items[number]
    if _is_vote(items, number):
        return "poll"
    if not _is_caption(item.text, captions):
        return None
    amid = item.block.tag == "p" and sum(one.prose for one in kept[:3]) > 1
    return None if amid else "caption"


def _text_of(item: Item) -> str:
    if item.verdict.what == "tail" and item.heading:
        return item.text  # a subheading that happens to be called so
    return item.verdict.text if item.verdict.what == "body" else ""


def _titles_of(marker: str, item: Item, body: Body) -> tuple[str | None, bool]:
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
    if line and not after_link and len(item.text) <= 150 and not ended(item.text):
        body.related.append(Related(marker, item.text))
        body.count("related")
        return None, True
    return None, False


def _close_box(
    marker: str, since: int, body: Body, before: Sequence[Item], behind: Sequence[Item]
) -> None:
    """A box of other stories is an insert only amid the text; above and below it is furniture."""
    found = len(body.related) - since
    if not found or not is_box(marker):
        return
    if not any(item.prose for item in before) or not any(item.prose for item in behind):
        del body.related[since:]
        body.count("related", -found)
        body.count("listing", found)


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


def _is_caption(text: str, captions: Sequence[str]) -> bool:
    """Whether a block repeats a caption, with or without its credit."""
    if not captions or len(text) > 2 * len(max(captions, key=len)) + 100:
        return False
    head = loose(text[:40])[:12]
    if not any(caption.startswith(head) for caption in captions):
        return False
    key = loose(text)
    for caption in captions:
        short, long = sorted((key, caption), key=len)
        if short == long or (
            len(short) >= 30 and long.startswith(short) and len(long) < len(short) + 60
        ):
            return True
    return False


def _is_vote(items: list[Item], number: int) -> bool:
    """A question and the bare count of votes behind it: an embedded poll."""
    asked = number - 1 if items[number].text.isdigit() else number
    if asked < 0 or asked + 1 >= len(items):
        return False
    question, votes = items[asked].text, items[asked + 1]
    short = question.endswith("?") and len(question) <= 150
    return short and votes.text.isdigit() and votes.block.tag != "tr"


def _drop_quotes(paragraphs: list[Item], body: Body) -> None:
    """Pull quotes: a blockquote that repeats a sentence of the text."""
    quotes = [i for i in paragraphs if i.block.tag == "blockquote" and 30 < len(i.text) < 600]
    if not quotes:
        return
    whole = " ".join(loose(i.text) for i in paragraphs if i.block.tag != "blockquote")
    for quote in quotes[:20]:
        if loose(quote.text) in whole:
            paragraphs.remove(quote)
            body.count("pull_quote")


def _join(paragraphs: list[Item]) -> list[str]:
    """The texts; a sentence that an insert broke in two is one paragraph again."""
    texts: list[str] = []
    for item in paragraphs:
        if item.broken and texts and not ended(texts[-1]) and _LOWER.match(item.text):
            texts[-1] = f"{texts[-1]} {_verbatim(item)}"
        else:
            texts.append(_verbatim(item))
    return texts


def _verbatim(item: Item) -> str:
    """The text with the no-break spaces of its block."""
    if "\xa0" not in item.block.text:
        return item.text
    printed = collapse(item.block.text)
    start = printed.replace("\xa0", " ").find(item.text)
    return item.text if start < 0 else printed[start : start + len(item.text)]
