"""Listings, archives by date and APIs: series of pages that are read as far as they are new."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.http import Response

from ogpnews import apis, urltemplates
from ogpnews.entries import Entry
from ogpnews.memories import mark
from ogpnews.outletlists import Api
from ogpnews.pages import open_page
from ogpnews.pages.document import PageTooLarge
from ogpnews.responses import document_of
from ogpnews.text.url_dates import from_url

if TYPE_CHECKING:
    from ogpnews.discovery import Discovery
    from ogpnews.sources import Source

_BEYOND = (404, 410)
"""What a page behind the last one is answered with; WordPress says 400."""
BARREN = 100
"""Days of an archive in a row without an article that end it: before it, the outlet was not."""
_GRACE = timedelta(days=1)
"""The day in an address is when a story was begun; its site may keep another zone's time."""


@dataclass(slots=True)
class Series:
    """One listing, one day of an archive or one API, page after page."""

    source: "Source"
    template: str
    """Absolute, days filled in."""
    day: date | None = None
    """Of an archive."""
    api: Api | None = None
    note: dict[str, Any] = field(default_factory=dict)
    """Of the run that read it to its end: behind a page that is known, all is known."""
    seen: set[bytes] = field(default_factory=set)

    @property
    def kind(self) -> str:
        return self.source.kind

    def address(self, number: int) -> str:
        return urltemplates.fill(self.template, number)


@dataclass(slots=True)
class _Held:
    """A next page that waits to hear how old the articles of the page before are."""

    request: Request
    before: str
    """Where those articles were found."""
    older: int = 0
    younger: int = 0


@dataclass(slots=True)
class _Page:
    entries: list[Entry]
    following: str | None = None
    problem: str | None = None


class Serials:
    """Asks for the pages of series, and reads them."""

    def __init__(self, discovery: "Discovery") -> None:
        self._discovery = discovery
        self._spider = discovery.spider
        self._notes = discovery.notes
        self._held: deque[_Held] = deque()
        self._barren: Counter[str] = Counter()

    def __len__(self) -> int:
        """Next pages that wait."""
        return len(self._held)

    # The three kinds.

    def listing(self, source: "Source") -> Request | None:
        return self._first(Series(source, source.url))

    def archive(self, source: "Source") -> Iterator[Request]:
        """The days of the window, the newest first; without a start today and yesterday."""
        window, today = self._spider.window, self._discovery.today
        day = min(window.until or today, today)
        first = window.since or day - timedelta(days=1)
        while day >= first:
            if self._barren[source.url] >= BARREN:
                source.problem = source.problem or f"no article in {BARREN} days up to {day}"
                return
            series = Series(source, urltemplates.fill(source.url, day=day), day)
            if (request := self._first(series)) is not None:
                self._barren[source.url] += 1  # until it gives an article
                yield request
            day -= timedelta(days=1)

    def api(self, source: "Source", api: Api) -> Request | None:
        window, template = self._spider.window, source.url
        if api.wordpress:  # whose days may be those of another zone
            after = window.since - _GRACE if window.since else None
            before = window.until + 2 * _GRACE if window.until else None
            template = apis.wordpress_query(template, after, before)
        return self._first(Series(source, template, api=api))

    def _first(self, series: Series) -> Request | None:
        """The first page, but of a day that was over when an earlier run had read it all."""
        note = self._notes.recall_series(series.kind, self._key(series))
        if note.get("over"):
            return None
        today = series.day in (None, self._discovery.today)
        if today and (not note.get("pages") or self._most() <= note["pages"]):
            series.note = note
        return self._request(series, series.address(1), 1)

    def _key(self, series: Series) -> str:
        """What its note stands under: the same whatever the window."""
        return series.address(1) if series.day else series.source.url

    def _request(self, series: Series, url: str, number: int) -> Request | None:
        request = self._discovery.request(
            url, self.parse, series.source, series=series, number=number
        )
        if request is not None:
            self._notes.belongs(request.url, self._key(series))
        return request

    def _most(self) -> int:
        return self._spider.max_pages or self._spider.settings.getint("LISTING_PAGES")

    # A page of a series.

    def parse(self, response: Response, source: "Source", series: Series, number: int) -> None:
        """The next page is asked for as long as there may be something new on it."""
        harmless = _BEYOND if number > 1 else ()
        if number > 1 and series.api and series.api.wordpress:
            harmless = (*harmless, 400)
        if self._discovery.is_page(response, source, harmless):
            page = self._read(response, series)
            if page.problem:
                self._discovery.problem(response.url, page.problem, source)
            elif not page.entries and number == 1 and series.kind == "listing":
                self._discovery.problem(response.url, "no article on this listing page", source)
            self._take(page, response, series, number)
        elif response.status in harmless:
            self._end(series)
        self._spider.settle(article=False)

    def _read(self, response: Response, series: Series) -> _Page:
        if series.api is not None:
            site = self._spider.outlet.url
            found = apis.read(response.body, response.url, series.api, site)
            return _Page(found.entries, problem=found.problem)
        try:
            page = open_page(document_of(response), self._spider.outlet)
        except PageTooLarge as error:
            return _Page([], problem=str(error))
        when = series.day.isoformat() if series.day else None
        return _Page([Entry(url, when, response.url) for url in page.links()], page.next_page())

    def _take(self, page: _Page, response: Response, series: Series, number: int) -> None:
        frontier = self._spider.frontier
        if page.entries:
            self._barren[series.source.url] = 0
        marks = {mark(entry.url) for entry in page.entries}
        repeated = marks <= series.seen
        series.seen |= marks
        known = not any(frontier.is_news(entry.url) for entry in page.entries)
        recent = [entry for entry in page.entries if not self._is_older(entry)]
        frontier.add(self._discovery.add(iter(recent), series.source))
        following = self._following(page, response, series, number)
        if known and series.note:
            self._notes.note(series.kind, self._key(series), series.note)
        elif repeated or not recent or following is None:
            self._end(series)
        elif number >= self._most() or self._spider.only_looks:
            self._end(series, self._most())
        else:
            request = self._request(series, following, number + 1)
            if request is None:
                self._end(series)
            elif series.day or not self._spider.window.since:
                self._discovery.ask(request)
            else:
                self._held.append(_Held(request, response.url))

    def _following(
        self, page: _Page, response: Response, series: Series, number: int
    ) -> str | None:
        if urltemplates.is_paged(series.template):
            total = (series.api and response.headers.get("X-WP-TotalPages")) or b""
            last = int(total) if total.isdigit() and len(total) < 7 else None
            return None if last is not None and number >= last else series.address(number + 1)
        return page.following

    def _is_older(self, entry: Entry) -> bool:
        """True where the entry's own date, or the one in its address, lies before the window."""
        window = self._spider.window
        if entry.when or window.since is None:
            return bool(entry.when) and window.before(str(entry.when))
        read = from_url(entry.url)
        if read is None:
            return False
        day = read.when.date() if isinstance(read.when, datetime) else read.when
        return day < window.since - _GRACE

    # Notes of series.

    def _end(self, series: Series, pages: int = 0) -> None:
        """All that this run wanted of it was read; `pages` where that is not all there is."""
        over = series.day is not None and series.day < self._discovery.today and not pages
        value = {"pages": pages, "over": over, **({"since": None} if self._all(series) else {})}
        self._notes.note(series.kind, self._key(series), value)

    def _all(self, series: Series) -> bool:
        """True for a day of which the window hides nothing."""
        since = self._spider.window.since
        return series.day is not None and (since is None or series.day > since + _GRACE)

    # Next pages that wait for the articles of the page before.

    def pop(self) -> Request | None:
        """A next page, once it is known that what stands on it may be inside the window."""
        while self._held and not self._spider.reading:
            held = self._held.popleft()
            if not held.older or held.younger:
                return held.request
            self._end(held.request.cb_kwargs["series"])
        return None

    def read(self, entry: Entry, published: str | None) -> None:
        """An article of a listing was read."""
        for held in self._held:
            if held.before == entry.found_in:
                older = published is not None and self._spider.window.before(published)
                held.older += older
                held.younger += not older
