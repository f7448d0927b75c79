"""Links of a page: stories of a listing, its next page, the other pages of an article."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl

from selectolax.lexbor import LexborNode

from ogpnews.outlets import Outlet
from ogpnews.pages import headline, structured
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.raw import Block
from ogpnews.resources import lexicon
from ogpnews.text.dates import parse
from ogpnews.text.urls import split

_PAGE_QUERY = re.compile(r"^(?:page|hal|halaman|p)$", re.IGNORECASE)
_NOT_STORIES = re.compile(
    r"/(?:tag|tags|topik|topic|category|kategori|kanal|author|penulis|search|cari|login|register|about"
    r"|tentang|redaksi|contact|kontak|disclaimer|privacy|pedoman|indeks|index|rss|feed|page|wp-[a-z]+"
    r"|cdn-cgi)(?:/|$)|\.(?:jpe?g|png|gif|webp|pdf|xml|css|js)$",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"\d{5}|/\d{4}/\d{2}/|(?<![a-z0-9])[a-z0-9]+(?:-[a-z0-9]+){3}"
    r"|(?<![a-z0-9])[a-z0-9]+(?:\.[a-z0-9]+){3}",
    re.IGNORECASE,
)
_NEXT = re.compile(r"^(?:next|selanjutnya|berikutnya|older|lebih lama|›|»|>|>>|→)", re.IGNORECASE)
_OF = re.compile(r"\b(\d{1,2})\s?(?:dari|/|of)\s?(\d{1,2})\b", re.IGNORECASE)
_SAID = re.compile(r"halaman|page\b|\bdari\b|\bof\b", re.IGNORECASE)
_MOST_PAGES = 50
_HEADLINE = 25
"""Characters: shorter links are channels and buttons."""
_MANY_STORIES = 15
_MANY_TEASERS = 8
"""Linked headlines among the text itself, a sentence or two behind each."""
_LINE = 60
"""Characters: shorter blocks are dates, bylines and counters."""
_LEAST_PROSE = 300
"""Characters of text that make an article among however many links."""
_MOST_OF_TEASER = 1200
"""Characters: a longer text is no teaser."""
_PLAIN_TAG = re.compile(r"[a-z][a-z0-9-]*")
_BROTHERS = 3
_LEAST_TOLD = 500
"""Characters: whoever gives so much of a text invites to others, not to the rest of this one."""
_LAST = 3
_INVITATION = 250
_TEASER = re.compile("|".join(lexicon("pages")["teasers"]), re.IGNORECASE)
_PAGER = re.compile("|".join(map(re.escape, lexicon("pages")["pagers"])))
_PAGERS = "[class*=pag], [id*=pag], [class*=halaman]"


def same_host(url: str, outlet: Outlet) -> bool:
    """True for a URL on one of the outlet's hosts, `*.example.com` among them."""
    host = (split(url).netloc or "").lower().removeprefix("www.")
    return any(
        host.endswith(name[1:]) if name.startswith("*.") else host == name.removeprefix("www.")
        for name in outlet.hosts
    )


def links(document: Document, outlet: Outlet) -> list[str]:
    """Story links of a listing page: on the outlet's hosts, shaped like an article's address."""
    pattern = re.compile(outlet.article) if outlet.article else None
    found: dict[str, None] = {}
    for node in document.all("a[href]"):
        url = document.absolute(node.attributes.get("href"))
        if not url:
            continue
        url = url.split("#", 1)[0]
        if outlet.hosts and not same_host(url, outlet):
            continue
        parts = split(url)
        if pattern is not None:
            if pattern.search(url):
                found[url] = None
        elif _STORY.search(parts.path) and not _NOT_STORIES.search(parts.path):
            found[url] = None
    return list(found)


def lists_stories(
    document: Document,
    title: LexborNode | None,
    body: LexborNode | None,
    found: Sequence[Block],
    dates: Sequence[str],
) -> bool:
    """True for a page of other stories: its headline leads to one, links outweigh its text, or what
    would be its body is one of many boxes of the same make.

    A page with a publication time for machines, or with a date of its own beside enough text, is
    an article, however many links stand around it.
    """
    if title is not None and _leads_elsewhere(document, title):
        return True
    if structured.stated(document):
        return False
    if body is not None and _is_one_of_many(document, body):
        return True
    own = [len(block.text) for block in found if not _mostly_linked(block)]
    prose = [length for length in own if length > _LINE]
    linked = sum(len(block.text) > _HEADLINE and _mostly_linked(block) for block in found)
    if linked >= _MANY_TEASERS and linked >= len(prose):
        return True
    if linked > 1 and not prose and linked >= len(own):  # a short list, and nothing told beside it
        return True
    dated = any(parse(line) for line in dates[:3])
    front = (document.meta("og:type") or "").lower() == "website" and not dated
    if sum(prose) >= _LEAST_PROSE and not front:
        return False
    return _headlines(document) >= _MANY_STORIES


def _is_one_of_many(document: Document, body: LexborNode) -> bool:
    """True for a short box of text that has brothers of the same class, each with a text: teasers."""
    name = body.attributes.get("class")
    tag = body.tag or ""
    if not name or not _PLAIN_TAG.fullmatch(tag) or len(text_of(body)) > _MOST_OF_TEASER:
        return False
    alike = (node for node in document.all(tag) if node.attributes.get("class") == name)
    return sum(len(text_of(node)) > _LINE for node in alike) > _BROTHERS


def is_teaser(found: Sequence[Block]) -> bool:
    """True for the beginning of a text that says where the rest of it is to be read, or bought."""
    prose = sum(len(block.text) for block in found if len(block.text) > _LINE)
    return prose < _LEAST_TOLD and any(
        len(block.text) < _INVITATION and _TEASER.search(block.text) for block in found[-_LAST:]
    )


def _leads_elsewhere(document: Document, title: LexborNode) -> bool:
    """True for a headline that is a link to another page and not what this page is titled."""
    link: LexborNode | None = title
    while link is not None and link.tag not in {"a", "body", "article", "main"}:
        link = link.parent
    if link is None or link.tag != "a":
        link = title.css_first("a[href]")
    if link is None or len(text_of(link)) < 0.8 * len(text_of(title)):
        return False
    path = split(link.attributes.get("href") or "").path.rstrip("/")
    own = split(document.canonical or "").path.rstrip("/")
    if not path or own.endswith(path.lstrip("./")):
        return False
    return not headline.agrees(document, text_of(title))


def _mostly_linked(block: Block) -> bool:
    """True where links outweigh the words, or a linked headline has a date and a counter behind it."""
    linked = sum(len(link.text) for link in block.links)
    return linked > 0.5 * len(block.text) or _HEADLINE < linked >= len(block.text) - _LINE


def _headlines(document: Document) -> int:
    """How many stories the page names: different links with a headline's length and address."""
    found = set()
    for node in document.all("a[href]"):
        href = node.attributes.get("href") or ""
        if _STORY.search(split(href).path) and len(text_of(node)) > _HEADLINE:
            found.add(href)
    return len(found)


def next_page(document: Document) -> str | None:
    """The next page of a listing: link rel=next, else a link that says so."""
    node = document.first("link[rel=next], a[rel=next], a.next, .next a, li.next a, a.next-page")
    if node is not None:
        url = document.absolute(node.attributes.get("href"))
        if url:
            return url
    for link in document.all("[class*=pag] a[href], [class*=nav-links] a[href]"):
        if _NEXT.match(text_of(link)):
            return document.absolute(link.attributes.get("href"))
    return None


def pager(story: LexborNode) -> list[LexborNode]:
    """What may be the numbers of an article's pages, on a page that nobody described."""
    boxes = [node for node in story.css(_PAGERS) if _PAGER.search(name_of(node))][:6]
    return [node for box in boxes for node in [box, *box.css("a, span, strong, b, li")]]


def article_pages(document: Document, nodes: Sequence[LexborNode]) -> tuple[int, int, list[str]]:
    """(number of pages, which one this is, URLs of the other ones) from a template's page links.

    Links that show a number count; where one of them is this page's own number is told from the
    numbers that are missing.
    """
    address = document.canonical or ""
    for node in nodes:
        text = text_of(node)
        told = _OF.search(text) if len(text) < 120 else None
        if told and 1 <= int(told[1]) <= int(told[2]) <= _MOST_PAGES:
            following = [link for link in node.css("a[href]") if _NEXT.match(text_of(link))]
            urls = [document.absolute(link.attributes.get("href")) for link in following[:1]]
            kept = [url for url in urls if url and _same_story(url, address)]
            if kept or _SAID.search(text):
                return int(told[2]), int(told[1]), kept
    numbered: dict[int, str | None] = {}
    for node in nodes:
        text = text_of(node)
        if len(text) < 4 and text.isdecimal() and 1 <= int(text) <= _MOST_PAGES:
            links = [node] if node.tag == "a" else node.css("a")
            if links and node.tag != "a" and text_of(links[0]) != text:
                continue  # a box of several numbers: `1` and `2` without a space between
            href = links[0].attributes.get("href") if links else None
            url = document.absolute(href) if href and not href.startswith("#") else None
            if url is None or _same_story(url, address):
                numbered.setdefault(int(text), url)
    if not any(numbered.values()):
        return 1, 1, []
    if len(numbered) < 2 and not (len(numbered) == 1 and max(numbered) == 2):
        return 1, 1, []
    own = page_number(document.url or document.meta("og:url") or "")
    missing = [n for n, url in numbered.items() if url is None]
    if len(missing) == 1:
        own = missing[0]
    others = dict.fromkeys(url for n, url in sorted(numbered.items()) if url and n != own)
    return max(numbered), own, [url for url in others if url]


def _same_story(url: str, address: str) -> bool:
    """True where a page link stays on the article: the same path, or the same slug at its end."""
    ours, theirs = split(address).path.rstrip("/"), split(url).path.rstrip("/")
    slug = ours.rpartition("/")[2].removesuffix(".html")
    return not ours or theirs.startswith(ours) or (len(slug) > 8 and slug in theirs)


def page_number(url: str) -> int:
    """Page number in a URL's query; 1 without one."""
    for key, value in parse_qsl(split(url).query):
        if _PAGE_QUERY.match(key) and len(value) < 4 and value.isdecimal():
            return int(value)
    return 1
