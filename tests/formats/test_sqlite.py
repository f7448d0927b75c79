"""The SQLite format: tables, types, references, full-text search; whole or not at all."""

import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from recordsets import article

from ogpnews.columns import COLUMNS
from ogpnews.errors import OgpnewsError
from ogpnews.formats import Options, sqlite
from ogpnews.items import Article, Region

UNKNOWN_CODE = article(7, regions=[Region("99.01", "Antah Berantah", "city", True, ["text"])])
ARTICLES = [article(1), article(2, outlet="sinarjateng", origin="wire"), UNKNOWN_CODE]


def base(folder: Path, articles: list[Article], **options: Any) -> sqlite3.Connection:
    path = folder / "news.sqlite"
    count = sqlite.write(map(asdict, articles), path, Options(**options))
    assert count == len(articles)
    assert [file.name for file in folder.iterdir()] == [path.name]
    return sqlite3.connect(path)


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("PRAGMA application_id", [(sqlite.APPLICATION,)]),
        ("PRAGMA user_version", [(sqlite.VERSION,)]),
        ("PRAGMA foreign_key_check", []),
        ("PRAGMA integrity_check", [("ok",)]),
        ("SELECT DISTINCT published_month FROM articles", [("2026-11",)]),
        ("SELECT typeof(published_day), typeof(government_about), typeof(text) FROM articles LIMIT 1",
         [("text", "integer", "text")]),
        ("SELECT name, rights FROM outlets ORDER BY id", [("lereng", "full"), ("Sinar Jateng", "full")]),
        ("SELECT code, count(*) FROM article_regions GROUP BY code", [("33.74", 2), ("99.01", 1)]),
        ("SELECT name, level FROM regions WHERE code = '33'", [("Jawa Tengah", "province")]),
        ("SELECT count(*) FROM regions WHERE level <> ''", [(38 + 514,)]),
        ("SELECT DISTINCT name, role FROM article_people ORDER BY role",
         [("Ratna Suminar", "author"), ("Bagas Prihatin", "editor")]),
        ("SELECT DISTINCT words FROM article_evidence WHERE concern = 'origin'",
         [("credit: Humas Pemkot Semarang",)]),
        ("SELECT month, region_code, articles, handouts FROM articles_by_month_region ORDER BY 2",
         [("2026-11", "33.74", 2, 1), ("2026-11", "99.01", 1, 1)]),
        ("SELECT value FROM dataset WHERE key = 'articles'", [("3",)]),
        ("SELECT position, credit_type, count(*) FROM images", [(0, "handout", 3)]),
    ],
)  # fmt: skip
def test_what_stands_in_it(tmp_path: Path, sql: str, expected: list[tuple[Any, ...]]) -> None:
    with closing(base(tmp_path, ARTICLES)) as found:
        assert found.execute(sql).fetchall() == expected


def test_columns_are_those_of_every_format(tmp_path: Path) -> None:
    with closing(base(tmp_path, ARTICLES)) as found:
        names = [row[1] for row in found.execute("PRAGMA table_info(articles)")]
    assert sorted(names) == sorted(column.name for column in COLUMNS)


@pytest.mark.parametrize(
    ("words", "hits"), [("lampion", 1), ("LAMPION pasar", 1), ("kelud", 1), ("trembesi", 0)]
)
def test_search_knows_no_case_and_no_accents(tmp_path: Path, words: str, hits: int) -> None:
    one = article(1, title="Kélud tenang")
    sql = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
    with closing(base(tmp_path, [one, UNKNOWN_CODE] if words == "trembesi" else [one])) as found:
        assert found.execute(sql, [words]).fetchall() == [(hits,)]


def test_without_texts_there_is_nothing_to_search(tmp_path: Path) -> None:
    columns = tuple(column for column in COLUMNS if column.name != "text")
    with closing(base(tmp_path, ARTICLES, columns=columns)) as found:
        names = [name for (name,) in found.execute("SELECT name FROM sqlite_schema")]
    assert "articles_newest" in names
    assert "articles_fts" not in names


def test_copies(tmp_path: Path) -> None:
    said = {"cluster": "c1", "cluster_size": 2, "first_published": "2026-11-02", "copy_ratio": 0.97}
    with closing(base(tmp_path, ARTICLES, copies={ARTICLES[0].id: said})) as found:
        rows = found.execute("SELECT * FROM copies").fetchall()
    assert rows == [(ARTICLES[0].id, *said.values())]


def test_articles_without_an_address_are_all_there(tmp_path: Path) -> None:
    target = tmp_path / "t.sqlite"
    made = [asdict(article(number, id="", url=None)) for number in (1, 2)]
    assert sqlite.write(iter([*made, asdict(article(3))]), target, Options()) == 3
    with closing(sqlite3.connect(target)) as base:
        ids = {name for (name,) in base.execute("SELECT id FROM articles")}
        assert ids == {"no-address-1", "no-address-2", article(3).id}
        assert base.execute("SELECT count(DISTINCT article) FROM article_tags").fetchone() == (3,)


def test_twice_the_same_article(tmp_path: Path) -> None:
    with pytest.raises(OgpnewsError, match=r"twice .* ogpnews verify"):
        sqlite.write(map(asdict, [article(1), article(1)]), tmp_path / "news.sqlite", Options())
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(OgpnewsError, match=r"news\.sqlite: cannot be written"):
        sqlite.write([asdict(article(1))], tmp_path / "none" / "news.sqlite", Options())
