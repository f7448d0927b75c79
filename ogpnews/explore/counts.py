"""Counts beside the list of articles, and the filters behind them.

Datasette's own facets read every row for lists, and ask for the same articles once a facet; these
put the chosen articles into one temporary table and count link tables by their indexes.
"""

import sqlite3
from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

from ogpnews.explore.facets import CHOSEN, FACETS, LISTED

SHOWN, ALL = 8, 1000
"""Values of one facet that a page lists at first, and on demand."""
_OWN = ", ".join(FACETS[name].column for name in LISTED if not FACETS[name].linked)
_FILL = (
    f"CREATE TEMP TABLE {CHOSEN} AS SELECT id, {_OWN} "  # noqa: S608  # our names
    "FROM articles INDEXED BY articles_facets WHERE rowid IN (SELECT rowid FROM articles"
)
"""Before a WHERE clause. The index holds all of these columns: no row with its text is read."""


class Counts:
    """A kind of facet for Datasette, which makes one for each request."""

    type: ClassVar = "ogpnews"

    def __init__(self, ds: Any, request: Any, database: str, **about: Any) -> None:
        """`about`: sql, params, table, metadata, row_count, as Datasette's own facets take them."""
        self.ds, self.request, self.database, self.about = ds, request, database, about

    async def suggest(self) -> list[Any]:
        """Nothing: what can be counted is counted."""
        return []

    async def facet_results(self) -> tuple[list[dict[str, Any]], list[str]]:
        """Counts of each facet, and the names of those that took too long."""
        if self.about["table"] != "articles" or "_next" in self.request.args:
            return [], []  # behind the first page Datasette's SQL holds the rest alone
        size = ALL if self.request.args.get("_facet_size") == "max" else SHOWN
        asked = partial(
            counted, articles=self.about["sql"], params=self.about["params"] or {}, most=size + 1,
            limit=self.ds.setting("facet_time_limit_ms"),
        )  # fmt: skip
        rows = await self.ds.get_database(self.database).execute_fn(asked)
        found = [
            {"name": name, "type": self.type, "truncated": len(counts) > size,
             "results": [{"value": value, "count": count} for value, count in counts[:size]]}
            for name, counts in rows.items()
        ]  # fmt: skip
        return found, [name for name in LISTED if name not in rows]


def counted(
    base: sqlite3.Connection, articles: str, params: Mapping[str, Any], most: int, limit: int
) -> dict[str, list[tuple[str, int]]]:
    """Facet → values and counts among the articles of a SELECT; without facets that took over `limit` ms."""
    from datasette.utils import sqlite_timelimit

    found: dict[str, list[tuple[str, int]]] = {}
    where = articles.partition("from articles")[2]
    every = not where.strip()
    try:
        with sqlite_timelimit(base, limit):
            base.executescript(f"DROP TABLE IF EXISTS temp.{CHOSEN}")
            if not every:
                base.execute(_FILL + where + ")", params)
                base.execute(f"CREATE UNIQUE INDEX temp.{CHOSEN}_id ON {CHOSEN} (id)")
        for name in LISTED:
            with sqlite_timelimit(base, limit):
                rows = base.execute(FACETS[name].sql(every=every), {"ogpnews_limit": most})
                found[name] = [(row[0], row[1]) for row in rows]
    except sqlite3.OperationalError as error:
        if error.args != ("interrupted",):
            raise
    return found


def chosen(request: Any) -> tuple[list[str], dict[str, str]]:
    """WHERE clauses and parameters of the link tables that a request asks for."""
    asked = [
        (facet, value)
        for facet in FACETS.values()
        if facet.linked
        for value in request.args.getlist(facet.parameter)
    ]
    clauses = [facet.where(number) for number, (facet, _) in enumerate(asked)]
    return clauses, {f"ogpnews_{number}": value for number, (_, value) in enumerate(asked)}
