"""What is remembered of an article, an address, a note."""

from hashlib import blake2b
from typing import Any, NamedTuple

from ogpnews.text.urls import canonical


class Note(NamedTuple):
    """Something small that a later run may use instead of asking again: a robots.txt, an ETag."""

    value: dict[str, Any]
    """JSON object."""
    at: float
    """When it was noted: seconds since 1970, UTC."""


class Settled(NamedTuple):
    """What came of an address that was fetched."""

    outcome: str
    """`exported`, or the reason why it was not."""
    detail: str
    """What the reason hangs on: the day for a window, the words for keywords."""
    version: str
    """Version of ogpnews that judged it."""
    at: float
    """Seconds since 1970, UTC."""


class Exported(NamedTuple):
    """An article as it was exported last."""

    id: str
    url: str
    fetched_url: str | None
    published: str | None
    text_sha256: str
    revision: int
    etag: str | None
    last_modified: str | None


def mark(url: str) -> bytes:
    """16 bytes that stand for an address, however it is spelt."""
    clean = canonical(url) or url
    return blake2b(clean.encode("utf-8", "replace"), digest_size=16).digest()
