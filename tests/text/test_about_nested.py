"""Names inside longer names: the longest is meant, and the shorter one is not."""

import pytest
from regionparts import codes

from ogpnews.resources import lexicon
from ogpnews.text import regions

NAMES = sorted(regions.names())
PAIRS = [
    (short, long)
    for short in NAMES
    for long in NAMES
    if short != long and f" {short} " in f" {long} ".replace("-", " ")
]


def _codes(name: str) -> str:
    return "|".join(row.code for row in regions.rows() if row.bare.casefold() == name)


def test_there_are_that_many_pairs() -> None:
    assert len(PAIRS) >= 65


@pytest.mark.parametrize(("short", "long"), PAIRS)
def test_the_longest_name_is_meant(short: str, long: str) -> None:
    assert codes(f"Pasar di wilayah {long.title()} ramai.") == [_codes(long)]
    if short not in lexicon("places")["strict"]:
        assert codes(f"Pasar di wilayah {short.title()} ramai.") == [_codes(short)]


@pytest.mark.parametrize(("short", "long"), PAIRS)
def test_in_a_headline_of_capitals_too(short: str, long: str) -> None:
    assert codes("", title=f"PASAR DI {long.upper()} RAMAI") == [_codes(long)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasar di Padang, Pariaman, dan Solok ramai.", ["13.02|13.72", "13.71", "13.77"]),
        ("Pasar di Papua Barat Daya dan Papua ramai.", ["91", "96"]),
        ("Pasar di Medan Timur ramai.", ["12.71"]),
        ("Pasar di Kota Padang ramai.", ["13.71"]),
        ("Gempa mengguncang Papua Nugini.", []),
    ],
)
def test_neighbours_and_longer_names_of_others(text: str, expected: list[str]) -> None:
    assert codes(text) == expected
