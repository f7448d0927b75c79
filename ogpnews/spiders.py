"""OutletSpider: discovery (sitemap, feed, listing) → pages → drafts for the item pipelines."""

import re
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, ClassVar

from scrapy import Request, Spider, signals
from scrapy.http import Response

from ogpnews import discovery
from ogpnews.discovery import Entry
from ogpnews.errors import UsageError
from ogpnews.exporters import ExportError
from ogpnews.extract import NotAnArticle, Options
from ogpnews.failures import BLOCKED, HARMLESS, Failures, reason_of
from ogpnews.frontier import Frontier, Window
from ogpnews.middlewares import NOT_IN_ARCHIVE, OFF_SITE
from ogpnews.normalise import Draft, join
from ogpnews.outlets import Catalogue, Outlet
from ogpnews.pages import open_page
from ogpnews.pages.document import PageTooLarge
from ogpnews.raw import RawArticle
from ogpnews.responses import document_of, read_draft, refusal
from ogpnews.text.urls import split

MAX_DEPTH = 3
"""Sitemap indexes inside each other; the protocol allows none."""
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
        **kwargs: Any,
    ) -> None:
        """`seeds`: headers of archived pages to crawl beside what discovery finds."""
        super().__init__(**kwargs)
        self.window = Window.parse(since, until, self.outlet.timezone)
        self.limit = _limit(limit)
        self.frontier = Frontier(self.window, self._no_article)
        self.failures = Failures()
        self.exported = 0
        self.listed: dict[str, str] = {}
        """Fetched URL → publication as sitemap or feed give it, for pages that state none."""
        self.lost_output = False
        self._captures = {seed.url: seed for seed in seeds}
        self._discovery: deque[Request] = deque()
        self._asked: set[str] = set()
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
        discover = self.outlet.discover
        for url in (*discover.feeds, *discover.sitemaps):
            self._discover(self.outlet.absolute(url), self.parse_index)
        for url in discover.listings:
            template = self.outlet.absolute(url)
            self._discover(template.replace("{page}", "1"), self.parse_listing, template=template)
        if not self._discovery and not self._captures:
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
            elif self._discovery:
                request = self._discovery.popleft()
            else:
                return
            self._busy += 1
            yield request

    def _satisfied(self) -> bool:
        """True while what is exported and under way reaches the limit, or the disk fails."""
        if self.lost_output:
            return True
        return self.limit is not None and self.exported + self._articles >= self.limit

    def _settle(self, *, article: bool) -> None:
        """One request is done with, whatever came of it: go on."""
        self._busy -= 1
        self._articles -= article
        for request in self._next():
            self.crawler.engine.crawl(request)

    def _discover(self, url: str, callback: Any, **arguments: Any) -> None:
        if url in self._asked:
            return
        self._asked.add(url)
        self.frontier.see(url)  # an archived listing is no article to start from
        try:
            request = Request(url, callback, errback=self.discovery_failed, cb_kwargs=arguments)
        except ValueError as error:
            self.failures.add(url, f"no address: {error}")
        else:
            self._discovery.append(request)

    def _article(self, entry: Entry) -> Request:
        meta = {"article": True, "entry": entry, "capture": self._captures.get(entry.url)}
        return Request(entry.url, self.parse_article, errback=self.article_failed, meta=meta)

    # Discovery.

    def parse_index(self, response: Response, depth: int = 0) -> None:
        """A sitemap, sitemap index or feed."""
        if self._is_page(response):
            found = discovery.read(response.body, response.url)
            self.frontier.add(found.entries)
            if found.problem:
                self.failures.add(response.url, found.problem)
            children = [child for child in found.children if self.window.may_hold(child)]
            children.sort(key=lambda child: child.changed or "", reverse=True)
            room = max(0, self.settings.getint("SITEMAPS") - len(self._asked))
            if children and (depth >= MAX_DEPTH or len(children) > room):
                self.failures.add(response.url, "too many sitemaps, or too deep: some left out")
            for child in children[: room if depth < MAX_DEPTH else 0]:
                self._discover(child.url, self.parse_index, depth=depth + 1)
        self._settle(article=False)

    def parse_listing(self, response: Response, template: str, number: int = 1) -> None:
        """A listing page; its next one is asked for as long as there are new articles."""
        if self._is_page(response, optional=number > 1):
            page = open_page(document_of(response), self.outlet)
            links = page.links()
            new = self.frontier.add(Entry(url, found_in=response.url) for url in links)
            if not links and number == 1:
                self.failures.add(response.url, "no article on this listing page")
            following = page.next_page()
            if "{page}" in template:
                following = template.replace("{page}", str(number + 1))
            if new and following and number < self.settings.getint("LISTING_PAGES"):
                self._discover(following, self.parse_listing, template=template, number=number + 1)
        self._settle(article=False)

    def discovery_failed(self, failure: Any) -> None:
        self.failures.add(failure.request.url, reason_of(failure.value))
        self._settle(article=False)

    def _is_page(self, response: Response, *, optional: bool = False) -> bool:
        """True for a page that was read; counts the others."""
        if response.status == 200:
            self._count("pages_read")
            return True
        harmless = NOT_IN_ARCHIVE in response.flags or (optional and response.status in (404, 410))
        if not harmless:
            self.failures.add(response.url, f"HTTP {response.status}")
        return False

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
        self._settle(article=True)
        return None

    async def _draft(self, response: Response) -> Draft:
        self._count("pages_read")
        self._count("fetched")
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
                self._count("article_pages_failed")
                if reason != NOT_IN_ARCHIVE:
                    self.failures.add(url, f"page of an article: {reason}")
                continue
            self._count("pages_read")
            yield page

    def article_failed(self, failure: Any) -> None:
        self._lost(failure.request.url, reason_of(failure.value))
        self._settle(article=True)

    def _lost(self, url: str, reason: str) -> None:
        if reason in HARMLESS or reason == NOT_IN_ARCHIVE:
            self._count(f"skipped/{reason}")
            return
        self._count(f"failed/{reason}")
        self.failures.add(url, f"{reason}: the site refuses us" if reason in BLOCKED else reason)

    def _count(self, what: str) -> None:
        self.crawler.stats.inc_value(f"ogpnews/{what}")

    # What the item pipelines made of a draft.

    def _scraped(self) -> None:
        self.exported += 1
        self._count("exported")
        self._settle(article=True)

    def _dropped(self, exception: Exception) -> None:
        self._count(f"skipped/{exception}")
        self._settle(article=True)

    def _broken_item(self, item: Draft, failure: Any) -> None:
        if failure.check(ExportError):
            self.lost_output = True
            self._count("failed/not written")
            self.failures.add(item.fetched_url or "", str(failure.value))
        else:
            self._count(f"failed/error in a stage ({failure.type.__name__})")
            self.failures.add(item.fetched_url or "", f"{failure.type.__name__}: {failure.value}")
        self._settle(article=True)

    def _broken_page(self, failure: Any, response: Any) -> None:
        request = response.request  # of a failure, too
        article = "article" in request.meta
        self.failures.add(request.url, f"{failure.type.__name__}: {failure.value}")
        if article:
            self._count(f"failed/error in the page ({failure.type.__name__})")
        self._settle(article=article)

    def closed(self, reason: str) -> None:  # noqa: ARG002  # the name is Scrapy's
        """The frontier's own counts join the others."""
        stats = self.crawler.stats
        stats.set_value("ogpnews/discovered", self.frontier.found)
        stats.set_value("ogpnews/waiting", len(self.frontier))
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
