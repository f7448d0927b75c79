"""Whether an article is about what a regional government does, and what in it says so."""

import re
from collections.abc import Mapping, Sequence

from ogpnews.resources import lexicon
from ogpnews.text import scenes
from ogpnews.text.actor import Actor
from ogpnews.text.acts import is_act
from ogpnews.text.clean import squash
from ogpnews.text.govlead import done, is_dense, serving
from ogpnews.text.mentions import INSTRUMENT, OFFICE, REGION, Part
from ogpnews.text.surroundings import titled

_WORDS = lexicon("government")["acts"]
_ELECTIONS = frozenset(_WORDS["elections"])
_OTHERS = frozenset(_WORDS["others"])
_GROUPS = frozenset(_WORDS["groups"])
_AROUND = ("locative", "weak", "never")
_WORD = re.compile(r"[\w-]+")
_STAFF = re.compile(rf"\b(?:{'|'.join(_WORDS['staff'])}) (?:\w+ )?$", re.IGNORECASE)
_BEFORE = 40  # characters before a region in a title: one word
_LONGEST = 100  # characters of one piece of evidence


def evidence(
    parts: Mapping[str, Part],
    actors: Mapping[str, Sequence[Actor]],
    outlet: str,
    business: frozenset[str],
) -> list[str]:
    """What says that an article is about a regional government; nothing where it is not.

    `outlet` is the id of a government's own portal, else empty; `business` the urusan that the title
    speaks of. The rule is told in docs/government.md.
    """
    title, text = parts.get("title"), parts.get("text") or Part("text", "", [])
    words = frozenset(_WORD.findall(title.text.casefold())) if title else frozenset()
    inside = actors.get("text", ())
    acted, certain = done(text.text, inside)
    shown = _shown(title, actors.get("title", ()), words) if title else []
    if not (inside or actors.get("caption") or _names_office(text)):
        shown = []
    if title and not shown and _ELECTIONS.isdisjoint(words):
        shown = _implied(title, text, inside, body=bool(acted) or any(a.body for a in inside))
    own = [f"outlet: {outlet}"] if outlet and (inside or actors.get("title")) else []
    if not (shown or own):
        if not _ELECTIONS.isdisjoint(words) or not _OTHERS.isdisjoint(words):
            return []
        served = serving(text.text, inside, business)
        if not (served or (acted and certain) or is_dense(text.text, inside)):
            return []
        shown = served
    named = [f"text: {text.text[a.start : a.end]}" for a in inside[:1]]
    said = dict.fromkeys((*own, *shown, *(acted or named)))
    return [squash(piece)[:_LONGEST] for piece in said]


def _shown(title: Part, actors: Sequence[Actor], words: frozenset[str]) -> list[str]:
    """Bodies and offices in a title; of offices none in one that speaks of elections."""
    elections = not _ELECTIONS.isdisjoint(words)
    found = [a for a in actors if not a.former and (a.body or not elections)]
    found = [a for a in found if not _STAFF.search(title.text, max(0, a.start - 40), a.start)]
    return [f"title: {title.text[a.start : a.end]}" for a in found[:2]]


def _implied(title: Part, text: Part, inside: Sequence[Actor], *, body: bool) -> list[str]:
    """A rule, or something owned or a region that acts, in a title: `Badung Gencarkan …`."""
    told = bool(inside) or any(mention.term.kind == INSTRUMENT for mention in text.mentions)
    capitals = titled(title.text)
    ends = {mention.end for mention in title.mentions}
    for mention in title.mentions if told else ():
        behind = title.text[mention.end : mention.end + 30].split()[:1]
        acts = bool(behind) and is_act(behind[0])
        kind, name = mention.term.kind, mention.term.name
        rule = kind == INSTRUMENT and name == "rules" and body
        known = mention.start - 1 in ends  # "Kota Semarang Gelar"
        if kind == REGION and not known and _is_of_others(title.text, mention.start, capitals):
            continue
        if rule or (acts and kind in (INSTRUMENT, REGION) and (body or name != "rules")):
            said = [title.text[mention.start : mention.end], *(behind if acts else ())]
            return [f"title: {' '.join(said)}"]
    return []


def _names_office(text: Part) -> bool:
    """True for `kantor Bupati`, too: the building in a story whose title names him."""
    return any(mention.term.kind == OFFICE for mention in text.mentions)


def _is_of_others(title: str, start: int, capitals: bool) -> bool:
    """True where people, a club, a police, … of the region act: `Petani Kendal Tolak`.

    `capitals`: whether the title is one in which a capital says nothing.
    """
    word = title[max(0, start - _BEFORE) : start].rpartition(" ")[0].rpartition(" ")[2]
    if word.casefold() in _GROUPS or any(word.casefold() in scenes.words(key) for key in _AROUND):
        return True
    return word.isalpha() and word[0].isupper() and not capitals
