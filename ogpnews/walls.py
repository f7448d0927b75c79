"""Refusals in an answer: block pages and challenges, and how long Retry-After asks us to wait."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ogpnews.resources import lexicon

_WORDS = lexicon("refusals")
STATUSES = frozenset(_WORDS["statuses"])
"""Status codes that say: not you."""
_HEADERS = {name: re.compile(words, re.IGNORECASE) for name, words in _WORDS["headers"].items()}
_MOST = int(_WORDS["pages"]["most_bytes"])
_HEAD = 8192
"""Characters of a page in which its title stands."""
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,200})</title", re.IGNORECASE)
_TITLES = re.compile("|".join(f"(?:{words})" for words in _WORDS["pages"]["titles"]), re.IGNORECASE)
_MARKS = tuple(_WORDS["pages"]["marks"])
FURTHEST = 7 * 86400.0
"""Seconds; a host that asks for more is asked again after this."""


def refusal(status: int, header: Callable[[str], str | None]) -> str | None:
    """The reason that a status and its header fields give, None for none.

    `header` gives the value of a field by its name, in whatever letters, None without it.
    """
    if status in STATUSES:
        return f"HTTP {status}"
    for name, words in _HEADERS.items():
        if words.search(header(name) or ""):
            return f"block page: {name}"
    return None


def block_page(body: bytes) -> str | None:
    """What a wall in the place of a page calls itself; None for every other page."""
    if len(body) > _MOST:
        return None
    text = body.decode("utf-8", "replace")
    title = _TITLE.search(text, 0, _HEAD)
    name = " ".join(title[1].split()) if title else ""
    if name and _TITLES.fullmatch(name):
        return f"block page: {name}"
    lower = text.lower()
    if mark := next((mark for mark in _MARKS if mark in lower), None):
        return f"block page: {mark}"
    return None


def retry_after(value: str | None, date: str | None, now: datetime) -> float | None:
    """Seconds that Retry-After asks for, 0 to FURTHEST; None without it or for what is none.

    A date counts from the server's own `date`, where it says one: clocks differ.
    """
    if not value:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), FURTHEST)
    until = _moment(value)
    if until is None:
        return None
    return min(max(0.0, (until - (_moment(date) or now)).total_seconds()), FURTHEST)


def _moment(value: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(value or "")
    except (TypeError, ValueError):  # what is no date is passed over
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
