"""Crawl-delay, and a log that names pages instead of printing them."""

import logging
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, signals
from scrapy.logformatter import LogFormatter
from scrapy.utils.httpobj import urlparse_cached

from ogpnews.normalise import Draft

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class CrawlDelay:
    """Slows down to the Crawl-delay of a host's robots.txt, never speeds up."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self.most = crawler.settings.getfloat("CRAWL_DELAY_MAX")
        self.agent = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signal=signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: Any, request: Request) -> None:
        asked = robotparser.crawl_delay(self.agent)
        if not asked:
            return
        downloader = self.crawler.engine.downloader
        delay = max(min(float(asked), self.most), self.crawler.settings.getfloat("DOWNLOAD_DELAY"))
        host = urlparse_cached(request).hostname or ""
        downloader.per_slot_settings.setdefault(host, {})["delay"] = delay
        if slot := downloader.slots.get(host):
            slot.delay = delay
        self.crawler.stats.max_value("ogpnews/crawl_delay", delay)


class Lines(LogFormatter):
    """One line a dropped or broken item: Scrapy's own prints the whole of it."""

    def dropped(self, item: Draft, exception: BaseException, *_: Any, **__: Any) -> Any:
        return {
            "level": logging.INFO,
            "msg": "Not exported (%(why)s): %(url)s",
            "args": {"why": exception, "url": item.fetched_url},
        }

    def item_error(self, item: Draft, *_: Any, **__: Any) -> Any:
        return {
            "level": logging.ERROR,
            "msg": "Error in a stage: %(url)s",
            "args": {"url": item.fetched_url},
        }
