"""Regional government in an article: bodies, offices, and whether it is about one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ogpnews.text import opd, topics
from ogpnews.text.actor import Actor
from ogpnews.text.actors import find
from ogpnews.text.govnews import evidence
from ogpnews.text.mentions import BODY, COUNCIL, REGION, Part
from ogpnews.text.whose import Whose

_NAMING = ("title", "text", "caption")
_MOST = 30  # bodies, and offices, of one record


class Found(NamedTuple):
    """What an article says of regional governments."""

    about: bool
    bodies: list[str]
    offices: list[str]
    evidence: list[str]


def read(
    parts: Sequence[Part], own: Sequence[str] = (), *, outlet_region: str = "", portal: str = ""
) -> Found:
    """Bodies, offices and `about` of an article.

    `own`: codes of the regions that it is about, the primary one first. `outlet_region`: code of the
    region that its outlet reports on. `portal`: id of the outlet where it is a government's own.
    """
    named = {part.name: part for part in parts if part.name in _NAMING}
    actors = {name: find(named[name]) for name in _NAMING if name in named}
    everyone = [actor for found in actors.values() for actor in found]
    own = (outlet_region, *own) if portal and outlet_region else own
    whose = Whose(everyone, own, outlet_region)
    placed = own or outlet_region or any(actor.codes for actor in everyone)
    if not placed and not any(map(_is_of_indonesia, parts)):
        return Found(False, [], [], [])  # `Pemerintah kota Cekmekoy`
    actors = {name: [a for a in found if whose.is_regional(a)] for name, found in actors.items()}
    everyone = [actor for found in actors.values() for actor in found]
    title = named.get("title")
    said = evidence(named, actors, portal, topics.of_title(title.text) if title else frozenset())
    offices = dict.fromkeys(actor.office for actor in everyone if actor.office)
    return Found(bool(said), _bodies(everyone, whose)[:_MOST], list(offices)[:_MOST], said)


def _is_of_indonesia(part: Part) -> bool:
    """True where it names a region, or a body as only Indonesia has it: `Pemkot`, `DPRD`."""
    return any(
        mention.term.kind in (REGION, COUNCIL)
        or (mention.term.kind == BODY and " " not in part.text[mention.start : mention.end])
        for mention in part.mentions
    )


def _bodies(actors: Iterable[Actor], whose: Whose) -> list[str]:
    """Names of the bodies, each once; without a region only where no other of its kind has one."""
    names = {whose.name(actor): actor.body for actor in actors if actor.body}
    known = {form for name, form in names.items() if name != form}
    return [
        name
        for name, form in names.items()
        if name != form or not (form in known or _is_vague(form))
    ]


def _is_vague(form: str) -> bool:
    """A dinas that is not in the table is believed where its region is known."""
    return form.startswith(opd.DINAS) and form not in opd.urusan()
