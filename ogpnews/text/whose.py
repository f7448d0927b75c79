"""Whose body it is: the region named with it, else the article's own, else the only one that fits."""

from collections.abc import Iterable, Sequence

from ogpnews.text import regions
from ogpnews.text.actor import FORMS, Actor
from ogpnews.text.bodynames import body_name


class Whose:
    """What is known of the regions of one article."""

    def __init__(self, actors: Iterable[Actor], own: Sequence[str], outlet_region: str) -> None:
        """`own`: codes of the regions that it is about, the primary one first."""
        self._own = tuple(own)
        told = [actor for actor in actors if len(actor.codes) == 1]
        self._named = [actor.codes[0] for actor in told]
        self._bodies: dict[str, set[str]] = {}
        for actor in told:
            if actor.body:
                self._bodies.setdefault(actor.body, set()).add(actor.codes[0])
        self._provinces = [code[:2] for code in (*own, outlet_region) if code]
        self._levels = {code: _level(code) for code in (*own, *self._named)}

    def code(self, actor: Actor) -> str | None:
        """Kemendagri code of the region of a body or an office; None where it stays open."""
        if len(actor.codes) == 1:
            return actor.codes[0]
        if actor.codes:
            return next((c for c in (*self._own, *self._named) if c in actor.codes), None)
        if len(same := self._bodies.get(actor.body, set())) == 1 and same.issubset(self._own):
            return next(iter(same))  # `Disdik Brebes`, then `Disdik`
        own, named = self._fitting(self._own, actor), self._fitting(self._named, actor)
        if actor.level == "province" and not own:
            own = self._provinces
        return own[0] if own else named[0] if len(set(named)) == 1 else None

    def name(self, actor: Actor) -> str:
        """Normalised name of a body; without a region where several would fit."""
        code = self.code(actor)
        row = regions.by_code(actor.codes[0]) if actor.codes and code is None else None
        return f"{actor.body} {row.bare}" if row else body_name(actor.body, code)

    def is_regional(self, actor: Actor) -> bool:
        """False for what may be of a ministry, too (an Inspektorat), and for governments in general."""
        if actor.body == FORMS["any"]:
            return self.code(actor) is not None
        return actor.level != "any" or bool(actor.codes or self._own or self._named)

    def _fitting(self, codes: Sequence[str], actor: Actor) -> Sequence[str]:
        if actor.level == "any":
            return codes
        return [code for code in codes if self._levels[code] == actor.level]


def _level(code: str) -> str:
    row = regions.by_code(code)
    return row.level if row else ""
