"""What articles can be chosen by, and the SQL that counts and filters them."""

from collections.abc import Mapping
from dataclasses import dataclass

CHOSEN = "ogpnews_chosen"
"""Temporary table of the articles that are counted."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet of `articles`."""

    name: str
    """Key of `[facets]` in data/explore."""
    parameter: str
    """Of the query string: a column of `articles`, or `_name` of a link table."""
    table: str
    column: str
    order: str = "count DESC, value"

    @property
    def linked(self) -> bool:
        """True where an article may have several values, and several may be asked for."""
        return self.table != "articles"

    def sql(self, *, every: bool) -> str:
        """Rows `value`, `count` among all articles, or those in CHOSEN."""
        source = self.table if every else f"temp.{CHOSEN}"
        if self.linked and not every:
            source = f"{self.table} WHERE article IN (SELECT id FROM temp.{CHOSEN})"  # noqa: S608  # our names
        return (
            f"SELECT {self.column} AS value, count(*) AS count FROM {source} "  # noqa: S608  # our names
            f"GROUP BY value HAVING value IS NOT NULL ORDER BY {self.order} LIMIT :ogpnews_limit"
        )

    def where(self, number: int) -> str:
        """Clause with the parameter `:ogpnews_<number>`, for a link table."""
        return (
            f"id IN (SELECT article FROM {self.table} "  # noqa: S608  # our names
            f"WHERE {self.column} = :ogpnews_{number})"
        )


FACETS: Mapping[str, Facet] = {
    facet.name: facet
    for facet in (
        Facet("province", "province_code", "articles", "province_code"),
        Facet("region", "_region", "article_regions", "code"),
        Facet("outlet", "outlet", "articles", "outlet"),
        Facet("body", "_body", "article_bodies", "body"),
        Facet("topic", "_topic", "article_topics", "topic"),
        Facet("origin", "origin", "articles", "origin"),
        Facet("month", "published_month", "articles", "published_month", "value DESC"),
        Facet("tag", "_tag", "article_tags", "tag"),
        Facet("person", "_person", "article_people", "name"),
    )
}
LISTED = tuple(FACETS)[:7]
"""Those that are counted beside the list; the others are filters alone."""
