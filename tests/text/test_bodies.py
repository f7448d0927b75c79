"""One body, one name."""

import pytest

from tests.governments import article

SEMARANG = ("33.74",)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Pemkot Semarang", "Pemkot Semarang"),
        ("Pemko Semarang", "Pemkot Semarang"),
        ("Pemerintah Kota Semarang", "Pemkot Semarang"),
        ("Pemerintah Kota (Pemkot) Semarang", "Pemkot Semarang"),
        ("PEMKOT SEMARANG", "Pemkot Semarang"),
        ("Pemkab Semarang", "Pemkab Semarang"),
        ("Pemda Kabupaten Sorong", "Pemkab Sorong"),
        ("Pemerintah Daerah Brebes", "Pemkab Brebes"),
        ("Pemerintah Provinsi Jawa Tengah", "Pemprov Jateng"),
        ("Pemprov Jateng", "Pemprov Jateng"),
        ("Pemprov DKI Jakarta", "Pemprov DKI Jakarta"),
        ("Pemda DIY", "Pemprov DIY"),
        ("Pemerintah Aceh", "Pemprov Aceh"),
        ("DPRD Provinsi Jawa Tengah", "DPRD Jateng"),
        ("DPRD Jateng", "DPRD Jateng"),
        ("Dewan Perwakilan Rakyat Daerah (DPRD) Kota Semarang", "DPRD Kota Semarang"),
        ("DPRD Kabupaten Semarang", "DPRD Kabupaten Semarang"),
        ("DPRD Kabupaten Brebes", "DPRD Brebes"),
        ("DPRD Brebes", "DPRD Brebes"),
        ("DPRK Banda Aceh", "DPRK Banda Aceh"),
        ("DPRA", "DPRA"),
        ("DPR Aceh", "DPRA"),
        ("DPR Papua", "DPRP"),
        ("DPR Papua Barat Daya", "DPRP Papua Barat Daya"),
        ("Majelis Rakyat Papua", "MRP"),
        ("Forkompimda Brebes", "Forkopimda Brebes"),
        ("Setda Kota Kupang", "Setda Kota Kupang"),
        ("Dinas Kesehatan (Dinkes) Kota Semarang", "Dinas Kesehatan Kota Semarang"),
        (
            "Dinas Komunikasi dan Informatika (Kominfo) Brebes",
            "Dinas Komunikasi dan Informatika Brebes",
        ),
        ("Dinkes Brebes", "Dinas Kesehatan Brebes"),
        ("Diskominfostaper Kabupaten Brebes", "Dinas Komunikasi dan Informatika Brebes"),
        ("Dinas Bina Marga dan Pertamanan Kota Medan", "Dinas Bina Marga Medan"),
        ("Dinas Perumahan, Taman, dan Makam Kota Medan", "Dinas Perumahan, Taman, dan Makam Medan"),
        ("Biro Humas dan Protokol NTT", "Biro Humas NTT"),
        ("Dinas Penataan Bangunan Kota Medan", "Dinas Penataan Bangunan Medan"),
        ("Badan Penanggulangan Bencana Daerah Provinsi Bali", "BPBD Bali"),
        (
            "Dinas Pemuda, Olahraga dan Pariwisata Brebes",
            "Dinas Pemuda, Olahraga, dan Pariwisata Brebes",
        ),
        ("Satpol-PP Kota Malang", "Satpol PP Kota Malang"),
    ],
)
def test_normal_form(printed, name):
    assert article("", f"Hadir juga {printed}, Senin.").bodies == [name]


@pytest.mark.parametrize(
    "printed",
    [
        "Pemerintah", "pemerintah kota besar", "Polres Brebes", "Kodim Brebes", "Kejari Brebes",
        "KPU Brebes", "Bawaslu Jateng", "Kemenag Brebes", "BPS Brebes", "DPR",
        "Dinas Rahasia Amerika", "rumah dinas di Brebes", "Dinas Penerangan Angkatan Darat",
        "Komisi Informasi",
    ],
)  # fmt: skip
def test_no_body_of_a_regional_government(printed):
    assert article("", f"Di Brebes hadir juga {printed}, Senin.").bodies == []


@pytest.mark.parametrize(
    ("text", "own", "bodies"),
    [
        ("Pemkot Semarang hadir. Pemkot memberi bantuan.", (), ["Pemkot Semarang"]),
        ("Pemkot memberi bantuan di Semarang.", SEMARANG, ["Pemkot Semarang"]),
        ("Pemprov memberi bantuan di Semarang.", SEMARANG, ["Pemprov Jateng"]),
        ("DPRD Semarang bersidang.", SEMARANG, ["DPRD Kota Semarang"]),
        ("DPRD Semarang bersidang.", (), ["DPRD Semarang"]),
        ("DPRD Semarang dan Wali Kota Semarang hadir.", (), ["DPRD Kota Semarang"]),
        ("Dishub dan Pemkab Brebes hadir.", (), ["Dinas Perhubungan Brebes", "Pemkab Brebes"]),
        ("Dishub di Brebes hadir.", (), []),  # whose, the regions of the article say
        ("Dishub di Brebes hadir.", ("33.29",), ["Dinas Perhubungan Brebes"]),
        (
            "Dishub, Pemkab Brebes, dan Pemkab Tegal.",
            (),
            ["Dinas Perhubungan", "Pemkab Brebes", "Pemkab Tegal"],
        ),
        ("Inspektorat Kementerian hadir.", (), []),
        ("Pemkot Antah hadir.", (), ["Pemkot"]),
        ("Pemerintah kota Cekmekoy hadir.", (), []),
        ("Dinas Anu di Brebes hadir.", (), []),
        ("Kepala Dinas Anu, Dewi Melati hadir.", ("33.29",), ["Dinas Anu Brebes"]),
        ("Pemkab bertemu wakil Brebes dan Tegal.", (), ["Pemkab"]),
    ],
)
def test_region_of_a_body(text, own, bodies):
    assert article("", text, own).bodies == bodies


def test_portal_speaks_of_its_own_government():
    found = article("", "Pemkab hadir.", outlet_region="35.15", portal="sidoarjokab-go-id")
    assert found.bodies == ["Pemkab Sidoarjo"]
