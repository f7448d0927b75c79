"""Where an outlet's articles are found: its sitemaps, feeds and listings, asked one after another."""

from collections import deque
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.http import Response

from ogpnews import sitemaps
from ogpnews.failures import reason_of
from ogpnews.middlewares import NOT_IN_ARCHIVE
from ogpnews.pages import open_page
from ogpnews.responses import document_of
from ogpnews.sitemaps import Entry

if TYPE_CHECKING:
    from ogpnews.spiders import OutletSpider

MAX_DEPTH = 3
"""Sitemap indexes inside each other; the protocol allows none."""


class Discovery:
    """Requests that find articles; what they find goes into the spider's frontier."""

    def __init__(self, spider: "OutletSpider") -> None:
        self._spider = spider
        self._waiting: deque[Request] = deque()
        self._asked: set[str] = set()

    def start(self) -> None:
        """Queues every entry that the outlet's file names."""
        outlet = self._spider.outlet
        for url in (*outlet.discover.feeds, *outlet.discover.sitemaps):
            self._ask(outlet.absolute(url), self.parse_index)
        for url in outlet.discover.listings:
            template = outlet.absolute(url)
            self._ask(template.replace("{page}", "1"), self.parse_listing, template=template)

    def __len__(self) -> int:
        return len(self._waiting)

    def pop(self) -> Request | None:
        """The next request, None where nothing waits."""
        return self._waiting.popleft() if self._waiting else None

    def _ask(self, url: str, callback: Any, **arguments: Any) -> None:
        if url in self._asked:
            return
        self._asked.add(url)
        self._spider.frontier.see(url)  # an archived listing is no article to start from
        try:
            request = Request(url, callback, errback=self.failed, cb_kwargs=arguments)
        except ValueError as error:
            self._spider.failures.add(url, f"no address: {error}")
        else:
            self._waiting.append(request)

    def parse_index(self, response: Response, depth: int = 0) -> None:
        """A sitemap, sitemap index or feed."""
        spider = self._spider
        if self._is_page(response):
            found = sitemaps.read(response.body, response.url)
            spider.frontier.add(found.entries)
            if found.problem:
                spider.failures.add(response.url, found.problem)
            children = [child for child in found.children if spider.window.may_hold(child)]
            children.sort(key=lambda child: child.changed or "", reverse=True)
            room = max(0, spider.settings.getint("SITEMAPS") - len(self._asked))
            if children and (depth >= MAX_DEPTH or len(children) > room):
                spider.failures.add(response.url, "too many sitemaps, or too deep: some left out")
            for child in children[: room if depth < MAX_DEPTH else 0]:
                self._ask(child.url, self.parse_index, depth=depth + 1)
        spider.settle(article=False)

    def parse_listing(self, response: Response, template: str, number: int = 1) -> None:
        """A listing page; its next one is asked for as long as there are new articles."""
        spider = self._spider
        if self._is_page(response, optional=number > 1):
            page = open_page(document_of(response), spider.outlet)
            links = page.links()
            new = spider.frontier.add(Entry(url, found_in=response.url) for url in links)
            if not links and number == 1:
                spider.failures.add(response.url, "no article on this listing page")
            following = page.next_page()
            if "{page}" in template:
                following = template.replace("{page}", str(number + 1))
            if new and following and number < spider.settings.getint("LISTING_PAGES"):
                self._ask(following, self.parse_listing, template=template, number=number + 1)
        spider.settle(article=False)

    def failed(self, failure: Any) -> None:
        """A sitemap, feed or listing that could not be had."""
        self._spider.failures.add(failure.request.url, reason_of(failure.value))
        self._spider.settle(article=False)

    def _is_page(self, response: Response, *, optional: bool = False) -> bool:
        """True for a page that was read; counts the others."""
        if response.status == 200:
            self._spider.count("pages_read")
            return True
        harmless = NOT_IN_ARCHIVE in response.flags or (optional and response.status in (404, 410))
        if not harmless:
            self._spider.failures.add(response.url, f"HTTP {response.status}")
        return False
