"""Regional government in an article: bodies, offices, and whether it is about one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ogpnews.text import opd, regions
from ogpnews.text.actors import Actor, find
from ogpnews.text.bodynames import body_name
from ogpnews.text.govnews import evidence
from ogpnews.text.mentions import REGION, Part

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
    actors = {name: find(part) for name, part in named.items()}
    everyone = [actor for name in _NAMING for actor in actors.get(name, ())]
    if portal and outlet_region:
        own = (outlet_region, *own)
    pool = [code for actor in everyone if len(actor.codes) == 1 for code in actor.codes]
    bodies = _bodies(everyone, tuple(own), pool, outlet_region)
    offices = list(dict.fromkeys(actor.office for actor in everyone if actor.office))
    if not (own or outlet_region or pool or _regions(parts)):
        return Found(False, [], [], [])  # of another country
    said = evidence(named, actors, portal)
    return Found(bool(said), bodies[:_MOST], offices[:_MOST], said)


def _regions(parts: Sequence[Part]) -> bool:
    return any(mention.term.kind == REGION for part in parts for mention in part.mentions)


def _bodies(
    actors: Iterable[Actor], own: tuple[str, ...], pool: Sequence[str], outlet_region: str
) -> list[str]:
    """Names of the bodies, each once; one that no region is known for only where no other is of its kind."""
    names: dict[str, str] = {}
    for actor in actors:
        if not actor.body:
            continue
        code = _code(actor, own, pool, outlet_region)
        name = body_name(actor.body, code)
        if code is None and actor.codes:
            name = f"{actor.body} {bare}" if (bare := _bare(actor.codes)) else actor.body
        if name != actor.body or actor.body in opd.urusan() or not actor.body.startswith(opd.DINAS):
            names.setdefault(name, actor.body)
    known = {form for name, form in names.items() if name != form}
    return [name for name, form in names.items() if name != form or form not in known]


def _bare(codes: Sequence[str]) -> str:
    row = regions.by_code(codes[0])
    return row.bare if row else ""


def _code(
    actor: Actor, own: tuple[str, ...], pool: Sequence[str], outlet_region: str
) -> str | None:
    """The region of a body: named with it, else the article's own, else the only one that fits."""
    if len(actor.codes) == 1:
        return actor.codes[0]
    if actor.codes:
        return next((code for code in (*own, *pool) if code in actor.codes), None)
    if actor.level == "province":
        found = [code for code in own if len(code) == 2] or [
            code[:2] for code in (*own, outlet_region) if code
        ]
        return found[0] if found else _only(code for code in pool if len(code) == 2)
    if actor.level == "any":
        return own[0] if own else _only(pool)
    return next((c for c in own if _level(c) == actor.level), None) or _only(
        c for c in pool if _level(c) == actor.level
    )


def _level(code: str) -> str:
    row = regions.by_code(code)
    return row.level if row else ""


def _only(codes: Iterable[str]) -> str | None:
    found = set(codes)
    return found.pop() if len(found) == 1 else None
