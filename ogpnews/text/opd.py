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
        """All ways to write it, casefolded, with and without the commas of a list."""
        name = self.name.casefold()
        return (name, name.replace(",", ""), name.replace(", dan", " dan"), *self.written)

    @property
    def heads(self) -> tuple[str, ...]:
        """How its head is called for short: `kadinkes`, `kadishub`, `kadis kesehatan`."""
        short = [f"ka{word}" for word in self.written if word.startswith("di") and word.isalpha()]
        dinas = f"{DINAS.casefold()} "
        return (
            *short,
            *(f"kadis {name.removeprefix(dinas)}" for name in self.names if name.startswith(dinas)),
        )


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
