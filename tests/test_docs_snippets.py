"""Snippets of docs/export.md do what they say, word for word."""

import re
from pathlib import Path
from typing import Any

import pytest
from recordsets import article, dataset

from ogpnews import cli
from ogpnews.items import Region

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """Fenced blocks of the page in a language."""
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dataset `out/`, and `news.parquet` and `news.csv` beside it."""
    klaten = Region("33.10", "Kabupaten Klaten", "regency", True)
    dataset(tmp_path / "out", [article(1), article(2, regions=[klaten], title="=Judul")])
    monkeypatch.chdir(tmp_path)
    for name in ("news.parquet", "news.csv"):
        assert cli.main(["export", "out", "-o", name]) == 0
    return tmp_path


@pytest.mark.usefixtures("exported")
def test_python() -> None:
    names: dict[str, Any] = {}
    for block in blocks("python"):
        if "datasets" not in block:  # another library, not at hand
            exec(block, names)  # noqa: S102  # our own page
    news = names["news"]  # of news.csv
    assert sorted(news.region_code) == ["33.10", "33.74"]
    (undone,) = re.findall(r"`(news\.title\.str\.replace\(.*?\))`", TEXT)
    assert "=Judul" in list(eval(undone, names))  # noqa: S307


@pytest.mark.usefixtures("exported")
def test_sql() -> None:
    duckdb = pytest.importorskip("duckdb")
    statements = [part for block in blocks("sql") for part in block.split(";") if part.strip()]
    assert len(statements) == 3
    found = [duckdb.sql(statement).fetchall() for statement in statements]
    assert sorted(found[0]) == [("Kabupaten Klaten", 1), ("Kota Semarang", 1)]
    assert found[1] == [("perdagangan", 2)]
    assert "33.10" in [cell for row in found[2] for cell in row]
