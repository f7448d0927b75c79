"""Look-alikes that are no copies: forms filled in anew every day, of our own wording.

Each form is a text with slots. Its fixed words are the same in all of a series; numbers, names and
days are drawn anew for every article; prayer times depend on the day and on the series, as on a region.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

from pseudowords import Words

_PLACES = """
Semarang Salatiga Kendal Demak Grobogan Boyolali Klaten Sragen Wonogiri Blora Rembang Pati Kudus Jepara
Batang Pemalang Tegal Brebes Cilacap Banyumas Purbalingga Kebumen Purworejo Wonosobo Magelang Temanggung
"""
PLACES = _PLACES.split()
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
SKIES = (
    "cerah",
    "cerah berawan",
    "berawan",
    "berawan tebal",
    "hujan ringan",
    "hujan sedang",
    "hujan lebat",
)
GOODS = (
    """
beras medium|beras premium|gula pasir|minyak goreng curah|daging ayam ras|daging sapi|telur ayam|cabai merah
besar|cabai rawit|bawang merah|bawang putih|kedelai impor|tepung terigu|jagung pipilan|ikan bandeng
""".replace("\n", " ")
    .strip()
    .split("|")
)


@dataclass(frozen=True, slots=True)
class Issue:
    """What a form is filled in with."""

    draw: random.Random
    words: Words
    day: int
    """Counts from the beginning of a year."""
    series: int
    """Number of the series."""


def weather(of: Issue) -> str:
    """Forecast for twelve places."""
    lines = "\n\n".join(
        f"Wilayah {place} pada pagi hari {of.draw.choice(SKIES)}, siang {of.draw.choice(SKIES)} "
        f"dan "
        f"malam "
        f"{of.draw.choice(SKIES)}, suhu udara berkisar antara {of.draw.randint(21, 25)} hingga "
        f"{of.draw.randint(29, 34)} derajat Celsius dengan kelembapan {of.draw.randint(55, 98)} "
        f"persen."
        for place in PLACES[:12]
    )
    return (
        f"Stasiun Meteorologi memprakirakan cuaca di sejumlah wilayah Jawa Tengah pada hari "
        f"{_day(of.day)}. "
        "Masyarakat diminta tetap memperhatikan perubahan cuaca yang dapat terjadi "
        "sewaktu-waktu, terutama "
        f"pada peralihan musim.\n\n{lines}\n\nAngin bertiup dari arah tenggara dengan kecepatan "
        f"{of.draw.randint(5, 12)} sampai {of.draw.randint(15, 35)} kilometer per jam. Tinggi "
        f"gelombang di Laut Jawa "
        f"bagian tengah {of.draw.randint(3, 15) / 10} meter. Nelayan dengan perahu kecil "
        f"diharapkan "
        f"berhati-hati "
        "dan selalu memantau keterangan terbaru dari petugas pelabuhan sebelum berangkat melaut."
    )


def prices(of: Issue) -> str:
    """Prices of fifteen goods at a market."""
    lines = " ".join(
        f"Harga {good} hari ini tercatat Rp {of.draw.randint(90, 990) * 100:,} per kilogram, dari "
        f"sebelumnya "
        f"Rp {of.draw.randint(90, 990) * 100:,}.".replace(",", ".")
        for good in GOODS
    )
    return (
        f"Dinas Perdagangan merilis perkembangan harga kebutuhan pokok di Pasar "
        f"{of.draw.choice(PLACES)} pada "
        f"{_day(of.day)}. Pemantauan dilakukan setiap pagi oleh petugas di beberapa kios pedagang "
        f"yang menjadi "
        f"rujukan.\n\n{lines}\n\nPedagang menyebut pasokan dari sentra produksi masih lancar "
        f"sehingga warga "
        "tidak perlu membeli secara berlebihan. Pemerintah daerah akan menggelar pasar murah "
        "apabila harga "
        "terus naik, dan warga dapat melihat daftar lengkapnya pada papan pengumuman di pintu "
        "masuk pasar."
    )


def prayers(of: Issue) -> str:
    """Prayer times of twelve places, each of which moves by a minute every few days."""
    lines = "\n\n".join(
        f"Kabupaten {place}: {_times(of, number)}." for number, place in enumerate(PLACES[8:20])
    )
    return (
        f"Berikut jadwal salat untuk wilayah Jawa Tengah dan sekitarnya pada {_day(of.day)}. Jadwal "
        "ini disusun menurut perhitungan yang dipakai kantor urusan agama setempat.\n\n"
        f"{lines}\n\n{_ADVICE}"
    )


def town(of: Issue) -> str:
    """The same for one town: seven numbers, of which some are the next day's, too."""
    return (
        f"Jadwal salat untuk warga {PLACES[of.series % len(PLACES)]} dan sekitarnya pada {_day(of.day)} "
        f"adalah sebagai berikut: {_times(of, 0)}.\n\n{_ADVICE} Salat di awal waktu adalah amalan yang "
        "utama, dan warga yang bepergian dapat menjamaknya menurut ketentuan yang berlaku."
    )


def match(of: Issue) -> str:
    """Report of a football match: names of clubs, players and a referee, minutes."""
    home, guest = of.draw.sample(PLACES, 2)
    goals = " ".join(
        f"Gol pada menit ke-{of.draw.randint(2, 90)} dicetak {of.words.name()} setelah menerima "
        f"umpan "
        f"matang dari "
        f"{of.words.name()} di depan gawang yang dijaga {of.words.name()}."
        for _ in range(5)
    )
    return (
        f"Persatuan Sepak Bola {home} menjamu {guest} di Stadion {of.words.name()} dalam lanjutan "
        f"kompetisi liga "
        f"daerah pada {_day(of.day)}. Pertandingan dipimpin wasit {of.words.name()} dan "
        f"disaksikan "
        f"sekitar "
        f"{of.draw.randint(11, 99) * 100} penonton yang memenuhi tribun sejak "
        f"sore.\n\n{goals}\n\nPada babak kedua "
        "kedua tim sama-sama melakukan pergantian pemain untuk menjaga irama permainan, tetapi "
        "sampai peluit "
        f"panjang dibunyikan tidak ada lagi gol tambahan. Pelatih {home}, {of.words.name()}, "
        f"mengaku puas dengan "
        "kerja keras anak asuhnya dan akan segera menyiapkan tim untuk laga berikutnya. "
        "Sementara itu pelatih "
        f"{guest}, {of.words.name()}, menyatakan timnya masih perlu berbenah terutama di lini "
        f"belakang. Dengan hasil "
        f"ini {home} mengumpulkan {of.draw.randint(1, 60)} poin dan berada di peringkat "
        f"{of.draw.randint(1, 18)}."
    )


def agenda(of: Issue) -> str:
    """A regent's day: hours, halls and names of guests."""
    stops = "\n\n".join(
        f"Pukul {_time(of.draw, hour)} WIB bupati dijadwalkan menghadiri "
        f"{of.draw.choice(_EVENTS)} di "
        f"{of.draw.choice(_HALLS)} {of.words.name()} bersama {of.words.name()} dan jajaran "
        f"perangkat "
        f"daerah terkait."
        for hour in (7, 8, 10, 11, 13, 14, 16, 19)
    )
    return (
        f"Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah Kabupaten "
        f"{of.draw.choice(PLACES)} "
        f"menyampaikan agenda kegiatan bupati dan wakil bupati pada {_day(of.day)}. Agenda dapat "
        f"berubah "
        f"menyesuaikan keadaan.\n\n{stops}\n\nWartawan yang akan meliput diminta menghubungi "
        f"petugas protokol "
        "paling lambat satu jam sebelum acara dimulai, mengenakan tanda pengenal dan menempati "
        "ruang yang sudah "
        "disediakan. Keterangan pers setelah acara disampaikan oleh kepala bagian atau pejabat "
        "yang ditunjuk."
    )


_ADVICE = (
    "Umat dianjurkan menambahkan dua menit sebagai kehati-hatian. Jadwal untuk hari berikutnya dapat "
    "dibaca pada halaman yang sama, dan pembaca yang menemukan perbedaan dengan masjid terdekat dapat "
    "mengikuti azan di sana."
)
_PRAYERS = (
    ("Imsak", 245, 3), ("Subuh", 255, 3), ("Zuhur", 700, 4), ("Asar", 890, -5), ("Magrib", 1065, 2),
    ("Isya", 1140, 2),
)  # fmt: skip
"""Prayer, minutes since midnight, days until it has moved by a minute."""
FORMS: tuple[Callable[[Issue], str], ...] = (
    weather,
    prices,
    prayers,
    town,
    match,
    agenda,
)
_EVENTS = (
    "rapat koordinasi",
    "peresmian gedung",
    "panen raya",
    "wisuda santri",
    "lomba desa",
    "upacara",
)
_HALLS = ("Pendopo", "Aula", "Balai Desa", "Lapangan", "Hotel", "Gedung")


def _day(day: int) -> str:
    """As printed; `day` counts from the beginning of a year."""
    when = date(2025, 1, 1) + timedelta(days=day)
    return f"{DAYS[when.weekday()]} ({when.day}/{when.month}/{when.year})"


def _time(draw: random.Random, hour: int) -> str:
    return f"{hour:02}.{draw.randint(0, 59):02}"


def _times(of: Issue, place: int) -> str:
    moved = crc32(f"{of.series} {place}".encode()) % 60  # where the place lies
    return ", ".join(
        f"{prayer} pukul {_clock(minutes + moved + (of.day + place) // days)}"
        for prayer, minutes, days in _PRAYERS
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}.{minutes % 60:02}"
