"""What a host may cost: large pages, failures and dead links in a row."""

from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from ogpnews.pages.document import MAX_BYTES

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class Endurance:
    """Bounds what a host may cost: large pages, failures and dead links in a row."""

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
        """The response as it came; failures and dead links in a row are counted."""
        self._failures = self._failures + 1 if response.status >= 500 else 0
        if "article" in request.meta:
            self._dead = self._dead + 1 if response.status in (404, 410) else 0
        self._judge(request)
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
