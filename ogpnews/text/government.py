"""Regional government in an article: bodies, offices, and whether it is about one."""

from collections.abc import Iterable, Mapping, Sequence
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
    business = topics.of_title(title.text) if title else frozenset()
    particular = placed or any(map(_names_one, parts))  # not `DPRD` in general
    said = evidence(named, actors, portal, business) if particular else []
    offices = dict.fromkeys(actor.office for actor in everyone if actor.office)
    return Found(bool(said), _bodies(everyone, whose)[:_MOST], list(offices)[:_MOST], said)


def _is_of_indonesia(part: Part) -> bool:
    """True where it names a region, or a body as only Indonesia has it: `Pemkot`, `DPRD`."""
    return _names_one(part) or any(mention.term.kind == COUNCIL for mention in part.mentions)


def _names_one(part: Part) -> bool:
    """True where it names a region or, by its short form, a government."""
    return any(
        mention.term.kind == REGION
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
        if (name != form and not _is_short(name, form, names))
        or not (name != form or form in known or _is_vague(form))
    ]


def _is_short(name: str, form: str, names: Mapping[str, str]) -> bool:
    """True for `Dinas Pendidikan X` beside `Dinas Pendidikan dan Kebudayaan X`: one office of X."""
    whose = name.removeprefix(form)
    return any(
        longer.startswith((f"{form} dan ", f"{form}, ")) and other == f"{longer}{whose}"
        for other, longer in names.items()
    )


def _is_vague(form: str) -> bool:
    """A dinas that is not in the table is believed where its region is known."""
    return form.startswith(opd.DINAS) and form not in opd.urusan()
