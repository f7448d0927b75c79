"""A form filled in twice against a copy that was edited."""

import random

import pytest
from releases import RELEASE, bulletin

from ogpnews.text.forms import is_form
from ogpnews.text.shingles import Shingled

FIXTURE = (
    "Kesebelasan {} menjamu {} di lapangan {} sore tadi dan pertandingan itu dipimpin wasit {}. "
    "Gol pertama "
    "dicetak {} sebelum turun minum, lalu disamakan {} di awal babak kedua lewat tendangan "
    "bebas. Pelatih {} "
    "menilai para pemain sudah bekerja keras, sedangkan {} meminta timnya segera berbenah di "
    "lini belakang. "
    "Penonton pulang dengan tertib setelah peluit panjang dibunyikan dan jalan di sekitar "
    "lapangan lancar lagi."
)
PLAYERS = (
    "Arga Bima Catur Dewa Erlang Fajar Galih Hasta Indra Jaka Krisna Laksa Mada Naga Oka Panji"
)
NAMES = PLAYERS.split()


def form(one: str, other: str) -> bool:
    shorter, longer = sorted((Shingled.of(one), Shingled.of(other)), key=len)
    return is_form(shorter, longer, shorter.all() & longer.all())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (bulletin(3), bulletin(4), True),
        (bulletin(3), bulletin(3), False),
        (FIXTURE.format(*NAMES[:8]), FIXTURE.format(*NAMES[8:]), True),
        (FIXTURE.format(*NAMES[:8]), FIXTURE.format(*NAMES[:8]), False),
        (FIXTURE.format(*NAMES[:8]), FIXTURE.format(*NAMES[:6], *NAMES[14:]), False),
        (RELEASE, RELEASE.replace("24/11/2026", "24 November 2026").replace("112", "113"), False),
        (RELEASE, RELEASE.replace("24/11/2026", "24 November 2026"), False),
        (RELEASE, RELEASE.replace("24/11/2026", "1/12/2026"), True),  # a bulletin of another day
        (RELEASE, RELEASE.replace("(24/11/2026)", "lalu"), False),
        ("", "", False),
        ("12 34 56 " * 20, "12 34 57 " * 20, False),
    ],
)
def test_same_wording(one: str, other: str, expected: bool) -> None:
    assert form(one, other) is expected


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_edits_of_any_words_make_no_form(share: float) -> None:
    draw = random.Random(7)  # noqa: S311  # edits
    for _ in range(200):
        edited = " ".join("lain" if draw.random() < share else word for word in RELEASE.split())
        assert not form(RELEASE, edited)
