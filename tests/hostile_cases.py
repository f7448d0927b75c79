"""What hostile servers do, one case each: every one of them is an outlet of the same crawl."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from hostile_server import (
    CHUNK,
    XML,
    Answer,
    HostileServer,
    bomb,
    cut,
    endless,
    head,
    index,
    laughs,
    made,
    plain,
    redirect,
    reset,
    silence,
    sitemap,
    story,
)  # fmt: skip
from server import article, entry, listing, urlset

BAD = "/daerah/pr-66/jahat"
HEALTHY = {"Satu", "Dua", "Tiga"}
CHUNKED = "Transfer-Encoding: chunked"
PRIVATE = (
    "http://10.0.0.1/daerah/pr-70/dalam",
    "http://169.254.169.254/daerah/pr-71/awan",
    "http://[::ffff:10.0.0.1]/daerah/pr-72/dalam",
    "http://localhost.evil.example/daerah/pr-73/luar",
)
NO_PAGES = ("file:///etc/passwd", "javascript:alert(1)", "ftp://10.0.0.1/daerah/pr-74/x", "data:,x")
LINKS = (*PRIVATE, *NO_PAGES)


@dataclass(frozen=True)
class Case:
    """One hostile outlet."""

    name: str
    answers: dict[str, Answer]
    """Path → answer; those of articles stand in the sitemap, beside three healthy ones."""
    says: tuple[str, ...] = ()
    """Parts of reasons that the run report gives: skipped, failed, or errors."""
    discover: str = 'sitemaps = ["/sitemap.xml"]'
    also: tuple[str, ...] = ()
    """Further addresses in the sitemap."""
    exported: frozenset[str] = frozenset(HEALTHY)
    """Second word of the headlines of what is exported."""
    most: int = 16
    """Requests that the server sees, at most."""

    def put(self, server: HostileServer, folder: Path) -> None:
        """Answers on the server, and the outlet's file in the catalogue."""
        bad = [path for path in self.answers if path.startswith("/daerah/") and path[-1] != "*"]
        names = {f"/daerah/pr-{n}/baik": name for n, name in enumerate(("Satu", "Dua", "Tiga"), 1)}
        urls = [*self.also, *(server.url + path for path in (*bad, *names))]
        healthy = {path: story(name) for path, name in names.items()}
        server.pages |= {"/sitemap.xml": sitemap(*urls), **healthy, **self.answers}
        (folder / f"{self.name}.toml").write_text(
            f'name = "Kabar"\nurl = "{server.url}"\nfamily = "promedia"\nregion = "33"\n'
            f"timezone = \"Asia/Jakarta\"\ndelay = 0.01\narticle = '/pr-\\d+/'\n"
            f"[discover]\n{self.discover}\n",
            encoding="utf-8",
        )


def beside(entries: str) -> str:
    """Discovery by the healthy sitemap and something else."""
    return f'sitemaps = ["/sitemap.xml"]\n{entries}'


def page(name: str, answer: Answer, *says: str, most: int = 16) -> Case:
    """A case of one hostile article page."""
    return Case(name, {BAD: answer}, says, most=most)


def index_of(kind: str, name: str, answers: dict[str, Answer], *says: str, **more: int) -> Case:
    """A case of a hostile sitemap, feed or listing beside the healthy sitemap."""
    path = next(iter(answers))
    if kind == "sitemaps":
        return Case(name, answers, says, f'sitemaps = ["/sitemap.xml", "{path}"]', **more)
    return Case(name, answers, says, beside(f'{kind} = ["{path}"]'), **more)


def links_of_a_listing() -> Answer:
    return plain(listing(*LINKS, "/daerah/pr-1/baik", following="http://10.0.0.1/hal/2").body)


def broken(field: str) -> Answer:
    return cut(f"HTTP/1.1 200 OK\r\n{field}\r\nConnection: close\r\n\r\n".encode() + b"<p>x")


REDIRECTS = [
    page("ke-diri-sendiri", redirect("{base}{path}"), "too many redirects"),
    Case("berantai", {BAD: redirect("/daerah/lagi/1"), "/daerah/lagi/*": redirect("/daerah/lagi/{next}")},
         ("too many redirects",)),
    page("berputar-kuki", plain("", "text/html", 302, "Set-Cookie: a=1", f"Location: {BAD}"),
         "too many redirects"),
    *(
        page(f"ke-luar-{number}", redirect(target), "off-site")
        for number, target in enumerate((*PRIVATE, "//10.0.0.1/x", "http://127.0.0.1:1/daerah/pr-1/x"))
    ),
    *(
        page(f"ke-berkas-{number}", redirect(target), reason)
        for number, (target, reason) in enumerate(
            [("file:///etc/passwd", "HTTP 302"), ("ftp://10.0.0.1/x", "HTTP 302"), ("data:,x", "HTTP 302"),
             ("javascript:alert(1)", "no address"), ("http://[", "no address")])
    ),
]  # fmt: skip

BODIES = [
    page("bom-gzip", plain(bomb("gzip", 40), "text/html", 200, "Content-Encoding: gzip"), "too large"),
    page("bom-brotli", plain(bomb("br", 40), "text/html", 200, "Content-Encoding: br"), "too large"),
    page("bom-zstd", plain(bomb("zstd", 40), "text/html", 200, "Content-Encoding: zstd"), "too large"),
    page("bom-berlapis", plain(gzip.compress(bomb("gzip", 40)), "text/html", 200,
         "Content-Encoding: gzip, gzip"), "too large"),
    page("bukan-gzip", plain("<p>biasa", "text/html", 200, "Content-Encoding: gzip"), "damaged compression"),
    page("tak-berujung", endless(head(CHUNKED), CHUNK), "too large"),
    page("tanpa-panjang", endless(head(), CHUNK), "too large"),
    page("panjang-dusta", cut(head(f"Content-Length: {1 << 40}")), "too large"),
    page("terpotong", cut(head("Content-Length: 5000") + b"<h1>Sep"), "body cut short"),
    page("potongan-putus", cut(head(CHUNKED) + CHUNK), "body cut short"),
    page("potongan-rusak", cut(head(CHUNKED) + b"zzz\r\nabc"), "body cut short"),
    page("setetes", endless(head("Content-Length: 100000"), b"a", 0.2), "timeout"),
    page("kepala-setetes", endless(b"HTTP/1.1 200 OK\r\nX-A: ", b"a", 0.2), "timeout"),
    page("bungkam", silence, "timeout"),
]  # fmt: skip

PROTOCOL = [
    page("putus-awal", reset(), "connection failed"),
    page("putus-tengah", reset(head("Content-Length: 90") + b"<p>"), "body cut short"),
    page("tutup-awal", cut(b""), "connection failed"),
    page("status-rusak", cut(b"GARBAGE\r\n\r\n"), "connection failed"),
    page("status-kata", cut(b"HTTP/1.1 OKE 200\r\n\r\n"), "connection failed"),
    page("status-999", plain("<p>x", status=999), "HTTP 999"),
    page("panjang-minus", broken("Content-Length: -5"), "connection failed"),
    page("panjang-ganda", broken("Content-Length: 4\r\nContent-Length: 9"), "connection failed"),
    page("kepala-besar", broken("X-A: " + "a" * 200_000), "connection failed"),
    page("kepala-tak-berujung", endless(b"HTTP/1.1 200 OK\r\n", b"X-A: bcd\r\n" * 1000),
         "connection failed"),
    page("kepala-bersambung", endless(b"HTTP/1.1 200 OK\r\nX-A: b\r\n", b" bcd\r\n" * 1000),
         "connection failed"),
    page("seratus", endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), "connection failed"),
    page("biner", cut(bytes(range(256)) * 100), "connection failed"),
]  # fmt: skip

PAGES = [
    page("charset-dusta", plain(b"\xff\xfe<h1>\xe9\xe9", "text/html; charset=utf-16"), "no headline"),
    page("charset-aneh", plain("<p>x", "text/html; charset=\x01\x02idna"), "no "),
    page("charset-base64", plain("<p>x", "text/html; charset=base64"), "no "),
    page("gagal-200", plain("<html><title>Error</title><h1>Halaman tidak ditemukan</h1>"), "no body"),
    page("kosong-200", plain(""), "empty"),
    page("json-200", plain('{"error": 500}', "application/json"), ""),
    Case("halaman-luar", {BAD: plain(article("Jahat", pages=dict(enumerate(LINKS, 2))).body)},
         exported=frozenset({*HEALTHY, "Jahat"})),
    Case("alamat-luar", {}, ("off-site",), also=LINKS),
]  # fmt: skip

INDEXES = [
    index_of("sitemaps", "indeks-diri", {"/a.xml": made(lambda wire: index(f"{wire.base}/a.xml"))}),
    index_of("sitemaps", "indeks-dalam", {"/i0": index("/i1"),
             "/i*": made(lambda wire: index(f"/i{wire.number + 1}"))}, "too deep"),
    index_of("sitemaps", "indeks-lebar", {"/a.xml": index(*(f"/b{n}.xml" for n in range(3000)))},
             "too many sitemaps", most=520),
    index_of("sitemaps", "indeks-luar", {"/a.xml": index(*LINKS)}, "off-site"),
    index_of("sitemaps", "bom-peta", {"/a.xml.gz": plain(bomb("gzip", 200), "application/gzip")},
             "over 64 MB"),
    index_of("sitemaps", "bom-peta-dua", {"/a.xml": plain(bomb("br", 200), XML, 200, "Content-Encoding: br")},
             "too large"),
    index_of("sitemaps", "peta-rusak", {"/a.xml": plain("<urlset><url><loc>/daerah/pr-1/", XML)}, ""),
    index_of("feeds", "tawa", {"/feed": plain(laughs(), XML)}),
    index_of("feeds", "umpan-luar", {"/feed": plain(urlset(*map(entry, LINKS)), XML)}, "off-site"),
    index_of("listings", "daftar-luar", {"/daftar": links_of_a_listing()}),
    # its rules cannot be read, so nothing may be asked for
    Case("robots-bom", {"/robots.txt": plain(bomb("gzip", 200), "text/plain", 200,
         "Content-Encoding: gzip")}, ("robots.txt unreachable: too large",), exported=frozenset()),
    Case("robots-terpadat", {"/robots.txt": plain(gzip.compress(b"User-agent: *\nDisallow: /daerah/pr-66/"),
         "text/plain", 200, "Content-Encoding: gzip"), BAD: story("Rahasia")}, ("forbidden by robots.txt",)),
    Case("peta-terpadat", {"/sitemap.xml": made(lambda wire: plain(gzip.compress(urlset(
         *(entry(f"{wire.base}/daerah/pr-{n}/baik") for n in (1, 2, 3))).encode()), XML, 200,
         "Content-Encoding: gzip"))}),
]  # fmt: skip

HOSTS = [
    Case("badai-500", {f"/daerah/pr-{n}/x": plain("maaf", status=500) for n in range(100, 160)},
         ("HTTP 500", "20 failures in a row"), most=60, exported=frozenset()),
    Case("badai-putus", {f"/daerah/pr-{n}/x": reset() for n in range(100, 160)},
         ("connection failed", "20 failures in a row"), most=70, exported=frozenset()),
    Case("mati", {f"/daerah/pr-{n}/x": plain("tiada", status=404) for n in range(100, 400)},
         ("HTTP 404", "200 dead links in a row"), most=220, exported=frozenset()),
    Case("dinding-kuki", {"/*": plain("", "text/html", 302, "Set-Cookie: a=1", "Location: /sitemap.xml"),
         "/sitemap.xml": plain("", "text/html", 302, "Set-Cookie: a=1", "Location: /sitemap.xml")},
         ("too many redirects",), exported=frozenset()),
]  # fmt: skip

CASES = [*HOSTS, *REDIRECTS, *BODIES, *PROTOCOL, *PAGES, *INDEXES]
