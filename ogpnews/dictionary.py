"""The data dictionary: what each column of the table is, for people."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ogpnews.columns import BOOLEAN, DAY, INTEGER, JSON, LIST, MOMENT, NUMBER, TEXT, Column

KINDS: Mapping[str, str] = {
    TEXT: "text",
    INTEGER: "whole number",
    NUMBER: "number",
    BOOLEAN: "true or false",
    DAY: "day",
    MOMENT: "instant, UTC",
    LIST: "list of texts",
    JSON: "list of objects",
}
"""Kind of a column, in words."""


class Entry(NamedTuple):
    """One line of the dictionary."""

    column: str
    type: str
    meaning: str


def entries(columns: Iterable[Column]) -> Iterator[Entry]:
    """The dictionary of some columns, in their order."""
    for column in columns:
        yield Entry(column.name, KINDS[column.kind], meaning(column))


def meaning(column: Column) -> str:
    """Its own words, or those of the record's field of that name."""
    return column.meaning or _fields()[column.name]


def markdown(columns: Iterable[Column]) -> str:
    """The dictionary as a table in Markdown."""
    lines = ["| column | type | meaning |", "|---|---|---|"]
    for name, kind, text in entries(columns):
        cell = text.replace("|", r"\|")
        lines.append(f"| `{name}` | {kind} | {cell} |")
    return "\n".join(lines) + "\n"


@cache
def _fields() -> Mapping[str, str]:
    from ogpnews.schema import schema  # reads the source of items.py: only for a dictionary

    return {name: node["description"] for name, node in schema()["properties"].items()}
