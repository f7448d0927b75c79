"""CSV of Datasette, made safe for spreadsheets: what pages wrote must not become a formula."""

import csv
import io
from collections.abc import Iterable

from ogpnews.formats.csvfile import guarded


def guarded_rows(rows: bytes) -> bytes:
    """Whole rows, as Datasette sends them one after another, with text that begins a formula marked."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_row, csv.reader(io.StringIO(rows.decode(), newline=""))))
    return out.getvalue().encode()


def _row(cells: Iterable[str]) -> list[str]:
    return [cell if _number(cell) else guarded(cell) for cell in cells]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
