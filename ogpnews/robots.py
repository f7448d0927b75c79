"""robots.txt as RFC 9309 wants it: asked once a day, remembered, and obeyed where it is not to be had."""

import asyncio
from time import time
from typing import TYPE_CHECKING, Any

from scrapy import Request, signals
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from ogpnews.middlewares import HOST_FILE, ROBOTS
from ogpnews.reasons import UNREACHABLE, Refused, reason_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

DAY = 86400.0
"""Seconds for which a robots.txt is used without asking again (RFC 9309, 2.4)."""
MONTH = 30 * DAY
"""Seconds for which an older one serves where the host cannot be reached (2.3.1.4)."""
MOST_BYTES = 500 * 1024
"""As much of a robots.txt is read; the RFC asks for no less (2.5)."""
TIMEOUT = 30
"""Seconds for a robots.txt."""


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware with a memory; `state` outlives the run.

    4xx: there are no rules. 5xx, no answer: everything is forbidden, unless a copy not older than
    30 days is at hand; both are reported.
    """

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self._rules: dict[str, asyncio.Future[RobotParser | None]] = {}

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's host (scheme and port count); Refused where it is unreachable."""
        parts = urlparse_cached(request)
        host = f"{parts.scheme}://{parts.netloc.lower()}"
        if host not in self._rules:
            reading = asyncio.ensure_future(self._read(host, request))
            reading.add_done_callback(looked_at)
            self._rules[host] = reading
        rules = await asyncio.shield(self._rules[host])
        if rules is None:
            raise Refused(UNREACHABLE)
        return rules

    async def _read(self, host: str, request: Request) -> RobotParser | None:
        body = await self._body(host)
        if body is None:
            return None
        parser: RobotParser = self._parserimpl.from_crawler(self.crawler, body.encode())
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=parser, request=request
        )
        return parser

    async def _body(self, host: str) -> str | None:
        """The text of a robots.txt, out of the memory or anew; None where it is unreachable."""
        spider: Any = self.crawler.spider
        note = spider.state.recall("robots", host)
        if note and time() - note.at < DAY:
            return str(note.value["body"])
        try:
            answer = await self._ask(f"{host}/robots.txt")
        except Refused:  # the outlet is left alone, and its requests say why
            raise
        except IgnoreRequest as error:
            if (
                what := reason_of(error)
            ) != "too large":  # redirected too often: there are no rules
                return self._keep(host, error, "")
        except Exception as error:
            self._stats.inc_value(f"robotstxt/exception_count/{type(error)}")
            what = reason_of(error)
        else:
            if answer.status < 500:
                text = _text(answer.body) if 200 <= answer.status < 300 else ""
                return self._keep(host, answer.status, text)
            what = f"HTTP {answer.status}"
        return self._unreachable(host, what, note)

    async def _ask(self, url: str) -> Response:
        self._stats.inc_value("robotstxt/request_count")
        assert self.crawler.engine is not None  # noqa: S101  # it made this request
        meta = {"dont_obey_robotstxt": True, HOST_FILE: ROBOTS, "download_timeout": TIMEOUT}
        answer = await self.crawler.engine.download_async(
            Request(url, priority=self.DOWNLOAD_PRIORITY, meta=meta, callback=NO_CALLBACK)
        )
        self._stats.inc_value("robotstxt/response_count")
        self._stats.inc_value(f"robotstxt/response_status_count/{answer.status}")
        return answer

    def _keep(self, host: str, status: object, body: str) -> str:
        spider: Any = self.crawler.spider
        spider.state.remember("robots", host, {"status": str(status), "body": body})
        return body

    def _unreachable(self, host: str, what: str, note: Any) -> str | None:
        spider: Any = self.crawler.spider
        usable = note is not None and time() - note.at < MONTH
        used = f"; the copy of {(time() - note.at) / DAY:.0f} days ago is used" if usable else ""
        spider.failures.add(f"{host}/robots.txt", f"{UNREACHABLE}: {what}{used}")
        return str(note.value["body"]) if usable else None


def looked_at(reading: "asyncio.Future[Any]") -> None:
    """Who waited for it may be gone, after an interruption: asyncio would complain on the terminal."""
    if not reading.cancelled():
        reading.exception()


def _text(body: bytes) -> str:
    """The first MOST_BYTES, whole lines only: half a path would be another rule."""
    if len(body) > MOST_BYTES:
        body = body[:MOST_BYTES].rpartition(b"\n")[0]
    return body.decode("utf-8-sig", "ignore")
