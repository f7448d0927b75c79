"""Titles, acting forms, and who holds no office."""

import pytest

from tests.governments import actors, article


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("Wali Kota Semarang", "Wali Kota"),
        ("Walikota Semarang", "Wali Kota"),
        ("Walkot Semarang", "Wali Kota"),
        ("Wawali Semarang", "Wakil Wali Kota"),
        ("Wakil Bupati Brebes", "Wakil Bupati"),
        ("Wagub Jateng", "Wakil Gubernur"),
        ("Pj Wali Kota Semarang", "Pj Wali Kota"),
        ("Pj. Wali Kota Semarang", "Pj Wali Kota"),
        ("Pj.Walikota Semarang", "Pj Wali Kota"),
        ("Penjabat Wali Kota Semarang", "Pj Wali Kota"),
        ("Penjabat (Pj) Bupati Brebes", "Pj Bupati"),
        ("PENJABAT GUBERNUR JATENG", "Pj Gubernur"),
        ("Pjs Wali Kota Semarang", "Pjs Wali Kota"),
        ("Penjabat sementara (Pjs) Wali Kota Semarang", "Pjs Wali Kota"),
        ("Plt. Bupati Brebes", "Plt Bupati"),
        ("Pelaksana Tugas (Plt) Gubernur Jateng", "Plt Gubernur"),
        ("Plh Gubernur Jatim", "Plh Gubernur"),
        ("Pj. Sekda Brebes", "Pj Sekda"),
        ("Sekretaris Daerah Kota Semarang", "Sekda"),
        ("Sekdaprov Jatim", "Sekda"),
        ("Plt Kepala Dinas Kesehatan Brebes", "Plt Kepala Dinas Kesehatan"),
        ("Kadinkes Brebes", "Kepala Dinas Kesehatan"),
        ("Kadis Kesehatan Brebes", "Kepala Dinas Kesehatan"),
        ("Wako Pekanbaru", "Wali Kota"),
        ("Kepala BPBD Brebes", "Kepala BPBD"),
        ("Kalak BPBD Brebes", "Kepala Pelaksana BPBD"),
        ("Kasatpol PP Brebes", "Kepala Satpol PP"),
        ("Ketua DPRD Brebes", "Ketua DPRD"),
        ("Wakil Ketua III DPRD Brebes", "Wakil Ketua DPRD"),
        ("Ketua Komisi A DPRD Jateng", "Ketua Komisi DPRD"),
        ("anggota DPRD Brebes", "Anggota DPRD"),
        ("Camat Tembalang", "Camat"),
    ],
)
def test_normal_form(printed, office):
    assert [actor.office for actor in actors(f"Hadir {printed}, Senin.")] == [office]


@pytest.mark.parametrize(
    "printed",
    [
        "Gubernur BI", "Gubernur Bank Indonesia", "Gubernur Lemhannas", "Gubernur Akpol",
        "Gubernur Jenderal Hindia", "Wali Kota London", "Walikota New York", "Gubernur California",
        "Wali Nagari Koto", "Piala Gubernur", "Bupati Cup", "mantan Bupati Brebes",
        "eks Wali Kota Semarang", "bakal calon Gubernur Jateng",
        "calon gubernur dan wakil gubernur Jateng", "mantan Kepala Dinas Kesehatan Brebes",
        "menjadi bupati", "Kapolres Brebes", "Dandim Brebes", "Kajari Brebes", "Kepala BPS Brebes",
        "Kades Wanasari", "Pj Ketua Umum",
        "dia saat masih menjabat sebagai Wali Kota Semarang", "yang pernah menjadi Gubernur Jateng",
    ],
)  # fmt: skip
def test_no_office_of_a_regional_government(printed):
    assert [actor.office for actor in actors(f"Hadir {printed}, Senin.") if actor.office] == []


def test_offices_stand_once_in_the_order_of_the_text():
    text = "Wali Kota Semarang dan Sekda hadir. Plt Gubernur Jateng menyapa Wali Kota."
    assert article("", text).offices == ["Wali Kota", "Sekda", "Plt Gubernur"]


def test_nothing_is_said_of_another_country():
    found = article(
        "Turki Gelar Lomba Film", "Pemerintah kota Cekmekoy dan Wali Kota membuka lomba."
    )
    assert found == (False, [], [], [])
