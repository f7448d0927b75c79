"""Why something could not be had, in words that an operator understands."""

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest

from ogpnews.walls import STATUSES
from ogpnews.warcfiles import CaptureError

FORBIDDEN = "forbidden by robots.txt"
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
    "Forbidden by robots.txt": FORBIDDEN,  # in full: others name the address, such as /robots.txt
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


HARMLESS = frozenset({FORBIDDEN, "off-site", NOT_ASKED, REFUSED_BEFORE, INTERRUPTED})
"""Reasons for which an article is skipped: the crawl did as it should."""


GONE = frozenset({"HTTP 404", "HTTP 410"})
"""The article is no more: not asked for again."""


BLOCKED = frozenset(f"HTTP {status}" for status in STATUSES)
"""The site does not want us: said as such, never worked round."""


class Refused(IgnoreRequest):
    """Raised in the place of an answer, or of asking; its text is the reason, word for word."""


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
