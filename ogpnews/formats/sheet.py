"""Rows of typed cells in a sheet of XlsxWriter."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ogpnews.columns import BOOLEAN, DAY, INTEGER, MOMENT, NUMBER, Column, values
from ogpnews.dataset import Record
from ogpnews.errors import UsageError
from ogpnews.formats.cells import day, flat, moment

ROWS = 1_048_576
"""Rows of a sheet, the head included: what spreadsheets open."""
CHARACTERS = 32_767
"""UTF-16 units of a cell, likewise."""
CUT = " … [cut]"
"""End of a text that was longer."""
_WIDTHS = {"title": 60, "text": 80, "url": 40, "published": 26, DAY: 12, MOMENT: 20}
_PATTERNS = {DAY: "yyyy-mm-dd", MOMENT: "yyyy-mm-dd hh:mm:ss"}


class Sheet:
    """The table of articles: a head that stays, a filter on each column, dates as dates."""

    def __init__(self, book: Any, columns: tuple[Column, ...]) -> None:
        """`book` is an xlsxwriter.Workbook."""
        self.columns, self.cut, self.rows = columns, 0, 0
        self.sheet = head(book, "articles", [column.name for column in columns])
        self._formats = {
            kind: book.add_format({"num_format": pattern}) for kind, pattern in _PATTERNS.items()
        }
        for place, column in enumerate(columns):
            width = _WIDTHS.get(column.name) or _WIDTHS.get(column.kind, 16)
            self.sheet.set_column(place, place, width)

    def fill(self, records: Iterable[Record]) -> None:
        """UsageError for more records than a sheet has rows."""
        for record in records:
            self.rows += 1
            if self.rows >= ROWS:
                raise UsageError(
                    f"over {ROWS - 1:,} rows are more than a spreadsheet opens; "
                    "take fewer with --since, --region, … or --limit, or -f parquet"
                )
            for place, value in enumerate(values(self.columns, record)):
                if value is not None:
                    self._write(place, self.columns[place], value)
        self.sheet.autofilter(0, 0, self.rows, len(self.columns) - 1)

    def _write(self, place: int, column: Column, value: Any) -> None:
        if column.kind in _PATTERNS:
            when = day(value) if column.kind == DAY else moment(value)
            if when and when.year >= 1900:  # the first year of spreadsheets
                self.sheet.write_datetime(self.rows, place, when, self._formats[column.kind])
                return
        if column.kind in (INTEGER, NUMBER):
            self.sheet.write_number(self.rows, place, value)
        elif column.kind == BOOLEAN:
            self.sheet.write_boolean(self.rows, place, value)
        elif text := flat(column, value):
            self.sheet.write_string(self.rows, place, self._short(text))

    def _short(self, text: str) -> str:
        if len(text) <= CHARACTERS // 2:  # however many units a character has
            return text
        units = text.encode("utf-16-le")
        if len(units) <= 2 * CHARACTERS:
            return text
        self.cut += 1
        return units[: 2 * (CHARACTERS - len(CUT))].decode("utf-16-le", "ignore") + CUT


def head(book: Any, name: str, names: Sequence[str]) -> Any:
    """A new sheet with bold names in a first row that stays in sight."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bottom": 1})
    for place, title in enumerate(names):
        sheet.write_string(0, place, title, bold)
    sheet.freeze_panes(1, 0)
    return sheet


def plain(book: Any, name: str, names: Mapping[str, int], rows: Iterable[Iterable[object]]) -> None:
    """A sheet of texts and numbers; names of its columns → their widths."""
    sheet = head(book, name, list(names))
    for place, width in enumerate(names.values()):
        sheet.set_column(place, place, width)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, place, value)
            else:
                sheet.write_string(number, place, str(value))
