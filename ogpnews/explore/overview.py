"""What the start page tells: counted once, for the file never changes."""

import sqlite3
from typing import Any

from ogpnews.explore.facets import FACETS

BROWSED = ("province", "topic", "outlet", "month")
_NUMBERS = {
    "articles": "SELECT count(*) FROM articles",
    "outlets": "SELECT count(*) FROM outlets WHERE id <> ''",
    "regions": "SELECT count(DISTINCT code) FROM article_regions",
    "first": "SELECT min(published_day) FROM articles",
    "last": "SELECT max(published_day) FROM articles",
}


def overview(base: sqlite3.Connection) -> dict[str, Any]:
    """Numbers, first and last day, `browse`: facet → the 12 largest (value, count)."""
    found = {name: base.execute(sql).fetchone()[0] for name, sql in _NUMBERS.items()}
    limit = {"ogpnews_limit": 12}
    found["browse"] = {
        name: base.execute(FACETS[name].sql(every=True), limit).fetchall() for name in BROWSED
    }
    found["tables"] = {
        name: base.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608  # its own names
        for (name,) in base.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'articles_fts%'"
        ).fetchall()
    }
    return found
