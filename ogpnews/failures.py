"""What went wrong in a crawl, in words that an operator understands."""

from dataclasses import dataclass, field
from typing import TypedDict

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest

from ogpnews.walls import STATUSES
from ogpnews.warcfiles import CaptureError

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
    CaptureError: "archive not written",
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
INTERRUPTED = "interrupted"
"""What a request is told that an interruption of the run breaks off."""
NOT_ASKED = "not asked for: the outlet is left alone"
"""What becomes of requests that waited when a site refused us."""
REFUSED_BEFORE = "refused in the last days"
LATER = "asked to come back later"
UNREACHABLE = "robots.txt unreachable"
HARMLESS = frozenset(
    {"forbidden by robots.txt", "off-site", NOT_ASKED, REFUSED_BEFORE, INTERRUPTED}
)
"""Reasons for which an article is skipped: the crawl did as it should."""
GONE = frozenset({"HTTP 404", "HTTP 410"})
"""The article is no more: not asked for again."""
BLOCKED = frozenset(f"HTTP {status}" for status in STATUSES)
"""The site does not want us: said as such, never worked round."""


class Refused(IgnoreRequest):
    """Raised in the place of an answer, or of asking; its text is the reason, word for word."""


class Kind(TypedDict):
    """Failures that differ in their address alone."""

    what: str
    count: int
    url: str
    """The first one's."""


@dataclass(slots=True)
class Failures:
    """Failures of one outlet."""

    count: int = 0
    kept: list[dict[str, str]] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)
    """What → how often and where first; what is said after MOST kinds is in `count` alone."""

    def add(self, url: str, what: str) -> None:
        """Counts a failure; what an interruption broke off is none, nor what was not asked for."""
        if what in (INTERRUPTED, NOT_ASKED):  # one refusal is one failure, whoever waited behind it
            return
        self.count += 1
        if len(self.kept) < MOST:
            self.kept.append({"url": url, "what": what})
        if what in self.kinds:
            self.kinds[what]["count"] += 1
        elif len(self.kinds) < MOST:
            self.kinds[what] = {"what": what, "count": 1, "url": url}


def reason_of(error: BaseException) -> str:
    """One short reason for an exception of the download."""
    if isinstance(error, Refused):
        return str(error)
    if isinstance(error, IgnoreRequest):
        said = str(error)
        return next((reason for mark, reason in _IGNORED.items() if mark in said), "ignored")
    if "certificate verify failed" in str(error):
        return "certificate not valid"
    for kind, name in _NAMES.items():
        if isinstance(error, kind):
            return name
    if isinstance(error, EOFError) or _UNPACKERS & {*type(error).__module__.split(".")}:
        return "damaged compression"
    return type(error).__name__
