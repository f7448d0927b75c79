"""A press release of the tests' own writing, and what outlets make of it."""

from datetime import datetime, timedelta
from typing import Any

from recordsets import article

from ogpnews.items import Article

RELEASE = """\
Pemerintah Kota Semarang membuka pasar lampion di halaman Balai Kota, Selasa (24/11/2026). Pasar itu menampung
112 pedagang dari 16 kecamatan dan buka setiap hari pukul 16.00 sampai 22.00 WIB.

Wali Kota Semarang Ratna Suminar mengatakan, pasar lampion lahir dari usul warga dalam musyawarah perencanaan
pembangunan tahun lalu. Ia meminta kepala dinas terkait menjaga kebersihan halaman dan tidak menarik pungutan
apa pun selama tiga bulan pertama.

"Kami menyiapkan Rp1.250.000.000 untuk tenda, lampu dan jaringan listrik. Pedagang cukup membawa barang
dagangan mereka," kata Ratna.

Kepala Dinas Perdagangan Bagas Prihatin menambahkan, pendaftaran dibuka sejak awal Oktober dan diikuti 340
orang. Panitia memilih peserta lewat undian terbuka yang disiarkan langsung. Separuh peserta adalah perajin
bambu dan kertas dari Kelurahan Kembangarum, sisanya penjual makanan.

Seorang pedagang, Wulan Astuti, berharap pembeli dari luar kota ikut datang. Ia menjual lampion kertas seharga
Rp35.000 dan sudah membawa 80 buah untuk malam pertama.""".replace("\n\n", "¶").replace("\n", " ")
RELEASE = RELEASE.replace("¶", "\n\n")
PARAGRAPHS = tuple(RELEASE.split("\n\n"))
EDITED = (
    RELEASE.replace("membuka pasar", "meresmikan pasar").replace("Ia meminta", "Dia meminta")
    .replace("kata Ratna", "ujar Ratna").replace("berharap", "ingin")
)  # fmt: skip
"""Four words of 130 changed."""
SHORTENED = "\n\n".join(PARAGRAPHS[:3])
NEW_LEDE = "\n\n".join(
    ["Warga Semarang kini punya tempat baru untuk berburu lampion pada malam hari.", *PARAGRAPHS]
)
CAPTION = "Pedagang menata lampion di halaman Balai Kota Semarang, Selasa sore."


def bulletin(day: int) -> str:
    """A daily form: the wording is the same, the numbers are not."""
    lines = " ".join(
        f"Di Pasar {market} harga beras Rp{9 + day}.{place}{day % 10}0 per kilogram dan harga cabai "
        f"Rp{30 + day}.{day % 10}{place}0 per kilogram menurut catatan petugas."
        for place, market in enumerate(("Johar", "Bulu", "Peterongan", "Karangayu", "Jatingaleh"))
    )
    return (
        f"Dinas Perdagangan mencatat harga kebutuhan pokok pada {day}/11/2026 di lima pasar. {lines} "
        "Petugas mencatat harga setiap pagi sebelum pasar ramai dan menyampaikannya kepada warga lewat "
        "papan pengumuman di pintu masuk, agar pembeli dapat membandingkan harga sebelum berbelanja."
    )


def at(number: int, hours: float, text: str, outlet: str = "lereng", **changes: Any) -> Article:
    """An article that came out so many hours after the release."""
    when = datetime.fromisoformat("2026-11-24T02:00:00+00:00") + timedelta(hours=hours)
    return article(
        number,
        text=text,
        outlet=outlet,
        published=when.isoformat(),
        published_utc=f"{when:%Y-%m-%dT%H:%M:%SZ}",
        **changes,
    )
