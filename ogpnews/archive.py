"""Archived pages: captures of a WARC file, their transfer and content encodings undone."""

import io
from collections.abc import Container, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from functools import cache
from pathlib import Path
from typing import IO, Any

from ogpnews.text.moments import stamp
from ogpnews.text.urls import split
from ogpnews.warc import ArchiveError, Locator, record_at, records

__all__ = [
    "MAX_BODY",
    "ArchiveError",
    "Capture",
    "Header",
    "headers",
    "load",
    "pages",
    "read",
    "report",
]

MAX_BODY = 64 * 1024 * 1024
"""Bytes of one decoded page; a longer one is damage or a bomb, never an article."""
_HTML = ("text/html", "application/xhtml")
_ABOUT_HOSTS = frozenset({"/robots.txt", "/.well-known/tdmrep.json"})
"""Files for machines; some sites answer with a page in their place."""
_KINDS = frozenset({"response", "resource", "conversion"})


@dataclass(slots=True, frozen=True)
class Header:
    """What a record says without its body."""

    url: str
    kind: str
    """response, resource or conversion (text only, as in WET files)."""
    status: int
    """HTTP status; 200 for resource and conversion."""
    content_type: str | None
    fetched_at: str | None
    """ISO 8601, UTC, whole seconds."""
    record_id: str | None
    headers: tuple[tuple[str, str], ...]
    """HTTP headers in their order; the body needs no decoding any more."""
    where: Locator

    @property
    def is_text(self) -> bool:
        """A text dump, not HTML."""
        return self.kind == "conversion" or (self.content_type or "").lower().startswith(
            "text/plain"
        )

    @property
    def is_page(self) -> bool:
        """A page that may hold an article: no robots.txt, feed, picture or error."""
        if self.status != 200 or split(self.url).path in _ABOUT_HOSTS:
            return False
        kind = (self.content_type or "").lower()
        if self.is_text:
            return self.kind == "conversion" or not split(self.url).path.endswith(".txt")
        return not kind or kind.startswith(_HTML)


@dataclass(slots=True, frozen=True)
class Capture:
    """One page as it was fetched, its transfer and content encodings undone."""

    header: Header
    body: bytes

    @property
    def url(self) -> str:
        return self.header.url

    @property
    def content_type(self) -> str | None:
        return self.header.content_type

    @property
    def fetched_at(self) -> str | None:
        return self.header.fetched_at


def read(path: str | Path) -> Iterator[Capture]:
    """Captures of an archive in their order; ArchiveError at the end where parts are damaged."""
    damage: list[str] = []
    for where, record in records(str(path), damage):
        header = _header(record, where)
        if header and (capture := _capture(record, header, damage)):
            yield capture
    if damage:
        raise ArchiveError(report(str(path), damage))


def pages(
    path: str, damage: list[str], start: int = 0, stops: Container[int] = ()
) -> Iterator[Capture | int]:
    """Pages from a start on; last, where reading ended: at one of the stops, or -1 for the end."""
    for where, record in records(path, damage, start):
        if where.offset in stops:
            yield where.offset
            return
        header = _header(record, where)
        if header and header.is_page and (capture := _capture(record, header, damage)):
            yield capture
    yield -1


def headers(path: str | Path, damage: list[str]) -> Iterator[Header]:
    """The same without the bodies; what is damaged is added to `damage`."""
    for where, record in records(str(path), damage):
        if header := _header(record, where):
            yield header


def load(where: Locator) -> Capture:
    """One capture; ArchiveError where the archive has changed since it was indexed."""
    with record_at(where) as record:
        header = _header(record, where)
        if header is None:
            raise ArchiveError(f"{where.archive}: no page at byte {where.offset} any more")
        return Capture(header, _body(record))


def report(path: str, damage: list[str]) -> str:
    """One sentence for all that is wrong with an archive."""
    rest = f" (and {len(damage) - 1} more)" if len(damage) > 1 else ""
    return f"{path}: {damage[0]}{rest}; the whole records were read"


def _header(record: Any, where: Locator) -> Header | None:
    """None for records that hold no page: requests, metadata, revisits, DNS look-ups."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in _KINDS or not url.startswith(("http://", "https://")):
        return None
    http = record.http_headers
    if record.rec_type == "response" and http is None:
        return None
    status = 200
    if http is not None:
        code = http.get_statuscode()
        status = int(code) if code.isdigit() else 0
    return Header(
        url=url,
        kind=record.rec_type,
        status=status,
        content_type=http.get_header("Content-Type") if http else record.content_type,
        fetched_at=_utc(record.rec_headers.get_header("WARC-Date")),
        record_id=record.rec_headers.get_header("WARC-Record-ID"),
        headers=tuple(http.headers) if http else (),
        where=where,
    )


def _capture(record: Any, header: Header, damage: list[str]) -> Capture | None:
    try:
        return Capture(header, _body(record))
    except ArchiveError as error:
        damage.append(f"record at byte {header.where.offset}: {error}")
        return None


class _Brotli:
    """warcio's own fails with brotli 1.2, and unpacked 500 bytes into 300 MB."""

    unused_data = b""
    """A stream has one member: nothing comes behind it."""

    def __init__(self) -> None:
        import brotli

        self._inner = brotli.Decompressor()

    def decompress(self, data: bytes) -> bytes:
        """What the next bytes hold; beyond MAX_BODY, where nobody reads on, not all of it."""
        found: bytes = self._inner.process(data, output_buffer_limit=MAX_BODY + 1)
        return found


@cache
def _teach_encodings() -> None:
    from warcio.bufferedreaders import BufferedReader, gzip_decompressor

    BufferedReader.DECOMPRESSORS.update({"br": _Brotli, "x-gzip": gzip_decompressor})


def _body(record: Any) -> bytes:
    _teach_encodings()
    notes: IO[str] = io.StringIO()  # warcio prints what it cannot decode; the run says it instead
    with redirect_stderr(notes):
        body: bytes = record.content_stream().read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        raise ArchiveError(f"a page of over {MAX_BODY >> 20} MB")
    return body


def _utc(date: str | None) -> str | None:
    """`2026-11-20T01:02:03.5Z` → `2026-11-20T01:02:03Z`; None for years at the ends of time, which
    no clock shows, and with which no local time can be reckoned."""
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return None
    if not MINYEAR < moment.year < MAXYEAR:
        return None
    return stamp(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment)
