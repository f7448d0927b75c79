"""Regions of the evaluation pages, against what was read in them by eye."""

from pathlib import Path

import regions


def test_a_page_is_counted() -> None:
    tally = regions.Tally()
    tally.add("one", {"regions": "33.74 33", "primary": "33.74"}, ["33.74"], "33.74")
    tally.add("two", {"regions": "", "primary": ""}, ["32.04|32.73", "31"], "31")
    assert tally.row("x") == ["x", "2", "3", "0.33", "0.50", "2", "0.50", "1"]
    assert len(tally.errors) == 2


def test_most_regions_are_right(shared: Path) -> None:
    """A little below what docs/regions.md says of these pages and others together."""
    tally = regions.tallies([shared / "pages"])["shared"]
    assert tally.pages == 58
    assert tally.right / tally.given >= 0.9
    assert tally.right / tally.expected >= 0.85
    assert tally.right_primaries / tally.primaries >= 0.85
