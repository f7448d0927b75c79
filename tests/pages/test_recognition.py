"""What is no article gives no record, and says why; what is one is never refused."""

from pathlib import Path

import pytest
from written import load, names

from ogpnews.extract import NotAnArticle, Options, Source, extract
from ogpnews.items import Article
from ogpnews.normalise import EXPORTED

TEASER = (
    "Pemerintah kabupaten menyampaikan kemajuan pekerjaan itu dalam rapat terbuka yang dihadiri"
    " perwakilan warga dari seluruh kecamatan."
)
PROSE = (
    "Pemerintah kabupaten membuka hasil lelang pekerjaan umum kepada warga, Senin (6/5/2024).",
    "Setiap nilai kontrak dapat dibandingkan dengan perkiraan sendiri yang disusun lebih dahulu.",
    "Daftar itu juga memuat nama pengawas, nomor pengaduan, dan tenggat setiap pekerjaan.",
    '"Warga boleh bertanya kapan saja," kata Bupati Rahmat Sudirjo seusai pertemuan itu.',
)


def items(number: int, *, teasers: bool = False) -> str:
    """Stories as a listing shows them."""
    return "\n".join(
        f'<div class="item"><h3><a href="/berita/{n}/pemkab-umumkan-hasil-lelang-nomor-{n}">Pemkab'
        f" Umumkan Hasil Lelang Nomor {n}</a></h3><span>Senin, {1 + n % 28} Januari 2024 | 08:00</span>"
        f"{f'<p>{TEASER}</p>' if teasers else ''}</div>"
        for n in range(number)
    )


def page(title: str, body: str, head: str = "") -> bytes:
    return (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>{head}'
        f"</head><body>{body}</body></html>"
    ).encode()


def article(extra: str = "", title: str = "Pemkab Buka Hasil Lelang kepada Warga") -> str:
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    return f"<h1>{title}</h1><p>Senin, 6 Mei 2024 | 09:00 WIB</p><div>{text}</div>{extra}"


def read(body: bytes, url: str | None = None) -> Article:
    return extract(Source("page.html", body, url), Options())


HOME = page("Kabar Lawu - Berita Terkini", f"<main>{items(20, teasers=True)}</main>")
TAG = page("Tag: lelang - Kabar Lawu", f"<h1>lelang</h1>{items(6, teasers=True)}")
SEARCH = page("Hasil pencarian untuk lelang", f"<h1>12 hasil</h1>{items(6, teasers=True)}")
INDEX = page("Kabar Lawu", f"<h1>Semua Berita</h1>{items(30)}")
TEASERS = page(
    "Kabar Lawu",
    f'<h1><a href="/berita/1/lelang">Pemkab Umumkan Lelang Pertama</a></h1>{items(20, teasers=True)}',
)
WEBSITE = page(
    "Kabar Lawu",
    f"<h2>Pilihan</h2>{items(20, teasers=True)}",
    '<meta property="og:type" content="website">',
)
LOST = page("404 Not Found - Kabar Lawu", f"<h1>Maaf</h1><p>{TEASER}</p><p>{TEASER}</p>")
LOST_ID = page("Halaman tidak ditemukan", f"<h1>Maaf</h1><p>{TEASER}</p><p>{TEASER}</p>")

STATED = '<meta property="article:published_time" content="2024-05-06T09:00:00+07:00">'
WEBSITE_TAG = '<meta property="og:type" content="website">'
TWO_LINKS = (
    '<link rel="canonical" href="https://lawu.example">'
    '<link rel="canonical" href="https://lawu.example/berita/7/lelang">'
)
WALL = (
    f"<h1>Pemkab Buka Hasil Lelang</h1><div><p>{PROSE[0]}</p>"
    "<p>Artikel ini khusus untuk pelanggan.</p></div>"
)
CARDS = "<h1>Kabar Lawu Hari Ini</h1>" + "".join(
    '<div class="baris"><div class="kolom"><div class="kartu">'
    f'<h3>Pemkab Umumkan Lelang {n}</h3><div class="kutipan"><p>{TEASER} {TEASER}</p>'
    f"<p>{TEASER}</p></div></div></div></div>"
    for n in range(6)
)

REFUSED = {
    "home": (HOME, "https://lawu.example/", "listing"),
    "home without an address": (HOME, None, "listing"),
    "tag by its address": (INDEX, "https://lawu.example/tag/lelang", "listing"),
    "tag by its title": (TAG, None, "listing"),
    "category": (INDEX, "https://lawu.example/category/pemerintahan/page/3", "listing"),
    "search by its title": (SEARCH, "https://lawu.example/?s=lelang", "listing"),
    "index by its links": (INDEX, None, "listing"),
    "index by its address": (INDEX, "https://lawu.example/indeks?tanggal=2024-05-06", "listing"),
    "headline that leads elsewhere": (TEASERS, None, "listing"),
    "front page by its own word": (WEBSITE, "https://lawu.example/terkini", "listing"),
    "teaser behind a wall": (
        page("Pemkab Buka Hasil Lelang", WALL, STATED),
        "https://lawu.example/berita/7/lelang",
        "other",
    ),
    "product": (
        page("Kursi Rotan", article(), '<meta property="og:type" content="product">'),
        "https://lawu.example/p/7/kursi-rotan",
        "other",
    ),
    "one of many boxes of the same make": (
        page("Kabar Lawu", CARDS),
        "https://lawu.example/terkini/hari",
        "listing",
    ),
    "front by its first canonical link": (
        page("Pemkab Buka Hasil Lelang", article(), TWO_LINKS + WEBSITE_TAG),
        None,
        "listing",
    ),
    "error page": (LOST, "https://lawu.example/berita/7/hilang", "other"),
    "error page in Indonesian": (LOST_ID, "https://lawu.example/berita/7/hilang", "other"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    body, url, kind = REFUSED[name]
    with pytest.raises(NotAnArticle, match=f"no article: the page is of kind {kind}"):
        read(body, url)


def test_page_without_text_says_how_much_there_was() -> None:
    with pytest.raises(NotAnArticle, match=r"no article: \d+ characters of text found, 80 needed"):
        read(page("Foto Bersama", "<h1>Foto Bersama Bupati dan Warga</h1><p>Segera hadir.</p>"))


def test_page_without_anything() -> None:
    with pytest.raises(NotAnArticle, match="no headline found"):
        read(page("", "<p></p>"))


KEPT = {
    "the front and its own address as canonical links": (
        page("Pemkab Buka Hasil Lelang", article(), TWO_LINKS),
        None,
    ),
    "many links around it": (
        page("Pemkab Buka Hasil Lelang", article(f"<div>{items(40)}</div>")),
        None,
    ),
    "a WordPress address by number": (
        page("Pemkab Buka Hasil Lelang", article()),
        "https://lawu.example/?p=1208",
    ),
    "a site that calls every page a website": (
        page(
            "Pemkab Buka Hasil Lelang",
            article(f"<div>{items(40)}</div>"),
            '<meta property="og:type" content="website">',
        ),
        "https://lawu.example/berita/7/lelang",
    ),
    "a headline that links to itself": (
        page(
            "Pemkab Buka Hasil Lelang",
            article()
            .replace("<h1>", '<h1><a href="/berita/7/lelang">')
            .replace("</h1>", "</a></h1>"),
        ),
        "https://lawu.example/berita/7/lelang",
    ),
    "a channel in its address": (
        page("Pemkab Buka Hasil Lelang", article()),
        "https://lawu.example/kategori/daerah/pemkab-buka-hasil-lelang-kepada-warga",
    ),
    "an archive in its headline": (
        page(
            "Arsip Daerah Dibuka untuk Umum",
            article(title="Arsip Daerah Dibuka untuk Umum"),
        ),
        None,
    ),
    "a number like that of an error": (
        page(
            "404 Warga Ikut Pelatihan Daring",
            article(title="404 Warga Ikut Pelatihan Daring"),
            '<meta property="article:published_time" content="2024-05-06T09:00:00+07:00">',
        ),
        None,
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_kept(name: str) -> None:
    body, url = KEPT[name]
    assert read(body, url).text.split("\n\n") == list(PROSE)


@pytest.mark.parametrize("path", ["/foto/7/panen-raya", "/galeri/7/panen-raya"])
def test_gallery_by_its_address(path: str) -> None:
    assert read(page("Panen", article()), f"https://lawu.example{path}").kind == "gallery"


def test_video_by_its_address() -> None:
    assert read(page("Panen", article()), "https://lawu.example/video/7/panen").kind == "video"


@pytest.mark.parametrize("name", names(generic=True) + names(generic=False))
def test_pages_of_our_own_are_exported(name: str) -> None:
    told = load(name)
    assert extract(Source(name, told.body, told.url), Options(told.outlet)).kind in EXPORTED


def _listings() -> list[str]:
    folder = Path(__file__).resolve().parents[3] / "shared" / "listings"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.html")) or ["none here"]


@pytest.mark.parametrize("name", _listings())
def test_real_listings_give_no_article(name: str, shared: Path) -> None:
    with pytest.raises(NotAnArticle):
        extract(Source(str(shared / "listings" / name)), Options())
