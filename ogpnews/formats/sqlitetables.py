"""The tables of the SQLite format: `articles` as the columns say, the others as data/sqlite says."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import orjson

from ogpnews import __version__, columns
from ogpnews.columns import Column
from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.sqliterows import ROWS
from ogpnews.items import SCHEMA_VERSION
from ogpnews.outlets import UNKNOWN, Catalogue, Outlet
from ogpnews.resources import DATA
from ogpnews.runreport import now
from ogpnews.text import regions

_TYPES = {
    columns.INTEGER: "INTEGER", columns.NUMBER: "REAL", columns.BOOLEAN: "BOOLEAN",
    columns.DAY: "DATE", columns.MOMENT: "DATETIME",
}  # fmt: skip
"""Declared types; an ISO date stays its text, whatever the type is called."""
_REFERS = {
    "outlet": "outlets (id)",
    "region_code": "regions (code)",
    "province_code": "regions (code)",
}
_MADE = {
    "published_month": "substr(published_day, 1, 7)",
    "newest": "coalesce(published, '') || ' ' || id",
}
"""Columns that SQLite computes: for facets, and an order without ties."""
_SEARCH = """CREATE VIRTUAL TABLE articles_fts USING fts5
    (title, text, content="articles", tokenize = "unicode61 remove_diacritics 2");
INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', 33554432);"""
"""32 MB of words in memory before they are written: fewer pieces to merge, a fifth less work in all."""


def create(base: sqlite3.Connection, chosen: tuple[Column, ...]) -> tuple[str, ...]:
    """Empty tables; the names of the columns of `articles` that are filled."""
    table = _ordered(chosen)
    lines = [_definition(column) for column in table]
    lines += [f"{name} TEXT AS ({made})" for name, made in _MADE.items()]
    base.execute(f"CREATE TABLE articles ({', '.join(lines)})")
    base.executescript((DATA / "sqlite" / "tables.sql").read_text(encoding="utf-8"))
    every = [(row.code, row.name, row.level, row.province) for row in regions.rows()]
    _into(base, "regions", 4, every)
    return tuple(column.name for column in table)


def insert(base: sqlite3.Connection, records: Sequence[Record], options: Options) -> None:
    """Records into all tables."""
    table = _ordered(options.columns)
    rows = ([*map(_stored, columns.values(table, record))] for record in records)
    _into(base, "articles", len(table), rows)
    for name, (width, read) in ROWS.items():
        _into(base, name, width, (row for record in records for row in read(record, options)))


def finish(base: sqlite3.Connection, names: tuple[str, ...], count: int, options: Options) -> None:
    """Outlets, what is told of the dataset, indexes, views, and the words of the articles."""
    found = [name for (name,) in base.execute("SELECT DISTINCT outlet FROM articles")]
    known = Catalogue.load(options.catalogue).outlets
    rows = (_outlet(name, known.get(name, UNKNOWN)) for name in found)
    _into(base, "outlets", 6, rows)
    said = {"software": f"ogpnews {__version__}", "schema_version": SCHEMA_VERSION,
            "made_at": now(), "articles": str(count), **options.about}  # fmt: skip
    _into(base, "dataset", 2, said.items())
    base.executescript((DATA / "sqlite" / "indexes.sql").read_text(encoding="utf-8"))
    if "text" in names:
        base.executescript(_SEARCH)
        base.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")


def _ordered(chosen: tuple[Column, ...]) -> tuple[Column, ...]:
    """What is long stands last: SQLite reads a row from its start, and no further than it must."""
    return tuple(sorted(chosen, key=lambda c: c.name == "text" or c.kind == columns.JSON))


def _definition(column: Column) -> str:
    key = " PRIMARY KEY NOT NULL" if column.name == "id" else ""
    refers = f" REFERENCES {_REFERS[column.name]}" if column.name in _REFERS else ""
    return f"{column.name} {_TYPES.get(column.kind, 'TEXT')}{key}{refers}"


def _stored(value: Any) -> Any:
    if isinstance(value, str):  # NUL ends a text for many readers of SQLite
        return value.replace("\0", "\ufffd")
    return orjson.dumps(value).decode() if isinstance(value, list | dict) else value


def _outlet(name: str, outlet: Outlet) -> tuple[str | None, ...]:
    at, region = outlet.url or None, outlet.region or None
    return name, outlet.name or name, at, outlet.network, region, outlet.rights


def _into(base: sqlite3.Connection, table: str, width: int, rows: Iterable[Sequence[Any]]) -> None:
    """What a record says twice is stored once; an article that comes twice is an error."""
    how = "INSERT" if table == "articles" else "INSERT OR IGNORE"
    marks = ", ".join("?" * width)
    base.executemany(f"{how} INTO {table} VALUES ({marks})", rows)
