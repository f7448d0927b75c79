"""What the template gets: every figure, table and chart of the report."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogpnews.report import charts, copies, outlets, places, summary
from ogpnews.report.census import Census
from ogpnews.report.limits import limits
from ogpnews.report.tables import Table, ranking
from ogpnews.report.texts import Texts
from ogpnews.report.timeline import Timeline, timeline

OPEN_GOVERNMENT = "open_government"
_RANKED = {
    "bodies": ("body", ""), "offices": ("office", ""), "topics": ("topic", "topic"),
    "origin": ("origin", "origin"), "notices": ("notice", ""), "warnings": ("warning", "warning"),
    "conflicts": ("conflict", "conflict"),
}  # fmt: skip
"""Tally → its column, and the texts that know its names."""


@dataclass(frozen=True, slots=True)
class Content:
    """The report of one census in one language."""

    figures: Sequence[summary.Figure]
    timeline: Timeline
    tiles: Sequence[charts.Tile]
    edges: Sequence[tuple[int, int]]
    """First and last number of articles of each shade."""
    tables: dict[str, Table]
    notes: dict[str, str]
    """Section → its leading sentence."""
    limits: Sequence[str]


def content(t: Texts, census: Census) -> Content:
    """Everything that the page shows."""
    articles = places.by_province(census)
    made = [
        places.provinces(t, census), places.regencies(t, census), outlets.origins(t, census),
        outlets.coverage(t, census), outlets.missing(t, census), copies.largest(t, census),
        copies.by_outlet(t, census), outlets.affected(t, census, "reserved", "notice"),
        outlets.affected(t, census, "odd", "odd"), *_rankings(t, census),
    ]  # fmt: skip
    return Content(
        list(summary.figures(t, census)),
        timeline(t, census),
        charts.tiles(articles),
        charts.spans(max(articles.values(), default=0)),
        {table.name: table for table in made},
        _notes(t, census),
        list(limits(t, census)),
    )


def _rankings(t: Texts, census: Census) -> list[Table]:
    found = []
    for name, (column, group) in _RANKED.items():
        counts = {key: n for key, n in census.tallies[name].items() if key != OPEN_GOVERNMENT}
        found.append(ranking(t, name, column, counts, census.articles, group))
    return found


def _notes(t: Texts, census: Census) -> dict[str, str]:
    whole, copied = census.articles, copies.copied(census)
    counted = {
        "places": census.facts["no_region"], "government": census.facts["about"],
        "open_government": census.tallies["topics"][OPEN_GOVERNMENT],
        "rights": census.facts["notice"], "quality": census.facts["odd"],
    }  # fmt: skip
    notes = {key: t(f"note.{key}", n=n, share=t.share(n, whole)) for key, n in counted.items()}
    left = whole - copied + copies.texts(census)
    found = "copies" if copied else "copies_none" if census.searched else "copies_unknown"
    notes["copies"] = t(f"note.{found}", n=copied, share=t.share(copied, whole), m=left)
    trimmed = any(tally.trimmed for tally in census.tallies.values())
    notes["trimmed"] = t("note.trimmed") if trimmed else ""
    return notes
