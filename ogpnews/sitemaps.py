"""Sitemaps and feeds: bytes → entries, tolerant of what sites really serve."""

import re
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from ogpnews.entries import Entry, moment

MAX_BYTES = 64 * 1024 * 1024
"""Of a decompressed sitemap; the protocol allows 50 MB."""
MAX_ENTRIES = 200_000
"""Of one file; the protocol allows 50,000."""
_NODES = frozenset({"url", "sitemap", "item", "entry"})
_PUBLISHED = ("publication_date", "pubDate", "published", "issued", "date")
_CHANGED = ("lastmod", "updated", "modified")
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROOT = re.compile(r"<(?:[\w-]{1,20}:)?(?:urlset|sitemapindex|rss|feed|RDF)[\s>]")
_PIECE = 256 * 1024
"""Bytes that are decoded and parsed at a time."""
_ENCODING = re.compile(rb"<\?xml[^>]{0,120}encoding\s{0,8}=\s{0,8}[\"']([A-Za-z0-9_.:-]{2,40})")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(slots=True)
class Discovered:
    """What one sitemap or feed says."""

    entries: list[Entry] = field(default_factory=list)
    children: list[Entry] = field(default_factory=list)
    """Sitemaps that an index names."""
    problem: str | None = None
    """What is wrong with the file; entries before the fault are kept."""


def read(body: bytes, url: str) -> Discovered:
    """A sitemap, sitemap index, RSS, RDF or Atom feed; gzip is known by its first bytes."""
    found = Discovered()
    found.entries.extend(stream(body, url, found))
    return found


def stream(body: bytes, url: str, found: Discovered) -> Iterator[Entry]:
    """Pages as they are read, without a list of them; children and problem go into `found`."""
    try:
        yield from _collect(_pieces(_inflate(body)), url, found)
    except ValueError as error:
        found.problem = str(error)


def _inflate(body: bytes) -> bytes:
    if body[:2] != b"\x1f\x8b":
        if len(body) > MAX_BYTES:
            raise ValueError(f"over {MAX_BYTES >> 20} MB")
        return body
    inflate = zlib.decompressobj(31)
    try:
        plain = inflate.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise ValueError(f"damaged gzip data ({error})") from None
    if inflate.unconsumed_tail:
        raise ValueError(f"over {MAX_BYTES >> 20} MB when decompressed")
    return plain


def _pieces(body: bytes) -> Iterator[bytes]:
    """UTF-8, cleaned, from the root element on; a piece ends with a tag where it can.

    Decoded by byte-order mark or declaration, else as UTF-8, and never as a whole: a large
    sitemap would stand in memory four times over.
    """
    encoding = next((name for mark, name in _BOMS if body.startswith(mark)), None)
    if encoding is None and (declared := _ENCODING.search(body[:512])):
        encoding = declared[1].decode("ascii")
    try:
        decoder = getincrementaldecoder(encoding or "utf-8")("replace")
        text = decoder.decode(body[:_PIECE])
    except LookupError:
        decoder = getincrementaldecoder("utf-8")("replace")
        text = decoder.decode(body[:_PIECE])
    # Cut off with it: declaration, warnings of the server's software, DOCTYPE and its entities.
    root = _ROOT.search(text[: 64 * 1024])
    if root is None:
        raise ValueError(_what_instead(text))
    text = text[root.start() :]
    for start in range(_PIECE, len(body), _PIECE):
        cut = text.rfind(">") + 1 or len(text)
        yield _clean(text[:cut])
        text = text[cut:] + decoder.decode(body[start : start + _PIECE])
    yield _clean(text + decoder.decode(b"", final=True))


def _clean(text: str) -> bytes:
    return _BARE_AMPERSAND.sub("&amp;", _CONTROL.sub("", text)).encode("utf-8", "replace")


def _what_instead(text: str) -> str:
    head = text[:4096].lower()
    if "<html" in head or "<!doctype html" in head:
        return "an HTML page in the place of a sitemap or feed"
    return "neither a sitemap nor a feed" if "<" in head else "no XML"


def _collect(pieces: Iterator[bytes], base: str, found: Discovered) -> Iterator[Entry]:
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("end",),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    count = 0
    try:
        for piece in pieces:
            parser.feed(piece)
            for node, entry in _entries(parser.read_events(), base):
                if _name(node) == "sitemap":
                    found.children.append(entry)
                else:
                    yield entry
                count += 1
                if count >= MAX_ENTRIES:
                    found.problem = f"more than {MAX_ENTRIES} entries: the rest was left out"
                    return
    except etree.XMLSyntaxError as error:
        found.problem = f"broken XML ({error.msg})"


def _entries(events: Iterable[Any], base: str) -> Iterator[tuple[Any, Entry]]:
    for _, node in events:
        if _name(node) not in _NODES or _name(node.getparent()) in _NODES:
            continue
        entry = _entry(node, base)
        if entry is not None:
            yield node, entry
        _forget(node)


def _forget(node: Any) -> None:
    """Frees what has been read: memory stays flat on a sitemap of 50,000 entries."""
    node.clear()
    parent = node.getparent()
    while parent is not None and (before := node.getprevious()) is not None:
        parent.remove(before)


def _name(node: Any) -> str:
    tag = node.tag if node is not None else None
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _entry(node: Any, base: str) -> Entry | None:
    values = dict(_values(node))
    printed = values.get("loc") or values.get("origLink") or values.get("link")
    if not printed and values.get("guid", "").startswith(("http://", "https://")):
        printed = values["guid"]
    if not printed:
        return None
    try:
        # Inside CDATA an ampersand needs no escape, and many escape it all the same.
        url = urljoin(base, printed.replace("&amp;", "&"))
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    if _name(node) != "sitemap" and parts.path in ("", "/") and not parts.query:
        return None  # some networks put their home page into every feed item
    return Entry(url, _first(values, _PUBLISHED), base, _first(values, _CHANGED))


def _values(node: Any) -> Iterator[tuple[str, str]]:
    """Local name → text of what stands in an entry; the first of each name counts."""
    seen: set[str] = set()
    for child in node.iter():
        name = _name(child)
        if child is node or name in seen:
            continue
        if name == "link" and (href := child.get("href")):
            if child.get("rel", "alternate") != "alternate":
                continue
            value = href
        elif name == "loc" and _name(child.getparent()) not in _NODES:
            continue  # an image or video inside the entry
        else:
            value = "".join(child.itertext()) if len(child) else child.text or ""
        if value := value.strip():
            seen.add(name)
            yield name, value


def _first(values: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((iso for name in names if (iso := moment(values.get(name)))), None)
