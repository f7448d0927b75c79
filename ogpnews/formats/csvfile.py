"""CSV as RFC 4180 has it: UTF-8, CRLF, quotes doubled, line breaks kept inside quotes."""

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ogpnews.columns import BOOLEAN, INTEGER, JSON, LIST, NUMBER, values
from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.cells import joined, packed
from ogpnews.formats.whole import whole

GUARD = "'"
"""Stands before text that a spreadsheet would take for a formula."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SUSPECT = frozenset((*_FORMULA, " "))


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """A line of names, then one line a record; the number of records."""
    rows, columns = 0, options.columns
    cells = [_CELLS.get(column.kind, guarded) for column in columns]
    encoding = "utf-8-sig" if options.bom else "utf-8"
    with whole(target) as part, part.open("w", encoding=encoding, newline="") as file:
        lines = csv.writer(file)
        lines.writerow([column.name for column in columns])
        for rows, record in enumerate(records, 1):  # noqa: B007  # the number of the last one
            found = zip(cells, values(columns, record), strict=True)
            lines.writerow([None if value is None else cell(value) for cell, value in found])
    return rows


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula.

    Dates go through here, too: they begin with a digit and stay what they are.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")  # ends a text in R, C and databases
    if text[:1] in _SUSPECT and text.lstrip(" ").startswith(_FORMULA):
        return GUARD + text
    return text


_CELLS: Mapping[str, Callable[[Any], Any]] = {
    LIST: lambda items: guarded(joined(items)),
    JSON: packed,
    BOOLEAN: {True: "TRUE", False: "FALSE"}.get,  # R takes no others
    INTEGER: int,
    NUMBER: float,
}
