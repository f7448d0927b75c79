"""Charts of the report as numbers: bars over time, panels, tiles."""

import csv
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogpnews.report.census import UNDATED, Census, Days
from ogpnews.report.periods import Axis
from ogpnews.report.places import name
from ogpnews.report.tables import ordered
from ogpnews.resources import DATA

PANELS, CLASSES = 12, 5


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart."""

    name: str
    articles: int
    series: Sequence[int]


@dataclass(frozen=True, slots=True)
class Tile:
    """One province in the grid."""

    label: str
    name: str
    row: int
    column: int
    articles: int
    shade: int
    """0 for none, else 1 to CLASSES."""


def panels(axis: Axis, groups: Mapping[str, Days]) -> list[Panel]:
    """The groups over time, the largest first; without groups that have nothing on the axis."""
    sizes = ordered({name: days.total() for name, days in groups.items()})
    found = [Panel(name, articles, axis.series(groups[name])) for name, articles in sizes]
    return [panel for panel in found if any(panel.series)]


def undrawn(census: Census, axis: Axis) -> int:
    """Dated articles that lie outside of the axis."""
    return census.articles - census.days[UNDATED] - sum(axis.series(census.days))


def top(highest: int) -> int:
    """A round number at or above the highest bar, even where it is not 1."""
    size = 1
    while True:
        for step in (1, 2, 4, 6, 8):
            if step * size >= highest:
                return step * size
        size *= 10


def edges(most: int) -> list[int]:
    """First number of articles of each shade; equal steps of the logarithm."""
    starts = {round((most + 1) ** (step / CLASSES)) for step in range(CLASSES)}
    return sorted(start for start in starts if start <= most)


def spans(most: int) -> list[tuple[int, int]]:
    """First and last number of articles of each shade."""
    return [(start, after - 1) for start, after in pairwise([*edges(most), most + 1])]


def tiles(articles: Mapping[str, int]) -> list[Tile]:
    """The 38 provinces at their places; `articles` by code of the province."""
    with (DATA / "report" / "tiles.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    shades = edges(max((articles.get(row["code"], 0) for row in rows), default=0))
    found = []
    for row in rows:
        place, number = (int(row["row"]), int(row["column"])), articles.get(row["code"], 0)
        shade = bisect_right(shades, number)
        found.append(Tile(row["label"], name(row["code"]), *place, number, shade))
    return sorted(found, key=lambda tile: (tile.row, tile.column))
