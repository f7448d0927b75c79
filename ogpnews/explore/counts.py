"""Counts beside the list of articles, and the filters behind them.

Datasette's own facets read every row for lists; these count link tables by their indexes.
"""

from typing import Any, ClassVar

from ogpnews.explore.facets import FACETS, LISTED

SHOWN, ALL = 8, 1000
"""Values of one facet that a page lists at first, and on demand."""


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
        from datasette.database import QueryInterrupted

        found: list[dict[str, Any]] = []
        late: list[str] = []
        if self.about["table"] != "articles" or "_next" in self.request.args:
            return found, late  # behind the first page Datasette's SQL holds the rest alone
        size = ALL if self.request.args.get("_facet_size") == "max" else SHOWN
        params = {**(self.about["params"] or {}), "ogpnews_limit": size + 1}
        every = self.about["sql"].rstrip().endswith("from articles")
        limit = self.ds.setting("facet_time_limit_ms")
        for name in LISTED:
            sql = FACETS[name].sql(self.about["sql"], every=every)
            try:
                rows = await self.ds.execute(
                    self.database, sql, params, truncate=False, custom_time_limit=limit
                )
            except QueryInterrupted:
                late.append(name)
                continue
            values = [{"value": row["value"], "count": row["count"]} for row in rows.rows[:size]]
            found.append(
                {"name": name, "type": self.type, "results": values, "truncated": len(rows) > size}
            )
        return found, late


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
