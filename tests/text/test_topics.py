"""Topics, and words that only look like them."""

import csv

import pytest

from ogpnews.resources import DATA, lexicon
from ogpnews.text import topics
from tests.governments import parts


def read(title, text="", tags="", *, about=True):
    return topics.read(parts(title, text, tags), about=about)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Kota Semarang Masuk Open Government Partnership", ""),
        ("Pemkab Raih Predikat Informatif", "PPID utama menjawab. Menurut PPID, semua terbuka."),
        ("Layanan Aduan", "SP4N-LAPOR! dikelola PPID kabupaten."),
        ("Keterbukaan Informasi Publik Dinilai", ""),
        ("Sidang", "Sengketa informasi itu diputus Komisi Informasi Jawa Tengah."),
        ("Local OGP Action Plan Launched", ""),
        (
            "Wali Kota Bicara",
            "Transparansi anggaran, akuntabilitas, partisipasi publik, dan musrenbang dibahas.",
        ),
    ],
)
def test_open_government(title, text):
    assert topics.OPEN_GOVERNMENT in read(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "OGP Tandatangani Kontrak",
            "OGP, perusahaan oil and gas, menyebut transparansi dan akuntabilitas.",
        ),
        ("Warga Lapor Polisi", "Korban lapor ke polisi. Ia lapor dua kali. LAPOR, katanya."),
        ("Lapangan Terbuka untuk Umum", "Kejuaraan terbuka itu digelar di lapangan terbuka."),
        ("Siswa Terima KIP", "Kartu Indonesia Pintar (KIP) dan KIP Kuliah dibagikan."),
        ("Hanya Satu Data", "Dari semua berkas hanya satu data yang salah, satu data saja."),
        ("Cagub Diminta Transparan", "Ia ingin transparan soal dana."),
        ("", "Informasi publik disebut sekali."),
    ],
)
def test_no_open_government(title, text):
    assert topics.OPEN_GOVERNMENT not in read(title, text)


def test_companies_speak_of_transparency_too():
    text = "Transparansi, akuntabilitas, gratifikasi, partisipasi masyarakat, zona integritas."
    assert read("Bank Bicara", text, about=False) == []


@pytest.mark.parametrize(
    ("title", "text", "tags", "found"),
    [
        ("Dinkes Semarang Buka Posko", "", "", ["kesehatan"]),
        ("Pemkot Perbaiki Jembatan", "", "", ["pupr"]),
        ("Wali Kota Hadir", "Sekolah itu punya guru dan siswa baru.", "", ["pendidikan"]),
        ("Wali Kota Hadir", "Dinas Perhubungan mengatur angkot.", "", ["perhubungan"]),
        ("Wali Kota Hadir", "Sekolah, sekolah, dan sekolah.", "", []),
        ("Wali Kota Hadir", "Taman dibuka untuk nelayan.", "perikanan", ["kelautan_perikanan"]),
        (
            "Diskopukmindag Brebes Gelar Bazar",
            "",
            "",
            ["koperasi_ukm", "perdagangan", "perindustrian"],
        ),
        ("Bupati Bicara Umk", "Warga sma hadir.", "", []),  # UMK, SMA in capitals only
        ("Bupati Tetapkan UMK", "", "", ["tenaga_kerja"]),
        (
            "Vaksinasi Puskesmas",
            "Kesehatan warga dijaga. Sekolah dan guru libur di hotel.",
            "",
            ["kesehatan"],
        ),
    ],
)
def test_urusan(title, text, tags, found):
    assert read(title, text, tags) == found


def test_urusan_only_of_a_government():
    assert read("Ujian Sekolah di Finlandia", "Guru dan siswa senang.", about=False) == []


def test_the_32_urusan_and_who_serves_them():
    urusan = lexicon("topics")["urusan"]
    codes = [entry["code"] for entry in urusan.values()]
    assert len(codes) == 32
    assert [sum(code[0] == kind for code in codes) for kind in "123"] == [6, 18, 8]
    assert [int(code[2:]) for code in codes] == list(range(1, 33))
    with (DATA / "opd_urusan.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    served = {slug for row in rows for slug in row["urusan"].split()}
    assert served <= set(urusan)
    assert set(urusan) - served == {"statistik", "persandian"}  # always with Diskominfo
    written = [name for row in rows for name in (row["opd"].casefold(), *row["written"].split(";"))]
    assert len(written) == len(set(written))
