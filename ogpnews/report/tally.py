"""Counts of names that pages chose: memory bounded, whatever they wrote."""

from collections import Counter

WIDEST, LONGEST = 50_000, 120
"""Different names counted at a time; characters of a name that are kept."""
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)])


class Tally(Counter[str]):
    """Exact up to WIDEST different names; beyond, the rarer half is forgotten and `trimmed` is true."""

    trimmed = False

    def take(self, name: str) -> None:
        """One more of this name."""
        self[clip(name)] += 1
        if len(self) > WIDEST:
            kept = self.most_common(WIDEST // 2)
            self.clear()
            self.update(dict(kept))
            self.trimmed = True


def clip(name: str) -> str:
    """The name in one line, without control characters, cut with an ellipsis where it is too long."""
    short = name[: 4 * LONGEST]  # a name may be a book
    line = " ".join(short.split()).translate(_CONTROLS)
    return line if len(line) <= LONGEST and len(short) == len(name) else f"{line[: LONGEST - 1]}…"
