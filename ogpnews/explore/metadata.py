"""What Datasette is told of the database: titles, meanings of columns, order, limits."""

from typing import Any

from ogpnews.columns import COLUMNS
from ogpnews.dictionary import meaning
from ogpnews.explore.words import Words

_MADE = {
    "published_month": "Month of publication, YYYY-MM, local to the outlet",
    "newest": "published and id: an order without ties",
}
_LABELS = {"articles": "title", "outlets": "name", "regions": "name"}


def metadata(words: Words) -> dict[str, Any]:
    """Datasette's metadata: every table described, articles sorted newest first."""
    tables: dict[str, dict[str, Any]] = {
        name: {"description": said} for name, said in words.texts["described"].items()
    }
    for name, column in _LABELS.items():
        tables[name]["label_column"] = column
    tables["articles"] |= {
        "columns": meanings(), "sort_desc": "newest", "size": 25, "fts_table": "articles_fts",
    }  # fmt: skip
    texts = words.texts
    return {
        "title": texts["title"],
        "description": texts["intro"],
        "databases": {"ogpnews": {"title": texts["tables"], "tables": tables}},
    }


def meanings() -> dict[str, str]:
    """Column of `articles` → what it means: the column's own words, else those of the record."""
    return {**{column.name: meaning(column) for column in COLUMNS}, **_MADE}


def settings(*, public: bool) -> dict[str, Any]:
    """Datasette's settings; `public`: others may ask, too."""
    return {
        "default_page_size": 50,
        "sql_time_limit_ms": 1000 if public else 10_000,
        "facet_time_limit_ms": 1000 if public else 3000,
        "suggest_facets": False,
        "allow_download": not public,
        "max_csv_mb": 100 if public else 0,
        "truncate_cells_html": 300,
    }
