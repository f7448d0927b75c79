"""WARC records as bytes: built by warcio, a gzip member each."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
from zlib_ng import zlib_ng as zlib

from ogpnews import __version__

FORMAT = "WARC File Format 1.0"
_FAST, _STORED = 2, 0
"""zlib levels. A page of 92 KB costs 0.5 ms at 2 and 2.9 ms at warcio's 9, which saves 11 %; what
the server has compressed is only stored."""
_BUILD = RecordBuilder()
_NO_LINE = re.compile("[\r\n\0]+")


class _Head(StatusAndHeaders):  # type: ignore[misc]  # warcio ships no types
    """Start line and headers with the bytes they came with; warcio's own are made ASCII."""

    def compute_headers_buffer(self, header_filter: Any = None) -> None:
        self.headers_buff = self.to_bytes(header_filter, "latin-1")


def information(fields: Mapping[str, str], about: Mapping[str, str]) -> Any:
    """A warcinfo record, which says who wrote the file; `about`: headers of the record."""
    said = {"software": f"ogpnews {__version__}", "format": FORMAT, **fields}
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items()).encode()
    return _BUILD.create_warc_record(
        None, "warcinfo", payload=BytesIO(lines), length=len(lines),
        warc_content_type="application/warc-fields", warc_headers_dict=about,
    )  # fmt: skip


def http(
    kind: str,
    url: str,
    start_line: str,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    about: Mapping[str, str],
) -> Any:
    """A `request` or `response` record; header values as Latin-1 characters, one for each byte."""
    protocol, line = start_line.split(" ", 1)
    clean = [(name, _NO_LINE.sub(" ", value)) for name, value in headers]
    return _BUILD.create_warc_record(
        url, kind, payload=BytesIO(body), length=len(body),
        http_headers=_Head(line, clean, protocol=protocol), warc_headers_dict=about,
    )  # fmt: skip


def member(record: Any, *, packed: bool = False) -> bytes:
    """One gzip member that holds the record; `packed` where its body is compressed already."""
    plain = BytesIO()
    WARCWriter(plain, gzip=False).write_record(record)
    deflate = zlib.compressobj(_STORED if packed else _FAST, zlib.DEFLATED, 31)
    return deflate.compress(plain.getbuffer()) + deflate.flush()
