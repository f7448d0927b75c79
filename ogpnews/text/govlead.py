"""What the first paragraphs of an article say of bodies and offices."""

from collections.abc import Sequence

from ogpnews.text import opd
from ogpnews.text.actor import FORMS, Actor
from ogpnews.text.acts import act

_LEAD = 3  # paragraphs
_FEW = 3  # bodies and offices …
_SPAN = 600  # … one in so many characters


def serving(text: str, actors: Sequence[Actor], business: frozenset[str]) -> list[str]:
    """An OPD in the lead, where the title speaks of its urusan."""
    end = _lead(text) if business else 0
    for actor in actors:
        if actor.start >= end or not actor.codes:
            continue
        if actor.body in FORMS.values() or business.intersection(opd.urusan().get(actor.body, ())):
            return [f"text: {text[actor.start : actor.end]}"]
    return []


def done(text: str, actors: Sequence[Actor]) -> tuple[list[str], bool]:
    """What the first paragraphs say that a body or an office does; True where it cannot be chance."""
    end = _lead(text)
    for actor in actors:
        if actor.start < end and (verb := act(text, actor)):
            certain = len(actors) > 1 or bool(actor.codes)
            return [f"text: {text[actor.start : actor.end]} … {verb}"], certain
    return [], False


def is_dense(text: str, actors: Sequence[Actor]) -> bool:
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
