"""Words, persons, clubs and buildings that bear the name of a region."""

import pytest
from regionparts import codes


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Nasib Malang Pedagang Pasar", "Nasib malang menimpa pedagang."),
        ("BATU BESAR JATUH DI PASAR", "Batu besar jatuh. Batu itu berat."),
        ("Perusahaan Serang Pasar India", "Perusahaan itu menyerang pasar."),
        ("Petani Di Serang Lebah", "Petani lari."),
        ("Hakim Ketuk Palu", "Palu diketuk tiga kali."),
        ("Polisi Buru Pencuri", "Polisi memburu pencuri."),
        ("Puncak Musim Hujan", "Puncak musim hujan tiba."),
        ("Polda Metro Jaya Tangkap Pencuri", "Polda Metro Jaya menangkap pencuri."),
        ("Santan Pati Ubi", "Pati dibuat dari ubi."),
        ("Landak Masuk Kebun", "Landak itu besar."),
        ("Ikan Sungai Kapuas", "Ikan hidup di Sungai Kapuas dan Sungai Barito."),
        ("Kapal di Selat Malaka", "Kapal berlayar di Selat Malaka menuju Laut Natuna."),
        ("Lagu Baru", "Bima Arya hadir. Menurut Bima Arya, lagu itu bagus."),
        ("Lagu Baru", "Cosmas Batubara hadir. Rudi Samosir dan Joko Lingga juga hadir."),
        ("Persib Bandung Menang", "Persib Bandung dan Arema Malang menang."),
        ("Jalan Jakarta Macet", "Jalan Jakarta macet. Jl. Surabaya juga."),
        ("Bank Jateng Buka Gerai", "Bank Jateng membuka gerai."),
        ("Nasi Padang dan Soto Kudus", "Nasi Padang enak. Batik Pekalongan laku."),
        ("Radar Bogor Ulang Tahun", "Radar Bogor dan Bali Post merayakan ulang tahun."),
        ("", "rapat di pati, batang, dan demak"),
        ("", "Ntb dan Ppu bukan singkatan; tala itu kolam."),
        ("Mitra Kerja", "Mitra kerja dan Palas Rumah. Mura sekali."),
        ("Marisa Tiba di Sumber Daya", "Marisa dan Anggi tiba. Sumber itu kering."),
        ("Sungai Penuh Sampah", "Sungai Penuh Sampah itu keruh."),
        ("50 Kota Terbaik di Dunia", "Lima Puluh Kota Dunia dipilih."),
        ("Lagu Roh Kudus", "Lagu Roh Kudus dinyanyikan."),
        ("Gempa di Papua Nugini", "Gempa mengguncang Papua Nugini."),
        ("Banjir Besar di London", "Banjir melanda London. Wali Kota London datang."),
    ],
)
def test_no_region(title: str, text: str) -> None:
    assert codes(text, title=title) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati Pati tiba. Warga Pati senang.", ["33.18"]),
        ("Pasar di Batu, Malang, dan Surabaya ramai.", ["35.07|35.73", "35.78", "35.79"]),
        ("Pasar di Kota Batu ramai.", ["35.79"]),
        ("Gempa di Palu. Warga Palu mengungsi.", ["72.71"]),
        ("Pemkot Bogor dipimpin Bima Arya.", ["32.71"]),
        ("Pasar di Kota Bima ramai.", ["52.72"]),
        ("Wisata di Samosir ramai.", ["12.17"]),
        ("Pemkab Landak menata pasar.", ["61.08"]),
        ("Pemkot Metro menata pasar.", ["18.72"]),
        ("Pemkab Puncak menata pasar.", ["94.05"]),
        ("Wali Kota Bandung Ridwan Kamil datang.", ["32.73"]),
        ("Bupati Mitra datang. Pemkab PALI menata pasar.", ["16.12", "71.07"]),
        ("Bupati Cirebon datang ke Sumber.", ["32.09"]),
        ("Kereta relasi Surabaya-Kudus lewat. Kereta di Lamongan berhenti.", ["35.24"]),
    ],
)
def test_the_region_all_the_same(text: str, expected: list[str]) -> None:
    assert sorted(codes(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat di Universitas Negeri Semarang. Polres Kudus hadir.",
        "Pasien dirawat di RSUD Tarakan.",
        "Pesawat mendarat di Bandara Ternate.",
    ],
)
def test_what_bears_a_name_is_weak_evidence(text: str) -> None:
    assert codes(text) == []
    assert codes(f"{text}\n\n{text}", title=text) != []
