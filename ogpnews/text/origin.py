"""Where a text comes from, by what the page says: advertiser, wire, handout, own work."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ogpnews.resources import lexicon
from ogpnews.text import reporting

PORTALS = "goid"
"""Network of the portals of governments."""

_WORDS = lexicon("origin")
_LABEL = re.compile(r"\W*(?:" + "|".join(_WORDS["advertorial"]) + r")\b.{0,40}", re.IGNORECASE)
_IN_TITLE = re.compile(
    r"^\W*(?:{0})\s?[:|)\]-]|[(\[](?:{0})[)\]]\W*$".format("|".join(_WORDS["advertorial"])),
    re.IGNORECASE,
)
_PAID = frozenset(_WORDS["paid_paths"])
_WIRE = re.compile(r"\b(?:" + "|".join(_WORDS["wire"]) + r")\b", re.IGNORECASE)
_WIRE_INITIALS = frozenset(_WORDS["wire_initials"])
_HANDOUT = re.compile(r"\b(?:" + "|".join(_WORDS["handout"]) + r")\b", re.IGNORECASE)
_ANCHORS = _WORDS["release_anchors"]
_RELEASE = re.compile("|".join(_WORDS["release"]), re.IGNORECASE)
_CREDIT_WORDS = frozenset(_WORDS["credit_words"])
_WORD = re.compile(r"[^\W\d_]{3,40}")
_LEAD = 1000  # characters


def names(language: str) -> dict[str, str]:
    """Origin → what readers are told of it, in Indonesian (`id`) or English (`en`)."""
    return dict(_WORDS["names"][language])


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself."""

    title: str = ""
    text: str = ""
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Labels of paid texts that stood in the body."""
    source: str | None = None
    syndicated_from: str | None = None
    authors: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    initials: str | None = None
    credits_raw: tuple[str, ...] = ()
    credit: str | None = None
    """Of the main picture; and two keys of it."""
    credit_type: str | None = None
    photographer: str | None = None
    outlet: str = ""
    network: str | None = None
    names: tuple[str, ...] = ()
    """What the outlet calls itself."""


def judge(page: Page) -> tuple[str, list[str]]:
    """(advertorial, wire, handout, independent or unknown; what on the page says so).

    `independent` is said only where the page shows the outlet's own work and nothing else: a name
    in the byline alone proves nothing, for handouts are signed, too. Where a release and own work
    show side by side, it stays unknown, with both as evidence.
    """
    if found := _advertorial(page):
        return "advertorial", found
    if found := _wire(page):
        return "wire", found
    own = reporting.signs(page.text, page.credits_raw, page.names, page.authors, page.photographer)
    if found := _handout(page, own=bool(own)):
        return ("unknown", [*found, *own]) if own else ("handout", found)
    if page.network in _WORDS["agencies"]:
        return "wire", [f"outlet: {page.outlet}"]
    if own and not page.syndicated_from:
        return "independent", own
    return "unknown", []


def _advertorial(page: Page) -> list[str]:
    found = [f"label: {label}" for label in page.labels]
    found += [f"label: {x}" for x in (page.section or "", *page.tags) if _LABEL.fullmatch(x)]
    found += [f"byline: {name}" for name in page.collective if _LABEL.fullmatch(name)]
    found += [f"title: {page.title}"] if _IN_TITLE.search(page.title) else []
    parts = urlsplit(page.url or "").path.casefold().split("/")[:-1] if page.url else []
    return found + [f"url: {part}" for part in parts if part in _PAID]


def _wire(page: Page) -> list[str]:
    names = [name for name in (page.source or "", *page.collective) if _WIRE.search(name)]
    found = [f"source: {name}" for name in names[:1]]
    signed = re.split(r"\W+", (page.initials or "").casefold())
    return found or [f"initials: {page.initials}"] * (not _WIRE_INITIALS.isdisjoint(signed))


def _handout(page: Page, *, own: bool) -> list[str]:
    found = [f"outlet: {page.outlet}"] if page.network == PORTALS else []
    names = (page.source or "", *page.collective)
    found += [f"source: {name}" for name in names if name and _HANDOUT.search(name)]
    if page.credit_type == "handout" and page.credit and not own and _is_party(page):
        found.append(f"credit: {page.credit}")
    release = None
    if any(word in page.text for word in _ANCHORS):
        release = _RELEASE.search(page.text)
    return [*found, f"text: {release[0]}"] if release else found


def _is_party(page: Page) -> bool:
    """True where whoever gave the photo stands in the title or the lead: the story is its own, too."""
    words = {word.casefold() for word in _WORD.findall(page.credit or "")} - _CREDIT_WORDS
    told = {word.casefold() for word in _WORD.findall(f"{page.title} {page.text[:_LEAD]}")}
    return not words.isdisjoint(told)
