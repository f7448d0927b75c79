"""What Datasette asks of a plugin: words, filters, pages and headers of the explorer."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from pluggy import HookimplMarker

from ogpnews.explore import article, choices, counts, words
from ogpnews.explore.facets import LISTED
from ogpnews.explore.guard import App, Guard
from ogpnews.explore.overview import overview

hookimpl = HookimplMarker("datasette")


class Explorer:
    """One plugin for one database."""

    __name__ = "ogpnews.explore"

    def __init__(self, path: Path, said: words.Words, hosts: frozenset[str] | None) -> None:
        """`hosts` as Guard has it."""
        self.words, self.hosts = said, hosts
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)) as base:
            self.start = overview(base)
            regions = dict(base.execute("SELECT code, name FROM regions"))
            outlets = dict(base.execute("SELECT id, name FROM outlets"))
        self.labels = {"region": regions, "province": regions, "outlet": outlets}

    @hookimpl
    def asgi_wrapper(self) -> Callable[[App], App]:
        """Headers, hosts."""
        return lambda app: Guard(app, self.hosts)

    @hookimpl
    def register_facet_classes(self) -> list[type]:
        """Counts by link tables."""
        return [counts.Counts]

    @hookimpl
    def handle_exception(self, exception: Exception) -> None:
        """An order or a query that cannot be is the asker's mistake, for which Datasette says 500."""
        from datasette.views.base import DatasetteError

        if isinstance(exception, DatasetteError) and exception.status == 500:
            exception.status = 400

    @hookimpl
    def filters_from_request(self, request: Any, table: str) -> Any:
        """Filters by link tables."""
        from datasette.filters import FilterArguments

        clauses, parameters = counts.chosen(request) if table == "articles" else ([], {})
        return FilterArguments(clauses, parameters)

    @hookimpl
    def prepare_jinja2_environment(self, env: Any) -> None:
        """Filters of the templates."""
        from datasette.utils import tilde_encode

        env.filters |= {
            "web": words.web, "paragraphs": words.paragraphs, "marked": words.marked,
            "plain": words.plain, "moment": self.words.moment, "number": self.words.number,
            "placed": self.words.placed, "listed_in": words.listed, "tilde": tilde_encode,
        }  # fmt: skip
        env.globals |= {
            "w": self.words.texts, "language": self.words.language, "listed": LISTED,
            "start": self.start, "articles_at": choices.ARTICLES, "toggled": choices.toggled,
            "changed": choices.changed, "is_chosen": choices.is_chosen, "label": self.label,
            "has_chosen": choices.has_chosen, "kept": choices.kept,
            "chips": lambda query: choices.chips(query, self.labels, self.words),
        }  # fmt: skip

    @hookimpl
    def extra_css_urls(self) -> list[str]:
        """Our style, after Datasette's."""
        return ["/explore/explore.css"]

    @hookimpl
    def extra_template_vars(self, datasette: Any, database: str | None) -> dict[str, Any]:
        """What templates ask for while they are filled."""
        if database is None:
            return {}
        base = datasette.get_database(database)

        def details(name: str) -> Awaitable[dict[str, Any]]:
            return article.details(base, name)

        def hits(names: list[str], search: str) -> Awaitable[dict[str, str]]:
            return article.hits(base, names, search)

        return {"details": details, "hits": hits}

    def label(self, facet: str, value: Any) -> str:
        """A value of a facet, for people."""
        return choices.label(self.labels, self.words, facet, str(value))
