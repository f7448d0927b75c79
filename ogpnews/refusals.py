"""A site that does not want us, or not now: waited for, or left alone and said; never worked round."""

from datetime import UTC, datetime
from time import time
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from ogpnews import walls
from ogpnews.hosts import HOSTS
from ogpnews.middlewares import HOST_FILE, TDMREP
from ogpnews.pace import pause, slot_of
from ogpnews.reasons import LATER, NOT_ASKED, REFUSED_BEFORE, Refused
from ogpnews.responses import header_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_REASON = "refusal"
"""Mark in `Request.meta`: why this very request was refused, for its repetition, too."""
_WAIT = "retry_after"
"""Mark in `Request.meta`: seconds that its host asked us to wait."""
REMEMBERED = 7 * 86400.0
"""Seconds for which an article that was refused is not asked for again."""
IN_A_ROW = 3
"""As many answers 429 or 503 one after another, each waited for, and the host is left alone."""


class _Live:
    """A part of a live crawl: replays ask nobody and are refused by nobody."""

    def __init__(self, crawler: "Crawler") -> None:
        if crawler.settings.getlist("REPLAY"):
            raise NotConfigured
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)


class Refusals(_Live):
    """Sees each answer as it arrives, before the next request goes out."""

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self.usual = crawler.settings.getfloat("RETRY_AFTER_DEFAULT")
        self.most = crawler.settings.getfloat("RETRY_AFTER_MAX")
        self._recalled: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        refusals = cls(crawler)
        crawler.signals.connect(refusals.arrived, signal=signals.response_downloaded)
        return refusals

    def process_request(self, request: Request) -> None:
        """Refused for each request of an outlet that is to be left alone."""
        spider: Any = self.crawler.spider
        # Scrapy would send a redirected request from the slot of the host that redirected it.
        request.meta.pop("download_slot", None)
        if spider.refused is not None:
            raise Refused(request.meta.get(_REASON, NOT_ASKED))
        if reason := self._known(netloc(request)):
            leave(self.crawler, request, reason)
            raise Refused(reason)
        if entry := request.meta.get("entry"):
            note = spider.state.recall("refused", entry.url)
            if note and note.at > time() - REMEMBERED:
                raise Refused(REFUSED_BEFORE)

    def _known(self, host: str) -> str | None:
        """What a host said to another outlet of this run, or to an earlier run."""
        if reason := HOSTS.refused.get(host):
            return reason
        if host not in self._recalled:
            self._recalled.add(host)
            spider: Any = self.crawler.spider
            note = spider.state.recall("later", host)
            return LATER if note and note.value["until"] > time() else None
        return None

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer, unless it was the last one of its outlet."""
        if reason := request.meta.get(_REASON):
            raise Refused(reason)
        if response.status == 429 and request.meta.get(HOST_FILE) != TDMREP:
            self._later(request, request.meta.get(_WAIT, self.usual))  # asked often enough
            raise Refused(LATER)
        return response

    def arrived(self, response: Response, request: Request) -> None:
        """Stops or pauses the host at once, by status and header fields alone."""
        if reason := refusal_of(response, request):
            leave(self.crawler, request, reason)
            return
        host = netloc(request)
        told = walls.retry_after(
            header_of(response, "Retry-After"), header_of(response, "Date"), datetime.now(UTC)
        )
        if response.status != 429 and not (response.status == 503 and told is not None):
            HOSTS.busy.pop(host, None)
            return
        HOSTS.busy[host] = HOSTS.busy.get(host, 0) + 1
        slot = slot_of(self.crawler, request)
        seconds = max(self.usual if told is None else told, slot.delay)
        request.meta[_WAIT] = seconds
        if seconds > self.most or HOSTS.busy[host] >= IN_A_ROW:
            self._later(request, seconds)
        else:
            self.crawler.stats.inc_value("ogpnews/pauses")
            pause(slot, seconds)

    def _later(self, request: Request, seconds: float) -> None:
        spider: Any = self.crawler.spider
        spider.state.remember("later", netloc(request), {"until": time() + seconds})
        leave(self.crawler, request, LATER)


class Walls(_Live):
    """Knows block pages by their words, once bodies are unpacked and before anything is repeated."""

    def process_request(self, request: Request) -> None:  # noqa: ARG002  # as Scrapy calls it
        """Refused for what waited for a robots.txt while its outlet was refused elsewhere."""
        spider: Any = self.crawler.spider
        if spider.refused is not None:
            raise Refused(NOT_ASKED)

    def process_response(self, request: Request, response: Response) -> Response:
        """The answer; Refused for a wall in its place."""
        if HOST_FILE in request.meta or response.status not in (200, 202, 503):
            return response
        if reason := walls.block_page(response.body):
            leave(self.crawler, request, reason)
            raise Refused(reason)
        return response


def leave(crawler: "Crawler", request: Request, reason: str) -> None:
    """Ends the outlet: nothing more is asked for, and what waits in the queues is not sent."""
    spider: Any = crawler.spider
    request.meta[_REASON] = reason
    HOSTS.refused.setdefault(netloc(request), reason)
    if spider.refused is not None:
        return
    spider.refused = reason
    spider.stop(reason)
    crawler.stats.set_value("ogpnews/blocked", reason)
    if (entry := request.meta.get("entry")) and reason != LATER:
        spider.state.remember("refused", entry.url, {"reason": reason})
    downloader: Any = crawler.engine.downloader if crawler.engine else None
    for slot in downloader.slots.values() if downloader else ():
        while slot.queue:
            _, waiting = slot.queue.popleft()
            waiting.errback(Refused(NOT_ASKED))


def refusal_of(response: Response, request: Request) -> str | None:
    """Why an answer is a refusal, by its status and header fields; None for all others."""
    if HOST_FILE in request.meta:
        return None
    return walls.refusal(response.status, lambda name: header_of(response, name))


def netloc(request: Request) -> str:
    """Host with port, in small letters."""
    return urlparse_cached(request).netloc.lower()
