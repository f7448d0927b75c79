"""Sitemaps, sitemap indexes and feeds of an outlet: asked only for what may be new in them."""

from typing import TYPE_CHECKING, Any

from scrapy.http import Response

from ogpnews import sitemaps
from ogpnews.entries import Entry, period
from ogpnews.notes import INDEX
from ogpnews.responses import asked, header_of

if TYPE_CHECKING:
    from ogpnews.discovery import Discovery
    from ogpnews.sources import Source

MAX_DEPTH = 3
"""Sitemap indexes inside each other; the protocol allows none."""
CHECKED = 2
"""Sitemaps of an index that a check looks at."""
NOT_MODIFIED = 304


class Indexes:
    """Asks for sitemaps and feeds, and reads them."""

    def __init__(self, discovery: "Discovery") -> None:
        self._discovery = discovery
        self._spider = discovery.spider
        self._notes = discovery.notes
        self._count = 0

    def start(self, source: "Source") -> None:
        """Queues an entry of the outlet's file."""
        self._ask(Entry(source.url), source, depth=0)

    def _ask(self, sitemap: Entry, source: "Source", depth: int, parent: str = "") -> None:
        request = self._discovery.request(
            sitemap.url, self.parse, source, depth=depth, lastmod=sitemap.changed
        )
        if request is not None:
            self._count += 1
            self._notes.belongs(request.url, parent or request.url)
            for name, value in self._notes.conditions(sitemap.url).items():
                request.headers[name] = value
        self._discovery.ask(request)

    def parse(self, response: Response, source: "Source", depth: int, lastmod: str | None) -> None:
        """A sitemap, sitemap index or feed."""
        first = asked(response)
        if response.status == NOT_MODIFIED:
            self._unchanged(first, response, source, depth, lastmod)
        elif self._discovery.is_page(response, source):
            self._notes.belongs(response.url, first)
            found = sitemaps.Discovered()
            entries = sitemaps.stream(response.body, response.url, found)
            self._spider.frontier.add(self._discovery.add(entries, source))
            if found.problem:
                self._discovery.problem(first, found.problem, source)
            self._follow(found.children, first, source, depth)
            said = self._said(response, found.children)
            self._notes.note(INDEX, first, {**said, "lastmod": self._lasting(first, lastmod)})
        self._spider.settle(article=False)

    def _unchanged(
        self, url: str, response: Response, source: "Source", depth: int, lastmod: str | None
    ) -> None:
        """The file is as it was; sitemaps that it names may be others all the same."""
        source.status = source.status or response.status
        self._spider.count("pages_read")
        note = self._notes.recall(INDEX, url)
        again = note.get("again", [])
        self._notes.note(INDEX, url, {**note, "lastmod": self._lasting(url, lastmod)})
        self._follow([Entry(child) for child in again], url, source, depth)

    def _lasting(self, url: str, lastmod: str | None) -> str | None:
        return None if self._notes.may_change_silently(Entry(url, changed=lastmod)) else lastmod

    def _follow(self, named: list[Entry], index: str, source: "Source", depth: int) -> None:
        window = self._spider.window
        children = [child for child in named if window.overlaps(child)]
        children.sort(key=_age, reverse=True)
        children = [
            child
            for child in children
            if self._notes.may_change_silently(child) or not self._notes.is_unchanged(child)
        ]
        room = max(0, self._spider.settings.getint("SITEMAPS") - self._count)
        if children and (depth >= MAX_DEPTH or len(children) > room):
            what = "too many sitemaps, or too deep: some left out"
            self._discovery.problem(index, what, source)
        most = CHECKED if self._spider.only_looks else room
        for child in children[: most if depth < MAX_DEPTH else 0]:
            self._ask(child, source, depth + 1, index)

    def _said(self, response: Response, children: list[Entry]) -> dict[str, Any]:
        """What a later run needs to ask only for what is new."""
        told = {"etag": "ETag", "modified": "Last-Modified"}
        again = [child.url for child in children if self._notes.may_change_silently(child)]
        if len(again) > self._spider.settings.getint("SITEMAPS"):
            return {}
        values = {key: header_of(response, name) for key, name in told.items()}
        return {key: value[:500] for key, value in values.items() if value} | {"again": again}


def _age(sitemap: Entry) -> str:
    named = period(sitemap.url)
    return sitemap.changed or (named[1].isoformat() if named else "")
