"""Facets of the explorer against counts of the records themselves."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from explored import explored
from recordsets import article, dataset

from ogpnews.dataset import Dataset, Record
from ogpnews.explore.counts import ALL, counted
from ogpnews.explore.facets import LISTED
from ogpnews.explore.overview import overview
from ogpnews.formats import Options, sqlite
from ogpnews.items import Region

Values = Callable[[Record], list[str]]
VALUES: dict[str, Values] = {
    "province": lambda record: [r["code"][:2] for r in record["regions"] if r["primary"]],
    "region": lambda record: [r["code"] for r in record["regions"] if r["code"]],
    "outlet": lambda record: [record["outlet"]],
    "body": lambda record: record["government"]["bodies"],
    "topic": lambda record: record["topics"],
    "origin": lambda record: [record["origin"]],
    "month": lambda record: [record["published"][:7]] if record["published"] else [],
}
FILTERS: dict[str, Callable[[Record], bool]] = {
    "": lambda _: True,
    "where outlet = :p0": lambda record: record["outlet"] == "sinarjateng",
    "where published_day >= :p1": lambda record: (record["published"] or "") >= "2026-11-05",
    "where id IN (SELECT article FROM article_topics WHERE topic = :p2)":
        lambda record: "perdagangan" in record["topics"],
    "where rowid in (select rowid from articles_fts where articles_fts match :p3)":
        lambda record: "pasar" in f"{record['title']} {record['text']}".casefold().split(),
    "where outlet = :p4": lambda _: False,
}  # fmt: skip
"""As Datasette writes them → what they mean."""
PARAMETERS = {
    "p0": "sinarjateng",
    "p1": "2026-11-05",
    "p2": "perdagangan",
    "p3": "pasar",
    "p4": "nobody",
}
BANJAR = [Region(None, "Banjar", "", False, [], ["63.03", "32.79"]),
          Region("32.79", "Kota Banjar", "city"), Region("33", "Jawa Tengah", "province", True)]  # fmt: skip


@pytest.fixture(scope="module")
def filled(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[sqlite3.Connection, list[Record]]]:
    """The database as it is served, and its records."""
    folder = explored(tmp_path_factory.mktemp("counts"), more=9)
    dataset(folder, [article(200, outlet="", published=None, regions=BANJAR, topics=[])])
    records = list(Dataset(folder).records())
    file = folder / "out.sqlite"
    sqlite.write(records, file, Options())
    with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as base:
        yield base, records


@pytest.mark.parametrize("where", FILTERS)
def test_facets(filled: tuple[sqlite3.Connection, list[Record]], where: str) -> None:
    base, records = filled
    sql = f"select id, title from articles {where}"  # noqa: S608  # our words
    found = counted(base, sql, PARAMETERS, ALL, 10_000)
    chosen = [record for record in records if FILTERS[where](record)]
    for name in LISTED:
        expected = Counter(value for record in chosen for value in set(VALUES[name](record)))
        assert dict(found[name]) == expected, name
        assert [count for _, count in found[name]] == [expected[value] for value, _ in found[name]]


def test_what_takes_too_long_is_left_out(filled: Any) -> None:
    class Slow:
        """A connection on which everything is interrupted."""

        def set_progress_handler(self, *_: Any) -> None: ...

        def executescript(self, _sql: str) -> None:
            raise sqlite3.OperationalError("interrupted")

    assert counted(Slow(), "select id from articles", {}, 9, 1) == {}  # type: ignore[arg-type]  # no more is asked of it


def test_the_start_page_counts_outlets_by_their_names(
    filled: tuple[sqlite3.Connection, list[Record]],
) -> None:
    base, records = filled
    start = overview(base)
    assert start["articles"] == len(records)
    assert start["outlets"] == len({record["outlet"] for record in records} - {""})


def test_files_of_explorers_before_are_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables and indexes are part of what the file hangs on."""
    from ogpnews.explore import stored
    from ogpnews.outlets import Catalogue

    made = Dataset(explored(tmp_path / "set"))
    before = stored.state(made, Catalogue([]))
    (tmp_path / "sqlite").mkdir()
    (tmp_path / "sqlite" / "tables.sql").write_text("CREATE TABLE other (x);", encoding="utf-8")
    monkeypatch.setattr(stored, "DATA", tmp_path)
    assert stored.state(made, Catalogue([])) != before
