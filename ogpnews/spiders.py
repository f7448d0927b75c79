"""OutletSpider: discovery (sitemap, feed, listing) → pages → drafts for the item pipelines."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, ClassVar

from scrapy import Request, Spider, signals
from scrapy.http import Response

from ogpnews.discovery import Discovery
from ogpnews.errors import UsageError
from ogpnews.exporters import ExportError
from ogpnews.extract import NotAnArticle, Options
from ogpnews.failures import BLOCKED, HARMLESS, Failures, reason_of
from ogpnews.frontier import Frontier, Window
from ogpnews.middlewares import NOT_IN_ARCHIVE, OFF_SITE
from ogpnews.normalise import Draft, join
from ogpnews.outlets import Catalogue, Outlet
from ogpnews.pages.document import PageTooLarge
from ogpnews.raw import RawArticle
from ogpnews.responses import read_draft, refusal
from ogpnews.sitemaps import Entry
from ogpnews.state import State
from ogpnews.text.urls import split

BUSY = 4
"""Requests that a spider has under way: enough to keep its one host busy, few to hold in memory."""


class OutletSpider(Spider):
    """Crawls one outlet; `spiderloader` makes a class of it for each outlet of the catalogue.

    Arguments, as `scrapy crawl <outlet> -a name=value`: `since` and `until` (days, YYYY-MM-DD,
    local to the outlet, both included), `limit` (articles to export).
    """

    outlet: ClassVar[Outlet]
    catalogue: ClassVar[Catalogue]
    options: ClassVar[Options]

    def __init__(
        self,
        since: str | None = None,
        until: str | None = None,
        limit: str | int | None = None,
        seeds: Iterable[Any] = (),
        state: State | None = None,
        **kwargs: Any,
    ) -> None:
        """`seeds`: headers of archived pages to crawl beside what discovery finds."""
        super().__init__(**kwargs)
        self.state = state or State()
        self.window = Window.parse(since, until, self.outlet.timezone)
        self.limit = _limit(limit)
        self.frontier = Frontier(self.window, self._no_article)
        self.failures = Failures()
        self.exported = 0
        self.listed: dict[str, str] = {}
        """Fetched URL → publication as sitemap or feed give it, for pages that state none."""
        self.stopped: str | None = None
        """Why nothing more is asked for: the disk is full, the site refuses us."""
        self._captures = {seed.url: seed for seed in seeds}
        self.discovery = Discovery(self)
        named = self.outlet.discover
        entries = map(self.outlet.absolute, (*named.feeds, *named.sitemaps, *named.listings))
        self._hosts = {split(entry).netloc.lower() for entry in entries}
        self._article_url = re.compile(self.outlet.article) if self.outlet.article else None
        self._busy = self._articles = 0

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> "OutletSpider":
        spider = super().from_crawler(crawler, *args, **kwargs)
        for signal, handler in (
            (signals.item_scraped, spider._scraped),
            (signals.item_dropped, spider._dropped),
            (signals.item_error, spider._broken_item),
            (signals.spider_error, spider._broken_page),
        ):
            crawler.signals.connect(handler, signal=signal)
        return spider

    # What belongs to the outlet.

    def on_site(self, url: str, *, article: bool) -> bool:
        """True for the hosts of the outlet, for discovery also for those that its file names."""
        return self._own(url) or (not article and split(url).netloc.lower() in self._hosts)

    def _own(self, url: str) -> bool:
        found = self.catalogue.for_url(url)
        return found.id == self.outlet.id if found else not self.outlet.id

    def _no_article(self, url: str) -> str | None:
        if not self._own(url):
            return OFF_SITE
        wanted = self._article_url is None or self._article_url.search(url)
        if not wanted and url not in self._captures:
            return "address of another kind"
        return None

    # The crawl: `_next` alone decides what is asked for.

    async def start(self) -> AsyncIterator[Request]:
        """Articles come first as soon as some are known; discovery goes on when they run out."""
        self.discovery.start()
        if not self.discovery and not self._captures:
            self.failures.add(self.outlet.url, "nothing to discover: no sitemap, feed or listing")
        if self.settings.getlist("REPLAY") and not self._captures:
            self.failures.add(self.outlet.url, "the archives hold no page of this outlet")
        self.frontier.add(Entry(url, found_in="archive") for url in self._captures)
        for request in self._next():
            yield request

    def _next(self) -> Iterator[Request]:
        while self._busy < BUSY and not self._satisfied():
            entry = self.frontier.pop()
            if entry is not None:
                try:
                    request = self._article(entry)
                except ValueError as error:
                    self._lost(entry.url, f"no address ({error})"[:80])
                    continue
                self._articles += 1
            elif (found := self.discovery.pop()) is not None:
                request = found
            else:
                return
            self._busy += 1
            yield request

    def stop(self, why: str) -> None:
        """Asks for nothing more; what is under way is finished. The first reason counts."""
        self.stopped = self.stopped or why

    def _satisfied(self) -> bool:
        """True while what is exported and under way reaches the limit, and once stopped."""
        if self.stopped is not None:
            return True
        return self.limit is not None and self.exported + self._articles >= self.limit

    def settle(self, *, article: bool) -> None:
        """One request is done with, whatever came of it: go on."""
        self._busy -= 1
        self._articles -= article
        for request in self._next():
            self.crawler.engine.crawl(request)

    def _article(self, entry: Entry) -> Request:
        meta = {"article": True, "entry": entry, "capture": self._captures.get(entry.url)}
        return Request(entry.url, self.parse_article, errback=self.article_failed, meta=meta)

    # Articles.

    async def parse_article(self, response: Response) -> list[Draft] | None:
        """One article, all of its pages in order."""
        reason = refusal(response)
        if reason is None:
            try:
                return [await self._draft(response)]
            except (NotAnArticle, PageTooLarge) as error:
                reason = str(error)
        self._lost(response.url, reason)
        self.settle(article=True)
        return None

    async def _draft(self, response: Response) -> Draft:
        self.count("pages_read")
        self.count("fetched")
        draft = read_draft(response, self.options)
        if draft.raw.page_urls:
            others = [page async for page in self._other_pages(draft.raw)]
            draft.raw = join([draft.raw, *others])
        entry: Entry = response.meta["entry"]
        if self.window and entry.when:
            self.listed[response.url] = entry.when
        return draft

    async def _other_pages(self, raw: RawArticle) -> AsyncIterator[RawArticle]:
        """Pages of the same article that could be read."""
        for url in raw.page_urls[: self.settings.getint("ARTICLE_PAGES")]:
            self.frontier.see(url)
            if not self._own(url):
                continue
            try:
                response = await self.crawler.engine.download_async(
                    Request(url, meta={"article": True})
                )
                reason = refusal(response)
                page = None if reason else read_draft(response, self.options).raw
            except Exception as error:  # whatever it is, the other pages are still worth having
                reason, page = reason_of(error), None
            if page is None:
                self.count("article_pages_failed")
                if reason != NOT_IN_ARCHIVE:
                    self.failures.add(url, f"page of an article: {reason}")
                continue
            self.count("pages_read")
            yield page

    def article_failed(self, failure: Any) -> None:
        self._lost(failure.request.url, reason_of(failure.value))
        self.settle(article=True)

    def _lost(self, url: str, reason: str) -> None:
        if reason in HARMLESS or reason == NOT_IN_ARCHIVE:
            self.count(f"skipped/{reason}")
            return
        self.count(f"failed/{reason}")
        self.failures.add(url, f"{reason}: the site refuses us" if reason in BLOCKED else reason)

    def count(self, what: str) -> None:
        self.crawler.stats.inc_value(f"ogpnews/{what}")

    # What the item pipelines made of a draft.

    def _scraped(self) -> None:
        self.exported += 1
        self.count("exported")
        self.settle(article=True)

    def _dropped(self, exception: Exception) -> None:
        self.count(f"skipped/{exception}")
        self.settle(article=True)

    def _broken_item(self, item: Draft, failure: Any) -> None:
        if failure.check(ExportError):
            self.stop("output not written")
            self.count("failed/not written")
            self.failures.add(item.fetched_url or "", str(failure.value))
        else:
            self.count(f"failed/error in a stage ({failure.type.__name__})")
            self.failures.add(item.fetched_url or "", f"{failure.type.__name__}: {failure.value}")
        self.settle(article=True)

    def _broken_page(self, failure: Any, response: Any) -> None:
        request = response.request  # of a failure, too
        article = "article" in request.meta
        self.failures.add(request.url, f"{failure.type.__name__}: {failure.value}")
        if article:
            self.count(f"failed/error in the page ({failure.type.__name__})")
        self.settle(article=article)

    def closed(self, reason: str) -> None:  # noqa: ARG002  # the name is Scrapy's
        """The frontier's own counts join the others."""
        stats = self.crawler.stats
        stats.set_value("ogpnews/discovered", self.frontier.found)
        stats.set_value("ogpnews/waiting", len(self.frontier))
        stats.set_value("ogpnews/stopped", self.stopped)
        for why, count in self.frontier.skipped.items():
            stats.inc_value(f"ogpnews/skipped/{why}", count)


def _limit(limit: str | int | None) -> int | None:
    if limit is None or limit == "":
        return None
    try:
        number = int(limit)
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError(f"--limit {limit!r} is not a number of articles; give 1 or more")
    return number
