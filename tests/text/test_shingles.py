"""Shingles of a text, by what is in them."""

import pytest

from ogpnews.text.shingles import Shingled, shingles, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp12.500 per kg, 24/11/2026.", ["Rp12.500", "per", "kg", "24/11/2026"]),
        ("pukul 16.00–22.00 WIB", ["pukul", "16.00", "22.00", "WIB"]),
        ("COVID-19: warga_desa", ["COVID-19", "warga", "desa"]),
        ("  …  ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasar Johar dibuka lagi", ["pasar johar dibuka", "johar dibuka lagi"]),
        ("Pasar Johar", []),
        ("", []),
    ],
)
def test_shingles(text: str, expected: list[str]) -> None:
    assert shingles(words(text)) == expected


def test_shingles_by_what_is_in_them() -> None:
    found = Shingled.of(
        "Pasar Johar dibuka lagi oleh warga kota pada pukul 7 dengan 80 kios dan 9 los"
    )
    counts = [len(part) for part in (found.numbers, found.names, found.plain, found.figures)]
    assert counts == [7, 2, 5, 1]
    assert len(found) == len(found.all()) == 14


def test_case_and_marks_make_no_difference_to_the_shingles() -> None:
    text = "Pasar Johar, kata wali kota, dibuka lagi pada pukul 7"
    assert Shingled.of(text).all() == Shingled.of(text.upper().replace(",", " –")).all()


def test_a_shingle_counts_once() -> None:
    assert len(Shingled.of("satu dua tiga " * 50)) == 3
