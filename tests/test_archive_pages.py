"""Which records of an archive are pages, for extract and replay alike."""

import pytest

from ogpnews.archive import Header
from ogpnews.warc import Locator


@pytest.mark.parametrize(
    ("kind", "status", "content_type", "url", "page", "text"),
    [
        ("response", 200, "text/html; charset=utf-8", "https://kabar.example/a", True, False),
        ("response", 200, None, "https://kabar.example/a", True, False),
        ("response", 200, "application/xhtml+xml", "https://kabar.example/a", True, False),
        ("response", 200, "text/plain", "https://kabar.example/a", True, True),
        ("response", 200, "text/plain", "https://kabar.example/robots.txt", False, True),
        ("conversion", 200, "text/plain", "https://kabar.example/a.txt", True, True),
        ("response", 404, "text/html", "https://kabar.example/a", False, False),
        ("response", 200, "application/rss+xml", "https://kabar.example/feed", False, False),
        ("response", 200, "image/jpeg", "https://kabar.example/a.jpg", False, False),
        ("response", 200, "text/plain", "https://[", True, True),
    ],
)
def test_pages(
    kind: str, status: int, content_type: str | None, url: str, page: bool, text: bool
) -> None:
    header = Header(url, kind, status, content_type, None, None, (), Locator("a.warc", 0))
    assert (header.is_page, header.is_text) == (page, text)
