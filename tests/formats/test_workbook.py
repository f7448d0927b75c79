"""A workbook: typed cells, nothing that acts, and what does not fit is said."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from formats.hostile_rows import HARD, NAMES, place, records, written

from ogpnews.errors import UsageError
from ogpnews.formats import Options, sheet
from ogpnews.formats.target import writer


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("xlsx") / "t.xlsx", "xlsx", Options())


def test_workbook_has_typed_cells(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["articles", "columns", "about", "sources"]
    sheet = book["articles"]
    rows: list[dict[str, Any]] = [
        dict(zip(NAMES, row, strict=True)) for row in sheet.iter_rows(min_row=2)
    ]
    assert [cell.value for cell in sheet[1]] == NAMES
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:AW{len(HARD) + 1}")
    assert rows[0]["published_day"].value == datetime(2026, 11, 1, tzinfo=UTC).replace(tzinfo=None)
    assert rows[0]["published_day"].is_date
    assert rows[0]["published_utc"].value == datetime(2026, 11, 1, 2, 30, tzinfo=UTC).replace(
        tzinfo=None
    )
    assert rows[0]["government_about"].value is True
    assert rows[0]["pages"].value == 1
    assert rows[0]["region_code"].value == "33.74"
    assert rows[place("bare")]["published_day"].value is None
    for name in ("quotes", "emoji", "formula", "signs", "number"):
        cell = rows[place(name)]["title"]
        assert (cell.value, cell.data_type) == (HARD[name]["title"], "s")
    assert {cell.data_type for row in rows for cell in row.values()} <= {
        "s",
        "n",
        "d",
        "b",
        "inlineStr",
    }
    assert [cell.hyperlink for row in rows for cell in row.values() if cell.hyperlink] == []


def test_workbook_says_what_it_cut(tmp_path: Path) -> None:
    said: list[str] = []
    writer("xlsx")(iter(records()), tmp_path / "t.xlsx", Options(say=said.append))
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    cell = book["articles"].cell(2 + place("long"), 1 + NAMES.index("text"))
    assert len(cell.value.encode("utf-16-le")) // 2 == 32_767
    assert cell.value.endswith("[cut]")
    assert len(said) == 1
    assert "1 cells had over 32,767 characters" in said[0]
    assert ("cut", said[0].partition(": ")[2]) in list(book["about"].iter_rows(values_only=True))


def test_more_rows_than_a_sheet_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "ROWS", len(HARD))
    with pytest.raises(UsageError, match=r"more than a spreadsheet opens.*parquet"):
        writer("xlsx")(iter(records()), tmp_path / "t.xlsx", Options())
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(sheet, "ROWS", len(HARD) + 1)
    assert writer("xlsx")(iter(records()), tmp_path / "t.xlsx", Options()) == len(HARD)
