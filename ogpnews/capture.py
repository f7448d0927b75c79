"""What was fetched goes into archives: a downloader middleware, and the writer of the process."""

import atexit
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit
from uuid import uuid4

from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from scrapy.utils.response import response_status_message

from ogpnews import warcwriter
from ogpnews.runreport import new_run_id
from ogpnews.text.moments import stamp
from ogpnews.warcfiles import Archives, CaptureError, mend, prepare

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

_ASKED = "asked of a server"
_READABLE = b"gzip, deflate, br"
"""Scrapy asks for zstd, too, which few readers of archives know."""
_LEFT_OUT = frozenset({b"transfer-encoding", b"proxy-authorization"})
"""The body is stored without the former's chunks; the latter is nobody's business."""

_writers: dict[tuple[str, str | None], Archives] = {}
log = logging.getLogger(__name__)


def archives(settings: "BaseSettings") -> Archives | None:
    """The writer that all crawlers of the process share; None where WARC names no folder."""
    folder = settings.get("WARC")
    if not folder:
        return None
    run = settings.get("RUN")
    if (folder, run) not in _writers:
        _writers[folder, run] = _begin(Path(folder), run or new_run_id(), settings)
    return _writers[folder, run]


def _begin(folder: Path, run: str, settings: "BaseSettings") -> Archives:
    prepare(folder)
    for line in mend(folder):
        log.warning(line)
    fields = {
        "http-header-user-agent": settings["USER_AGENT"],
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "isPartOf": run,
    }

    def head() -> bytes:
        return warcwriter.member(warcwriter.information(fields, _about()))

    writer = Archives(folder, run, head, settings.getint("WARC_SIZE") * 10**6)
    atexit.register(writer.close)  # Scrapy's own commands have nobody who does
    return writer


class Capture:
    """Stands next to the downloader, so it sees each exchange as it was: redirects, errors,
    robots.txt, and bodies still compressed.

    What cannot be archived is not passed on: an article that is exported is in the archives.
    """

    def __init__(self, crawler: "Crawler", writer: Archives) -> None:
        self.crawler = crawler
        self._archives = writer

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        writer = archives(crawler.settings)
        if writer is None:
            raise NotConfigured
        return cls(crawler, writer)

    def process_request(self, request: Request) -> None:
        """Marks what goes to a server: another middleware may answer from what it remembers."""
        request.meta[_ASKED] = True
        request.headers[b"Accept-Encoding"] = _READABLE

    def process_response(self, request: Request, response: Response) -> Response:
        """The same response, archived; CaptureError, and the outlet ends, where that fails."""
        if request.meta.pop(_ASKED, False):
            date = stamp(datetime.now(UTC))
            try:
                self._archives.add(exchange(request, response, date))
            except CaptureError as error:
                spider: Any = self.crawler.spider
                if spider.stopped is None:
                    spider.failures.add(request.url, str(error))
                spider.stop("archive not written")
                raise
            request.meta["fetched_at"] = date
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:  # noqa: ARG002
        request.meta.pop(_ASKED, None)


def exchange(request: Request, response: Response, date: str) -> bytes:
    """Response and request as two gzip members; `date` is ISO 8601, UTC."""
    about = _about(date)
    if response.ip_address is not None:
        about["WARC-IP-Address"] = str(response.ip_address)
    got = warcwriter.http(
        "response", response.url, _status_line(response), _pairs(response.headers),
        response.body, about,
    )  # fmt: skip
    url = urlsplit(request.url)
    path = url._replace(scheme="", netloc="", path=url.path or "/", fragment="").geturl()
    asked = warcwriter.http(
        "request", response.url, f"{request.method} {path} HTTP/1.1",
        [("Host", url.netloc.rpartition("@")[2]), *_pairs(request.headers)], request.body,
        {**_about(date), "WARC-Concurrent-To": about["WARC-Record-ID"]},
    )  # fmt: skip
    packed = "Content-Encoding" in response.headers
    return warcwriter.member(got, packed=packed) + warcwriter.member(asked)


def _about(date: str | None = None) -> dict[str, str]:
    return {
        "WARC-Date": date or stamp(datetime.now(UTC)),
        "WARC-Record-ID": f"<urn:uuid:{uuid4()}>",
    }


def _status_line(response: Response) -> str:
    """Twisted keeps no reason phrase: the standard's stands in."""
    protocol = response.protocol or ""
    version = protocol if protocol.startswith("HTTP/1") else "HTTP/1.1"
    return f"{version} {response_status_message(response.status)}"


def _pairs(headers: Headers) -> Iterator[tuple[str, str]]:
    """Each header as often as it was there, its bytes as Latin-1 characters."""
    for name, values in headers.items():
        if name.lower() not in _LEFT_OUT:
            yield from ((name.decode("latin-1"), value.decode("latin-1")) for value in values)
