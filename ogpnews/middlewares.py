"""Manners and replay: what stands between the spider and the web."""

import ipaddress
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

OFF_SITE = "off-site"
NOT_IN_ARCHIVE = "not in archive"
HOST_FILE = "host_file"
"""Mark in `Request.meta` of files about a host, with which of them it is."""
ROBOTS, TDMREP = "robots.txt", "tdmrep.json"


class OnSite:
    """Keeps requests, redirected ones too, on the hosts of the outlet (ports count)."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """IgnoreRequest, which the request's errback counts, for any other host."""
        spider: Any = self.crawler.spider
        is_robots = request.meta.get(HOST_FILE) == ROBOTS
        if is_robots and is_public(urlparse_cached(request).hostname or ""):
            return  # RFC 9309: redirects of robots.txt are followed to other hosts, too
        if not spider.on_site(request.url, article="article" in request.meta):
            raise IgnoreRequest(OFF_SITE)


def is_public(host: str) -> bool:
    """True for a name or address of the open web, to which a robots.txt may be redirected."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".localhost", ".local", ".internal"))


class PlainWhileCompressed:
    """Hands compressed bodies over as plain responses.

    Scrapy 2.19 guesses the charset of a response when its body is replaced, and guessing it from
    gzip bytes costs more than all the rest of the download.
    """

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        if "Content-Encoding" in response.headers and type(response) is not Response:
            # Not replace(): it hands over the charset too, which a plain response does not take.
            return Response(**{name: getattr(response, name) for name in Response.attributes})
        return response
