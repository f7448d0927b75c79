"""White space, invisible characters, fingerprints."""

import time

import pytest

from ogpnews.text.clean import collapse, loose, sha256, squash

SQUASHED = [
    ("", ""),
    ("Wali Kota Semarang", "Wali Kota Semarang"),
    ("  Wali \t Kota\r\n Semarang ", "Wali Kota Semarang"),
    ("Wali\u00a0Kota\u00a0 \u2003Semarang\u00a0", "Wali Kota Semarang"),
    ("\ufeffke\u00adter\u00adbu\u200bka\u2060an", "keterbukaan"),
    ("kata\u200edia\u202a\u202c", "katadia"),
    ("nol\x00 dan\x1b bel\x07", "nol dan bel"),
    ("\u0085baris\u2028baru\u2029", "baris baru"),
    ("👩\u200d🌾 petani", "👩\u200d🌾 petani"),  # the joiner holds one emoji together
    ("\u200b\u00a0\ufeff", ""),
]

COLLAPSED = [
    (
        "anggota\u00a0open government\u00a0partnership",
        "anggota\u00a0open government\u00a0partnership",
    ),
    ("ruang rapat,\u00a0\n", "ruang rapat,"),
    ("dua \u00a0 kata\u00a0\u00a0lagi", "dua kata lagi"),
    ("tanpa\u202fitu\u00a0\u200b", "tanpa itu"),
    ("biasa  saja", "biasa saja"),
]

LOOSE = [
    ("SEMARANG, KOMPAS.com", "semarangkompascom"),
    ("“Kami–siap!” (2020)", "kamisiap2020"),
    ("Café_Melati", "cafémelati"),
    (" – … ", ""),
]


@pytest.mark.parametrize(("printed", "expected"), SQUASHED)
def test_squash(printed: str, expected: str) -> None:
    assert squash(printed) == expected


@pytest.mark.parametrize(("printed", "expected"), COLLAPSED)
def test_collapse(printed: str, expected: str) -> None:
    assert collapse(printed) == expected
    assert collapse(printed).replace("\u00a0", " ") == squash(printed)


@pytest.mark.parametrize(("printed", "expected"), LOOSE)
def test_loose(printed: str, expected: str) -> None:
    assert loose(printed) == expected


def test_sha256() -> None:
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert sha256("abc") == sha256(b"abc") == known
    assert sha256("é") == sha256("é".encode())
    assert len(sha256("\ud800")) == 64  # a lone surrogate is no reason to fail


@pytest.mark.parametrize("text", [" " * 100_000 + "x", "a\u00a0 " * 100_000, "\u200b" * 300_000])
def test_hostile_input_costs_linear_time(text: str) -> None:
    start = time.perf_counter()
    squash(text), collapse(text), loose(text)
    assert time.perf_counter() - start < 1
