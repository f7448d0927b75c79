"""WARC archives: every whole record is read, damage is reported with file and offset."""

import io
import mmap
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from ogpnews.errors import OgpnewsError

MAX_BODY = 64 * 1024 * 1024
"""Bytes of one decoded page; a longer one is damage or a bomb, never an article."""
MAX_MEMBER = 256 * 1024 * 1024
"""Bytes of one decompressed gzip member; longer ones are whole archives in a single member."""
GZIP = b"\x1f\x8b\x08"
_KINDS = frozenset({"response", "resource", "conversion"})
_STEP = 256 * 1024


class ArchiveError(OgpnewsError):
    """Raised when an archive cannot be read, or, after its whole records, where it is damaged."""


@dataclass(slots=True, frozen=True)
class Locator:
    """Where a record lies."""

    archive: str
    """Path as given."""
    offset: int
    """Bytes from the start of the file to the record, or to its gzip member."""
    skip: int = 0
    """Bytes inside the decompressed member: 0 where each record has a member of its own."""


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
    for where, record in _records(str(path), damage):
        if header := _header(record, where):
            try:
                yield Capture(header, _body(record))
            except ArchiveError as error:
                damage.append(f"record at byte {where.offset}: {error}")
    if damage:
        raise ArchiveError(report(str(path), damage))


def headers(path: str | Path, damage: list[str]) -> Iterator[Header]:
    """The same without the bodies; what is damaged is added to `damage`."""
    for where, record in _records(str(path), damage):
        if header := _header(record, where):
            yield header


def load(where: Locator) -> Capture:
    """One capture; ArchiveError where the archive has changed since it was indexed."""
    with _mapped(where.archive) as (data, file):
        stream: IO[bytes] = file
        stream.seek(where.offset)
        if data[:3] == GZIP:
            changed = Path(where.archive).stat().st_mtime_ns
            stream = io.BytesIO(_kept_member(where.archive, where.offset, changed))
            stream.seek(where.skip)
        try:
            record = _loader().parse_record_stream(stream, known_format="warc")
            header = _header(record, where)
        except Exception as error:
            raise ArchiveError(f"{where.archive}: byte {where.offset}: {error}") from error
        if header is None:
            raise ArchiveError(f"{where.archive}: no page at byte {where.offset} any more")
        return Capture(header, _body(record))


@lru_cache(maxsize=1)
def _kept_member(path: str, offset: int, changed: int) -> bytes:  # noqa: ARG001  # part of the key
    """The last member: where it holds a whole archive, it is decompressed once, not per record."""
    with _mapped(path) as (data, _):
        return _member(data, offset)[0]


def report(path: str, damage: list[str]) -> str:
    """One sentence for all that is wrong with an archive."""
    rest = f" (and {len(damage) - 1} more)" if len(damage) > 1 else ""
    return f"{path}: {damage[0]}{rest}; the whole records were read"


def _loader() -> Any:
    from warcio.recordloader import ArcWarcRecordLoader

    return ArcWarcRecordLoader(verify_http=False, arc2warc=False)


@contextmanager
def _mapped(path: str) -> Iterator[tuple[mmap.mmap, IO[bytes]]]:
    try:
        with Path(path).open("rb") as file:
            if not file.seek(0, io.SEEK_END):
                raise ArchiveError(f"{path}: the file is empty")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                yield data, file
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror or error}") from error


def _records(path: str, damage: list[str]) -> Iterator[tuple[Locator, Any]]:
    """Whole records; each must be used before the next one is asked for."""
    with _mapped(path) as (data, file):
        if data[:3] == GZIP:
            if not _starts_warc(data, 0):
                raise ArchiveError(f"{path}: gzip, but no WARC archive inside")
            for offset, member in _members(data, damage):
                found = _parsed(io.BytesIO(member), len(member), damage, offset)
                yield from ((Locator(path, offset, skip), record) for skip, record in found)
        elif data[:5] == b"WARC/":
            file.seek(0)
            whole = _parsed(file, len(data), damage, None, data)
            yield from ((Locator(path, start), record) for start, record in whole)
        else:
            raise ArchiveError(f"{path}: not a WARC archive (it starts with {data[:8]!r})")


def _members(data: mmap.mmap, damage: list[str]) -> Iterator[tuple[int, bytes]]:
    offset = 0
    while 0 <= offset < len(data):
        try:
            member, end = _member(data, offset)
        except ArchiveError as error:
            damage.append(f"byte {offset}: {error}")
            offset = _next_member(data, offset + 1)
            continue
        yield offset, member
        offset = end
        if offset < len(data) and data[offset : offset + 3] != GZIP:
            damage.append(f"byte {offset}: bytes that are no gzip member")
            offset = _next_member(data, offset)


def _member(data: mmap.mmap, offset: int) -> tuple[bytes, int]:
    """One decompressed member and where it ends."""
    inflate = zlib.decompressobj(31)
    parts: list[bytes] = []
    size, position = 0, offset
    while not inflate.eof:
        block = data[position : position + _STEP]
        if not block:
            raise ArchiveError("the file ends inside a record (truncated)")
        position += len(block)
        try:
            parts.append(inflate.decompress(block, MAX_MEMBER))
        except zlib.error as error:
            raise ArchiveError(f"damaged gzip data ({error})") from None
        size += len(parts[-1])
        if size >= MAX_MEMBER or inflate.unconsumed_tail:
            raise ArchiveError(
                f"a gzip member of over {MAX_MEMBER >> 20} MB: "
                "one member a record is needed (`warcio recompress` mends it)"
            )
    return b"".join(parts), position - len(inflate.unused_data)


def _next_member(data: mmap.mmap, start: int) -> int:
    """Where reading goes on behind damage: the next member that starts a WARC record, or -1."""
    offset = data.find(GZIP, start)
    while offset >= 0 and not _starts_warc(data, offset):
        offset = data.find(GZIP, offset + 1)
    return offset


def _starts_warc(data: mmap.mmap, offset: int) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data[offset : offset + 1024], 5) == b"WARC/"
    except zlib.error:
        return False


def _parsed(
    stream: IO[bytes],
    size: int,
    damage: list[str],
    member: int | None,
    data: mmap.mmap | None = None,
) -> Iterator[tuple[int, Any]]:
    """Records of one gzip member, or of a whole uncompressed file (`data`), by their start."""
    loader = _loader()
    while (start := _skip_blank(stream)) is not None:
        try:
            record = loader.parse_record_stream(stream, known_format="warc")
            end = stream.tell() - record.raw_stream.tell()
            end += int(record.rec_headers.get_header("Content-Length"))
            fault = "the file ends inside a record (truncated)" if end > size else ""
        except EOFError:
            fault = "the file ends inside a record (truncated)"
        except Exception as error:  # warcio raises many kinds, bare Exception among them
            fault = f"not a WARC record ({_oneline(error)})"
        if not fault:
            yield start, record
            stream.seek(end)
            continue
        damage.append(f"byte {start if member is None else member}: {fault}")
        following = data.find(b"\r\n\r\nWARC/1.", start + 1) if data is not None else -1
        if following < 0:
            return
        stream.seek(following + 4)


def _skip_blank(stream: IO[bytes]) -> int | None:
    """Where the next record starts; None at the end."""
    while True:
        start = stream.tell()
        line = stream.readline()
        if not line:
            return None
        if line.strip():
            stream.seek(start)
            return start


def _oneline(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


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


def _body(record: Any) -> bytes:
    notes: IO[str] = io.StringIO()  # warcio prints what it cannot decode; the run says it instead
    with redirect_stderr(notes):
        body: bytes = record.content_stream().read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        raise ArchiveError(f"a page of over {MAX_BODY >> 20} MB")
    return body


def _utc(date: str | None) -> str | None:
    """`2026-11-20T01:02:03.5Z` → `2026-11-20T01:02:03Z`."""
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
