"""Records of a WARC file: gzip members, lengths, and where to go on behind damage."""

import io
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, cast

from zlib_ng import zlib_ng as zlib

from ogpnews.errors import OgpnewsError

MAX_MEMBER = 256 * 1024 * 1024
"""Bytes of one decompressed gzip member; longer ones are whole archives in a single member."""
GZIP = b"\x1f\x8b\x08"
_Damaged = cast("type[Exception]", zlib.error)  # its stubs call the class an instance
_STEP = 32 * 1024
"""Bytes read at a time: what lies behind a member's end is copied once more, so not too many."""


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


@contextmanager
def record_at(where: Locator) -> Iterator[Any]:
    """warcio's record there; ArchiveError where there is none."""
    with _mapped(where.archive) as (data, file):
        stream: IO[bytes] = file
        stream.seek(where.offset)
        if data[:3] == GZIP:
            changed = Path(where.archive).stat().st_mtime_ns
            stream = io.BytesIO(_kept_member(where.archive, where.offset, changed))
            stream.seek(where.skip)
        try:
            record = _loader().parse_record_stream(stream, known_format="warc")
        except Exception as error:  # warcio raises many kinds, bare Exception among them
            raise ArchiveError(f"{where.archive}: byte {where.offset}: {error}") from error
        yield record


@lru_cache(maxsize=1)
def _kept_member(path: str, offset: int, changed: int) -> bytes:  # noqa: ARG001  # part of the key
    """The last member: where it holds a whole archive, it is decompressed once, not per record."""
    with _mapped(path) as (data, _):
        return _member(data, offset)[0]


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


def starts(path: str, step: int) -> list[int]:
    """Where records begin, one about every `step` bytes: there several processes may set in.

    A body may hold what looks like the start of a record; whoever reads up to such a place steps
    over it, and then nothing that begins there counts (see `tasks.results`).
    """
    found = [0]
    with _mapped(path) as (data, _):
        following = _next_member if data[:3] == GZIP else _next_plain
        while (at := found[-1] + step) < len(data) and (at := following(data, at)) >= 0:
            found.append(at)
    return found


def whole(path: str) -> int:
    """Bytes up to the end of the last whole gzip member; what lies behind it is torn."""
    offset = end = 0
    with _mapped(path) as (data, _):
        while 0 <= offset < len(data):
            try:
                offset = end = _member(data, offset)[1]
            except ArchiveError:
                offset = _next_member(data, offset + 1)
    return end


def records(path: str, damage: list[str], start: int = 0) -> Iterator[tuple[Locator, Any]]:
    """Whole records from a start on; each must be used before the next one is asked for."""
    with _mapped(path) as (data, file):
        if data[:3] == GZIP:
            if not _starts_warc(data, 0):
                raise ArchiveError(f"{path}: gzip, but no WARC archive inside")
            for offset, member in _members(data, damage, start):
                found = _parsed(io.BytesIO(member), len(member), damage, offset)
                yield from ((Locator(path, offset, skip), record) for skip, record in found)
        elif data[:5] == b"WARC/":
            file.seek(start)
            whole = _parsed(file, len(data), damage, None, data)
            yield from ((Locator(path, offset), record) for offset, record in whole)
        else:
            raise ArchiveError(f"{path}: not a WARC archive (it starts with {data[:8]!r})")


def _members(data: mmap.mmap, damage: list[str], offset: int) -> Iterator[tuple[int, bytes]]:
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
        except _Damaged as error:
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


def _next_plain(data: mmap.mmap, start: int) -> int:
    """The same in an uncompressed file."""
    blank = data.find(b"\r\n\r\nWARC/1.", max(0, start - 4))
    return blank + 4 if blank >= 0 else -1


def _starts_warc(data: mmap.mmap, offset: int) -> bool:
    try:
        return zlib.decompressobj(31).decompress(data[offset : offset + 1024], 5) == b"WARC/"
    except _Damaged:
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
            end += max(0, int(record.rec_headers.get_header("Content-Length")))
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
        following = _next_plain(data, start + 1) if data is not None else -1
        if following < 0:
            return
        stream.seek(following)


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
