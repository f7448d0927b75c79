"""Which earlier texts a text may be a copy of: those that share bands of their signatures."""

import sys
from array import array
from collections import Counter
from collections.abc import Sequence

from ogpnews.copies.minhash import BANDS

_BACK = 16
"""Texts of a band that are looked at, the latest before the one in question: copies follow within
days, and thousands of daily bulletins may share a band."""
_MOST = 32
"""Candidates of a text, those with the most bands in common."""


class Candidates:
    """For each band a chain from every text to the last one before it with the same band."""

    def __init__(self, signatures: Sequence[bytes]) -> None:
        """`signatures`: of `minhash.signatures`, in the order of the texts."""
        bands = array("I", b"".join(signatures))
        if sys.byteorder == "big":
            bands.byteswap()
        self._before = [_chain(bands[band::BANDS]) for band in range(BANDS)]

    def any(self) -> set[int]:
        """Places of all texts that share a band with another."""
        found: set[int] = set()
        for chain in self._before:
            for place, before in enumerate(chain):
                if before >= 0:
                    found.add(place)
                    found.add(before)
        return found

    def of(self, place: int, leaders: Sequence[int]) -> list[int]:
        """Leaders to compare the text with, the likeliest first.

        `leaders`: of every earlier text the first one of its cluster; who shares a band with any
        member of a cluster is a candidate for its first.
        """
        votes: Counter[int] = Counter()
        for chain in self._before:
            before = chain[place]
            for _ in range(_BACK):
                if before < 0:
                    break
                votes[leaders[before]] += 1
                before = chain[before]
        ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        return [leader for leader, _ in ranked[:_MOST]]


def _chain(bands: "array[int]") -> "array[int]":
    last: dict[int, int] = {}
    chain = array("i")
    for place, band in enumerate(bands):
        chain.append(last.get(band, -1))
        last[band] = place
    return chain
