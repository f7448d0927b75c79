"""Many names looked for in one pass over a text: whole words, in any case, the longest first."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """One name in a text, with the places of its first character and behind its last."""

    start: int
    end: int
    value: T


class _Spaces(dict[int, str]):
    """For str.translate: what is neither letter nor digit becomes a space, and case goes."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).lower()
        # One character for one, so that places in the haystack are places in the text.
        kept = letter if len(letter) == 1 and letter.isalnum() else " "
        self[code] = kept
        return kept


_FOLD = _Spaces()
_SIGNS = "“”‘’–—…\xa0"


class Gazetteer(Generic[T]):
    """Names, each with what it stands for.

    `Kab. Semarang`, `Toli-Toli` are found as printed, with the same number of signs and spaces;
    a name never runs over a comma and a space, or from one paragraph into the next.
    """

    def __init__(self, names: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        """`names`: as printed, in any case; of the same name twice the last counts."""
        folded = {_fold(name): value for name, value in dict(names).items()}
        self._values = list(folded.values())
        # The space behind belongs to the pattern: otherwise the longest match could end inside a
        # word and hide a name that begins there. What stands before is looked at afterwards.
        self._search = AhoCorasick(
            [f"{name} " for name in folded], matchkind=MatchKind.LeftmostLongest
        ).find_matches_as_indexes

    def find(self, text: str) -> Iterator[Found[T]]:
        """Names in the order of the text, none inside another."""
        folded = f"{_fold(text)} "
        for number, start, end in self._search(folded):
            if start == 0 or folded[start - 1] == " ":
                yield Found(start, end - 1, self._values[number])


def _fold(text: str) -> str:
    if not text.isascii():  # mostly for these alone; what is plain is translated five times as fast
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text.translate(_FOLD)
