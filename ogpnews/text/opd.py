"""Organisasi perangkat daerah: offices of a regional government and their urusan."""

from functools import cache
from typing import NamedTuple

from ogpnews.resources import table

DINAS = "Dinas"
"""An office whose name is not in the table; what it is for follows in the text."""


class Opd(NamedTuple):
    """One kind of office, as many governments have it."""

    name: str
    """As normalised: the full name, or the short form where everybody uses that."""
    written: tuple[str, ...]
    """Other ways to write it, casefolded."""
    urusan: tuple[str, ...]
    """Slugs as in data/lexicon/topics.toml; empty for offices that serve the government itself."""

    @property
    def names(self) -> tuple[str, ...]:
        """All ways to write it, casefolded, with and without the comma of a list."""
        name = self.name.casefold()
        return (name, name.replace(",", ""), *self.written)

    @property
    def heads(self) -> tuple[str, ...]:
        """How its head is called in one word: `kadinkes`, `kadishub`."""
        return tuple(f"ka{w}" for w in self.written if w.startswith("di") and w.isalpha())


@cache
def rows() -> tuple[Opd, ...]:
    """All rows of the table."""
    return tuple(
        Opd(row["opd"], tuple(row["written"].split(";")), tuple(row["urusan"].split()))
        for row in table("opd_urusan")
    )


@cache
def urusan() -> dict[str, tuple[str, ...]]:
    """Name of an office → its urusan."""
    return {row.name: row.urusan for row in rows()}
