"""Days that a text names: `24/11/2026`, `24/11`, `24 November`."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ogpnews.text.moments import MONTHS


def days(words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """(day, month) of each date among casefolded words, whatever its year."""
    for word, following in pairwise((*words, "")):
        if not word[:1].isdecimal():
            continue
        day, _, rest = word.partition("/")
        month = rest.partition("/")[0] if rest else str(MONTHS.get(following, ""))
        if _number(day, 31) and _number(month, 12):
            yield int(day), int(month)


def _number(text: str, most: int) -> bool:
    return len(text) <= 2 and text.isdecimal() and 1 <= int(text) <= most
