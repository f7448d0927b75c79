"""The region table is complete and says what its readers rely on."""

from collections import Counter

import pytest

from ogpnews.text import regions


def test_counts() -> None:
    levels = Counter(row.level for row in regions.rows())
    assert levels == {"province": 38, "regency": 416, "city": 98}


def test_codes_are_unique_and_lie_in_a_province() -> None:
    codes = [row.code for row in regions.rows()]
    assert len(set(codes)) == len(codes)
    for row in regions.rows():
        parent = regions.by_code(row.province)
        assert parent is not None
        assert parent.level == "province"
        assert parent.timezone == row.timezone


def test_city_codes_start_at_71() -> None:
    """Permendagri 58/2021: kabupaten are numbered 01 to 69, kota 71 to 99."""
    for row in regions.rows():
        if row.level != "province":
            assert (row.level == "city") == (int(row.code[3:]) >= 71)


@pytest.mark.parametrize(
    ("code", "name", "level", "timezone", "bare"),
    [
        ("33", "Jawa Tengah", "province", "Asia/Jakarta", "Jawa Tengah"),
        ("33.74", "Kota Semarang", "city", "Asia/Jakarta", "Semarang"),
        ("33.22", "Kabupaten Semarang", "regency", "Asia/Jakarta", "Semarang"),
        ("31", "Daerah Khusus Ibukota Jakarta", "province", "Asia/Jakarta", "Jakarta"),
        ("31.74", "Kota Administrasi Jakarta Selatan", "city", "Asia/Jakarta", "Jakarta Selatan"),
        ("34", "Daerah Istimewa Yogyakarta", "province", "Asia/Jakarta", "Yogyakarta"),
        ("63.02", "Kabupaten Kotabaru", "regency", "Asia/Makassar", "Kotabaru"),
        ("61.71", "Kota Pontianak", "city", "Asia/Pontianak", "Pontianak"),
        ("96.71", "Kota Sorong", "city", "Asia/Jayapura", "Sorong"),
        ("93.01", "Kabupaten Merauke", "regency", "Asia/Jayapura", "Merauke"),
    ],
)
def test_rows(code: str, name: str, level: str, timezone: str, bare: str) -> None:
    row = regions.by_code(code)
    assert row == regions.Row(code, name, level, timezone)
    assert row.bare == bare


def test_names_are_bare_and_casefolded() -> None:
    assert {"semarang", "jakarta", "yogyakarta", "kotabaru", "toli-toli"} <= regions.names()
    assert not any(name.startswith(("kota ", "kabupaten ")) for name in regions.names())


@pytest.mark.parametrize("code", ["", "3374", "99", "33.99", "Jateng"])
def test_unknown_code(code: str) -> None:
    assert regions.by_code(code) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("33", "33"),
        ("Jateng", "33"),
        ("jateng", "33"),
        ("JAWA TENGAH", "33"),
        ("jawa-tengah", "33"),
        ("Provinsi Jawa  Tengah", "33"),
        ("DKI Jakarta", "31"),
        ("Daerah Khusus Jakarta", "31"),
        ("jakarta", "31"),
        ("DIY", "34"),
        ("D.I. Yogyakarta", "34"),
        ("Kep. Riau", "21"),
        ("Papua Barat Daya", "96"),
        ("papua", "91"),
        ("33.74", None),
        ("Semarang", None),
        ("", None),
    ],
)
def test_province(text: str, code: str | None) -> None:
    row = regions.province(text)
    assert (row.code if row else None) == code


def test_province_slugs_are_unique() -> None:
    assert len({row.slug for row in regions.provinces()}) == 38


def test_no_alias_takes_the_name_of_another_province() -> None:
    for row in regions.provinces():
        assert regions.province(row.name) == row
        assert regions.province(row.slug) == row
