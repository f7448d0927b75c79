"""Axes, shades and tiles of the report."""

from collections import Counter
from datetime import date, timedelta

import pytest

from ogpnews.report.census import UNDATED, Days
from ogpnews.report.charts import CLASSES, edges, panels, spans, tiles, top
from ogpnews.report.periods import axis


def days(first: date, length: int, each: int = 1) -> Days:
    return Counter({(first + timedelta(days=n)).toordinal(): each for n in range(length)})


@pytest.mark.parametrize(
    ("length", "unit", "starts"),
    [(1, "week", 1), (14, "week", 3), (200, "week", 29), (300, "month", 10), (1095, "month", 36),
     (4000, "year", 12), (60_000, "year", 80)],
)  # fmt: skip
def test_span_chooses_the_unit(length: int, unit: str, starts: int) -> None:
    found = axis(days(date(2023, 11, 1), length))
    assert (found.unit, len(found.starts)) == (unit, starts)
    assert list(found.starts) == sorted(set(found.starts)), "without gaps, in order"


def test_every_article_is_in_one_bucket() -> None:
    many = days(date(2024, 1, 1), 500, each=3) + Counter({UNDATED: 9})
    assert sum(axis(many).series(many)) == 1500


def test_a_wrong_date_does_not_stretch_the_axis() -> None:
    many = days(date(2026, 1, 1), 100, each=20) + Counter({date(1970, 1, 1).toordinal(): 2})
    assert axis(many).unit == "week"
    assert sum(axis(many).series(many)) == 2000


@pytest.mark.parametrize("day", [date.min, date.max, date(2026, 1, 1)])
def test_every_day_has_a_bucket(day: date) -> None:
    assert axis(Counter({day.toordinal(): 1})).series(Counter({day.toordinal(): 1})) == [1]


def test_without_dates_there_is_no_axis() -> None:
    assert axis(Counter({UNDATED: 4})).starts == ()


@pytest.mark.parametrize(
    ("highest", "end"), [(0, 1), (1, 1), (3, 4), (7, 8), (9, 10), (3841, 4000)]
)
def test_a_round_top(highest: int, end: int) -> None:
    assert top(highest) == end


@pytest.mark.parametrize("most", [0, 1, 2, 3, 5, 12, 400, 15_984, 1_000_000])
def test_shades_cover_every_number(most: int) -> None:
    found = spans(most)
    assert len(found) <= CLASSES
    assert len(found) == len(edges(most))
    assert [n for first, last in found for n in range(first, last + 1)] == list(range(1, most + 1))


def test_tiles_show_38_provinces_at_places_of_their_own() -> None:
    found = tiles({"33": 10, "11": 1})
    assert len({(tile.row, tile.column) for tile in found}) == len(found) == 38
    assert len({tile.label for tile in found}) == 38
    shades = {tile.name: tile.shade for tile in found}
    assert (shades["Bali"], shades["Aceh"], shades["Jawa Tengah"]) == (0, 1, 5)


def test_panels_leave_out_what_has_nothing_to_draw() -> None:
    shown = days(date(2026, 1, 1), 10)
    found = panels(axis(shown), {"a": shown, "b": Counter({UNDATED: 50})})
    assert [panel.name for panel in found] == ["a"]
