"""What the tests of the crawl share: a news site, a catalogue of it, the command in a process."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from recordsets import record_lines
from server import Reply, Site, article, entry, listing, urlset, xml

REPOSITORY = Path(__file__).parent.parent
CONTACT = "https://kabarlereng.example/perayap"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(REPOSITORY),
    "OGPNEWS_CONTACT": CONTACT,
    "XDG_CONFIG_HOME": str(Path(tempfile.gettempdir()) / "ogpnews-tests-have-no-config"),
}
"""A live crawl needs a contact; nobody's own config file is read or written by a test."""
FULL = 'sitemaps = ["/sitemap.xml"]\nfeeds = ["/feed"]\nlistings = ["/daerah?page={page}"]'


def catalogue(folder: Path, site: Site, discover: str = FULL, **more: str) -> Path:
    """A catalogue of one outlet, `lereng`."""
    lines = {
        "name": '"Kabar Lereng"',
        "url": f'"{site.url}"',
        "family": '"promedia"',
        "region": '"33"',
        "timezone": '"Asia/Jakarta"',
        "delay": "0.02",
        "article": "'/pr-\\d+/'",
        **more,
    }
    text = "\n".join(f"{key} = {value}" for key, value in lines.items())
    folder.mkdir(exist_ok=True)
    (folder / "lereng.toml").write_text(f"{text}\n[discover]\n{discover}\n", encoding="utf-8")
    return folder


def ogpnews(*arguments: object, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: a reactor cannot be started twice."""
    return subprocess.run(
        [sys.executable, "-m", "ogpnews.cli", *map(str, arguments)],
        capture_output=True, text=True, timeout=120, cwd=cwd, env=ENVIRONMENT, check=False,
    )  # fmt: skip


def _age(path: Path) -> int:
    """The last one written is the last: names of runs of one second are in no order."""
    return path.stat().st_mtime_ns


class Crawled:
    """What a crawl said and left behind."""

    def __init__(self, done: subprocess.CompletedProcess[str], out: Path) -> None:
        self.status, self.stdout, self.stderr = done.returncode, done.stdout, done.stderr
        self.records: list[dict[str, Any]] = [json.loads(line) for line in record_lines(out)]
        reports = sorted(out.glob("runs/*.json"), key=_age)
        self.report: dict[str, Any] = json.loads(reports[-1].read_text()) if reports else {}

    @property
    def outlet(self) -> dict[str, Any]:
        found: dict[str, Any] = self.report["outlets"]["lereng"]
        return found

    @property
    def names(self) -> set[str]:
        """Second word of each headline, as the articles are called in the site above."""
        return {record["title"].split()[1] for record in self.records}


def crawl(tmp_path: Path, site: Site, *arguments: object, **more: str) -> Crawled:
    folder = catalogue(tmp_path / "catalogue", site, **more)
    out = tmp_path / "out"
    done = ogpnews("crawl", "lereng", "--catalogue", folder, "-o", out, *arguments)
    return Crawled(done, out)


def news_site(built: Site) -> Site:
    """A site with a sitemap index, a feed, a listing of two pages and seven articles."""
    built.pages = {**_discovery(built.url), **_articles(built.url)}
    return built


def _discovery(url: str) -> dict[str, Reply]:
    return {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /tertutup/\n", "text/plain"),
        "/sitemap.xml": xml(
            f"<sitemapindex><sitemap><loc>{url}/s1.xml.gz</loc></sitemap>"
            f"<sitemap><loc>{url}/lama.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
            f"<sitemap><loc>{url}/news.xml</loc></sitemap></sitemapindex>"
        ),
        "/s1.xml.gz": xml(
            urlset(
                entry(f"{url}/daerah/pr-11/arsip-lama", lastmod="2026-11-02"),
                entry(f"{url}/daerah/pr-12/pasar-baru", lastmod="2026-11-23"),
                entry("https://elsewhere.example/daerah/pr-99/jauh"),
            ),
            zipped=True,
        ),
        "/lama.xml": xml(urlset(entry(f"{url}/daerah/pr-10/lama-sekali"))),
        "/news.xml": xml(
            urlset(
                entry(f"{url}/daerah/pr-13/tiga-halaman", published="2026-11-23T02:00:00Z"),
                entry(f"{url}/tertutup/pr-14/rahasia-dapur", published="2026-11-23T03:00:00Z"),
            )
        ),
        "/feed": xml(
            f"<rss><channel><item><link>{url}/daerah/pr-12/pasar-baru?utm_source=rss</link>"
            f"<pubDate>Senin, 23 November 2026 10:00 WIB</pubDate></item>"
            f"<item><link>{url}/daerah/pr-15/hilang-sudah</link></item></channel></rss>"
        ),
        "/daerah?page=1": listing("/daerah/pr-16/irigasi", "/daerah/pr-17/jalan", "/tentang"),
        "/daerah?page=2": listing("/daerah/pr-18/puskesmas", "/daerah/pr-16/irigasi"),
        "/daerah?page=3": listing("/daerah/pr-18/puskesmas"),
    }


def _articles(url: str) -> dict[str, Reply]:
    parts = {n: f"{url}/daerah/pr-13/tiga-halaman?page={n}" for n in (1, 2, 3)}
    parts[1] = f"{url}/daerah/pr-13/tiga-halaman"
    return {
        "/daerah/pr-10/lama-sekali": article("Lama", "Rabu, 1 Januari 2020"),
        "/daerah/pr-11/arsip-lama": article("Arsip", "Minggu, 1 November 2026"),
        "/daerah/pr-12/pasar-baru": article("Pasar"),
        "/daerah/pr-12/pasar-baru?utm_source=rss": article(
            "Pasar", canonical=f"{url}/daerah/pr-12/pasar-baru"
        ),
        "/daerah/pr-13/tiga-halaman": article("Tiga", pages=parts),
        "/daerah/pr-13/tiga-halaman?page=2": article("Tiga", pages=parts, page=2),
        "/daerah/pr-13/tiga-halaman?page=3": article("Tiga", pages=parts, page=3),
        "/tertutup/pr-14/rahasia-dapur": article("Rahasia"),
        "/daerah/pr-16/irigasi": article("Irigasi"),
        "/daerah/pr-17/jalan": article("Jalan", "Minggu, 22 November 2026"),
        "/daerah/pr-18/puskesmas": article("Puskesmas", "Sabtu, 21 November 2026"),
    }
