"""OutletSpider: discovery (sitemap, feed, listing) → pages → drafts for the item pipelines."""

import re
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider, signals
from scrapy.http import Response

from ogpnews.arguments import positive
from ogpnews.database import DatabaseError
from ogpnews.discovery import Discovery
from ogpnews.entries import Entry
from ogpnews.exporters import ExportError
from ogpnews.extract import NotAnArticle, Options
from ogpnews.failures import Failures
from ogpnews.fetched import Fetched
from ogpnews.frontier import TOO_MANY, Frontier
from ogpnews.items import Article
from ogpnews.keywords import Keywords
from ogpnews.ledger import Ledger, conditions
from ogpnews.middlewares import NOT_IN_ARCHIVE, OFF_SITE
from ogpnews.normalise import join
from ogpnews.outlets import Catalogue, Outlet
from ogpnews.pages.document import PageTooLarge
from ogpnews.pipelines import UNCHANGED
from ogpnews.raw import RawArticle
from ogpnews.reasons import BLOCKED, FORBIDDEN, HARMLESS, INTERRUPTED, LATER, NOT_ASKED, reason_of
from ogpnews.responses import asked, read_draft, refusal
from ogpnews.sources import Mode
from ogpnews.state import State
from ogpnews.text.urls import canonical, split
from ogpnews.window import Window

if TYPE_CHECKING:
    from ogpnews.memories import Exported

BUSY = 4
"""Requests that a spider has under way: enough to keep its one host busy, few to hold in memory."""

TRIES = 3
"""Articles asked for, for each one that a check wants: not the whole outlet where all fail."""


class OutletSpider(Spider):
    """Crawls one outlet; `spiderloader` makes a class of it for each outlet of the catalogue.

    Arguments, as `scrapy crawl <outlet> -a name=value`: `since` and `until` (days, YYYY-MM-DD,
    local to the outlet, both included), `limit` (articles to export), `update` (days: articles
    published since then are looked at again), `max_pages` (of each listing, archive and API),
    `keyword` (words with commas between them; an article must have one).
    """

    outlet: ClassVar[Outlet]
    catalogue: ClassVar[Catalogue]
    options: ClassVar[Options]

    def __init__(
        self,
        since: str | None = None,
        until: str | None = None,
        limit: str | int | None = None,
        update: str | int | None = None,
        max_pages: str | int | None = None,
        keyword: str | Iterable[str] = "",
        seeds: Iterable[Any] = (),
        state: State | None = None,
        mode: str = Mode.CRAWL,
        found: Callable[[str, Entry], object] | None = None,
        **kwargs: Any,
    ) -> None:
        """`seeds`: headers of archived pages to crawl beside what discovery finds; `found` takes
        the outlet and each entry that would be fetched, where the mode is to discover."""
        super().__init__(**kwargs)
        self.state = state or State()
        self.window = Window.parse(since, until, self.outlet.timezone)
        self.limit = positive(limit, "limit", "articles")
        self.update = positive(update, "update", "days")
        self.max_pages = positive(max_pages, "max-pages", "pages")
        self.keywords = Keywords(keyword)
        self.mode, self._found = Mode(mode), found
        self.ledger = Ledger(self.state, self.outlet.id, self.window, self.keywords)
        self.frontier = Frontier(self.window, self._no_article, self.ledger.knows)
        self._revisits: dict[str, Exported] = {}
        self.failures = Failures()
        self.exported = 0
        self.stopped: str | None = None
        """Why nothing more is asked for: the disk is full, the site refuses us."""
        self.refused: str | None = None
        """Why not even what is under way is asked for: the site does not want us."""
        self._seeds, self._retried = [*seeds], False
        self._captures = _by_address(self._seeds)
        self.discovery = Discovery(self)
        self._hosts = self.outlet.listed_on
        self._article_url = re.compile(self.outlet.article) if self.outlet.article else None
        self._busy = self._articles = self._tried = 0

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
        for entry, before in self.ledger.revisits(self.update) if self.update else ():
            if self.frontier.again([entry]):
                self._revisits[entry.url] = before
        for request in self._next():
            yield request

    def _next(self) -> Iterator[Request]:
        while self._busy < BUSY and not self._satisfied():
            found = self.discovery.pop() if self.mode is Mode.CHECK else None
            entry = self._waiting_article() if found is None else None
            if entry is not None:
                try:
                    request = self._article(entry)
                except ValueError as error:
                    self._lost(entry, f"no address ({error})"[:80])
                    continue
                if not self._tried:
                    self.discovery.notes.open()
                self._articles += 1
                self._tried += 1
            elif (found := found or self.discovery.pop()) is not None:
                request = found
            elif self._seeds and not self._busy:  # what nothing names; dates come with the others
                self.frontier.add(Entry(seed.url, found_in="archive") for seed in self._seeds)
                self._seeds = []
                continue
            elif not self._retried and not self._busy:  # last: they may be many, and fail again
                self._retried = True
                self.frontier.again(self.ledger.failures())
                continue
            else:
                return
            self._busy += 1
            yield request

    def _waiting_article(self) -> Entry | None:
        if self.mode is Mode.DISCOVER or (self.only_looks and self.discovering):
            return None
        return self.frontier.pop()

    @property
    def reading(self) -> int:
        """Articles under way."""
        return self._articles

    @property
    def discovering(self) -> bool:
        """True while a sitemap, feed, listing or API is under way."""
        return self._busy > self._articles

    @property
    def only_looks(self) -> bool:
        """True where the first page of everything will do."""
        return self.mode is Mode.CHECK

    def stop(self, why: str) -> None:
        """Asks for nothing more; what is under way is finished. The first reason counts."""
        self.stopped = self.stopped or why

    def _satisfied(self) -> bool:
        """True while what is exported and under way reaches the limit, and once stopped."""
        if self.stopped is not None:
            return True
        if self.limit is None:
            return False
        if self.only_looks and self._tried >= TRIES * self.limit:
            return True
        discovered = len(self.frontier) if self.mode is Mode.DISCOVER else 0
        return self.exported + self._articles + discovered >= self.limit

    def settle(self, *, article: bool) -> None:
        """One request is done with, whatever came of it: go on."""
        self._busy -= 1
        self._articles -= article
        for request in self._next():
            self.crawler.engine.crawl(request)

    def _article(self, entry: Entry) -> Request:
        url = entry.url
        before = self._revisits.get(url)
        capture = self._captures.get(url) or self._captures.get(canonical(url) or "")
        meta = {"article": True, "entry": entry, "capture": capture, "before": before}
        return Request(
            capture.url if capture else url,
            self.parse_article,
            errback=self.article_failed,
            meta=meta,
            headers=conditions(before),
        )

    # Articles.

    async def parse_article(self, response: Response) -> list[Fetched] | None:
        """One article, all of its pages in order."""
        if response.status == 304 and response.meta["before"]:
            self.count(f"skipped/{UNCHANGED}")
            self.settle(article=True)
            return None
        reason = refusal(response)
        if reason is None:
            try:
                return [await self._draft(response)]
            except (NotAnArticle, PageTooLarge) as error:
                reason = str(error)
        self._lost(response.meta["entry"], reason)
        self.settle(article=True)
        return None

    async def _draft(self, response: Response) -> Fetched:
        self.count("pages_read")
        self.count("fetched")
        draft = read_draft(response, self.options)
        for sign in draft.signs:
            self.count(f"rights/{sign}")
        if draft.raw.page_urls:
            others = [page async for page in self._other_pages(draft.raw)]
            draft.raw = join([draft.raw, *others])
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
            if reason in (INTERRUPTED, NOT_ASKED, LATER):
                raise NotAnArticle(reason)  # another run reads it whole
            if page is None:
                self.count("article_pages_failed")
                if reason != NOT_IN_ARCHIVE:
                    self.failures.add(url, f"page of an article: {reason}")
                continue
            self.count("pages_read")
            yield page

    def article_failed(self, failure: Any) -> None:
        self._lost(failure.request.meta["entry"], reason_of(failure.value))
        self.settle(article=True)

    def _lost(self, entry: Entry, reason: str) -> None:
        if reason in HARMLESS or reason == NOT_IN_ARCHIVE:
            self.count(f"skipped/{reason}")
            with self.writing():
                if reason == OFF_SITE:  # redirected there
                    self.ledger.left(entry)
                elif reason == FORBIDDEN:  # robots.txt may allow it one day
                    self.ledger.lost(entry, reason)
            return
        said = f"{reason}: the site refuses us" if reason in BLOCKED else reason
        self.failures.add(entry.url, said)
        self._again(entry, reason)

    def _again(self, entry: Entry, reason: str) -> None:
        """Counts an article that could not be had; later runs try again where that may help."""
        self.count(f"failed/{reason}")
        with self.writing():
            self.ledger.lost(entry, reason)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Ends the crawl where its state cannot be written."""
        try:
            yield
        except (DatabaseError, ExportError) as error:
            self.stop("output not written")
            self.failures.add("", str(error))

    def count(self, what: str) -> None:
        self.crawler.stats.inc_value(f"ogpnews/{what}")

    # What the item pipelines made of a draft.

    def _scraped(self, item: Article, response: Response) -> None:
        self.discovery.settled(response.meta["entry"], item.published)
        self.exported += 1
        self.count("exported")
        self.settle(article=True)

    def _dropped(self, item: Fetched, exception: Exception, response: Response) -> None:
        self.discovery.settled(response.meta["entry"], item.article.published)
        self.count(f"skipped/{exception}")
        with self.writing():
            self.ledger.dropped(item, str(exception))
        self.settle(article=True)

    def _broken_item(self, item: Fetched, response: Response, failure: Any) -> None:
        if failure.check(ExportError, DatabaseError):
            self.stop("output not written")
            self.count("failed/not written")
            self.failures.add(item.fetched_url or "", str(failure.value))
        else:
            self._again(response.meta["entry"], f"error in a stage ({failure.type.__name__})")
            self.failures.add(item.fetched_url or "", f"{failure.type.__name__}: {failure.value}")
        self.settle(article=True)

    def _broken_page(self, failure: Any, response: Any) -> None:
        request = response.request  # of a failure, too
        article = "article" in request.meta
        self.failures.add(request.url, f"{failure.type.__name__}: {failure.value}")
        if article:
            self._again(request.meta["entry"], f"error in the page ({failure.type.__name__})")
        else:
            self.discovery.notes.unsettled(asked(request))
        self.settle(article=article)

    def closed(self, reason: str) -> None:
        """The frontier's own counts join the others; what was learnt is noted."""
        stats = self.crawler.stats
        whole = self.limit is None and self.window.until is None and not self.keywords
        whole = whole and not self.frontier.skipped[TOO_MANY]
        if reason == "finished" and self.stopped is None and whole:
            with self.writing():
                self.discovery.finish()
        stats.set_value("ogpnews/discovered", self.frontier.found)
        stats.set_value("ogpnews/waiting", len(self.frontier))
        stats.set_value("ogpnews/stopped", self.stopped)
        for why, count in self.frontier.skipped.items():
            stats.inc_value(f"ogpnews/skipped/{why}", count)
        stats.set_value("ogpnews/sources", self.discovery.report())
        if self._found is not None and self.mode is Mode.DISCOVER:
            for entry in islice(iter(self.frontier.pop, None), self.limit):
                self._found(self.name, entry)


def _by_address(seeds: Sequence[Any]) -> dict[str, Any]:
    """Address of a seed, as archived and as it is spelt in the record → the seed."""
    clean = {canonical(seed.url) or "": seed for seed in reversed(seeds)}
    return clean | {seed.url: seed for seed in seeds}
