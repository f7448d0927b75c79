"""One page: bytes → text → HTML5 tree, with its metadata; each is read once, when first asked for."""

import codecs
import html
import json
import re
from functools import cache, cached_property
from typing import Any

import tldextract
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from ogpnews.text.clean import loose, squash
from ogpnews.text.urls import absolute, split

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 512
"""Browsers stop nesting there too (Blink's limit); Lexbor's time grows with depth × elements."""

_MANY_TAGS = 20_000
_LARGE = 128 * 1024
"""Bytes of a page below which no tag can be long enough to matter."""
_MOST_ATTRIBUTES = 1000
_MOST_MEMBERS = 200
_SITE = tldextract.TLDExtract(suffix_list_urls=())  # the list in the package: no network
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})[^<>]{0,20000}>")
_WHOLE_TAG = re.compile(rb"""<[a-zA-Z](?:[^>="']++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+""")
_VALUE = re.compile(rb"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]++)""")
_VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input"),
        *("link", "meta", "param", "source", "track", "wbr"),
    }
)
_DATA_LAYER = re.compile(
    r"""["']?([A-Za-z_]{3,40})["']?\s*:\s*(["'])((?:(?!\2)[^\\\n]|\\.){0,500})\2"""
)
_FOR_MACHINES = "meta, link[rel=canonical], script, style, noscript, iframe, time, abbr"
_LANDMARKS = (
    'h1, a[rel~="category"], [itemprop=articleSection], [class*=crumb], [class*=breadc],'
    " [id*=breadcrumb], [itemtype*=BreadcrumbList]"
)
NUMBERED = re.compile(r"(?:^|&)(?:p|id|page_id|news|berita|artikel)=\d")
"""Query by which a page at the root of its site is one story."""
_PLAIN = LexborDocumentOptions.WO_EVENTS.value  # nothing here listens to a changing tree


class PageTooLarge(ValueError):
    """A page of more than MAX_BYTES: nothing that a news site serves as an article."""


def decode(body: bytes, content_type: str | None = None) -> str:
    """Text of a page: byte-order mark, then strict UTF-8, then the declared charset.

    UTF-8 is tried before what the server or the page declares, because bytes that are valid UTF-8
    and not ASCII are practically never anything else, while declarations often lie.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body.decode(name, "replace").removeprefix("\ufeff")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    served = (content_type or "").encode("utf-8", "replace")
    declared = _CHARSET.search(served) or _CHARSET.search(body[:4096])
    name = declared[1].decode().lower() if declared else "utf-8"
    if name in {"utf-8", "utf8"} and _mostly_utf8(body):
        return body.decode("utf-8", "replace")
    if name in {"utf-8", "utf8", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:
        name = "cp1252"  # what browsers read for these labels (WHATWG Encoding Standard)
    try:
        text = body.decode(name, "replace")
    except (LookupError, UnicodeError):  # no charset, or one of Python's own: idna, undefined
        text = body.decode("cp1252", "replace")
    return whole(text)


def whole(text: str) -> str:
    """The same without half characters (lone surrogates), which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _mostly_utf8(body: bytes) -> bool:
    """True where broken sequences are few: a page cut in mid-character, one bad byte in an advert."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    return bad * 4 <= sum(1 for c in text if c > "\x7f")


def tame(text: str) -> str:
    """The same page without elements nested deeper than MAX_DEPTH; ordinary pages pass untouched."""
    depth, last, kept = 0, 0, []
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH or (tag[1] and depth == MAX_DEPTH):
            kept.append(text[last : tag.start()])
            last = tag.end()
    return "".join(kept) + text[last:] if kept else text


def has_endless_tag(page: bytes) -> bool:
    """True where one tag has more attributes than the parser, which looks for doubles, has time for."""
    return any(
        tag.end() - tag.start() > 2 * _MOST_ATTRIBUTES
        and len(_VALUE.sub(b" ", tag[0]).replace(b"/", b" ").split(None, _MOST_ATTRIBUTES))
        > _MOST_ATTRIBUTES
        for tag in _WHOLE_TAG.finditer(page)
    )


class Document:
    """A parsed page; `url` is where it was fetched, or None."""

    def __init__(self, body: bytes, url: str | None = None, content_type: str | None = None):
        if len(body) > MAX_BYTES:
            raise PageTooLarge(f"{len(body):,} bytes; pages over {MAX_BYTES:,} bytes are not read")
        self._scripts: list[tuple[str, str]] = []
        self._metas: list[dict[str, str | None]] = []
        self._times: list[dict[str, str | None]] = []
        self._canonicals: list[str] = []
        self.body = body
        self.url = url
        try:
            self._utf8: bytes | None = body.removeprefix(codecs.BOM_UTF8)
            self.html = self._utf8.decode("utf-8")
        except UnicodeDecodeError:
            self._utf8 = None
            self.html = decode(body, content_type)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The tree without scripts, styles and frames; what they held is in json_ld, data_layer."""
        if self._utf8 is None:
            self._utf8 = self.html.encode("utf-8", "replace")
        if len(self._utf8) > 3 * _MANY_TAGS and self._utf8.count(b"<") > _MANY_TAGS:
            self._utf8 = tame(self.html).encode("utf-8", "replace")
        if len(self._utf8) > _LARGE and has_endless_tag(self._utf8):
            raise PageTooLarge(f"a tag of more than {_MOST_ATTRIBUTES:,} attributes")
        tree = LexborHTMLParser(self._utf8, options=_PLAIN, scripting=True)
        for node in tree.css(_FOR_MACHINES):  # one walk over the tree for all of them
            tag = node.tag
            if tag == "meta":
                self._metas.append(node.attributes)
                continue
            if tag in ("time", "abbr"):
                self._times.append(node.attributes)
                continue
            if tag == "script" and "json" in (kind := node.attributes.get("type") or ""):
                self._scripts.append((kind, node.text(deep=True)))
            elif tag == "link":
                self._canonicals.append(node.attributes.get("href") or "")
                continue
            node.decompose()
        return tree

    @cached_property
    def root(self) -> LexborNode:
        """The body element, or the root of what there is."""
        body = self.tree.body
        if body is not None:
            return body
        root = self.tree.root
        if root is None:
            root = LexborHTMLParser("<body></body>").root
        assert root is not None  # noqa: S101  # Lexbor gives every parsed page a root
        return root

    @cached_property
    def scripts(self) -> list[tuple[str, str]]:
        """(type, source) of every script element that holds JSON."""
        _ = self.tree
        return self._scripts

    @cached_property
    def times(self) -> list[str]:
        """Machine-readable times of elements, in page order: `<time datetime>`, Blogger's `<abbr title>`."""
        _ = self.tree
        found = []
        for told in self._times:
            published = "published" in f"{told.get('class')} {told.get('itemprop')}".casefold()
            found.append(told.get("datetime") or (told.get("title") if published else None))
        return [value for value in found if value]

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents of meta elements by name, property or itemprop, lower case, as printed, in page order."""
        found: dict[str, list[str]] = {}
        _ = self.tree
        for attributes in self._metas:
            content = attributes.get("content")
            if not content:
                continue
            for key in ("name", "property", "itemprop"):
                name = attributes.get(key)
                if name:
                    found.setdefault(name.strip().lower(), []).append(content)
        return found

    def meta(self, *names: str) -> str | None:
        """First non-empty content of the first of these metas that is there."""
        for name in names:
            for value in self.metas.get(name, ()):
                clean = squash(html.unescape(value))
                if clean:
                    return clean
        return None

    @cached_property
    def json_ld(self) -> list[dict[str, Any]]:
        """Every object of the page's JSON-LD blocks, graphs and lists flattened; broken ones skipped."""
        found: list[dict[str, Any]] = []
        for kind, source in self.scripts:
            if "ld+json" not in kind.lower() or len(source) > 1_000_000:
                continue
            try:
                value = json.loads(
                    source.strip().removeprefix("<!--").removesuffix("-->"), strict=False
                )
                if "\\ud" in source or "\\uD" in source:  # emoji, some of them cut in half
                    value = json.loads(whole(json.dumps(value, ensure_ascii=False)))
            except (ValueError, RecursionError):
                continue
            _flatten(value, found, 0)
        return found

    @cached_property
    def story(self) -> dict[str, Any]:
        """The JSON-LD object of the page's own article ({} without one)."""
        best: dict[str, Any] = {}
        for item in self.json_ld:
            kind = str(item.get("@type"))
            if "Article" in kind or "BlogPosting" in kind or "Report" in kind:
                if self.names_me(item):
                    return item
                best = best or item
        return best

    def names_me(self, item: dict[str, Any]) -> bool:
        """True where a JSON-LD object carries this page's headline (recommended stories do not)."""
        headline = squash(html.unescape(str(item.get("headline") or item.get("name") or "")))
        return len(headline) > 10 and headline[:40] in self.meta_title

    @cached_property
    def meta_title(self) -> str:
        """og:title and title element, one after the other, for comparisons."""
        head = self.tree.head
        node = head.css_first("title") if head is not None else None
        return f"{self.meta('og:title') or ''}\n{squash(node.text(deep=True)) if node else ''}"

    def shows(self, text: str) -> bool:
        """True for words that the page prints somewhere, not for machines alone."""
        return loose(text) in self._shown

    @cached_property
    def _shown(self) -> str:
        return loose(text_of(self.root))

    @cached_property
    def landmarks(self) -> list[LexborNode]:
        """What the generic reading looks for on the whole page: h1, breadcrumbs, category links."""
        return self.tree.css(_LANDMARKS)

    @cached_property
    def titles(self) -> list[str]:
        """What the page calls itself for machines, letters and digits only."""
        told = [*self.meta_title.split("\n"), str(self.story.get("headline") or "")]
        return [line for line in map(loose, told) if line]

    @cached_property
    def data_layer(self) -> dict[str, str]:
        """String members of the page's dataLayer pushes; the first of a name counts."""
        found: dict[str, str] = {}
        at = self.html.find("dataLayer")
        while at >= 0 and len(found) < _MOST_MEMBERS:
            end = self.html.find("</script", at, at + 50_000)
            for match in _DATA_LAYER.finditer(self.html, at, max(end, at)):
                found.setdefault(match[1], squash(match[3]))
            at = self.html.find("dataLayer", max(end, at + 1))
        return found

    @cached_property
    def canonical(self) -> str | None:
        """The page's own URL: rel=canonical or og:url on the same site, else where it came from.

        Of several canonical links, as themes and plugins print them side by side, the first that is
        no home page's counts. On a saved page of unknown origin microdata counts too, where it names
        one address only.
        """
        _ = self.tree
        told = (
            *self._canonicals, self.meta("og:url"), _main_entity(self.story), self.meta("url")
        )  # fmt: skip
        urls = [url for url in map(self.absolute, told) if url]
        if self.url is not None:
            urls = [url for url in urls if site(url) == site(self.url)]
        for url in urls:
            if split(url).path.strip("/") or NUMBERED.search(split(url).query):
                return url  # a home page is no article's URL
        if self.url or urls:
            return self.url or urls[0]
        marked = {self.absolute(node.attributes.get("href")) for node in self.all("[itemprop=url]")}
        named = [url for url in marked if url and split(url).path.strip("/")]
        return named[0] if len(named) == 1 else None

    @cached_property
    def elsewhere(self) -> str | None:
        """The same article on another site, as the page's canonical link names it."""
        _ = self.tree
        told = self._canonicals[0] if self.url and self._canonicals else ""
        parts = split(told if told.startswith(("http://", "https://")) else None)
        if "." not in (parts.hostname or "") or not parts.path.strip("/") or "/http" in parts.path:
            return None  # no article's address, or that of an archived copy
        return told if site(told) != site(self.url or "") else None

    @cached_property
    def calls_itself_front(self) -> bool:
        """True where the first canonical link is the site's front, whatever the others say."""
        _ = self.tree
        parts = split(self.absolute(self._canonicals[0]) if self._canonicals else None)
        return bool(parts.hostname) and not parts.path.strip("/") and not parts.query

    @cached_property
    def _base(self) -> str:
        _ = self.tree
        told = (self.url, *self._canonicals, self.meta("og:url"))
        return next((url for url in told if url and "://" in url), "")

    def absolute(self, href: str | None) -> str | None:
        """Absolute http(s) URL of a link on this page; None for javascript:, mailto: and the like."""
        if not href:
            return None
        if href.startswith(("http://", "https://")) and "[" not in href:
            return href.strip()
        return absolute(self._base, href)

    def first(self, selector: str) -> LexborNode | None:
        """First element of the page that a CSS selector finds."""
        return self.tree.css_first(selector)

    def all(self, selector: str) -> list[LexborNode]:
        """All elements of the page that a CSS selector finds, in page order."""
        return self.tree.css(selector)


def site(url: str) -> str:
    """Registered domain of a URL: `https://sinarjateng.pikiran-rakyat.com` → `pikiran-rakyat.com`."""
    host = split(url).hostname or ""
    return _site(host)


@cache
def _site(host: str) -> str:
    return _SITE(host).top_domain_under_public_suffix or host


def text_of(node: LexborNode | None) -> str:
    """Visible text of an element, white space collapsed ('' for None)."""
    return squash(node.text(deep=True)) if node is not None else ""


def _main_entity(story: dict[str, Any]) -> str | None:
    entity = story.get("mainEntityOfPage") or story.get("url")
    if isinstance(entity, dict):
        entity = entity.get("@id") or entity.get("url")
    return entity if isinstance(entity, str) and entity.startswith("http") else None


def _flatten(value: object, found: list[dict[str, Any]], depth: int) -> None:
    if depth > 6 or len(found) > 500:
        return
    if isinstance(value, list):
        for item in value:
            _flatten(item, found, depth + 1)
    elif isinstance(value, dict):
        found.append(value)
        if "@graph" in value:
            _flatten(value["@graph"], found, depth + 1)
