"""One article, one URL."""

import pytest

from ogpnews.text.urls import canonical


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://Kabar.example/a/b", "https://kabar.example/a/b"),
        ("https://kabar.example:443/a", "https://kabar.example/a"),
        ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
        ("https://kabar.example/a?utm_source=x&id=7#top", "https://kabar.example/a?id=7"),
        ("https://kabar.example/a?page=2", "https://kabar.example/a"),
        ("https://kabar.example/a?page=all&fbclid=x", "https://kabar.example/a"),
        ("https://kabar.example/a?page=warta", "https://kabar.example/a?page=warta"),
        ("https://kabar.example", "https://kabar.example/"),
        ("ftp://kabar.example/a", None),
        ("http://[bad", None),
        ("", None),
        (None, None),
    ],
)
def test_canonical(url: str | None, expected: str | None) -> None:
    assert canonical(url) == expected
