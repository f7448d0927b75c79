"""`ogpnews.frame`: a dataset in pandas."""

import sys
from pathlib import Path

import pandas as pd
import pytest
from recordsets import article, dataset

import ogpnews
from ogpnews.columns import COLUMNS
from ogpnews.errors import UsageError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    bare = article(2, published=None, published_utc=None, regions=[], images=[], tags=[])
    return dataset(tmp_path, [article(1), bare, article(3, outlet="antara")])


def test_types_are_those_of_pandas(folder: Path) -> None:
    table = ogpnews.frame(folder)
    assert list(table.columns) == [column.name for column in COLUMNS]
    kinds = {name: str(kind) for name, kind in table.dtypes.items()}
    assert kinds["title"] == kinds["region_code"] == kinds["published"] == "string"
    assert kinds["published_day"].startswith("datetime64[")
    assert kinds["published_utc"].endswith(", UTC]")
    assert (kinds["government_about"], kinds["text_withheld"]) == ("boolean", "boolean")
    assert kinds["pages"] == "Int64"
    by_id = table.set_index("title")
    bare = by_id.loc["Pemkot Semarang Buka Pasar Nomor 2"]
    assert bare[["published_day", "published_utc", "region_code", "image_url"]].isna().all()
    assert bare["tags"] == bare["regions"] == []
    full = by_id.loc["Pemkot Semarang Buka Pasar Nomor 1"]
    assert full["published_day"] == pd.Timestamp("2026-11-02")
    assert full["published_utc"] == pd.Timestamp("2026-11-02T02:30Z")
    assert full["tags"] == ["pasar", "Semarang"]
    assert full["regions"][0]["code"] == "33.74"


def test_filters_and_rights_are_those_of_the_command(folder: Path) -> None:
    assert len(ogpnews.frame(folder, region="33.74", since="2026-11-01")) == 2
    assert list(ogpnews.frame(folder, outlet=["antara"]).text) == [""]
    assert ogpnews.frame(folder, outlet="antara", with_reserved_text=True).text[0] != ""
    assert list(ogpnews.frame(folder, metadata_only=True).text_withheld) == [True] * 3
    assert len(ogpnews.frame(folder, limit=2)) == 2


def test_no_article_is_an_empty_table(folder: Path) -> None:
    table = ogpnews.frame(folder, region="Bali")
    assert table.shape == (0, len(COLUMNS))
    assert str(table.published_utc.dtype).endswith(", UTC]")


def test_mistakes_are_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="no dataset"):
        ogpnews.frame(folder / "gone")
    with pytest.raises(UsageError, match="did you mean"):
        ogpnews.frame(folder, outlet="antra")
    with pytest.raises(TypeError, match="regoin"):
        ogpnews.frame(folder, regoin="33")
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'ogpnews\[tables\]'"):
        ogpnews.frame(folder)
