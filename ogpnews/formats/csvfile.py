"""CSV as RFC 4180 has it: UTF-8, CRLF, quotes doubled, line breaks kept inside quotes."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ogpnews.columns import values
from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.cells import flat
from ogpnews.formats.whole import whole

GUARD = "'"
"""Stands before text that a spreadsheet would take for a formula."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WORDS = {True: "true", False: "false"}


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """A line of names, then one line a record; the number of records."""
    rows, columns = 0, options.columns
    encoding = "utf-8-sig" if options.bom else "utf-8"
    with whole(target) as part, part.open("w", encoding=encoding, newline="") as file:
        lines = csv.writer(file)
        lines.writerow([column.name for column in columns])
        for rows, record in enumerate(records, 1):  # noqa: B007  # the number of the last one
            found = zip(columns, values(columns, record), strict=True)
            lines.writerow([_cell(flat(column, value)) for column, value in found])
    return rows


def _cell(value: Any) -> Any:
    if isinstance(value, str):  # ISO dates begin with a digit: they stay what they are
        return GUARD + value if value.lstrip(" ").startswith(_FORMULA) else value
    return _WORDS[value] if isinstance(value, bool) else value
