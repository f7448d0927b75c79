"""One form filled in twice is no copy: daily weather, prices, fixtures, agendas."""

from collections.abc import Sequence
from math import sqrt

from ogpnews.text.shingles import SIZE, Shingled

_FEW, _FEW_RUNS = 15, 5
"""Shingles, those of five numbers, and runs of numbers: from fewer nothing is concluded."""
_CHANCE = 3.0
"""Standard deviations by which edits that hit any word alike may miss the mean."""
_SPARE = 2
"""Numbers, or names, that an editor may change on top of that: dates are written in many ways."""
_WORDING = 0.9
"""Share of plain shingles that a bulletin of another day keeps, at least."""
_UNEDITED = 0.97
"""Share of shingles kept that the deviation is reckoned with, at most: where it is 1 there is none."""


def is_form(text: Shingled, other: Shingled, shared: frozenset[int]) -> bool:
    """Whether a longer text has the wording of a text, with other numbers or names in it.

    Who edits a copy changes words of all kinds. Where shingles with a number, or those with a name,
    or runs of numbers are missing more often than plain shingles, and chance does not explain it,
    they were exchanged. A text with the same wording and another date is a form, too.
    `shared`: shingles of both texts.
    """
    if len(text.plain) < _FEW:
        return False
    plain = _kept(text.plain, shared)
    parts = [
        (len(part), _kept(part, shared)) for part in (text.numbers, text.names) if len(part) >= _FEW
    ]
    if len(text.figures) >= _FEW_RUNS:
        parts.append((len(text.figures), _kept(text.figures, frozenset(other.figures))))
    if plain >= _WORDING and text.days and other.days and not text.days & other.days:
        return True
    return any(
        plain - kept - _SPARE * SIZE / count > _CHANCE * _deviation(plain, count, len(text.plain))
        for count, kept in parts
    )


def _kept(part: Sequence[int], shared: frozenset[int]) -> float:
    return sum(map(shared.__contains__, part)) / len(part)


def _deviation(share: float, one: int, other: int) -> float:
    """Of the difference of two shares; a word is in SIZE shingles, which go together."""
    share = min(share, _UNEDITED)
    return sqrt(SIZE * share * (1 - share) * (1 / one + 1 / other))
