"""Records of archives that tests write."""

import io
from collections.abc import Sequence

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def add(
    writer: WARCWriter,
    url: str | None,
    body: bytes,
    *,
    status: str = "200 OK",
    headers: Sequence[tuple[str, str]] = (),
    kind: str = "response",
    date: str | None = None,
) -> None:
    """One record more in an archive; `kind` is the WARC type."""
    http = StatusAndHeaders(status, [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        url,
        kind,
        payload=io.BytesIO(body),
        length=len(body),
        http_headers=http if kind == "response" else None,
        warc_headers_dict={"WARC-Date": date or "2026-11-20T01:02:03Z"},
    )
    writer.write_record(record)
