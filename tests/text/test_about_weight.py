"""About means about: what counts how much, what is left out, and which region is primary."""

import pytest
from regionparts import codes, found, primary

REST = "\n\nHarga cabai naik.\n\nPedagang senang.\n\nPembeli ramai."


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"title": "Pasar Kudus Ramai", "text": "Harga naik."}, ["33.19"]),
        ({"text": f"Pasar di Kudus ramai.{REST}"}, ["33.19"]),
        ({"text": f"Harga naik.{REST}\n\nIa lahir di Kudus."}, []),
        ({"dateline": "KUDUS", "text": "Harga naik."}, []),
        ({"dateline": "KUDUS", "text": "Harga naik.\n\nPasar Kliwon di Kudus ramai."}, ["33.19"]),
        ({"caption": "Pasar di Kudus", "tags": "Kudus", "text": "Harga naik."}, []),
        ({"tags": "kudus\n\nharga", "text": "Harga naik.\n\nPasar di Kudus ramai."}, ["33.19"]),
        ({"credit": "Humas Pemkot Semarang", "text": "Harga naik."}, []),
    ],
)
def test_headline_and_lead_say_more_than_the_rest(
    parts: dict[str, str], expected: list[str]
) -> None:
    assert codes(**parts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Menteri membuka rapat di Jakarta.\n\nRapat di Jakarta selesai.",
        "Rupiah menguat, kata analis di Jakarta, Senin (12/3).",
        "Menteri hadir di kantornya, Jakarta, Selasa.",
    ],
)
def test_jakarta_is_mostly_the_scene(text: str) -> None:
    assert codes(text, dateline="JAKARTA", caption="Menteri di Jakarta") == []


@pytest.mark.parametrize(
    "text",
    ["Pemprov DKI menata pasar.", "Warga Jakarta mengungsi.", "Gubernur Jakarta menata pasar."],
)
def test_jakarta_is_also_itself(text: str) -> None:
    assert codes(text, dateline="JAKARTA") == ["31"]


def test_where_somebody_only_spoke() -> None:
    assert codes("Panen naik, kata petani di Kudus, Senin (12/3).") == []
    assert codes("Kebakaran terjadi di Kudus, Senin (12/3).") == ["33.19"]


def test_a_long_enumeration_is_about_none() -> None:
    cities = "Kudus, Jepara, Blora, Sragen, Klaten, dan Brebes"
    assert codes(f"Gerai ada di {cities}.") == []
    assert len(codes("Gerai ada di Kudus, Jepara, dan Blora.")) == 3


def test_a_province_that_only_says_where_its_part_lies_weighs_little() -> None:
    text = "Pasar di Kabupaten Solok, Sumatera Barat, ramai."
    assert codes(text) == ["13.02"]
    assert codes(text, title="Gubernur Sumbar Buka Pasar Solok") == ["13", "13.02"]


def test_a_province_is_not_inferred() -> None:
    assert codes("Pemkot Semarang menata pasar.", title="Pemkot Semarang Menata Pasar") == ["33.74"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Pemkot Semarang Menata Pasar", "Gubernur Jawa Tengah hadir.", "33.74"),
        ("Pemkot Semarang dan Pemkab Kudus Bekerja Sama", "Mereka bekerja sama.", None),
        (
            "Bupati Kudus Kunjungi Jepara",
            "Bupati Kudus tiba di Jepara.\n\nIa tiba di Jepara.",
            "33.19",
        ),
        ("Gubernur Jateng Buka Pasar Kudus", "Gubernur Jateng datang ke Kudus.", "33"),
        ("Warga Bandung Senang", "Warga Bandung senang.\n\nPemkot Cimahi ikut.", None),
    ],
)
def test_one_is_primary_where_it_is_clear(title: str, text: str, expected: str | None) -> None:
    assert primary(text, title=title) == expected


def test_evidence_is_short_and_said_once() -> None:
    text = "Pemkot Semarang menata pasar. PEMKOT SEMARANG senang.\n\nWali Kota Semarang hadir."
    entry = found(text, dateline="SEMARANG", home="33.74", host="semarangkota.go.id")[0]
    assert entry.evidence == [
        "dateline: SEMARANG",
        "text: Pemkot Semarang",
        "text: Wali Kota Semarang",
        "host: semarangkota.go.id",
    ]
