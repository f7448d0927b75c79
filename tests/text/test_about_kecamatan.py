"""Kecamatan map upward: those that bear the name of another region, and the others."""

import pytest
from regionparts import codes, found

from ogpnews.resources import table
from ogpnews.text import kecamatan, regions


def _namesakes() -> list[tuple[str, str]]:
    """Kecamatan with the name of a region that they are no part of."""
    own: dict[str, set[str]] = {}
    for row in regions.rows():
        own.setdefault(row.bare, set()).add(row.code)
    return [
        (name, row["code"])
        for row in table("region_kecamatan")
        for name in row["names"].split("; ")
        if name in own and row["code"] not in own[name]
    ]


NAMESAKES = _namesakes()


def test_39_names_and_more_are_in_the_data() -> None:
    assert len({name for name, _ in NAMESAKES}) >= 39


@pytest.mark.parametrize(("name", "code"), NAMESAKES)
def test_a_namesake_is_no_region_of_its_own(name: str, code: str) -> None:
    row = regions.by_code(code)
    assert row is not None
    text = f"Pemerintah {row.name} menata pasar.\n\nPasar itu ramai."
    assert codes(text, dateline=name.upper()) == [code]
    assert codes(f"{text} Pasar di Kecamatan {name} ramai.", title="Pasar ramai") == [code]


@pytest.mark.parametrize(("name", "code"), NAMESAKES)
def test_the_word_kecamatan_keeps_it_from_being_the_region(name: str, code: str) -> None:
    others = {row.code for row in regions.rows() if row.bare == name}
    said = codes(f"Pasar di Kecamatan {name} ramai. Warga Kecamatan {name} senang.")
    assert not others.intersection(said)


def test_the_page_that_it_was_seen_on() -> None:
    text = "Pemerintah Kabupaten Pekalongan menyalurkan bantuan.\n\nBantuan dari Jakarta."
    assert codes(text, dateline="KARANGANYAR", home="33.26", host="pekalongankab.go.id") == [
        "33.26"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasar di Kecamatan Banyumanik ramai. Warga Kec. Tembalang senang.", ["33.74"]),
        ("Pasar di Distrik Sentani Timur ramai. Warga Distrik Sentani senang.", ["91.03"]),
        ("Pasar di Kecamatan Wonorejo Tanpa Nama ramai.", []),
        ("Pasar di Desa Karanganyar ramai. Jalan Bandung macet.", []),
        ("Pasar di Kampung Ambon ramai. Kelurahan Kediri bersih.", []),
    ],
)
def test_upward_only_where_it_is_sure(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_evidence_shows_the_kecamatan() -> None:
    text = "Pasar di Kecamatan Getasan ramai. Warga Semarang datang."
    assert found(text)[0].evidence == ["text: Kecamatan Getasan", "text: Semarang"]


def test_names_are_found_in_any_spelling() -> None:
    assert kecamatan.parents("banyu manik") == ("33.74",)
    assert kecamatan.at("Ungaran Barat, dan") == ("Ungaran Barat", ("33.22",))
    assert kecamatan.at("tanpa nama") == ("", ())
    assert kecamatan.at("") == ("", ())
