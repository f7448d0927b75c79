"""Names: a person, a collective, or neither."""

import pytest

from ogpnews.text.persons import collective, is_initials, person, split_names

OUTLET = ("Sinar Jateng", "sinarjateng.pikiran-rakyat.com", "SINARJATENG.COM")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Intan Hidayat", "Intan Hidayat"),
        ("Andi Saputra - detikNews", "Andi Saputra"),
        ("Budi Hartono - Bisnis.com", "Budi Hartono"),
        ("Kahfi Dirga Cahya, Kompas TV", "Kahfi Dirga Cahya"),
        ("Gina – Humas", "Gina"),
        ("Kuntadi Kuntadi", "Kuntadi"),
        ("Yadi (Bandung)", "Yadi"),
        ("Drs. H. Budi Santoso, M.Si", "Drs. H. Budi Santoso, M.Si"),
        ("Sahri.", "Sahri"),
        ("Hafidz Mubarak A.", "Hafidz Mubarak A."),  # the stop of an initial stays
        ("Mohamad Adlu Raharusun,", "Mohamad Adlu Raharusun"),
        ("rahdyan trijoko pamungkas", "rahdyan trijoko pamungkas"),
        ("TImotius Gobay", "TImotius Gobay"),
        ("Ilo", "Ilo"),
        ("penghuni_60", "penghuni_60"),  # a user name is kept as printed
        ("Penulis: Ilo", "Ilo"),
        ("Fajar", "Fajar"),  # also an outlet, but a name first
    ],
)
def test_person(printed: str, expected: str) -> None:
    assert person(printed, outlet_names=OUTLET) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "   ",
        "***",
        "Admin",
        "Redaksi",
        "Tim Redaksi",
        "Istimewa",
        "Editor",
        "Penulis:",
        "Category",
        "ANA",
        "hid",
        "rs616",
        "H-4",
        "Senin",
        "Senin, 24 Juli 2026",
        "24/11/2020",
        "https://www.facebook.com/nama",
        "nama@contoh.id",
        "www.contoh.co.id",
        "Sinar Jateng",
        "SINARJATENG.COM",
        "sinarjateng.pikiran-rakyat.com",
        "Kompas Cyber Media",
        "Koran SINDO",
        "MC Kota Padang",
        "Dinas Kesehatan",
        "Baca Juga Berita Lain",
        "Warga yang hadir di balai kota",
        "Ani Lestari, Budi Hartono",
        "a" * 100_000,
    ],
)
def test_no_person(printed: str) -> None:
    assert person(printed, outlet_names=OUTLET) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Tim Redaksi", "Tim Redaksi"),
        ("Tim Tribun Manado", "Tim Tribun Manado"),
        ("MC Kota Padang", "MC Kota Padang"),
        ("Badan Penghubung", "Badan Penghubung"),
        ("Humasprov", "Humasprov"),
        ("Admin", "Admin"),
        ("Koran SINDO", "Koran SINDO"),
        ("Kompas Cyber Media", "Kompas Cyber Media"),
        ("Sinar Jateng", "Sinar Jateng"),
        ("www.sinarjateng.com", "www.sinarjateng.com"),
        (
            "Dinas Komunikasi, Informatika dan Statistik",
            "Dinas Komunikasi, Informatika dan Statistik",
        ),
        ("Intan Hidayat", None),
        ("Budi Hartono - Bisnis.com", None),
        ("Kahfi Dirga Cahya, Kompas TV", None),
        ("Istimewa", None),
        ("https://contoh.id/penulis/1", None),
        ("", None),
    ],
)
def test_collective(printed: str, expected: str | None) -> None:
    assert collective(printed, outlet_names=OUTLET) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Ani, Budi dan Citra", ["Ani", "Budi", "Citra"]),
        ("Ani/Budi", ["Ani", "Budi"]),
        ("Ani & Budi", ["Ani", "Budi"]),
        ("Ani; Budi", ["Ani", "Budi"]),
        ("Inang Sh ,\nA P Sari", ["Inang Sh", "A P Sari"]),
        ("Drs. H. Ani, M.Si, Budi, S.Sos dan Citra", ["Drs. H. Ani, M.Si", "Budi, S.Sos", "Citra"]),
        (" , ", []),
    ],
)
def test_split_names(printed: str, expected: list[str]) -> None:
    assert split_names(printed) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("ANA", True), ("hid", True), ("Ilo", False), ("Kuntadi", False)]
)
def test_is_initials(text: str, expected: bool) -> None:
    assert is_initials(text) is expected
