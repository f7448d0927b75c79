"""Names looked for in one pass."""

import pytest

from ogpnews.text.gazetteer import Gazetteer

NAMES = (
    "Kota Batu", "Baturaja", "Pati", "Bupati", "Kab. Lereng", "Lereng", "Toli-Toli",
    "Bandung", "Bandung Barat",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bupati Pati tiba di Bandung Barat.", ["Bupati", "Pati", "Bandung Barat"]),
        ("Bandung, Barat daya", ["Bandung"]),
        ("ke kota Baturaja", ["Baturaja"]),
        ("KOTA BATU dan Kota Batu", ["KOTA BATU", "Kota Batu"]),
        ("sepati, patih, Bandungan", []),
        ("Kab. Lereng; Kab Lereng", ["Kab. Lereng", "Lereng"]),
        ("(Toli-Toli) “Pati”", ["Toli-Toli", "Pati"]),
        ("İİ Pati ẞ Lereng", ["Pati", "Lereng"]),
        ("Bandung\n\nBarat", ["Bandung"]),
        ("", []),
    ],
)
def test_names_are_whole_words_and_the_longest(text, found):
    names = Gazetteer((name, name) for name in NAMES)
    assert [text[at.start : at.end] for at in names.find(text)] == found
