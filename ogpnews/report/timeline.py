"""Articles over time: the chart of all, small charts by province and outlet, their tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ogpnews.report.census import UNDATED, Census, Days
from ogpnews.report.charts import PANELS, Panel, panels, top, undrawn
from ogpnews.report.periods import Axis, axis
from ogpnews.report.places import name as region
from ogpnews.report.tables import GROUPS, Column, Table
from ogpnews.report.texts import Texts

_COUNTED = ("articles", "about")


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the section needs; without labels where no article is dated."""

    caption: str
    labels: Sequence[str]
    """Names of the buckets."""
    total: Sequence[int]
    about: Sequence[int]
    top: int
    """Upper end of the chart."""
    notes: Sequence[str]
    table: Table
    groups: Sequence[tuple[Sequence[Panel], Table]]
    """By province, by outlet: small charts and the table of all figures."""


def timeline(t: Texts, census: Census) -> Timeline:
    """Counts of the census over its own time."""
    when = axis(census.days)
    labels = [t.bucket(when.unit, start) for start in when.starts]
    total, about = when.series(census.days), when.series(census.about_days)
    provinces = {region(code): days for code, days in census.provinces.items() if code}
    outlets = {t.outlet(name): found.days for name, found in census.outlets.items()}
    caption = t("caption.time", unit=t(f"unit.{when.unit}"))
    heads = [Column(t("column.period"), "name"), *(Column(t(f"column.{k}")) for k in _COUNTED)]
    return Timeline(
        caption, labels, total, about, top(max(total, default=0)), _notes(t, census, when, total),
        Table("time_all", caption, heads, list(zip(labels, total, about, strict=True)),
              sequence=True),
        [_group(t, "province", when, labels, provinces), _group(t, "outlet", when, labels, outlets)],
    )  # fmt: skip


def _group(
    t: Texts, kind: str, when: Axis, labels: list[str], groups: Mapping[str, Days]
) -> tuple[list[Panel], Table]:
    found = panels(when, groups)
    rows = [(panel.name, panel.articles, *panel.series) for panel in found[:GROUPS]]
    heads = [
        Column(t(f"column.{kind}"), "name"),
        Column(t("column.articles")),
        *map(Column, labels),
    ]
    name, left = f"time_{kind}", len(found) - len(rows)
    return found[:PANELS], Table(name, t(f"caption.{name}"), heads, rows, (), left)


def _notes(t: Texts, census: Census, when: Axis, total: list[int]) -> list[str]:
    if not total:
        return [t("note.no_time")]
    best = max(total)
    bucket = t.bucket(when.unit, when.starts[total.index(best)])
    bucket = t("unit.week_of", day=bucket) if when.unit == "week" else bucket
    notes = [t("note.time", bucket=bucket, n=best)]
    for key, number in (("undated", census.days[UNDATED]), ("outside", undrawn(census, when))):
        notes += [t(f"note.{key}", n=number)] if number else []
    return notes
