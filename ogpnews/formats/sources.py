"""Where the rows of a table come from: outlets with their rights, counted as the rows pass."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ogpnews.columns import text_withheld
from ogpnews.dataset import Record
from ogpnews.outlet import UNKNOWN
from ogpnews.outlets import Catalogue


class Source(NamedTuple):
    """One outlet among the rows."""

    outlet: str
    name: str
    url: str
    network: str
    rights: str
    """full or metadata-only, as the catalogue has it; empty for an outlet that it does not know."""
    rows: int
    withheld: int
    """Rows whose text was left out."""


class Sources:
    """Passes records on and counts them by outlet."""

    def __init__(self, records: Iterable[Record], catalogue: Path | None = None) -> None:
        self._records, self._catalogue = records, catalogue
        self._rows, self._withheld = Counter[str](), Counter[str]()
        self.languages = Counter[str]()

    def __iter__(self) -> Iterator[Record]:
        for record in self._records:
            self._rows[record["outlet"]] += 1
            self._withheld[record["outlet"]] += text_withheld(record)
            self.languages[record["language"] or ""] += 1
            yield record

    def table(self) -> list[Source]:
        """Outlets by id."""
        catalogue = Catalogue.load(self._catalogue).outlets
        return [
            Source(
                outlet, known.name, known.url, known.network or "", known.rights if known.id else "",
                rows, self._withheld[outlet],
            )
            for outlet, rows in sorted(self._rows.items())
            for known in (catalogue.get(outlet, UNKNOWN),)
        ]  # fmt: skip
