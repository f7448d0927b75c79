"""Scrapy's downloader, whose requests can be broken off."""

from typing import Any

from scrapy import Request, Spider
from scrapy.core import downloader
from scrapy.crawler import Crawler
from twisted.internet import defer
from twisted.python.failure import Failure

from ogpnews.reasons import INTERRUPTED, Refused


class Downloader(downloader.Downloader):
    """Scrapy's, but what it does can be broken off, wherever it waits.

    Scrapy's own stop waits for every request: for a server that sends a byte a second as long
    as it likes, and for each delay that lies before a request.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._fetching: set[defer.Deferred[Any]] = set()
        self._over = self._closed = False

    def fetch(self, request: Request, spider: Spider | None = None) -> "defer.Deferred[Any]":  # noqa: ARG002  # as Scrapy has it
        """The response, or Refused(INTERRUPTED) from `break_off` on."""
        if self._over:
            return defer.fail(Refused(INTERRUPTED))
        fetching: defer.Deferred[Any] = super().fetch(request)
        self._fetching.add(fetching)
        return fetching.addBoth(self._done, fetching)

    async def _enqueue_request(self, request: Request) -> Any:
        """Where Scrapy puts a request into its host's queue."""
        if self._closed:
            raise Refused(INTERRUPTED)
        return await super()._enqueue_request(request)

    def ask_no_more(self) -> None:
        """What was sent may end; what waits for its turn, or comes later, is Refused."""
        self._closed = True
        for slot in self.slots.values():
            while slot.queue:
                slot.queue.popleft()[1].errback(Refused(INTERRUPTED))

    def _done(self, result: Any, fetching: "defer.Deferred[Any]") -> Any:
        self._fetching.discard(fetching)
        if self._over and isinstance(result, Failure):
            raise Refused(INTERRUPTED)
        return result

    def break_off(self) -> None:
        """Ends every request, under way or waiting for its turn; no other begins."""
        self._over = True
        for slot in self.slots.values():
            slot.queue.clear()
        for fetching in [*self._fetching]:
            fetching.cancel()
