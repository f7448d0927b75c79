"""A news site of invented articles over many hosts, as bytes that a server can send at once.

Hosts list their articles in different ways: sitemap index with packed children, feeds, listings
with paging, archives by date. Each names an article that its robots.txt forbids, and some articles
stand under a second address: tracking parameters, `?page=1`, an AMP page.
"""

import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

KINDS = ("sitemaps", "feeds", "listings", "archives")
SIZES = {"small": 15_000, "large": 90_000}
"""Bytes of an article's page, about."""
FORBIDDEN = "/tertutup/pr-9999/rahasia"
LAST_DAY = datetime.now(ZoneInfo("Asia/Jakarta")).date()
"""Archives are read from today backwards."""
A_PAGE = 25
"""Articles of a listing page or of a day."""
_TEXT = """
warga desa kecamatan bupati jalan jembatan pasar sekolah puskesmas irigasi sawah panen nelayan anggaran
pembangunan pelayanan kesehatan pendidikan lingkungan kegiatan peserta program bantuan perbaikan saluran
pekerjaan keluarga kelompok koperasi produk wisata taman sungai bendungan
"""
_WORDS = _TEXT.split()
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"


@dataclass(frozen=True, slots=True)
class Host:
    """One outlet of the site."""

    number: int
    base: str
    """`http://127.0.1.1:8000`"""
    articles: int
    size: str = "small"
    written: int | None = None
    """Articles that have a page, None for all: the others are listed alone."""

    @property
    def kind(self) -> str:
        return KINDS[self.number % len(KINDS)]

    def path(self, number: int) -> str:
        """Of an article; every host has its own numbers."""
        return f"/daerah/pr-{self.number + 1}{number:05}/warga-desa"

    def title(self, number: int) -> str:
        return f"Warga Desa {self.number + 1}-{number} Perbaiki Saluran Air"

    def day(self, number: int) -> date:
        return LAST_DAY - timedelta(days=number // A_PAGE)

    @property
    def first_day(self) -> date:
        return self.day(self.articles - 1)

    def toml(self, delay: float) -> str:
        """The outlet's file."""
        entries = {
            "sitemaps": "/sitemap.xml", "feeds": "/feed", "listings": "/daerah?page={page}",
            "archives": "/arsip/{YYYY}/{MM}/{DD}/{page}",
        }  # fmt: skip
        return (
            f'name = "Kabar {self.number}"\nurl = "{self.base}"\nfamily = "promedia"\nregion = "33"\n'
            f"timezone = \"Asia/Jakarta\"\ndelay = {delay}\narticle = '/pr-\\d+/'\n"
            f'[discover]\n{self.kind} = ["{entries[self.kind]}"]\n'
        )

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Path → answer, of everything that the host has."""
        yield "/robots.txt", _answer(b"User-agent: *\nDisallow: /tertutup/\n", "text/plain")
        yield from getattr(self, f"_{self.kind}")()
        furniture = _furniture(SIZES[self.size])
        written = self.articles if self.written is None else min(self.written, self.articles)
        for number in range(written):
            page = self._article(number, furniture)
            yield self.path(number), page
            if number % 50 == 7:
                yield f"{self.path(number)}?page=1", page
            if number % 100 == 9:
                yield f"/amp{self.path(number)}", page

    def _urls(self) -> Iterator[tuple[str, date]]:
        """Every article, under a second address now and then, and the forbidden one."""
        for number in range(self.articles):
            day, path = self.day(number), self.base + self.path(number)
            yield path, day
            if number % 20 == 3:
                yield f"{path}?utm_source=beranda&utm_medium=web", day
            if number % 50 == 7:
                yield f"{path}?page=1", day
            if number % 100 == 9:
                yield path.replace("/daerah/", "/amp/daerah/", 1), day
        yield self.base + FORBIDDEN, LAST_DAY

    def _sitemaps(self) -> Iterator[tuple[str, bytes]]:
        urls = [
            f"<url><loc>{url.replace('&', '&amp;')}</loc><lastmod>{day}</lastmod></url>"
            for url, day in self._urls()
        ]
        size = 1000 if self.written is None else len(urls)
        parts = [urls[start : start + size] for start in range(0, len(urls), size)]
        names = [f"/sitemap-{number}.xml.gz" for number in range(len(parts))]
        index = "".join(f"<sitemap><loc>{self.base}{name}</loc></sitemap>" for name in names)
        yield "/sitemap.xml", _answer(f"<sitemapindex>{index}</sitemapindex>".encode(), "text/xml")
        for name, part in zip(names, parts, strict=True):
            body = f"<urlset>{''.join(part)}</urlset>".encode()
            yield name, _answer(gzip.compress(body, 6, mtime=0), "application/gzip", packed=False)

    def _feeds(self) -> Iterator[tuple[str, bytes]]:
        items = "".join(
            f"<item><link>{url.replace('&', '&amp;')}</link>"
            f"<pubDate>{day:%d %b %Y} 09:30:00 +0700</pubDate></item>"
            for url, day in self._urls()
        )
        yield "/feed", _answer(f"<rss><channel>{items}</channel></rss>".encode(), "text/xml")

    def _listings(self) -> Iterator[tuple[str, bytes]]:
        urls = [url for url, _ in self._urls()]
        size = max(A_PAGE, -(-len(urls) // 18))  # a listing is read as far as 20 pages
        for number, start in enumerate(range(0, len(urls), size), 1):
            yield f"/daerah?page={number}", _listing(urls[start : start + size])

    def _archives(self) -> Iterator[tuple[str, bytes]]:
        days: dict[date, list[str]] = {}
        for url, day in self._urls():
            days.setdefault(day, []).append(url)
        for day, urls in days.items():
            for number, start in enumerate(range(0, len(urls), 20), 1):
                yield f"/arsip/{day:%Y/%m/%d}/{number}", _listing(urls[start : start + 20])

    def _article(self, number: int, furniture: tuple[str, str]) -> bytes:
        rng = random.Random(1000 * self.number + number)  # noqa: S311  # invents sentences
        day = self.day(number)
        printed = f"{day.day} {_MONTHS.split()[day.month - 1]} {day.year}"
        text = "".join(f"<p>{' '.join(_sentence(rng) for _ in range(4))}</p>" for _ in range(9))
        head, foot = furniture
        html = (
            f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>{self.title(number)}'
            f'</title><link rel="canonical" href="{self.base}{self.path(number)}">'
            f'<meta property="og:title" content="{self.title(number)}">{head}'
            f'<h1 class="read__title">{self.title(number)}</h1>'
            '<div class="read__info__author"><a>Rin Wulandari</a></div>'
            f'<div class="read__info__date">- {printed} | 09:30 WIB</div>'
            f'<article class="read__content">{text}</article>{foot}'
        )
        return _answer(html.encode(), "text/html; charset=utf-8")


def _sentence(rng: random.Random) -> str:
    words = " ".join(rng.choice(_WORDS) for _ in range(rng.randint(8, 16)))
    return f"{words.capitalize()}."


def _furniture(size: int) -> tuple[str, str]:
    """What stands before and behind the article, so that a page has about so many bytes."""
    rng = random.Random(size)  # noqa: S311
    script = "".join(f"var data{n}={{id:{n},nilai:'{rng.random()}'}};" for n in range(size // 150))
    menu = "".join(
        f'<li><a href="/kanal/{n}">{rng.choice(_WORDS)}</a></li>' for n in range(size // 900)
    )
    teasers = "".join(
        f'<div class="teaser col-xs-12 col-sm-6" data-kanal="daerah" data-urutan="{n}" data-lacak="t-{n}">'
        f'<a href="/daerah/pr-8{n:04}/lain"><img src="/foto/{n}-kecil.jpg" width="120" height="90" alt="" '
        f'loading="lazy" srcset="/foto/{n}-kecil.jpg 120w, /foto/{n}-sedang.jpg 360w, /foto/{n}.jpg 720w">'
        f'<h3 class="teaser__title">{_sentence(rng)}</h3></a><span>{n} jam lalu</span></div>'
        for n in range(size // 800)
    )
    return (
        f"<script>{script}</script></head><body><nav><ul>{menu}</ul></nav>",
        f'<aside class="terkait">{teasers}</aside><footer>Redaksi</footer></body></html>',
    )


def _listing(urls: list[str]) -> bytes:
    links = (
        f'<h2 class="latest__title"><a href="{url.replace("&", "&amp;")}">Warga</a></h2>'
        for url in urls
    )
    return _answer(
        f"<html><body>{''.join(links)}</body></html>".encode(), "text/html; charset=utf-8"
    )


def _answer(body: bytes, kind: str, *, packed: bool = True) -> bytes:
    """A whole answer, its body packed as most servers do it."""
    encoding = "Content-Encoding: gzip\r\n" if packed else ""
    body = gzip.compress(body, 1, mtime=0) if packed else body
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def page_of(host: Host, number: int) -> tuple[str, bytes]:
    """URL and HTML of one article."""
    answer = host._article(number, _furniture(SIZES[host.size]))
    return host.base + host.path(number), gzip.decompress(answer.partition(b"\r\n\r\n")[2])
