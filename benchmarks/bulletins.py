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
        f"dan malam {of.draw.choice(SKIES)}, suhu udara berkisar antara {of.draw.randint(21, 25)} "
        f"hingga {of.draw.randint(29, 34)} derajat Celsius dengan kelembapan "
        f"{of.draw.randint(55, 98)} persen."
        for place in PLACES[:12]
    )
    return (
        "Stasiun Meteorologi memprakirakan cuaca di sejumlah wilayah Jawa Tengah pada hari "
        f"{_day(of.day)}. Masyarakat diminta tetap memperhatikan perubahan cuaca yang dapat "
        f"terjadi sewaktu-waktu, terutama pada peralihan musim.\n\n{lines}\n\nAngin bertiup dari "
        f"arah tenggara dengan kecepatan {of.draw.randint(5, 12)} sampai "
        f"{of.draw.randint(15, 35)} kilometer per jam. Tinggi gelombang di Laut Jawa bagian "
        f"tengah {of.draw.randint(3, 15) / 10} meter. Nelayan dengan perahu kecil diharapkan "
        "berhati-hati dan selalu memantau keterangan terbaru dari petugas pelabuhan sebelum "
        "berangkat melaut."
    )


def prices(of: Issue) -> str:
    """Prices of fifteen goods at a market."""
    lines = " ".join(
        f"Harga {good} hari ini tercatat Rp {of.draw.randint(90, 990) * 100:,} per kilogram, dari "
        "sebelumnya "
        f"Rp {of.draw.randint(90, 990) * 100:,}.".replace(",", ".")
        for good in GOODS
    )
    return (
        "Dinas Perdagangan merilis perkembangan harga kebutuhan pokok di Pasar "
        f"{of.draw.choice(PLACES)} pada {_day(of.day)}. Pemantauan dilakukan setiap pagi oleh "
        f"petugas di beberapa kios pedagang yang menjadi rujukan.\n\n{lines}\n\nPedagang menyebut "
        "pasokan dari sentra produksi masih lancar sehingga warga tidak perlu membeli secara "
        "berlebihan. Pemerintah daerah akan menggelar pasar murah apabila harga terus naik, dan "
        "warga dapat melihat daftar lengkapnya pada papan pengumuman di pintu masuk pasar."
    )


def prayers(of: Issue) -> str:
    """Prayer times of twelve places, each of which moves by a minute every few days."""
    lines = "\n\n".join(
        f"Kabupaten {place}: {_times(of, number, _lies(of.series, place))}."
        for number, place in enumerate(PLACES[8:20])
    )
    return (
        f"Berikut jadwal salat untuk wilayah Jawa Tengah dan sekitarnya pada {_day(of.day)}. "
        "Jadwal ini disusun menurut perhitungan yang dipakai kantor urusan agama "
        f"setempat.\n\n{lines}\n\n{_ADVICE}"
    )


def town(of: Issue) -> str:
    """The same for one town: seven numbers, of which some are the next day's, too."""
    number = of.series // len(FORMS)  # no two of sixty series have the same times on a day
    return (
        f"Jadwal salat untuk warga {PLACES[number % len(PLACES)]} "
        f"{_PARTS[number // len(PLACES) % 4]} dan sekitarnya pada {_day(of.day)} adalah sebagai "
        f"berikut: {_times(of, 0, number * 7 % 60)}.\n\n{_ADVICE} Salat di awal waktu adalah "
        "amalan yang utama, dan warga yang bepergian dapat menjamaknya menurut ketentuan yang "
        "berlaku."
    )


def match(of: Issue) -> str:
    """Report of a football match: names of clubs, players and a referee, minutes."""
    home, guest = of.draw.sample(PLACES, 2)
    goals = " ".join(
        f"Gol pada menit ke-{of.draw.randint(2, 90)} dicetak {of.words.name()} setelah menerima "
        f"umpan matang dari {of.words.name()} di depan gawang yang dijaga {of.words.name()}."
        for _ in range(5)
    )
    return (
        f"Persatuan Sepak Bola {home} menjamu {guest} di Stadion {of.words.name()} dalam lanjutan "
        f"kompetisi liga daerah pada {_day(of.day)}. Pertandingan dipimpin wasit "
        f"{of.words.name()} dan disaksikan sekitar {of.draw.randint(11, 99) * 100} penonton yang "
        f"memenuhi tribun sejak sore.\n\n{goals}\n\nPada babak kedua kedua tim sama-sama "
        "melakukan pergantian pemain untuk menjaga irama permainan, tetapi sampai peluit panjang "
        f"dibunyikan tidak ada lagi gol tambahan. Pelatih {home}, {of.words.name()}, mengaku puas "
        "dengan kerja keras anak asuhnya dan akan segera menyiapkan tim untuk laga berikutnya. "
        f"Sementara itu pelatih {guest}, {of.words.name()}, menyatakan timnya masih perlu "
        f"berbenah terutama di lini belakang. Dengan hasil ini {home} mengumpulkan "
        f"{of.draw.randint(1, 60)} poin dan berada di peringkat {of.draw.randint(1, 18)}."
    )


def agenda(of: Issue) -> str:
    """A regent's day: hours, halls and names of guests."""
    stops = "\n\n".join(
        f"Pukul {_time(of.draw, hour)} WIB bupati dijadwalkan menghadiri "
        f"{of.draw.choice(_EVENTS)} di {of.draw.choice(_HALLS)} {of.words.name()} bersama "
        f"{of.words.name()} dan jajaran perangkat daerah terkait."
        for hour in (7, 8, 10, 11, 13, 14, 16, 19)
    )
    return (
        "Bagian Protokol dan Komunikasi Pimpinan Sekretariat Daerah Kabupaten "
        f"{of.draw.choice(PLACES)} menyampaikan agenda kegiatan bupati dan wakil bupati pada "
        f"{_day(of.day)}. Agenda dapat berubah menyesuaikan keadaan.\n\n{stops}\n\nWartawan yang "
        "akan meliput diminta menghubungi petugas protokol paling lambat satu jam sebelum acara "
        "dimulai, mengenakan tanda pengenal dan menempati ruang yang sudah disediakan. "
        "Keterangan pers setelah acara disampaikan oleh kepala bagian atau pejabat yang ditunjuk."
    )


_PARTS = ("Utara", "Selatan", "Timur", "Barat")
_ADVICE = (
    "Umat dianjurkan menambahkan dua menit sebagai kehati-hatian. Jadwal untuk hari berikutnya "
    "dapat dibaca pada halaman yang sama, dan pembaca yang menemukan perbedaan dengan masjid "
    "terdekat dapat mengikuti azan di sana."
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


def _lies(series: int, place: str) -> int:
    """Minutes by which a place differs."""
    return crc32(f"{series} {place}".encode()) % 60


def _times(of: Issue, place: int, moved: int) -> str:
    """`moved`: minutes, for where the place lies."""
    return ", ".join(
        f"{prayer} pukul {_clock(minutes + moved + (of.day + place) // days)}"
        for prayer, minutes, days in _PRAYERS
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}.{minutes % 60:02}"
