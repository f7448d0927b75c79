"""How fast a host is asked: the delay, what its robots.txt asks for, pauses."""

import math
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from ogpnews.hosts import HOSTS

if TYPE_CHECKING:
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler

LEAST = 0.01
"""Seconds between two requests to a host, whatever is set: at 0 Scrapy 2.19 sends them all at once."""
MOST_JITTER = 0.9
"""Share of the delay; at 1 and above some delays would be 0."""
BREATH = 0.02
"""Seconds between an answer and the next request: what the answer asks for is read first."""


class Pace:
    """Keeps the delay of every host in a live crawl; robots.txt may slow it down, never speed it up.

    The delay holds from crawler to crawler, too: outlets of one host, one after another.
    """

    def __init__(self, crawler: "Crawler") -> None:
        if crawler.settings.getlist("REPLAY"):
            raise NotConfigured
        self.crawler = crawler
        self.most = crawler.settings.getfloat("CRAWL_DELAY_MAX")
        self.agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        pace = cls(crawler)
        for signal, handler in (
            (signals.robots_parsed, pace.robots_parsed),
            (signals.request_reached_downloader, pace.waiting),
            (signals.response_downloaded, pace.answered),
            (signals.request_left_downloader, pace.left),
        ):
            crawler.signals.connect(handler, signal=signal)
        return pace

    def robots_parsed(self, robotparser: Any, request: Request) -> None:
        """Crawl-delay and Request-rate, the slower of the two, are the least and not the mean."""
        asked = min(_asked(robotparser, self.agent), self.most)
        if not asked:
            return
        downloader = _downloader(self.crawler)
        host = urlparse_cached(request).hostname or ""
        mine = downloader.per_slot_settings.setdefault(host, {})
        jitter = min(self.crawler.settings.getfloat("DOWNLOAD_DELAY_JITTER"), MOST_JITTER)
        usual = mine.get("delay", self.crawler.settings.getfloat("DOWNLOAD_DELAY"))
        mine["delay"] = max(asked / (1 - jitter), usual)
        if slot := downloader.slots.get(host):
            slot.delay = mine["delay"]
        self.crawler.stats.max_value("ogpnews/crawl_delay", asked)

    def waiting(self, request: Request) -> None:
        """A request stands in its host's queue: nothing has been sent yet."""
        slot = slot_of(self.crawler, request)
        slot.delay = max(slot.delay, LEAST)
        slot.jitter = min(slot.jitter, MOST_JITTER)
        slot.lastseen = max(slot.lastseen, HOSTS.asked.get(_netloc(request), 0.0))

    def answered(self, request: Request, response: Response) -> None:  # noqa: ARG002
        """The next request waits until this answer has been looked at."""
        pause(slot_of(self.crawler, request), BREATH)

    def left(self, request: Request) -> None:
        """Another crawler on this host goes on from here."""
        slot = slot_of(self.crawler, request)
        before = HOSTS.asked.get(_netloc(request), 0.0)
        HOSTS.asked[_netloc(request)] = max(before, slot.lastseen)


def pause(slot: "Slot", seconds: float) -> None:
    """Nothing is sent from a slot for that long: Scrapy counts the delay from `lastseen`."""
    least = slot.delay * (1 - slot.jitter)
    slot.lastseen = max(slot.lastseen, monotonic() + seconds - least)


def slot_of(crawler: "Crawler", request: Request) -> "Slot":
    """The slot that a request waits in, or came from."""
    downloader = _downloader(crawler)
    slot: Slot = downloader.slots[downloader.get_slot_key(request)]
    return slot


def _downloader(crawler: "Crawler") -> Any:
    return crawler.engine.downloader if crawler.engine else None


def _netloc(request: Request) -> str:
    return urlparse_cached(request).netloc.lower()


def _asked(parser: Any, agent: str) -> float:
    """Seconds between two requests that a robots.txt asks for; 0 for none."""
    delay = parser.crawl_delay(agent) or 0.0
    # Scrapy's own interface knows no Request-rate; Protego, behind it, does.
    read = getattr(getattr(parser, "rp", None), "request_rate", None)
    rate = read(agent) if read else None
    asked = max(delay, rate.seconds / rate.requests if rate else 0.0)
    return asked if math.isfinite(asked) and asked > 0 else 0.0
