"""Every table and figure of the report against counts by DuckDB over the record files."""
# ruff: noqa: S608  # SQL of our own words alone

from collections.abc import Callable
from typing import Any

import pytest
from recordsets import article, dataset

from ogpnews.dataset import Dataset
from ogpnews.items import Extraction, Government, Region
from ogpnews.report.census import count
from ogpnews.report.content import Content, content
from ogpnews.report.outlets import ORIGINS
from ogpnews.report.texts import Texts

Ask = Callable[[str], list[Any]]
PRIMARY = "list_filter(regions, lambda r: r.primary)[1].code"
ODD = "date_conflict IS NOT NULL OR len(extraction.warnings) > 0"
CODES = ("33.74", "33.72", "33", "51.71", "91", None)
BODIES = (["Pemkot Solo"], ["Pemkot Solo", "DPRD Solo"], [])
NAMES = {"body": "government.bodies", "office": "government.offices", "topic": "topics"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, Ask]:
    """The content of a report on forty different articles, and DuckDB over their table `a`."""
    duckdb = pytest.importorskip("duckdb")
    folder = dataset(tmp_path_factory.mktemp("figures"), [
        article(
            n, outlet=("", "lereng", "kota", "pantai")[n % 7 % 4], origin=ORIGINS[n % 5],
            regions=[Region(code, "Wilayah", "", True) for code in (CODES[n % 6],) if code],
            government=Government(n % 3 > 0, BODIES[n % 3], ["Wali Kota"][: n % 2]),
            published=None if n % 11 == 0 else f"202{n % 4}-0{1 + n % 9}-03T09:30:00+07:00",
            topics=["pangan", "sosial"][: n % 3], rights_notice="Dilarang." if n % 5 == 1 else None,
            extraction=Extraction(warnings=["no body found"] if n % 8 == 1 else []),
        )
        for n in range(1, 41)
    ])  # fmt: skip
    records = Dataset(folder)
    base = duckdb.connect()
    base.execute(
        f"CREATE TABLE a AS SELECT * FROM read_json('{folder}/articles/*/*.jsonl', "
        "dateformat='%Y~', timestampformat='%Y~', sample_size=-1)"
    )
    return (
        content(Texts("en"), count(records, records.records())),
        lambda sql: base.execute(sql).fetchall(),
    )


def test_places(made: tuple[Content, Ask]) -> None:
    shown, ask = made
    found = dict(
        ask(f"SELECT left({PRIMARY}, 2), count(*) FROM a WHERE {PRIMARY} IS NOT NULL GROUP BY 1")
    )
    names = {"33": "Jawa Tengah", "51": "Bali", "91": "Papua"}
    expected = {names[code]: number for code, number in found.items()}
    assert {row[0]: row[1] for row in shown.tables["provinces"].rows if row[1]} == expected
    assert {tile.name: tile.articles for tile in shown.tiles if tile.articles} == expected
    assert len(shown.tiles) == len({tile.label for tile in shown.tiles}) == 38
    covered = ask(f"SELECT count(DISTINCT {PRIMARY}) FROM a WHERE {PRIMARY} LIKE '33.%'")[0][0]
    assert shown.tables["provinces"].rows[0][3] == (covered, 35)
    cities = ask(
        f"SELECT count(*) FROM a WHERE {PRIMARY} LIKE '%.%' GROUP BY {PRIMARY} ORDER BY 1 DESC"
    )
    assert [row[2] for row in shown.tables["regencies"].rows] == [number for (number,) in cities]
    java = ask(f"SELECT 100 * count(*) FILTER ({PRIMARY} LIKE '3%') / count({PRIMARY}) FROM a")[0][
        0
    ]
    assert any(f"{round(java)}%" in said for said in shown.limits if "Java" in said)


def test_time(made: tuple[Content, Ask]) -> None:
    shown, ask = made
    dated, about = "FROM a WHERE published IS NOT NULL", "count(*) FILTER (government.about)"
    months = ask(f"SELECT left(published, 7), count(*), {about} {dated} GROUP BY 1 ORDER BY 1")
    assert [row[1:] for row in shown.timeline.table.rows if row[1]] == [row[1:] for row in months]
    for (panels, _), column in zip(
        shown.timeline.groups, (f"left({PRIMARY}, 2)", "outlet"), strict=True
    ):
        numbers = ask(
            f"SELECT count(*) {dated} AND {column} IS NOT NULL GROUP BY {column} ORDER BY 1 DESC"
        )
        assert sorted((sum(panel.series) for panel in panels), reverse=True) == [
            n for (n,) in numbers
        ]


def test_names_and_origins(made: tuple[Content, Ask]) -> None:
    shown, ask = made
    for table, column in (
        ("bodies", NAMES["body"]),
        ("offices", NAMES["office"]),
        ("topics", NAMES["topic"]),
    ):
        numbers = ask(
            f"SELECT count(*) FROM (SELECT unnest({column}) AS x FROM a) GROUP BY x ORDER BY 1 DESC"
        )
        assert [row[1] for row in shown.tables[table].rows] == [number for (number,) in numbers]
    parts = ", ".join(f"count(*) FILTER (origin = '{origin}')" for origin in ORIGINS)
    for name, number, *origins in ask(f"SELECT outlet, count(*), {parts} FROM a GROUP BY 1"):
        row = next(
            r
            for r in shown.tables["origin_outlets"].rows
            if r[0] == (name or "(not in the catalogue)")
        )
        assert row[1:] == (number, *((part, number) for part in origins))


@pytest.mark.parametrize(
    ("table", "where"), [("reserved", "rights_notice IS NOT NULL"), ("odd", ODD)]
)
def test_outlets_for_which_something_holds(
    made: tuple[Content, Ask], table: str, where: str
) -> None:
    shown, ask = made
    numbers = ask(f"SELECT count(*) FROM a WHERE {where} GROUP BY outlet ORDER BY 1 DESC")
    assert [row[2] for row in shown.tables[table].rows] == [number for (number,) in numbers]
