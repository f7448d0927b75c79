"""Requests answered out of archives, in the place of the network."""

from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Response

from ogpnews import archive, replay

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
from ogpnews.middlewares import NOT_IN_ARCHIVE


class ReplayHandler(BaseDownloadHandler):
    """Serves requests from the archives that the setting REPLAY names; opens no socket."""

    lazy = False

    def __init__(self, crawler: "Crawler") -> None:
        super().__init__(crawler)
        self.index = replay.open_index(*crawler.settings.getlist("REPLAY"))

    async def download_request(self, request: Request) -> Response:
        """The capture that the request asks for, else the latest of its URL, else a 404."""
        found = request.meta.get("capture") or self.index.find(request.url)
        if found is None:
            self.crawler.stats.inc_value("ogpnews/not_in_archive")
            return Response(request.url, status=404, flags=[NOT_IN_ARCHIVE])
        capture = archive.load(found.where)
        header = capture.header
        request.meta["fetched_at"] = capture.fetched_at
        headers = [pair for pair in header.headers if pair[0].lower() not in _ENCODINGS]
        if header.content_type and not header.headers:
            headers = [("Content-Type", header.content_type)]
        return Response(
            request.url, status=header.status, headers=_lists(headers), body=capture.body
        )


_ENCODINGS = frozenset({"content-encoding", "transfer-encoding"})


def _lists(headers: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in headers:
        found.setdefault(name, []).append(value)
    return found


REPLAY_SETTINGS: dict[str, Any] = {
    "DOWNLOAD_HANDLERS": {
        "http": ReplayHandler, "https": ReplayHandler,
        "file": None, "ftp": None, "s3": None, "data": None,
    },
    "ROBOTSTXT_OBEY": False,
    "DOWNLOAD_DELAY": 0,
    "RETRY_ENABLED": False,
    "FAILURES_IN_A_ROW": 0,
    "DEAD_LINKS_IN_A_ROW": 0,
    "HTTPPROXY_ENABLED": False,
}  # fmt: skip
"""What differs where nothing is fetched: manners cost time and protect nobody."""
