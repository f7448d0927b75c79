"""What a page says for machines: JSON-LD, metas, dataLayer, breadcrumbs."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from selectolax.lexbor import LexborNode

from ogpnews.pages.document import NUMBERED, Document, site, text_of
from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash
from ogpnews.text.urls import split

_WORDS = lexicon("pages")
_PAGE_TYPES = frozenset(_WORDS["page_types"])
_PUBLISHED = (
    "article:published_time", "content_publisheddate", "datepublished", "dtk:publishdateunix",
    "jpnncom_news_pubdate", "publishdate", "og:published_time", "pubdate", "dc.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod")
_AUTHORS = ("content_author", "author", "dtk:author", "dable:author", "jpnncom_news_author")
_EDITORS = ("content_editor", "editor")
_GALLERY = re.compile(r"^/(?:foto|photo|galeri|gallery|inpicture)/|/inpicture/")
_VIDEO = re.compile(r"^/(?:video|videos|play|tv)/")
_INDEX = re.compile(
    r"/(?:tag|tags|topik|topic|search|cari|indeks|index|author|penulis)(?:/|$)"
    r"|/(?:category|kategori|kanal|rubrik)/[a-z]{1,20}(?:-[a-z]{1,20}){0,2}(?:/page/\d{1,4})?$"
)
_ERROR = re.compile(_WORDS["error_titles"], re.IGNORECASE | re.MULTILINE)
_ARCHIVE = re.compile(_WORDS["archive_titles"], re.IGNORECASE | re.MULTILINE)
_FRONT = re.compile(_WORDS["front_headlines"], re.IGNORECASE)
_NO_ARTICLES = tuple(_WORDS["og_types_of_no_article"])
_DIGIT = re.compile(r"\d")
_LOCAL = re.compile(r"T\d\d:\d\d.{0,12}\+0[789]")
_WORDPRESS_SIGNS = ("/wp-content/", "/wp-includes/", "td-module-date")
_WORDPRESS = re.compile(r"WordPress (\d{1,2})\.(\d{1,2})")
_CRUMB = "a, li, span, [itemprop=name]"


def published(document: Document) -> list[str]:
    """Machine-readable publication times, the most trustworthy first."""
    told = stated(document)
    if any(_LOCAL.search(value) for value in told):
        return told  # a local offset settles the hour; elements could only repeat it
    return _strings([*told, *document.times[:4]])


def stated(document: Document) -> list[str]:
    """Times that the page states of itself; those of elements may be the times of other stories."""
    found = [document.story.get("datePublished")]
    found += [v for name in _PUBLISHED for v in document.metas.get(name, ())[:1]]
    return [value for value in _strings(found) if _DIGIT.search(value)]


def local_as_utc(document: Document, told: Sequence[str]) -> bool:
    """True for WordPress before 5.3, which labels local times as UTC in pages, themes and plugins.

    5.3 mended it (released on 12 November 2019; its developers' note on date and time components).
    Jetpack's tags, which all of WordPress.com has, are true UTC. Without a version the day decides.
    """
    if not any(value.endswith(("+00:00", "+0000", "Z")) for value in told):
        return False
    if "Jetpack Open Graph" in document.html:
        return False
    for value in document.metas.get("generator", ()):
        if version := _WORDPRESS.match(value):
            return (int(version[1]), int(version[2])) < (5, 3)
    return max(told)[:10] < "2019-11-12" and any(sign in document.html for sign in _WORDPRESS_SIGNS)


def modified(document: Document) -> list[str]:
    """Machine-readable times of change."""
    found = [document.story.get("dateModified")]
    found += [v for name in _MODIFIED for v in document.metas.get(name, ())[:1]]
    return _strings(found)


def people(document: Document) -> tuple[list[str], list[str]]:
    """(authors, editors) by metadata; JSON-LD's author is often the editor, so it comes last."""
    authors = [document.meta(name) for name in _AUTHORS]
    editors = [document.meta(name) for name in _EDITORS]
    story = document.story
    authors += _names(story.get("author"))
    editors += _names(story.get("editor"))
    return _strings(authors), _strings(editors)


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:10] for name in _names(item)]
    return []


def section(document: Document, title: str) -> str | None:
    """Channel: last breadcrumb that is neither the headline nor a page type, else metadata."""
    filed = next(filter(_is_filed, document.landmarks), None)
    if filed is not None and text_of(filed):
        return text_of(filed)
    boxes = [node for node in document.landmarks if _is_crumbs(node)][:3]
    names = [text_of(node) for box in boxes for node in box.css(_CRUMB)[:20]]
    for item in document.json_ld:
        if item.get("@type") == "BreadcrumbList" and not names:
            elements = item.get("itemListElement")
            names = _crumbs(elements if isinstance(elements, list) else [])
    found = leaf(names, title)
    if found and loose(found) not in _sites(document):
        return found
    told = document.story.get("articleSection")
    told = told[0] if isinstance(told, list) and told else told
    return (told if isinstance(told, str) else None) or document.meta("article:section")


def _is_filed(node: LexborNode) -> bool:
    told = node.attributes
    return told.get("itemprop") == "articleSection" or "category" in (told.get("rel") or "").split()


def _is_crumbs(node: LexborNode) -> bool:
    told = node.attributes
    return (
        any(word in (told.get("class") or "") for word in ("crumb", "breadc"))
        or "breadcrumb" in (told.get("id") or "")
        or "BreadcrumbList" in (told.get("itemtype") or "")
    )


def site_names(document: Document, title: str) -> tuple[str, ...]:
    """What the site of a page that no catalogue knows calls itself: in bylines, datelines, credits."""
    told = [document.meta("og:site_name", "application-name")]
    for line in document.meta_title.split("\n"):
        head, dash, tail = line.strip().rpartition(title) if title else ("", "", "")
        told.append(tail.strip(" |-–—:»·") if dash and not head else None)
        if not dash:  # a page that is not titled by its story is titled by its site
            told.append(line.strip())
    host = (split(document.url or document.meta("og:url") or "").hostname or "").lower()
    told.append(host.removeprefix("www."))
    return tuple(dict.fromkeys(name for name in told if name and len(name) <= 40))


def is_site_name(document: Document, title: str) -> bool:
    """True for a text that is what the site calls itself."""
    return loose(title) in _sites(document)


def _sites(document: Document) -> set[str]:
    """What the site calls itself: no channel, though some breadcrumbs hold nothing else."""
    host = split(document.url or document.meta("og:url") or "").hostname or ""
    return {
        loose(name)
        for name in (document.meta("og:site_name"), host, site(f"http://{host}"))
        if name
    }


def _crumbs(elements: list[Any]) -> list[str]:
    names = []
    for element in elements:
        if isinstance(element, dict):
            item = element.get("item")
            name = element.get("name") or (item.get("name") if isinstance(item, dict) else None)
            if isinstance(name, str):
                names.append(squash(name))
    return names


def leaf(names: Iterable[str], title: str) -> str | None:
    """Last of a breadcrumb's items that is a channel: not the headline, not "Home", not "Detail"."""
    key = loose(title)
    kept: list[str] = []
    for name in names:
        own = loose(name)
        if not own or len(name) > 50 or own == key or (len(own) > 20 and key.startswith(own[:20])):
            continue
        kept.append(name)
    for name in reversed(kept):
        if name.casefold().strip(" /»>") not in _PAGE_TYPES:
            return name.strip(" /»>#|")
    return None


def kind(document: Document) -> str:
    """article unless the page says otherwise for machines or by its address."""
    types = {str(item.get("@type")) for item in document.json_ld}
    address = split(document.url or document.canonical or "")
    path = address.path.rstrip("/")
    if (
        types & {"ImageGallery", "MediaGallery"}
        or _GALLERY.search(path + "/")
        or (address.hostname or "").startswith(("foto.", "photo."))
    ):
        return "gallery"
    if (document.meta("og:type") or "").startswith("video") or _VIDEO.search(path + "/"):
        return "video"
    if _ERROR.search(document.meta_title) and not published(document):
        return "other"
    if (document.meta("og:type") or "").lower().startswith(_NO_ARTICLES) and not stated(document):
        return "other"
    front = bool(address.hostname) and not path and not NUMBERED.search(address.query)
    if _INDEX.search(path) or _ARCHIVE.search(document.meta_title):
        return "listing"
    return "listing" if front and "NewsArticle" not in types else "article"


def heads_list(title: str) -> bool:
    """True for the headline of a list of stories or a front: `Month: July 2016`, `Selamat Datang`."""
    return _ARCHIVE.search(title) is not None or _FRONT.search(title) is not None


def _strings(values: Iterable[object]) -> list[str]:
    return list(dict.fromkeys(v.strip() for v in values if isinstance(v, str) and v.strip()))
