"""Word shingles: what two texts have in common, whoever edited one of them."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from ogpnews.text.printeddays import days

SIZE = 3
"""Words of a shingle: three find more edited copies than five, and news share few by chance."""
_T = TypeVar("_T")
_NUMBER = 2
_WORD = re.compile(r"[^\W_]+(?:[.,:/-]\d+)*")


def words(text: str) -> list[str]:
    """Words as printed; a number keeps what stands inside it: `24/11/2020`, `Rp12.500`."""
    return _WORD.findall(text)


def folded(printed: list[str]) -> list[str]:
    """The same words, casefolded."""
    return " ".join(printed).casefold().split()


def shingles(printed: list[str]) -> list[str]:
    """Every run of SIZE words, casefolded, separated by spaces."""
    low = folded(printed)
    return list(map(" ".join, _runs(low)))


@dataclass(frozen=True, slots=True)
class Shingled:
    """Hashes of a text's different shingles, by what is in them; they hold for this process alone."""

    numbers: "array[int]"
    names: "array[int]"
    plain: "array[int]"
    """Those with a digit; else those with a capital; else the others."""
    figures: "array[int]"
    """Runs of SIZE numbers, as they follow each other in the text."""
    days: frozenset[tuple[int, int]]
    """Days that the text names, as (day, month)."""

    @classmethod
    def of(cls, text: str) -> "Shingled":
        """Shingles of a text; the same one printed twice in two ways counts as the later."""
        printed = words(text)
        low, kinds = folded(printed), list(map(_kind, printed))
        parts = [array("q") for _ in range(3)]
        for shingle, kind in dict(zip(_hashes(low), _highest(kinds), strict=True)).items():
            parts[kind].append(shingle)
        plain, names, numbers = parts
        figures = [word for word, kind in zip(low, kinds, strict=True) if kind == _NUMBER]
        return cls(numbers, names, plain, array("q", set(_hashes(figures))), frozenset(days(low)))

    def __len__(self) -> int:
        return len(self.numbers) + len(self.names) + len(self.plain)

    def all(self) -> frozenset[int]:
        """All of them, as a set: fast, and ten times as large."""
        return frozenset(self.numbers).union(self.names, self.plain)


def _runs(values: "list[_T]") -> Iterator[tuple["_T", ...]]:
    return zip(*(values[start:] for start in range(SIZE)), strict=False)


def _hashes(words: list[str]) -> Iterator[int]:
    return map(hash, _runs(words))


def _highest(kinds: list[int]) -> Iterator[int]:
    return map(max, _runs(kinds))


def _kind(word: str) -> int:
    if not word.isalpha():
        return _NUMBER
    return 1 if word[0].isupper() else 0
