"""Reservations of rights that a page bears for machines: TDMRep, X-Robots-Tag, robots metas."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ogpnews.resources import lexicon

_WORDS = lexicon("rights")
_DIRECTIVES = frozenset(_WORDS["directives"])
_RESERVING = frozenset(_WORDS["reservations"])
_AGENTS = tuple(_WORDS["agents"])
_AGENT = re.compile(r"\s*([A-Za-z][\w.-]*)\s*:(.*)", re.DOTALL)
_WITH_VALUE = frozenset(
    {"unavailable_after", "max-snippet", "max-image-preview", "max-video-preview"}
)
RESERVATION, POLICY, ROBOTS_TAG = "tdm-reservation", "tdm-policy", "x-robots-tag"
_LONGEST = 500
"""Characters of a notice."""

Headers = Sequence[tuple[str, str]]
"""Names and values of header fields."""


@dataclass(frozen=True, slots=True)
class Reservations:
    """What one page says."""

    signs: tuple[str, ...] = ()
    """Each sign once, with its place: `noai meta`, `tdm-reservation header`."""
    notice: str | None = None
    """The reservation, verbatim: `tdm-reservation: 1`; None where nothing is reserved."""
    tdm: bool | None = None
    """What TDMRep says in the page or its header: reserved, not reserved, or nothing."""


def read(headers: Headers, metas: Mapping[str, Sequence[str]]) -> Reservations:
    """Reservations in header fields and metas (names in small letters → contents, in page order).

    As TDMRep has it, the page counts before its header; each is a sign all the same.
    """
    told = {name.lower(): value for name, value in headers}
    if not told.keys() & {RESERVATION, ROBOTS_TAG} and not metas.keys() & {RESERVATION, *_AGENTS}:
        return _NOTHING
    signs: list[str] = []
    notices: list[str] = []
    tdm: bool | None = None
    policy = metas.get(POLICY) or ([told[POLICY]] if POLICY in told else [])
    for place, values in (
        ("meta", metas.get(RESERVATION, ())),
        ("header", [told[RESERVATION]] if RESERVATION in told else []),
    ):
        said = next((value.strip() for value in values if value.strip() in ("0", "1")), None)
        tdm = said == "1" if tdm is None and said else tdm
        if said == "1":
            signs.append(f"{RESERVATION} {place}")
    if tdm:
        notices.append(notice(policy[0] if policy else None))
    for directive, place, printed in _directives(headers, metas):
        if directive in _DIRECTIVES:
            signs.append(f"{directive} {place}")
        if directive in _RESERVING:
            notices.append(printed)
    return Reservations(tuple(dict.fromkeys(signs)), notices[0] if notices else None, tdm)


_NOTHING = Reservations()


def notice(policy: str | None) -> str:
    """A TDM reservation in words, with the address of its policy where there is one."""
    return f"{RESERVATION}: 1{f'; {POLICY}: {policy.strip()}' if policy else ''}"[:_LONGEST]


def _directives(
    headers: Headers, metas: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """(directive, place, the line as printed) of all that speaks to every crawler, or to us."""
    for name, value in headers:
        if name.lower() == ROBOTS_TAG:
            for directive in _for_us(value):
                yield directive, "header", f"{name}: {value.strip()}"[:_LONGEST]
    for name in _AGENTS:
        for value in metas.get(name, ()):
            for directive in _split(value):
                yield directive, "meta", f"{name}: {value.strip()}"[:_LONGEST]


def _for_us(value: str) -> Iterable[str]:
    named = _AGENT.fullmatch(value)
    if named is None or named[1].lower() in _WITH_VALUE:
        return _split(value)
    return _split(named[2]) if named[1].lower() in _AGENTS else ()


def _split(value: str) -> list[str]:
    return [part.strip().lower() for part in value.split(",")]
