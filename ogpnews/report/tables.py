"""Tables of the report: what stands in them, before it is HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ogpnews.report.texts import Texts

NAMES, GROUPS = 25, 100
"""Rows of a table of names, and of one of outlets or provinces."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: kind is name, text, number, bar, share, heat, of, day or names.

    Cells of a share, a heat and an of are pairs: part, whole. A name heads its row.
    """

    label: str
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class Table:
    """One table, its rows as long as its columns."""

    name: str
    """Its id on the page, and the key of its caption unless `caption` says it."""
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    total: Sequence[Any] = ()
    """A row for all, which is not sorted."""
    more: int = 0
    """Rows that were left out."""
    sequence: bool = False
    """Whether its names have an order of their own, that of the rows, which is not the alphabet's."""

    @property
    def most(self) -> int:
        """The longest bar."""
        places = [place for place, column in enumerate(self.columns) if column.kind == "bar"]
        return max((row[place] for row in self.rows for place in places), default=0)


def table(
    t: Texts,
    name: str,
    columns: Iterable[tuple[str, str]],
    rows: Sequence[Sequence[Any]],
    most: int = NAMES,
    total: Sequence[Any] = (),
) -> Table:
    """A table of the first `most` rows.

    Columns are pairs: a text – its dotted key, or one of the group `column` – and a kind.
    """
    heads = [Column(t(key if "." in key else f"column.{key}"), kind) for key, kind in columns]
    return Table(name, t(f"caption.{name}"), heads, rows[:most], total, max(0, len(rows) - most))


def ranking(
    t: Texts, name: str, column: str, counts: Mapping[str, int], whole: int, group: str = ""
) -> Table:
    """Names by number of articles; `group`: the texts that know what the names are called."""
    rows = [
        (t.label(group, key) if group else key, articles, (articles, whole))
        for key, articles in ordered(counts)
    ]
    columns = ((column, "name"), ("articles", "bar"), ("share", "share"))
    return table(t, name, columns, rows)


def ordered(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Most first; of the same number by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
