"""Where an outlet's articles are found: sitemaps, feeds, listings, archives by date and APIs."""

from collections import deque
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.http import Response

from ogpnews.entries import Entry, local_day
from ogpnews.indexes import Indexes
from ogpnews.middlewares import NOT_IN_ARCHIVE
from ogpnews.notes import Notes
from ogpnews.reasons import reason_of
from ogpnews.responses import asked
from ogpnews.series import Serials
from ogpnews.sources import Mode, Source

if TYPE_CHECKING:
    from ogpnews.spiders import OutletSpider


class Discovery:
    """Requests that find articles, asked one after another; what they find fills the frontier."""

    def __init__(self, spider: "OutletSpider") -> None:
        self.spider = spider
        self.today = datetime.now(spider.window.zone).date()
        frozen = spider.mode is not Mode.CRAWL
        self.notes = Notes(spider.state, spider.window, self.today, spider.outlet, frozen=frozen)
        self.sources: list[Source] = []
        self._waiting: deque[Request] = deque()
        self._later: deque[Iterator[Request]] = deque()
        self._asked: set[str] = set()
        self._indexes, self._serials = Indexes(self), Serials(self)

    def start(self) -> None:
        """Queues every entry that the outlet's file names."""
        outlet = self.spider.outlet
        named = outlet.discover
        for kind, urls in (("feed", named.feeds), ("sitemap", named.sitemaps)):
            for url in urls:
                self._indexes.start(self.source(kind, outlet.absolute(url)))
        for url in named.listings:
            self.ask(self._serials.listing(self.source("listing", outlet.absolute(url))))
        for api in named.apis:
            self.ask(self._serials.api(self.source("api", outlet.absolute(api.url)), api))
        for url in named.archives:  # made when their turn has come: ten years have 3,650 days
            days = self._serials.archive(self.source("archive", outlet.absolute(url)))
            self._later.append(days)

    def source(self, kind: str, url: str) -> Source:
        self.sources.append(Source(kind, url))
        return self.sources[-1]

    def __bool__(self) -> bool:
        return bool(self.sources)

    @property
    def pending(self) -> bool:
        """True while something is still to be asked for, so that more articles may be found."""
        return bool(self._waiting or self._later or self._serials)

    def pop(self) -> Request | None:
        """The next request; None where nothing waits, or waits for articles under way."""
        if self._waiting:
            return self._waiting.popleft()
        if (following := self._serials.pop()) is not None:
            return following
        while self._later and not self.spider.discovering:  # a day is read before the next
            if (request := next(self._later[0], None)) is not None:
                return request
            self._later.popleft()
        return None

    def ask(self, request: Request | None) -> None:
        """To be asked before the archives' next day."""
        if request is not None:
            self._waiting.append(request)

    def request(self, url: str, callback: Any, source: Source, **arguments: Any) -> Request | None:
        """None for what was asked before, or is no address."""
        if url in self._asked:
            return None
        self._asked.add(url)
        self.spider.frontier.see(url)  # an archived listing is no article to start from
        arguments["source"] = source
        try:
            return Request(url, callback, errback=self.failed, cb_kwargs=arguments)
        except ValueError as error:
            self.problem(url, f"no address: {error}", source)
            return None

    def add(self, entries: Iterator[Entry], source: Source) -> Iterator[Entry]:
        """The same entries, counted as found by their source."""
        for entry in entries:
            source.found += 1
            if stamp := entry.when or entry.changed:
                day = local_day(stamp, self.spider.window.zone).isoformat()
                source.newest = max(source.newest or day, day)
            yield entry

    def is_page(self, response: Response, source: Source, harmless: tuple[int, ...] = ()) -> bool:
        """True for a page that was read; counts the others, but for statuses that are harmless."""
        source.status = source.status or response.status
        if response.status == 200:
            self.spider.count("pages_read")
            return True
        if NOT_IN_ARCHIVE in response.flags:
            source.problem = source.problem or NOT_IN_ARCHIVE
        elif response.status not in harmless:
            self.problem(asked(response), f"HTTP {response.status}", source)
        return False

    def problem(self, url: str, what: str, source: Source) -> None:
        """Something that keeps articles from being found."""
        source.problem = source.problem or what
        self.notes.unsettled(url)
        self.spider.failures.add(url, what)

    def failed(self, failure: Any) -> None:
        """A sitemap, feed, listing or API that could not be had."""
        request: Request = failure.request
        self.problem(asked(request), reason_of(failure.value), request.cb_kwargs["source"])
        self.spider.settle(article=False)

    # What became of the articles.

    def settled(self, entry: Entry, published: str | None) -> None:
        """An article was read: how old it is tells of the listing that named it."""
        self._serials.read(entry, published)

    def finish(self) -> None:
        """The run of this outlet ended as it should, and nothing was left out."""
        self.notes.finish()

    def report(self) -> list[dict[str, Any]]:
        """The sources, for the run report."""
        return [asdict(source) for source in self.sources]
