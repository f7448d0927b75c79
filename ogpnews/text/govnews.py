"""Whether an article is about what a regional government does, and what in it says so."""

import re
from collections.abc import Mapping, Sequence

from ogpnews.resources import lexicon
from ogpnews.text import opd
from ogpnews.text.actors import FORMS, Actor
from ogpnews.text.acts import act, is_act
from ogpnews.text.clean import squash
from ogpnews.text.mentions import INSTRUMENT, REGION, Part

_WORDS = lexicon("government")["acts"]
_ELECTIONS = frozenset(_WORDS["elections"])
_OTHERS = frozenset(_WORDS["others"])
_WORD = re.compile(r"[\w-]+")
_LEAD = 3  # paragraphs
_STAFF = re.compile(rf"\b(?:{'|'.join(_WORDS['staff'])})\W+(?:\w+\W+)?$", re.IGNORECASE)
_LONGEST = 100  # characters of one piece of evidence
_FEW = 3  # bodies and offices …
_SPAN = 600  # … one in so many characters


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
    done, certain = _done(text.text, inside)
    shown = _shown(title, actors.get("title", ()), words) if title else []
    if not inside and not actors.get("caption"):
        shown = []
    if title and not shown and _ELECTIONS.isdisjoint(words):
        shown = _implied(title, text, inside, body=bool(done) or any(a.body for a in inside))
    own = [f"outlet: {outlet}"] if outlet and (inside or actors.get("title")) else []
    if not (shown or own):
        if not _ELECTIONS.isdisjoint(words) or not _OTHERS.isdisjoint(words):
            return []
        served = _serving(text.text, inside, business)
        if not (served or (done and certain) or _is_dense(text.text, inside)):
            return []
        shown = served
    named = [f"text: {text.text[a.start : a.end]}" for a in inside[:1]]
    said = dict.fromkeys((*own, *shown, *(done or named)))
    return [squash(piece)[:_LONGEST] for piece in said]


def _serving(text: str, actors: Sequence[Actor], business: frozenset[str]) -> list[str]:
    """An OPD in the lead, where the title speaks of its urusan."""
    end = _lead(text) if business else 0
    for actor in actors:
        if actor.start >= end or not actor.codes:
            continue
        if actor.body in FORMS.values() or business.intersection(opd.urusan().get(actor.body, ())):
            return [f"text: {text[actor.start : actor.end]}"]
    return []


def _shown(title: Part, actors: Sequence[Actor], words: frozenset[str]) -> list[str]:
    """Bodies and offices in a title; of offices none in one that speaks of elections."""
    elections = not _ELECTIONS.isdisjoint(words)
    found = [a for a in actors if not a.former and (a.body or not elections)]
    found = [a for a in found if not _STAFF.search(title.text, max(0, a.start - 40), a.start)]
    return [f"title: {title.text[a.start : a.end]}" for a in found[:2]]


def _implied(title: Part, text: Part, inside: Sequence[Actor], *, body: bool) -> list[str]:
    """A rule, or something owned or a region that acts, in a title: `Badung Gencarkan …`."""
    told = bool(inside) or any(mention.term.kind == INSTRUMENT for mention in text.mentions)
    for mention in title.mentions if told else ():
        behind = title.text[mention.end : mention.end + 30].split()[:1]
        acts = bool(behind) and is_act(behind[0])
        kind, name = mention.term.kind, mention.term.name
        rule = kind == INSTRUMENT and name == "rules" and body
        if rule or (acts and kind in (INSTRUMENT, REGION) and (body or name != "rules")):
            said = [title.text[mention.start : mention.end], *(behind if acts else ())]
            return [f"title: {' '.join(said)}"]
    return []


def _done(text: str, actors: Sequence[Actor]) -> tuple[list[str], bool]:
    """What the first paragraphs say that a body or an office does; True where it cannot be chance."""
    end = _lead(text)
    for actor in actors:
        if actor.start < end and (verb := act(text, actor)):
            certain = len(actors) > 1 or bool(actor.codes)
            return [f"text: {text[actor.start : actor.end]} … {verb}"], certain
    return [], False


def _is_dense(text: str, actors: Sequence[Actor]) -> bool:
    """True where the lead names one of them, and the text one in every few sentences."""
    return (
        len(actors) >= _FEW and actors[0].start < _lead(text) and len(actors) * _SPAN >= len(text)
    )


def _lead(text: str) -> int:
    end = -2
    for _ in range(_LEAD):
        end = text.find("\n\n", end + 2)
        if end < 0:
            return len(text)
    return end
