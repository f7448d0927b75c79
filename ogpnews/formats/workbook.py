"""A workbook: the table, its data dictionary, and where the rows came from."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ogpnews.dataset import Record
from ogpnews.dictionary import entries
from ogpnews.formats import Options
from ogpnews.formats.libraries import needed
from ogpnews.formats.sheet import CHARACTERS, Sheet, plain
from ogpnews.formats.sources import Sources
from ogpnews.formats.whole import whole

_SETTINGS = {
    "constant_memory": True,  # row by row onto the disk
    "strings_to_formulas": False,  # records are hostile input
    "strings_to_urls": False,
    "strings_to_numbers": False,  # 33.10 is a code
    "remove_timezone": True,  # spreadsheets know none; the column's name says UTC
    "use_zip64": True,
}


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """The number of rows; UsageError without XlsxWriter, or for more rows than a sheet holds."""
    sources = Sources(records, options.catalogue)
    with whole(target) as part, _book(part) as book:
        sheet = Sheet(book, options.columns)
        sheet.fill(sources)
        notes = dict(options.about)
        if sheet.cut:
            notes["cut"] = (
                f"{sheet.cut} cells had over {CHARACTERS:,} characters and were cut; "
                "Parquet, CSV and JSON Lines have them whole"
            )
            options.say(f"{target}: {notes['cut']}")
        dictionary = {"column": 24, "type": 16, "meaning": 100}
        plain(book, "columns", dictionary, entries(options.columns))
        plain(book, "about", {"what": 24, "value": 100}, notes.items())
        listed = {"outlet": 24, "name": 30, "url": 40, "network": 14, "rights": 16}
        plain(book, "sources", {**listed, "rows": 10, "withheld": 10}, sources.table())
    return sheet.rows


@contextmanager
def _book(part: Path) -> Iterator[Any]:
    """An xlsxwriter.Workbook whose scratch files lie beside it, and go with it."""
    xlsxwriter = needed("xlsxwriter", "a workbook")
    with TemporaryDirectory(prefix=part.name, dir=part.parent) as scratch:
        book = xlsxwriter.Workbook(str(part), {**_SETTINGS, "tmpdir": scratch})
        try:
            yield book
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(*error.args) from error
        finally:
            for sheet in book.worksheets():
                with suppress(OSError):  # a full disk: said already
                    sheet._opt_close()
