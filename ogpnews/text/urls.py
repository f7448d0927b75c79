"""Canonical form of an article's URL: the same article has the same URL however it was reached."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from ogpnews.resources import lexicon

_WORDS = lexicon("urls")
_TRACKING = re.compile("|".join(f"(?:{p})" for p in _WORDS["tracking"]), re.IGNORECASE)
_PAGING = frozenset(_WORDS["paging"])


def split(url: str | None) -> SplitResult:
    """Parts of a URL; empty ones where a page prints what no library can read (`https://[`)."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def absolute(base: str, href: str) -> str | None:
    """http(s) URL of a link on a page; None for javascript:, mailto: and what no library can read."""
    try:
        url = urljoin(base, href.strip())
    except ValueError:
        return None
    return url if url.startswith(("http://", "https://")) else None


def canonical(url: str | None) -> str | None:
    """https, lower-case host without port 80/443, no fragment, tracking or page number.

    None for what is no http(s) URL. The path's case and its trailing slash stay: some servers
    tell them apart.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    plain = port in {None, 80, 443}
    query = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(key) and not (key.lower() in _PAGING and _is_page(value))
    ]
    scheme = "https" if plain else parts.scheme
    netloc = host if plain else f"{host}:{port}"
    return urlunsplit((scheme, netloc, parts.path or "/", urlencode(query), ""))


def _is_page(value: str) -> bool:
    return value.isdigit() or value in {"", "all"}
