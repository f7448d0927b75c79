"""Where a text comes from: a handout, a wire, an advertiser – by what the page itself says."""

import re
from collections.abc import Sequence

from ogpnews.resources import lexicon

_WORDS = lexicon("origin")
_LABEL = re.compile(r"\W*(?:" + "|".join(_WORDS["advertorial"]) + r")\b.{0,40}", re.IGNORECASE)
_IN_TITLE = re.compile(
    r"^\W*(?:{0})\s?[:|)\]-]|[(\[](?:{0})[)\]]\W*$".format("|".join(_WORDS["advertorial"])),
    re.IGNORECASE,
)
_WIRE = re.compile(r"\b(?:" + "|".join(_WORDS["wire"]) + r")\b", re.IGNORECASE)
_HANDOUT = re.compile(r"\b(?:" + "|".join(_WORDS["handout"]) + r")\b", re.IGNORECASE)
_ANCHORS = _WORDS["release_anchors"]
_RELEASE = re.compile("|".join(_WORDS["release"]), re.IGNORECASE)


def judge(
    *,
    text: str,
    labels: Sequence[str],
    source: str | None,
    section: str | None,
    tags: Sequence[str],
    title: str,
    collective: Sequence[str],
    credit_type: str | None,
    credit: str | None,
) -> tuple[str, list[str]]:
    """(advertorial, wire, handout or unknown; what on the page says so).

    Nothing here is said to be independent: a page without a sign proves nothing.
    """
    found = [f"label: {label}" for label in labels]
    found += [f"label: {label}" for label in (section or "", *tags) if _LABEL.fullmatch(label)]
    found += [f"byline: {name}" for name in collective if _LABEL.fullmatch(name)]
    found += [f"title: {title}"] if _IN_TITLE.search(title) else []
    if found:
        return "advertorial", found
    if source and _WIRE.search(source):
        return "wire", [f"source: {source}"]
    found = [f"source: {s}" for s in [source or "", *collective] if s and _HANDOUT.search(s)]
    if credit_type == "handout" and credit:
        found.append(f"credit: {credit}")
    release = _RELEASE.search(text) if any(word in text for word in _ANCHORS) else None
    if release:
        found.append(f"text: {release[0]}")
    return ("handout", found) if found else ("unknown", [])
