"""CSV in pandas, DuckDB and plain readers; nothing in it is a formula."""

import csv
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from formats.hostile_rows import HARD, LONG, NAMES, TITLES, place, written

from ogpnews.formats import Options


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("csv") / "t.csv", "csv", Options(bom=True))


def test_csv_in_pandas(path: Path) -> None:
    codes = {"region_code": "string", "province_code": "string", "title": "string"}
    table = pd.read_csv(path, dtype=codes, parse_dates=["published_day", "published_utc"])
    assert list(table.columns) == NAMES  # the byte-order mark is no part of the first one
    assert list(table.title.str.removeprefix("'")) == [
        said.replace("\0", "\ufffd") for said in TITLES
    ]
    assert str(table.published_day.dtype).startswith("datetime64")
    assert table.published_utc.dtype.tz is not None
    assert table.government_about.dtype == bool
    assert table.region_code[0] == "33.74"
    assert table.authors[place("lists")] == "Ratna, Suminar; Bagas, S.Pd."


def test_csv_in_duckdb(path: Path) -> None:
    table = duckdb.read_csv(str(path))
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    assert types["published_day"] == "DATE"
    assert types["published_utc"] == "TIMESTAMP WITH TIME ZONE"
    assert (types["government_about"], types["pages"]) == ("BOOLEAN", "BIGINT")
    assert len(table) == len(HARD)
    assert table.fetchall()[place("long")][NAMES.index("text")] == LONG


def test_csv_is_no_formula_anywhere(path: Path) -> None:
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,url,")
    assert raw.count(b"\r\n") == len(HARD) + 1
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    cells = [cell for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@")] == []
    assert rows[place("signs")]["tags"] == "'+62; @warga; =1+1"
    assert rows[0]["published_day"] == "2026-11-01"
    assert rows[0]["region_code"] == "33.74"
    assert rows[0]["government_about"] == "TRUE"
