"""Manners and replay: what stands between the spider and the web."""

from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from ogpnews import archive, replay
from ogpnews.pages.document import MAX_BYTES

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

OFF_SITE = "off-site"
NOT_IN_ARCHIVE = "not in archive"
ROBOTS_BYTES = 512 * 1024
"""Of a robots.txt that are read: RFC 9309 wants 500 KiB at least, and rules cost 30 µs each."""


class OnSite:
    """Keeps requests, redirected ones too, on the hosts of the outlet (ports count)."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """IgnoreRequest, which the request's errback counts, for any other host."""
        spider: Any = self.crawler.spider
        if not spider.on_site(request.url, article="article" in request.meta):
            raise IgnoreRequest(OFF_SITE)


class Endurance:
    """Bounds what a host may cost: large pages, endless rules, failures and dead links in a row."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self._failures = self._dead = 0

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Sitemaps may be larger than what is read as a page: those are given up while they come."""
        if "article" in request.meta:
            request.meta.setdefault("download_maxsize", MAX_BYTES)

    def process_response(self, request: Request, response: Response) -> Response:
        """The response, of a robots.txt no more than its beginning."""
        self._failures = self._failures + 1 if response.status >= 500 else 0
        if "article" in request.meta:
            self._dead = self._dead + 1 if response.status in (404, 410) else 0
        self._judge(request)
        rules = request.meta.get("dont_obey_robotstxt") and response.body[:ROBOTS_BYTES]
        if rules and rules != response.body:
            return response.replace(body=rules[: rules.rfind(b"\n") + 1])
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """After the last repetition: this middleware is the first, so it hears of it last."""
        if not isinstance(exception, IgnoreRequest):
            self._failures += 1
            self._judge(request)

    def _judge(self, request: Request) -> None:
        most = self.crawler.settings.getint
        if 0 < self._failures == most("FAILURES_IN_A_ROW"):
            self._stop(request, f"given up after {self._failures} failures in a row")
        elif 0 < self._dead == most("DEAD_LINKS_IN_A_ROW"):
            self._stop(request, f"given up after {self._dead} dead links in a row")

    def _stop(self, request: Request, why: str) -> None:
        spider: Any = self.crawler.spider
        if spider.stopped is None:
            spider.stop(why)
            spider.failures.add(request.url, why)


class PlainWhileCompressed:
    """Hands compressed bodies over as plain responses.

    Scrapy 2.19 guesses the charset of a response when its body is replaced, and guessing it from
    gzip bytes costs more than all the rest of the download.
    """

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        if "Content-Encoding" in response.headers and type(response) is not Response:
            # Not replace(): it hands over the charset too, which a plain response does not take.
            return Response(**{name: getattr(response, name) for name in Response.attributes})
        return response


class ReplayHandler(BaseDownloadHandler):
    """Serves requests from the archives that the setting REPLAY names; opens no socket."""

    lazy = False

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self.index = replay.open_index(*crawler.settings.getlist("REPLAY"))

    async def download_request(self, request: Request) -> Response:
        """The capture that the request asks for, else the latest of its URL, else a 404."""
        found = request.meta.get("capture") or self.index.find(request.url)
        if found is None:
            self.crawler.stats.inc_value("ogpnews/not_in_archive")
            return Response(request.url, status=404, flags=[NOT_IN_ARCHIVE])
        capture = archive.load(found.where)
        header = capture.header
        request.meta["fetched_at"] = capture.fetched_at
        headers = [pair for pair in header.headers if pair[0].lower() not in _ENCODINGS]
        if header.content_type and not header.headers:
            headers = [("Content-Type", header.content_type)]
        return Response(
            request.url, status=header.status, headers=_lists(headers), body=capture.body
        )


_ENCODINGS = frozenset({"content-encoding", "transfer-encoding"})


def _lists(headers: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in headers:
        found.setdefault(name, []).append(value)
    return found


REPLAY_SETTINGS: dict[str, Any] = {
    "DOWNLOAD_HANDLERS": {
        "http": ReplayHandler, "https": ReplayHandler,
        "file": None, "ftp": None, "s3": None, "data": None,
    },
    "ROBOTSTXT_OBEY": False,
    "DOWNLOAD_DELAY": 0,
    "RETRY_ENABLED": False,
    "FAILURES_IN_A_ROW": 0,
    "DEAD_LINKS_IN_A_ROW": 0,
    "HTTPPROXY_ENABLED": False,
}  # fmt: skip
"""What differs where nothing is fetched: manners cost time and protect nobody."""
