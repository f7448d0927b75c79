"""What governments do and do not do, in the ways that regional news tells it."""

import pytest
from governments import actors, article


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Petani Kendal Tolak Eksekusi", "Camat datang. Kata camat, Camat Kendal sabar."),
        ("Dompet Dhuafa Sumut gelar lomba", "Camat Berastagi, Karo, hadir."),
        ("Ombudsman NTB Buka Posko", "Dinas Pendidikan NTB diundang."),
        ("Pernikahan Anak Pejabat", "Akad di Rumah Dinas Gubernur Banten digelar pagi ini."),
        ("Musda Partai Diundur", "Ia anggota DPRD NTB. Anggota DPRD NTB itu melakukan rapat."),
        ("Masa Jabatan Diperpanjang", "Anggota DPRD, DPRD, bupati, DPRD dan DPRD."),
        ("Kapolda Banten Syukuran", "Gubernur Banten hadir. Ketua DPRD Banten dan Gubernur hadir."),
    ],
)
def test_others_act(title: str, text: str) -> None:
    assert not article(title, text).about


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("Guru Geruduk Kantor Bupati Brebes", "Guru ke kantor Bupati Brebes.", "title: Bupati Brebes"),
        ("Di Masa Depan, Wabup Brebes Dorong Data", "Wabup Brebes bicara.", "title: Wabup Brebes"),
        ("Kota Semarang gelar lomba", "Pemkot Semarang hadir.", "title: Semarang gelar"),
        ("Kasus Penyakit Kusta", "Kata Kadinkes Brebes.", "text: Kadinkes Brebes"),
    ],
)  # fmt: skip
def test_a_government_acts(title: str, text: str, said: str) -> None:
    assert said in article(title, text).evidence


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Dinas Sosial Brebes, Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak Brebes.",
         ["Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak Brebes"]),
        ("Dinas Pendidikan Brebes dan Dinas Pendidikan dan Kebudayaan Tegal hadir.",
         ["Dinas Pendidikan Brebes", "Dinas Pendidikan dan Kebudayaan Tegal"]),
        ("Dinas Kependudukan dan Catatan Sipil Brebes, Disdukcapil Brebes.",
         ["Dinas Kependudukan dan Pencatatan Sipil Brebes"]),
        ("Sidang DKPP di Brebes.", []),
        ("Kepala DKPP Brebes hadir.", ["Dinas Ketahanan Pangan dan Pertanian Brebes"]),
        ("Inspektorat Jenderal datang ke Brebes.", []),
        ("Kepala Biro Humas kampus di Brebes.", []),
    ],
)  # fmt: skip
def test_bodies(text: str, bodies: list[str]) -> None:
    assert article("", text).bodies == bodies


def test_a_body_without_a_region_is_the_one_named_elsewhere() -> None:
    found = article(
        "Disdik Bicara", "Disdik Brebes bicara. Gubernur Jateng hadir.", ("33", "33.29")
    )
    assert found.bodies == ["Dinas Pendidikan Brebes"]


def test_a_building_is_no_holder() -> None:
    assert [actor.office for actor in actors("Rapat di Kantor Bupati Brebes.")] == []
    assert [actor.office for actor in actors("Kantor Bupati Brebes", part="title")] == [""]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Kepala Dinas PUPRKP Anwar di Brebes.", ["Dinas PUPRKP Brebes"]),
        ("Dinas Pengelolaan Kawasan Brebes.", ["Dinas Pengelolaan Kawasan Brebes"]),
    ],
)
def test_a_person_is_no_part_of_the_name(text: str, bodies: list[str]) -> None:
    assert article("", f"{text} Pemkab Brebes hadir.", ("33.29",)).bodies == [
        *bodies,
        "Pemkab Brebes",
    ]


def test_a_capital_is_no_verb() -> None:
    text = "Pemkab Brebes lewat Dinas Keluarga Berencana bicara. Pemkab Brebes hadir."
    assert "Berencana" not in " ".join(article("Soal Narkoba", text).evidence)
