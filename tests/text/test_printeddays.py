"""Days that a text names."""

import pytest

from ogpnews.text.printeddays import days
from ogpnews.text.shingles import folded, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selasa (24/11/2026)", {(24, 11)}),
        ("Selasa (24/11) dan Rabu, 25 November 2026", {(24, 11), (25, 11)}),
        ("24 Nopember, 3 Des", {(24, 11), (3, 12)}),
        ("pukul 16.00, 32/11, 24/13, 24/, 2026/11/24, 112 Mei, 7 orang", set()),
        ("November 2026", set()),
        ("", set()),
    ],
)
def test_days(text: str, expected: set[tuple[int, int]]) -> None:
    assert set(days(folded(words(text)))) == expected
