"""Runs in odd sequences: whatever came between, an article that its site keeps is exported once."""

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from crawling import ENVIRONMENT, Crawled, catalogue, ogpnews
from server import Reply, Site, article, entry, listing, urlset, xml
from test_incremental import dated
from test_second_run import build, path, tagged

SITEMAP = 'sitemaps = ["/sitemap.xml"]'
LISTING = 'listings = ["/daerah?page={page}"]'
ARCHIVE = 'archives = ["/arsip?tgl={YYYY-MM-DD}"]'


@pytest.fixture
def site():
    with Site() as built:
        build(built, 24)
        yield built


def crawl(
    tmp_path: Path, site: Site, *arguments: object, discover: str = SITEMAP, before: str = "pass",
    out: str = "out", **more: str,
) -> Crawled:  # fmt: skip
    """`before`: Python to run in the crawl's process first."""
    folder = catalogue(tmp_path / "catalogue", site, discover, **more)
    code = f"import sys; {before}\nfrom ogpnews.cli import main; sys.exit(main(sys.argv[1:]))"
    words = ["crawl", "lereng", "--catalogue", folder, "-o", tmp_path / out, *map(str, arguments)]
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return Crawled(done, tmp_path / out)


def forget(tmp_path: Path, kind: str) -> None:
    """As if its time had passed."""
    with closing(sqlite3.connect(tmp_path / "out" / "state.sqlite")) as state:
        state.execute("DELETE FROM notes WHERE kind = ?", (kind,))
        state.commit()


def asked(site):
    return [p for p in site.paths if "/pr-" in p]


def sm(site: Site, *numbers: int) -> None:
    """The sitemap names these articles."""
    site.pages["/sitemap.xml"] = tagged(urlset(*(entry(site.url + path(n)) for n in numbers)))


def test_folder_moved(tmp_path, site):
    crawl(tmp_path, site)
    (tmp_path / "out").rename(tmp_path / "out2")
    c = crawl(tmp_path, site, out="out2")
    assert c.status == 0, c.stderr


@pytest.mark.parametrize("narrow", [("--since", "2026-11-11"), ("--keyword", "bukan")])
def test_failed_page_retried_by_narrow_run(tmp_path, site, narrow):
    sm(site, *range(1, 25))
    page, site.pages[path(3)] = site.pages[path(3)], Reply(status=500)
    crawl(tmp_path, site)
    site.pages[path(3)] = page
    crawl(tmp_path, site, *narrow)
    c = crawl(tmp_path, site)
    c = crawl(tmp_path, site)
    assert "Nomor3" in c.names


DAY = """
import datetime as _d, ogpnews.discovery as _x
class D(_d.datetime):
    @classmethod
    def now(cls, tz=None): return _d.datetime(2026, 11, {day}, 10, tzinfo=tz)
_x.datetime = D
"""


def test_day_lastmod(tmp_path, site):
    def index():
        site.pages["/sitemap.xml"] = xml(
            f"<sitemapindex><sitemap><loc>{site.url}/m.xml</loc>"
            "<lastmod>2026-11-23</lastmod></sitemap></sitemapindex>"
        )

    index()
    site.pages["/m.xml"] = tagged(urlset(*(entry(site.url + path(n)) for n in (1, 2))))
    crawl(tmp_path, site, before=DAY.format(day=23))
    site.pages["/m.xml"] = tagged(
        urlset(*(entry(site.url + path(n)) for n in (1, 2, 3)))
    )  # evening of the 23rd
    c = crawl(tmp_path, site, before=DAY.format(day=24))
    assert c.names == {"Nomor1", "Nomor2", "Nomor3"}


def test_two_outlets_share_a_sitemap(tmp_path, site):
    site.pages["/a/pr-1/x"] = article("Satu")
    site.pages["/b/pr-2/y"] = article("Dua")
    site.pages["/sitemap.xml"] = tagged(
        urlset(entry(site.url + "/a/pr-1/x"), entry(site.url + "/b/pr-2/y"))
    )
    folder = tmp_path / "catalogue"
    for name in ("b", "a"):
        catalogue(folder, site, SITEMAP, url=f'"{site.url}/{name}/"').joinpath(
            "lereng.toml"
        ).rename(folder / f"{name}desk.toml")
    for f in folder.iterdir():
        f.write_text(f.read_text().replace('["/sitemap.xml"]', f'["{site.url}/sitemap.xml"]'))
    done = ogpnews("crawl", "--catalogue", folder, "-o", tmp_path / "out")
    c = Crawled(done, tmp_path / "out")
    done = ogpnews("crawl", "--catalogue", folder, "-o", tmp_path / "out")
    c = Crawled(done, tmp_path / "out")
    assert c.names == {"Satu", "Dua"}


def test_article_pattern_mended(tmp_path, site):
    sm(site, 1, 2, 12)
    crawl(tmp_path, site, article="'/pr-\\d/'")
    c = crawl(tmp_path, site, article="'/pr-\\d+/'")
    assert c.names == {"Nomor1", "Nomor2", "Nomor12"}


def test_new_version_looks_again(tmp_path, site):
    sm(site, 1, 2)
    page, site.pages[path(2)] = site.pages[path(2)], Reply(b"<html><h1>x</h1></html>")
    crawl(tmp_path, site)
    site.pages[path(2)] = page  # stands for: the new version can read it
    c = crawl(tmp_path, site, before="import ogpnews; ogpnews.__version__ = '9.9'")
    assert c.names == {"Nomor1", "Nomor2"}


def test_kill_before_the_first_commit(tmp_path, site):
    crawl(tmp_path, site, discover=LISTING)
    build(site, 36)
    # power cut / kill -9 before the first commit: state loses all, records stay
    kill = """
import os, ogpnews.pipelines as p
n = [0]; old = p.Records.process_item
def new(self, item):
    r = old(self, item); n[0] += 1
    if n[0] == 4: os.kill(os.getpid(), 9)
    return r
p.Records.process_item = new
"""
    crawl(tmp_path, site, discover=LISTING, before=kill)
    c = crawl(tmp_path, site, discover=LISTING)
    assert len({r["id"] for r in c.records}) == 36 == len(c.records)


def test_replay_between(tmp_path, site):
    crawl(tmp_path, site, discover=LISTING)
    build(site, 36)
    crawl(tmp_path, site, "--limit", 4, "--warc", tmp_path / "warc", discover=LISTING, out="other")
    crawl(tmp_path, site, "--replay", tmp_path / "warc", discover=LISTING)
    c = crawl(tmp_path, site, discover=LISTING)
    assert len(c.records) == 36


def test_come_back_tomorrow(tmp_path, site):
    sm(site, 1)
    page, site.pages[path(1)] = (
        site.pages[path(1)],
        Reply(status=429, headers={"Retry-After": "86400"}),
    )
    crawl(tmp_path, site)
    for _ in range(5):
        crawl(tmp_path, site)  # hourly
    site.pages[path(1)] = page
    forget(tmp_path, "later")
    sm(
        site,
    )  # nothing names it any more
    c = crawl(tmp_path, site)
    assert c.names == {"Nomor1"}


def test_robots_unreachable(tmp_path, site):
    sm(site, 1)
    page, site.pages[path(1)] = site.pages[path(1)], Reply(status=500)
    crawl(tmp_path, site)
    site.pages["/robots.txt"] = Reply(status=500)
    forget(tmp_path, "robots")
    n = len(asked(site))
    for _ in range(4):
        crawl(tmp_path, site, before="import ogpnews.settings as s; s.RETRY_TIMES=0")
    assert len(asked(site)) == n
    site.pages["/robots.txt"] = Reply(b"", "text/plain")
    site.pages[path(1)] = page
    sm(site)
    c = crawl(tmp_path, site)
    assert c.names == {"Nomor1"}


def test_old_failures_block_what_is_new(tmp_path, site):
    site.pages = {"/robots.txt": Reply(b"", "text/plain")}
    for n in range(1, 61):
        site.pages[path(n)] = article(f"Nomor{n}") if n % 2 else Reply(status=500)
    sm(site, *range(1, 61))
    r = "import ogpnews.settings as s; s.RETRY_TIMES=0"
    crawl(tmp_path, site, before=r)
    for day in range(3):
        site.pages[path(100 + day)] = article(f"Baru{day}")
        sm(site, 100 + day)
        c = crawl(tmp_path, site, before=r)
    assert {"Baru0", "Baru1", "Baru2"} <= c.names


def test_redirect_asked_again(tmp_path, site):
    sm(site, 1, 2)
    site.pages["/daerah/pr-1/x"] = site.pages[path(1)]
    site.pages[path(1)] = Reply(status=301, headers={"Location": "/daerah/pr-1/x"})
    crawl(tmp_path, site)
    site.asked.clear()
    site.pages["/sitemap.xml"] = Reply(site.pages["/sitemap.xml"].body, "application/xml")
    crawl(tmp_path, site)
    assert asked(site) == []


def test_offsite_redirect_every_run(tmp_path, site):
    sm(site, 1, 2)
    site.pages["/sitemap.xml"] = Reply(site.pages["/sitemap.xml"].body, "application/xml")
    site.pages[path(1)] = Reply(status=301, headers={"Location": "https://elsewhere.example/"})
    for _ in range(3):
        crawl(tmp_path, site)
    assert asked(site).count(path(1)) == 1


def test_duplicate_settled_before_the_first_is_written(tmp_path, site):
    """B redirects to A; A waits for tdmrep.json, B is dropped as duplicate and A's address settled; kill."""

    class Pages(dict):
        armed = True

        def get(self, k, d=None):
            if k.endswith("tdmrep.json") and self.armed:
                time.sleep(3)
                proc.kill()
            return super().get(k, d)

    site.pages = Pages(site.pages)
    site.hold = 0.4
    site.pages[path(2)] = Reply(status=301, headers={"Location": path(1)})
    site.pages["/sitemap.xml"] = xml(urlset(*(entry(site.url + path(n)) for n in (1, 3, 4, 2))))
    folder = catalogue(tmp_path / "catalogue", site, SITEMAP)
    proc = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "ogpnews.cli",
            "crawl",
            "--catalogue",
            folder,
            "-o",
            tmp_path / "out",
        ],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    proc.wait(60)
    Pages.armed = False
    c = crawl(tmp_path, site)
    assert "Nomor1" in c.names


def test_archived_day_read_under_since(tmp_path, site):
    site.pages["/daerah/pr-1/x"] = article(
        "Malam", "Minggu, 22 November 2026"
    )  # shown on the 23rd's page
    site.pages["/daerah/pr-2/x"] = article("Pagi", "Senin, 23 November 2026")
    site.pages["/arsip?tgl=2026-11-23"] = listing("/daerah/pr-1/x", "/daerah/pr-2/x")
    site.pages["/arsip?tgl=2026-11-22"] = listing("/daerah/pr-3/x")
    site.pages["/daerah/pr-3/x"] = article("Siang", "Minggu, 22 November 2026")
    b = DAY.format(day=24)
    crawl(tmp_path, site, "--since", "2026-11-23", discover=ARCHIVE, before=b)
    c = crawl(tmp_path, site, "--since", "2026-11-22", discover=ARCHIVE, before=b)
    assert c.names == {"Malam", "Pagi", "Siang"}


def test_failed_revisit_costs_the_revision(tmp_path, site):
    sm(site, 1)
    site.pages[path(1)] = dated("Nomor1", "tiga hari")
    crawl(tmp_path, site)
    site.pages[path(1)] = Reply(status=500)
    crawl(tmp_path, site, "--update", 1)
    site.pages[path(1)] = dated("Nomor1", "empat hari")
    c = crawl(tmp_path, site, "--update", 1)
    assert [r["revision"] for r in c.records] == [1, 2]


def test_robots_lifted(tmp_path, site):
    sm(site, 1, 2)
    site.pages["/robots.txt"] = Reply(f"User-agent: *\nDisallow: {path(1)}".encode(), "text/plain")
    crawl(tmp_path, site)
    site.pages["/robots.txt"] = Reply(b"", "text/plain")
    forget(tmp_path, "robots")
    c = crawl(tmp_path, site)
    assert c.names == {"Nomor1", "Nomor2"}


def test_blocked_on_page_two(tmp_path, site):
    parts = {n: f"{site.url}{path(1)}?page={n}" for n in (1, 2)}
    parts[1] = site.url + path(1)
    site.pages[path(1)] = article("Nomor1", pages=parts)
    two = article("Nomor1", pages=parts, page=2)
    site.pages[path(1) + "?page=2"] = Reply(status=429, headers={"Retry-After": "1000"})
    sm(site, 1)
    crawl(tmp_path, site)
    site.pages[path(1) + "?page=2"] = two
    forget(tmp_path, "later")
    c = crawl(tmp_path, site)
    assert any(r["pages_missing"] == 0 for r in c.records), [
        (r["pages"], r["pages_missing"]) for r in c.records
    ]


CRASH = """
import ogpnews.frontier as f
def add(self, entries):
    if [*entries]:
        raise RuntimeError("x")
    return 0
f.Frontier.add = add
"""


def test_crash_in_a_child_sitemap(tmp_path, site):
    site.pages["/sitemap.xml"] = tagged(
        f"<sitemapindex><sitemap><loc>{site.url}/m.xml</loc>"
        "<lastmod>2020-11-23</lastmod></sitemap></sitemapindex>"
    )
    site.pages["/m.xml"] = xml(urlset(entry(site.url + path(1))))
    crawl(tmp_path, site, before=CRASH)
    c = crawl(tmp_path, site)
    assert c.names == {"Nomor1"}


def test_odd_child_address(tmp_path, site):
    site.pages["/sitemap.xml"] = tagged(
        f"<sitemapindex><sitemap><loc>{site.url}/m.xml?bulan=a b</loc>"
        "<lastmod>2020-11-23</lastmod></sitemap></sitemapindex>"
    )
    site.pages["/m.xml?bulan=a%20b"] = Reply(status=500)
    crawl(tmp_path, site)
    site.pages["/m.xml?bulan=a%20b"] = xml(urlset(entry(site.url + path(1))))
    c = crawl(tmp_path, site)
    assert c.names == {"Nomor1"}


def test_a_read_that_fails_in_a_transaction_is_told(tmp_path):
    """PostgreSQL: COMMIT of an aborted transaction is a silent ROLLBACK."""
    from postgres import server
    from test_state import told

    from ogpnews.errors import OgpnewsError
    from ogpnews.state import State

    with server() as url:
        with State(url) as state:
            state.begin("r1", "here")
            state.export(told())
            with pytest.raises(OgpnewsError):
                state._db.rows("SELECT 1/0")  # stands for: statement cancelled, time-out, deadlock
            state.commit()  # as Records.close_spider does
            state.end("r1")
        with State(url) as state:
            assert state.exported("x") or state.runs("here") == {"r1": False}
