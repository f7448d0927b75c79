"""Open government and urusan in the ways that regional news tells them."""

import pytest
from governments import parts

from ogpnews.text.topics import read


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Pemkot Gelar Musrenbang", "Wali Kota meminta partisipasi masyarakat.", True),
        ("Pemkot Gelar Musrenbang", "Wali Kota hadir.", False),
        ("Pemkab Luncurkan Satu Data", "Walidata menjaga mutu data.", True),
        ("Desa Terapkan Transparansi Anggaran", "Baliho dipasang.", True),
        ("Pemprov Pakai e-Budgeting", "Anggaran disusun.", True),
        ("Pemkot Raih Anugerah Smart City", "SPBE dan command center dinilai.", False),
        ("Diskominfo Bahas SP4N-Lapor", "SP4N-Lapor dibuka.", True),
        ("Warga Lapor Polisi", "Warga lapor, pintu terbuka.", False),
    ],
)
def test_open_government(title: str, text: str, found: bool) -> None:
    assert ("open_government" in read(parts(title, text), about=True)) is found


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Wabup Dorong Statistik Desa", "", ["statistik"]),
        ("Pemko Bantu Korban Banjir", "", ["trantibumlinmas"]),
        ("Jumlah Gampong Bertambah", "", ["masyarakat_desa"]),
        ("Pemkab Tangani Penyakit Kusta", "", ["kesehatan"]),
        ("Sekda Bicara", "Eks Kepala Dinas Pendidikan itu bicara. Guru hadir.", []),
        ("Sekda Bicara", "Kepala Dinas Pendidikan itu bicara. Guru hadir.", ["pendidikan"]),
    ],
)
def test_urusan(title: str, text: str, found: list[str]) -> None:
    assert read(parts(title, text), about=True) == found
