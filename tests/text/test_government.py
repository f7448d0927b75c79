"""Which articles are about a regional government, and what says so."""

import pytest

from tests.governments import article


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        (
            "Pemkot Semarang Benahi Pasar",
            "Pemkot Semarang membenahi pasar.",
            "title: Pemkot Semarang",
        ),
        ("Wali Kota Semarang Resmikan Pasar", "Wali Kota hadir.", "title: Wali Kota Semarang"),
        (
            "Ketua DPRD Sumut Jadi Tersangka",
            "Ketua DPRD Sumut diperiksa.",
            "title: Ketua DPRD Sumut",
        ),
        ("Badung Gencarkan Vaksinasi", "Bupati Badung hadir.", "title: Badung Gencarkan"),
        ("APBD Brebes Naik", "DPRD Brebes bersidang.", "title: APBD"),
        ("PDAM Bangun Jaringan", "PDAM Kota Medan hadir.", "title: PDAM Bangun"),
        (
            "Pasar Baru Selesai",
            "Pasar dibuka oleh Bupati Brebes. Pemkab Brebes hadir.",
            "text: Bupati Brebes … dibuka",
        ),
        (
            "Pasar Baru Selesai",
            "Wakil Bupati Brebes meresmikan pasar. Pemkab Brebes hadir.",
            "text: Wakil Bupati Brebes … meresmikan",
        ),
        (
            "Reklame Dikeluhkan Warga",
            "Camat Pancoran, Satpol PP Jakarta Selatan, dan Lurah Tebet bicara.",
            "text: Camat",
        ),
        ("Pemprov Jateng Biayai Pilkada", "Pemprov Jateng hadir.", "title: Pemprov Jateng"),
        ("KPK Tangkap Bupati Brebes", "Bupati Brebes ditangkap.", "title: Bupati Brebes"),
    ],
)
def test_about(title, text, said):
    found = article(title, text)
    assert found.about
    assert said in found.evidence


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Pencuri Motor Ditangkap di Semarang", "Polres Semarang menangkap pencuri."),
        ("Kebakaran di Brebes", "Bupati Brebes meninjau lokasi. Pemkab Brebes membantu."),
        ("Wali Kota London Resmikan Taman", "Wali Kota London membuka taman."),
        ("Calon Bupati Brebes Kampanye", "Bupati Brebes membuka acara. Pemkab Brebes hadir."),
        ("Survei: Gubernur Jateng Unggul di Pilgub", "Gubernur Jateng menerima hasil survei."),
        ("Oknum PNS Dishub Brebes Ditangkap", "Pegawai Dishub Brebes itu ditangkap polisi."),
        ("Persib Menang di Bandung", "Wali Kota Bandung menonton."),
        ("Gubernur BI Tahan Suku Bunga", "Gubernur BI bicara di Semarang."),
        ("Band Muda Angkat Nama Kaltim", "Kepala Dinas Pariwisata Kaltim bangga, katanya."),
        ("Pemerintah Siapkan Aturan", "Pemerintah menyiapkan aturan di Semarang."),
        ("Demo di Depan Gedung DPRD Brebes", "Massa di depan DPRD Brebes membuat macet."),
        (
            "Mensos Temui Kepala Daerah",
            "Pemerintah Daerah diminta. Pemda dan Pemda hadir di Brebes.",
        ),
        ("Mantan Bupati Brebes Divonis", "Mantan Bupati Brebes divonis di Semarang."),
        ("Warga Keroyok Mantan Anggota DPRD Brebes", "Mantan anggota DPRD Brebes luka."),
        ("Piala Gubernur Kaltim Dimulai", "Tim di Kaltim bersiap untuk Piala Gubernur."),
        ("Pemkot Semarang Benahi Pasar", ""),
        ("", ""),
    ],
)
def test_not_about(title, text):
    found = article(title, text)
    assert (found.about, found.evidence) == (False, [])


def test_a_portal_speaks_of_its_government():
    text = "Lomba itu diikuti siswa. Kepala Dinas Pendidikan hadir."
    found = article("Siswa Raih Juara", text, outlet_region="35.15", portal="sidoarjokab-go-id")
    assert found.about
    assert found.evidence[0] == "outlet: sidoarjokab-go-id"
    assert found.bodies == ["Dinas Pendidikan Sidoarjo"]


def test_evidence_is_bounded():
    names = " ".join(f"Pemkot Semarang dan Dinas Kesehatan Kota Semarang {n}." for n in range(200))
    found = article(names, names * 20)
    assert found.about
    assert len(found.evidence) <= 4
    assert max(map(len, found.evidence)) <= 100
    assert found.bodies == ["Pemkot Semarang", "Dinas Kesehatan Kota Semarang"]
