"""A source that is another outlet."""

import pytest

from ogpnews.text.syndication import origin

NAMES = ("Kabar Lawu", "kabarlawu.com")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (None, None),
        ("Kompas.com", "Kompas.com"),
        ("Bola.net", "Bola.net"),
        ("melati.co.id", "melati.co.id"),
        ("https://melati.co.id/1", "https://melati.co.id/1"),
        ("Kabar Lawu", None),
        ("www.kabarlawu.com", None),
        ("https://kabarlawu.com/1", None),
        ("Antara", None),  # an agency: origin says wire
        ("Dewi Melati", None),
        ("Humas Pemkot Semarang", None),
    ],
)
def test_only_another_outlet_counts(source, expected):
    assert origin(source, NAMES) == expected
