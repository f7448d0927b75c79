"""Parquet in DuckDB and pandas: types and values come back."""

from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from formats.hostile_rows import LONG, NAMES, TITLES, place, written

from ogpnews.formats import Options


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("parquet") / "t.parquet", "parquet", Options())


def test_parquet_keeps_types_in_duckdb(path: Path) -> None:
    table = duckdb.read_parquet(str(path))
    types = dict(zip(table.columns, map(str, table.types), strict=True))
    assert table.columns == NAMES
    assert types["published_day"] == "DATE"
    assert types["published_utc"] == types["fetched_at"] == "TIMESTAMP WITH TIME ZONE"
    assert types["authors"] == types["region_codes"] == "VARCHAR[]"
    assert (types["government_about"], types["pages"]) == ("BOOLEAN", "BIGINT")
    assert types["images"].startswith("STRUCT(url VARCHAR, caption VARCHAR")
    assert types["images"].endswith("[]")
    assert [row[0] for row in table.select("title").fetchall()] == TITLES


def test_parquet_keeps_values_in_pandas(path: Path) -> None:
    table = pd.read_parquet(path)
    assert list(table.title) == TITLES
    assert table.text[place("long")] == LONG
    assert table.published_day[0] == date(2026, 11, 1)
    assert table.published_utc[0] == datetime(2026, 11, 1, 2, 30, tzinfo=UTC)
    bare = table.iloc[place("bare")]
    assert bare[["published", "published_day", "region_code", "image_url"]].isna().all()
    assert pd.isna(table.published_utc[place("day")])
    assert table.published_day[place("day")] == date(2026, 11, 20)
    assert table.regions[0][0]["code"] == "33.74"
    assert list(table.authors[place("lists")]) == ["Ratna; Suminar", "Bagas, S.Pd."]
