"""Clusters of copies: each text beside the earliest one that it is a copy of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ogpnews.copies.candidates import Candidates
from ogpnews.text.forms import is_form
from ogpnews.text.shingles import Shingled

_LONGER = 0.2
"""Share of the longer text that a copy has, at least: below, a short text of familiar phrases would do."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the first one of its cluster."""

    leader: int
    """Its place; a text's own where it is a copy of none before it."""
    ratio: float = 1.0
    """Share of the text's shingles that its leader has."""


def link(
    places: Iterable[int],
    candidates: Candidates,
    shingled: Callable[[int], Shingled],
    threshold: float,
) -> list[Link]:
    """A link for each of the texts, which stand in the order of their publication.

    A text is compared with first texts of clusters alone, so no cluster drifts: all its members are
    copies of its first one.
    """
    leaders: list[int] = []
    links: list[Link] = []
    for place in places:
        found = Link(place)
        likely = candidates.of(place, leaders)
        if likely:
            own = shingled(place)
            shared = own.all()
            best = 0.0
            for leader in likely:
                score, ratio = compare(own, shared, shingled(leader))
                if score >= threshold and score > best:
                    found, best = Link(leader, ratio), score
        leaders.append(found.leader)
        links.append(found)
    return links


def compare(own: Shingled, shingles: frozenset[int], other: Shingled) -> tuple[float, float]:
    """Share of the shorter text that is in the longer one, and share of `own` that is in `other`.

    The first is 0 where one form was filled in twice, and where the longer text has far more to say.
    `shingles`: all those of `own`.
    """
    shared = shingles & other.all()
    shorter, longer = sorted((own, other), key=len)
    ratio = len(shared) / len(own)
    if len(shared) < _LONGER * len(longer) or is_form(shorter, longer, shared):
        return 0.0, ratio
    return len(shared) / len(shorter), ratio
