"""A news site on the loopback address for tests of the live crawl; it logs what it is asked."""

import gzip
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self


@dataclass(frozen=True, slots=True)
class Reply:
    """What the site answers under one path."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    chunked: bool = False
    """Sent in two chunks, without a length."""


class Site:
    """`with Site() as site: site.pages["/x"] = Reply(…)`; everything else is a 404."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {}
        self.asked: list[tuple[float, str]] = []
        """Moment (monotonic, seconds) and path with query of every request."""
        self.agents: set[str] = set()
        self.conditions: dict[str, list[str]] = {}
        """Path → the ETags that requests for it named."""
        self.most_at_once = 0
        self.hold = 0.0
        """Seconds that each answer takes."""
        self._now = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._server.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    @property
    def paths(self) -> list[str]:
        return [path for _, path in self.asked]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # or each answer, sent in two pieces, takes 40 ms

            def do_GET(self) -> None:
                with site._lock:
                    site.asked.append((time.monotonic(), self.path))
                    site.agents.add(self.headers.get("User-Agent", ""))
                    if tag := self.headers.get("If-None-Match"):
                        site.conditions.setdefault(self.path, []).append(tag)
                    site._now += 1
                    site.most_at_once = max(site.most_at_once, site._now)
                time.sleep(site.hold)
                reply = site.pages.get(self.path, Reply(b"<h1>404</h1>", status=404))
                tag = reply.headers.get("ETag")
                if tag and tag == self.headers.get("If-None-Match"):
                    reply = Reply(status=304, headers=reply.headers)
                with site._lock:
                    site._now -= 1
                self.send_response(reply.status)
                self.send_header("Content-Type", reply.content_type)
                if reply.chunked:
                    self.send_header("Transfer-Encoding", "chunked")
                else:
                    self.send_header("Content-Length", str(len(reply.body)))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(_chunks(reply.body) if reply.chunked else reply.body)

            def log_message(self, *_: object) -> None:
                """The test looks at `asked`; the terminal stays quiet."""

        return Handler


def _chunks(body: bytes) -> bytes:
    half = len(body) // 2
    parts = (body[:half], body[half:], b"")
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)


SENTENCE = (
    "Warga Desa {name} bergotong royong memperbaiki saluran air yang rusak oleh hujan pekan lalu. "
    "Kepala desa mengatakan pekerjaan itu selesai dalam tiga hari dengan dana swadaya masyarakat. "
)


def article(
    name: str,
    day: str = "Senin, 23 November 2026",
    *,
    canonical: str | None = None,
    pages: Mapping[int, str] | None = None,
    page: int = 1,
) -> Reply:
    """An invented article in the layout of the Promedia platform."""
    links = "".join(
        f'<a class="paging__link" href="{"#" if number == page else url}">{number}</a>'
        for number, url in (pages or {}).items()
    )
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    html = f"""<!doctype html><html lang="id"><head><title>Warga {name}</title>{link}</head>
<body><h1 class="read__title">Warga {name} Perbaiki Saluran Air Desa</h1>
<div class="read__info__author"><a>Rin Wulandari</a></div>
<div class="read__info__date">- {day} | 09:30 WIB</div>
<article class="read__content"><p>{SENTENCE.format(name=f"{name} bagian {page}")}</p>
<p>{SENTENCE.format(name=f"tetangga {name} nomor {page}")}</p></article>
<div class="paging">{links}</div></body></html>"""
    return Reply(html.encode())


def listing(*urls: str, following: str | None = None) -> Reply:
    """An invented listing page."""
    items = "".join(f'<h2 class="latest__title"><a href="{url}">Berita</a></h2>' for url in urls)
    more = f'<div class="paging"><a rel="next" href="{following}">Selanjutnya</a></div>'
    return Reply(f"<html><body>{items}{more if following else ''}</body></html>".encode())


def xml(text: str, *, zipped: bool = False) -> Reply:
    """A sitemap or feed."""
    body = text.encode()
    if zipped:
        return Reply(gzip.compress(body, mtime=0), "application/gzip")
    return Reply(body, "application/xml")


def urlset(*entries: str) -> str:
    return (
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(entries)}</urlset>'
    )


def entry(url: str, lastmod: str | None = None, published: str | None = None) -> str:
    """One url element of a sitemap."""
    news = (
        '<n:news xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<n:publication_date>{published}</n:publication_date></n:news>"
    )
    mod = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<url><loc>{url}</loc>{mod}{news if published else ''}</url>"
