"""Names that two or three governments share: each is told by what stands around it."""

from collections import defaultdict

import pytest
from regionparts import codes, primary

from ogpnews.text import regions


def _shared() -> dict[str, dict[str, str]]:
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for row in regions.rows():
        names[row.bare][row.level] = row.code
    return {name: by for name, by in names.items() if {"regency", "city"} <= set(by)}


SHARED = _shared()


def test_there_are_26_of_them() -> None:
    assert len(SHARED) == 26


@pytest.mark.parametrize("name", SHARED)
@pytest.mark.parametrize(
    ("level", "phrase"),
    [
        ("city", "Kota {}"), ("city", "Pemkot {}"), ("city", "Pemko {}"), ("city", "Wali Kota {}"),
        ("city", "Walikota {}"), ("city", "Pjs. Wali Kota {}"), ("city", "DPRD Kota {}"),
        ("city", "Pemerintah Kota {}"), ("city", "Wakil Wali Kota {}"),
        ("regency", "Kabupaten {}"), ("regency", "Kab. {}"), ("regency", "Pemkab {}"),
        ("regency", "Bupati {}"), ("regency", "Pemda Kabupaten {}"), ("regency", "Wabup {}"),
        ("regency", "Plt Bupati {}"), ("regency", "KABUPATEN {}"),
    ],
)  # fmt: skip
def test_the_word_before_tells(name: str, level: str, phrase: str) -> None:
    code = SHARED[name][level]
    said = phrase.format(name)
    assert (
        primary(f"{said} menata pasar.\n\nWarga {name} senang.", title=f"Pasar di {name}") == code
    )


@pytest.mark.parametrize("name", SHARED)
def test_a_bare_name_is_no_guess(name: str) -> None:
    row = "|".join(sorted(row.code for row in regions.rows() if row.bare == name))
    text = f"Warga di {name} menata pasar."
    assert codes(text, title=f"Pasar di {name} ditata warga") == [row]
    assert primary(text, title=f"Pasar di {name} ditata warga") is None


@pytest.mark.parametrize("name", SHARED)
def test_both_named_are_both_meant(name: str) -> None:
    both = {SHARED[name]["city"], SHARED[name]["regency"]}
    assert set(codes(f"Kota dan Kabupaten {name} bekerja sama.")) == both
    assert set(codes(f"Kabupaten {name} dan Kota {name} bekerja sama di {name}.")) == both
    assert set(codes(f"Kota dan Kabupaten {name} ikut.", title=f"Warga {name} Senang")) == both


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Banjir di Banjar, Kalimantan Selatan. Warga Banjar mengungsi.", ["63.03"]),
        ("Banjir di Banjar, Jawa Barat. Warga Banjar mengungsi.", ["32.79"]),
        ("Banjir di Kota Banjar.", ["32.79"]),
        ("Banjir di Martapura, Kabupaten Banjar.", ["63.03"]),
        ("Gubernur Gorontalo datang ke pasar.", ["75"]),
        ("Wali Kota Gorontalo datang ke pasar.", ["75.71"]),
        ("Bupati Gorontalo datang ke pasar.", ["75.01"]),
        ("Pasar di Gorontalo ramai.", ["75|75.01|75.71"]),
        ("Pasar di Kota Jambi ramai.", ["15.71"]),
        ("Pemprov Jambi menata pasar.", ["15"]),
        ("Pasar di Bengkulu ramai.", ["17|17.71"]),
        ("Wali Kota Yogyakarta datang.", ["34.71"]),
        ("Pemda DIY menata pasar.", ["34"]),
        ("Pasar di Jogja ramai.", ["34|34.71"]),
        ("Pasar di Ungaran ramai. Warga Semarang datang.", ["33.22"]),
        ("Pasar di Kecamatan Banyumanik, Semarang, ramai.", ["33.74"]),
    ],
)
def test_banjar_gorontalo_and_the_provinces(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_where_somebody_comes_from_settles_nothing() -> None:
    assert codes("Warga di Malang resah.\n\nPencuri asal Kabupaten Malang ditangkap.") == [
        "35.07|35.73"
    ]


def test_an_office_without_a_name_tells_where_it_is_the_only_kind() -> None:
    assert codes("Wali kota meninjau pasar di Magelang.") == ["33.71"]
    assert codes("Bupati meninjau pasar di Magelang.") == ["33.08"]
    assert codes("Bupati dan wali kota meninjau pasar di Magelang.") == ["33.08|33.71"]
    assert codes("Wali kota pulang ke Medan dari Magelang.") == ["12.71", "33.08|33.71"]


def test_the_host_of_a_government_and_the_outlet_tell() -> None:
    text = "Pasar di Tegal ramai. Warga Tegal senang."
    assert codes(text, home="33.76") == ["33.28|33.76"]
    assert codes(text, home="33.28", host="tegalkab.go.id") == ["33.28"]
    assert codes("Pasar ramai.", home="33.74", host="semarangkota.go.id") == ["33.74"]
    assert codes("Pasar ramai.", home="33.74") == []
    assert codes(text, home="33") == ["33.28|33.76"]


def test_a_desk_in_another_province_says_nothing() -> None:
    assert codes("Pasar di Kota Bima ramai.", home="51") == ["52.72"]
    assert codes("Pasar di Banjar ramai.", home="51") == ["32.79|63.03"]
    assert codes("Pasar di Banjar ramai.", home="63.72") == ["63.03"]
