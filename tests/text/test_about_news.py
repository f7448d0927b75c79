"""Regions in the ways that regional news names them."""

import pytest
from regionparts import codes, primary


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Bupati Buteng Buka Pasar", "Bupati Buton Tengah membuka pasar.", ["74.14"]),
        ("Pemkab Parimo Bangun Irigasi", "Pemkab Parimo membangun irigasi.", ["72.08"]),
        ("Wako Padangpanjang Lantik Camat", "Camat dilantik.", ["13.74"]),
        ("Bupati Tanahdatar Tinjau Sawah", "Sawah ditinjau.", ["13.04"]),
        ("DPRD Meranti Sahkan APBD", "DPRD Meranti rapat.", ["14.10"]),
        ("Kayu Meranti Mahal", "Kayu Meranti makin mahal.", []),
        ("Pembatasan Jawa-Bali", "Pembatasan di Jawa-Bali diperpanjang.", []),
    ],
)
def test_names(title: str, text: str, expected: list[str]) -> None:
    assert codes(text, title=title) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Tabrakan terjadi di Cileungsi, Bogor, pagi ini.", ["32.01"]),
        ("Tabrakan terjadi di Tanah Sareal, Bogor, pagi ini.", ["32.71"]),
        ("Tabrakan terjadi di Bogor pagi ini.", ["32.01|32.71"]),
        ("Tabrakan dilihat Anwar, Bogor, pagi ini.", ["32.01|32.71"]),
    ],
)
def test_a_kecamatan_before_a_name_tells_which_is_meant(said: str, expected: list[str]) -> None:
    assert codes(said, title="Tabrakan di Bogor") == expected


@pytest.mark.parametrize(
    "said",
    [
        "Dokter itu di Kudus, Jumat, mengatakan asap rokok berbahaya.",
        "Dokter itu di Kudus, Jawa Tengah, Jumat, mengatakan asap rokok berbahaya.",
        "Asap rokok berbahaya, ujar dokter itu di Kudus, Jawa Tengah, Jumat.",
        "Asap rokok berbahaya, ujar dokter itu di Kudus, Jumat (3/5).",
    ],
)
def test_a_place_of_speech_and_dateline_alone_is_no_region(said: str) -> None:
    assert "33.19" not in codes(said, title="Asap Rokok Berbahaya", dateline="Kudus")


def test_a_day_without_speech_takes_nothing_away() -> None:
    assert codes("Pasar terbakar di Kudus, Jawa Tengah, Jumat.", title="Pasar Terbakar") == [
        "33.19"
    ]


def test_a_former_office_tells_who_somebody_is() -> None:
    actor = "Aktor itu, mantan Wakil Bupati Kudus, tidak ingin menambah anak."
    assert codes(actor, title="Aktor Bicara Soal Keluarga") == []
    assert primary(actor, title="Eks Wakil Bupati Kudus Ditahan") == "33.19"
