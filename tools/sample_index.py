"""Sitemaps, feeds and robots.txt of the sample's sites, as their catalogue files announce them."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from urllib.parse import urljoin

from sample_story import Story

NEWS = 2
"""Stories in a news sitemap: sites list there what is new."""
FEED = 3
"""Stories in a feed, for the same reason."""
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


def sitemaps(
    root: str, path: str, name: str, stories: Sequence[Story]
) -> Iterator[tuple[str, bytes]]:
    """(URL, body) of what a sitemap entry stands for.

    `/sitemap.xml` is an index of a news sitemap and a gzipped sitemap of all stories, any other
    path is a news sitemap.
    """
    url = urljoin(root, path)
    if not path.endswith("/sitemap.xml"):
        yield url, news(name, stories).encode()
        return
    fresh, whole = urljoin(url, "sitemap-news.xml"), urljoin(url, "sitemap-artikel.xml.gz")
    lines = [f"<sitemap><loc>{child}</loc></sitemap>" for child in (fresh, whole)]
    yield url, _document(f"sitemapindex {_SITEMAP}", lines).encode()
    yield fresh, news(name, stories[:NEWS]).encode()
    yield whole, stored_gzip(urlset(stories).encode())


def urlset(stories: Sequence[Story]) -> str:
    """A plain sitemap: every address of every story, with the day of its last change."""
    lines = [
        f"<url><loc>{escape(url)}</loc><lastmod>{str(story.when)[:10]}</lastmod></url>"
        for story in stories
        for url in (story.url, *story.also)
    ]
    return _document(f"urlset {_SITEMAP}", lines)


def news(name: str, stories: Sequence[Story]) -> str:
    """A Google News sitemap."""
    lines = [
        f"<url><loc>{escape(story.url)}</loc><news:news><news:publication>"
        f"<news:name>{escape(name)}</news:name><news:language>id</news:language></news:publication>"
        f"<news:publication_date>{story.when.isoformat()}</news:publication_date>"
        f"<news:title>{escape(story.title)}</news:title></news:news></url>"
        for story in stories
    ]
    return _document(f"urlset {_SITEMAP} {_NEWS}", lines)


def feed(root: str, path: str, name: str, stories: Sequence[Story]) -> tuple[str, bytes]:
    """(URL, body): Atom for Blogger's `…/posts/default`, RSS 2.0 for the rest."""
    fresh = stories[:FEED]
    text = atom(name, fresh) if path.endswith("/default") else rss(root, name, fresh)
    return urljoin(root, path), text.encode()


def rss(root: str, name: str, stories: Sequence[Story]) -> str:
    """An RSS 2.0 feed."""
    lines = [f"<channel><title>{escape(name)}</title><link>{root}</link>"]
    for story in stories:
        stamp = story.when
        date = format_datetime(stamp) if isinstance(stamp, datetime) else stamp.isoformat()
        lines.append(
            f"<item><title>{escape(story.title)}</title><link>{escape(story.url)}</link>"
            f"<pubDate>{date}</pubDate></item>"
        )
    return _document('rss version="2.0"', [*lines, "</channel>"])


def atom(name: str, stories: Sequence[Story]) -> str:
    """An Atom feed."""
    lines = [
        f"<entry><title>{escape(story.title)}</title>"
        f'<link rel="alternate" href="{escape(story.url)}"/>'
        f"<published>{story.when.isoformat()}</published></entry>"
        for story in stories
    ]
    title = f"<title>{escape(name)}</title>"
    return _document('feed xmlns="http://www.w3.org/2005/Atom"', [title, *lines])


def _document(root: str, lines: Sequence[str]) -> str:
    return "\n".join([_XML, f"<{root}>", *lines, f"</{root.partition(' ')[0]}>", ""])


def stored_gzip(data: bytes) -> bytes:
    """gzip without compression: the same bytes whatever zlib the machine has; at most 64 KB."""
    size = len(data)
    if size > 0xFFFF:
        raise ValueError(f"{size} bytes do not fit into one stored block")
    head = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    block = b"\x01" + struct.pack("<HH", size, size ^ 0xFFFF) + data
    return head + block + struct.pack("<II", zlib.crc32(data), size)
