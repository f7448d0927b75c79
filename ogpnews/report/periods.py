"""Days in buckets of equal kind – weeks, months or years – that one chart can show."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from ogpnews.report.census import UNDATED, Days

_WEEKS, _MONTHS = 200, 1900
"""Days that are shown by week, and by month; a longer span is shown by year."""
_MOST = 80
"""Bars of one chart."""
_EDGE = 0.002
"""Share of the articles at either end that may not make the buckets coarser: a wrong date would."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Buckets of a chart, without gaps."""

    unit: str
    """week, month or year."""
    starts: tuple[date, ...] = ()
    """First day of each bucket."""

    def bucket(self, day: int) -> date:
        """First day of the bucket that an ordinal lies in."""
        when = date.fromordinal(day)
        if self.unit == "week":
            return when - timedelta(days=min(when.weekday(), day - 1))
        return when.replace(day=1) if self.unit == "month" else when.replace(month=1, day=1)

    def series(self, days: Days) -> list[int]:
        """Articles in each bucket."""
        found: Counter[date] = Counter()
        for day, articles in days.items():
            if day != UNDATED:
                found[self.bucket(day)] += articles
        return [found[start] for start in self.starts]


def axis(days: Days) -> Axis:
    """The axis for these days; without a start where none is dated."""
    dated = sorted((day, articles) for day, articles in days.items() if day != UNDATED)
    if not dated:
        return Axis("month")
    edge = _EDGE * sum(articles for _, articles in dated)
    first, last = _after(dated, edge), _after(dated[::-1], edge)
    unit, whole = _unit(last - first), (dated[0][0], dated[-1][0])
    if unit == _unit(whole[1] - whole[0]):
        first, last = whole
    plain = Axis(unit)
    starts = [plain.bucket(last)]
    while len(starts) < _MOST and (before := starts[-1].toordinal() - 1) >= first:
        starts.append(plain.bucket(before))
    return Axis(unit, tuple(starts[::-1]))


def _unit(span: int) -> str:
    return "week" if span <= _WEEKS else "month" if span <= _MONTHS else "year"


def _after(dated: list[tuple[int, int]], edge: float) -> int:
    """The first day at which more than `edge` articles have come."""
    seen = 0
    for day, articles in dated:
        seen += articles
        if seen > edge:
            return day
    return dated[-1][0]
