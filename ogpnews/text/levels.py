"""The words directly before a name that say its level: type words, bodies, offices."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ogpnews.text.mentions import REGION, TYPE, Mention, Part

LEVELS = frozenset(("province", "regency", "city"))
_GAP = re.compile(r"[\s.)]*(?:\([^()]{1,20}\)\s*)?")  # "Wali Kota (Wako) Padang", "Pj. Bupati"
_BOTH = re.compile(r"\s*(?:dan|&|/|maupun|atau)\s*")  # "Kota dan Kabupaten Bandung"
_REACH = 4  # terms looked back at


class Before(NamedTuple):
    """What stands directly before a name."""

    start: int
    """Place of the first of these words, or of the name."""
    levels: tuple[str, ...] = ()
    """Levels said, the nearest first; two in `Kota dan Kabupaten Bandung`."""
    government: bool = False
    """True where a body or an office is among them."""
    below: bool = False
    """True behind a word for what is no region: Kecamatan, Desa, Jalan."""


def level(code: str) -> str:
    """province, regency or city: the third digit tells, 7 and more for a city."""
    if len(code) == 2:
        return "province"
    return "city" if code[3] >= "7" else "regency"


def before(part: Part, number: int) -> Before:
    """What stands before the mention of that number."""
    follower, government = part.mentions[number], False
    levels: list[str] = []
    start = follower.start
    for previous in reversed(part.mentions[max(0, number - _REACH) : number]):
        term, place = previous.term, (part.text, previous.end, follower.start)
        both = bool(levels) and _BOTH.fullmatch(*place)
        if term.kind == REGION or not (both or _GAP.fullmatch(*place)):
            break
        if term.level == "below" and not levels:
            return Before(start, below=True)
        government |= term.kind != TYPE
        if term.level in LEVELS and (both or not levels):
            levels.append(term.level)
        start, follower = previous.start, previous
    return Before(start, tuple(levels), government)


def dangling(part: Part) -> Iterator[str]:
    """Levels of bodies and offices behind which no region stands: `Wali Kota` alone."""
    follower: Mention | None = None
    for mention in reversed(part.mentions):
        if mention.term.kind != TYPE and mention.term.level in LEVELS:
            near = follower and _GAP.fullmatch(part.text, mention.end, follower.start)
            if not near:
                yield mention.term.level
        follower = mention
