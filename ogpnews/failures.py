"""What went wrong in a crawl, in words that an operator understands."""

from dataclasses import dataclass, field

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest

MOST = 200
"""Failures of one outlet that are kept word for word; all are counted."""

_NAMES: dict[type[Exception], str] = {
    exceptions.DownloadTimeoutError: "timeout",
    exceptions.CannotResolveHostError: "host not found",
    exceptions.DownloadConnectionRefusedError: "connection refused",
    exceptions.DownloadCancelledError: "too large",
    exceptions.ResponseDataLossError: "body cut short",
    exceptions.DownloadFailedError: "connection failed",
    exceptions.UnsupportedURLSchemeError: "address that is not http",
    ValueError: "no address",
}
_UNPACKERS = frozenset({"gzip", "zlib", "brotli", "zstd", "_zstd"})
"""Modules of what a packed body is undone with: each has errors of its own."""
_IGNORED = {
    "robots.txt": "forbidden by robots.txt",
    "off-site": "off-site",
    "DOWNLOAD_MAXSIZE": "too large",
    "redirections": "too many redirects",
}
HARMLESS = frozenset({"forbidden by robots.txt", "off-site"})
"""Reasons for which an article is skipped: the crawl did as it should."""
BLOCKED = frozenset({"HTTP 401", "HTTP 403", "HTTP 429", "HTTP 451"})
"""The site does not want us: said as such, never worked round."""


@dataclass(slots=True)
class Failures:
    """Failures of one outlet."""

    count: int = 0
    kept: list[dict[str, str]] = field(default_factory=list)

    def add(self, url: str, what: str) -> None:
        self.count += 1
        if len(self.kept) < MOST:
            self.kept.append({"url": url, "what": what})


def reason_of(error: BaseException) -> str:
    """One short reason for an exception of the download."""
    if isinstance(error, IgnoreRequest):
        said = str(error)
        return next((reason for mark, reason in _IGNORED.items() if mark in said), "ignored")
    for kind, name in _NAMES.items():
        if isinstance(error, kind):
            return name
    if isinstance(error, EOFError) or _UNPACKERS & {*type(error).__module__.split(".")}:
        return "damaged compression"
    return type(error).__name__
