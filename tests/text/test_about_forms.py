"""Ways to write a region: abbreviations, spellings, nicknames, old names, seats."""

import pytest
from regionparts import codes, found

from ogpnews.text import regions

SURE = [alias for alias in regions.aliases() if not alias.ambiguous]


@pytest.mark.parametrize("alias", SURE, ids=lambda alias: f"{alias.alias}-{alias.code}")
def test_every_alias_that_is_sure_is_found(alias: regions.Alias) -> None:
    text = f"Pasar di {alias.alias} ramai. Warga di {alias.alias} senang."
    assert [entry for entry in codes(text) if alias.code in entry.split("|")]


@pytest.mark.parametrize(
    "alias", regions.aliases(), ids=lambda alias: f"{alias.alias}-{alias.code}"
)
def test_aliases_are_in_order(alias: regions.Alias) -> None:
    assert regions.by_code(alias.code) is not None
    assert alias.kind in {"abbreviation", "nickname", "old_name", "spelling", "capital"}
    assert alias.alias == " ".join(alias.alias.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pemkab Toba Samosir menata pasar.", ["12.12"]),
        ("Pemkab Mamuju Utara menata pasar.", ["76.01"]),
        ("Pemkab Maluku Tenggara Barat menata pasar.", ["81.03"]),
        ("Wali Kota Ujung Pandang datang.", ["73.71"]),
        ("Gubernur Irian Jaya datang.", ["91"]),
        ("Pemkab Pangkep menata pasar.", ["73.10"]),
        ("Pemkab Kep. Meranti menata pasar.", ["14.10"]),
        ("Pasar di Kep. Riau ramai.", ["21"]),
        ("Pasar di Tolitoli, Toli-Toli, dan Toli Toli ramai.", ["72.04"]),
        ("Pemkot Palangka Raya dan Pemko Palangkaraya.", ["62.71"]),
        ("Gubernur Sumatra Utara dan Sumatera Utara.", ["12"]),
        ("Pemko Padang Sidempuan dan Padangsidimpuan.", ["12.77"]),
        ("Wali Kota Solo datang.", ["33.72"]),
        ("Pemkab Tasik dan Pemkot Tasik.", ["32.06", "32.78"]),
        ("Gubernur DKJ dan Gubernur DKI Jakarta.", ["31"]),
        ("Pemprov NTB dan NTT.", ["52", "53"]),
        ("Pemkot Jakarta Selatan menata pasar.", ["31.74"]),
        ("Bupati Kepulauan Seribu datang.", ["31.01"]),
    ],
)
def test_names_in_the_news(text: str, expected: list[str]) -> None:
    assert sorted(codes(text)) == expected


def test_papua_keeps_to_the_codes_of_today() -> None:
    """Also in an article of 2020: Sorong was in Papua Barat then, under 92.71."""
    assert codes("Wali Kota Sorong datang.") == ["96.71"]
    assert codes("Bupati Sorong datang.") == ["96.01"]
    assert codes("Wali Kota Sorong dan Gubernur Papua Barat datang.") == ["92", "96.71"]
    assert len(regions.current_codes()) == 26
    assert regions.current_codes()["92.71"] == "96.71"
    assert all(regions.by_code(code) is None for code in regions.current_codes())
    assert all(regions.by_code(code) for code in regions.current_codes().values())


def test_nusantara_is_none_of_the_514() -> None:
    assert codes("Otorita IKN menata Nusantara.") == []
    assert codes("Otorita IKN di Penajam Paser Utara.") == ["64.09"]


def test_evidence_is_what_was_printed() -> None:
    entry = found("Pj. Wali Kota Semarang datang.", title="PEMKOT SEMARANG MENATA PASAR")[0]
    assert entry.evidence == ["title: PEMKOT SEMARANG", "text: Pj. Wali Kota Semarang"]
