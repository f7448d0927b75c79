"""`--warc`: what was fetched, as it came; replay and extract of it give the records of the crawl."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from crawling import Crawled, catalogue, crawl, ogpnews
from recordsets import record_lines
from scrapy import Request
from scrapy.http import Response
from server import Reply, Site, article, entry, listing, urlset, xml
from warcio.archiveiterator import ArchiveIterator

from ogpnews import capture

DATE = "2026-11-23T08:00:00Z"


class Flaky(dict[str, Reply]):
    """Pages of which one is answered by an error the first time."""

    asked = 0

    def get(self, path, default=None):
        if path == "/daerah/pr-27/tersendat":
            self.asked += 1
            if self.asked == 1:
                return Reply(b"busy", status=503)
        return super().get(path, default)


@pytest.fixture
def site() -> Iterator[Site]:
    """A page for each way in which a body can travel, a redirect, an error, an article of two pages."""
    with Site() as built:
        built.pages = Flaky({**_discovery(), **_articles(built.url)})
        yield built


def _discovery() -> dict[str, Reply]:
    names = (
        "21/polos",
        "22/mampat",
        "23/brotli",
        "24/potong",
        "25/pindah",
        "26/dua",
        "27/tersendat",
    )
    return {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /tertutup/\n", "text/plain"),
        "/sitemap.xml": xml(urlset(*(entry(f"/daerah/pr-{name}") for name in names)), zipped=True),
        "/feed": xml(
            "<rss><channel><item><link>/daerah/pr-31/tanpa-tanggal</link>"
            "<pubDate>Senin, 23 November 2026 10:00 WIB</pubDate></item></channel></rss>"
        ),
        "/daerah?page=1": listing("/daerah/pr-28/aksara", "/daerah/pr-29/hilang"),
        "/daerah?page=2": listing("/daerah/pr-28/aksara"),
    }


def _articles(url: str) -> dict[str, Reply]:
    packed, brotlied, plain = article("Mampat"), article("Brotli"), article("Aksara")
    parts = {1: f"{url}/daerah/pr-26/dua", 2: f"{url}/daerah/pr-26/dua?page=2"}
    return {
        "/daerah/pr-21/polos": article("Polos"),
        "/daerah/pr-22/mampat": replace(
            packed, body=gzip.compress(packed.body), headers={"Content-Encoding": "gzip"}
        ),
        "/daerah/pr-23/brotli": replace(
            brotlied, body=brotli.compress(brotlied.body), headers={"Content-Encoding": "br"}
        ),
        "/daerah/pr-24/potong": replace(article("Potong"), chunked=True),
        "/daerah/pr-25/pindah": Reply(status=301, headers={"Location": "/daerah/pr-30/tetap"}),
        "/daerah/pr-30/tetap": article("Tetap", canonical=f"{url}/daerah/pr-30/tetap"),
        "/daerah/pr-26/dua": article("Dua", pages=parts),
        "/daerah/pr-26/dua?page=2": article("Dua", pages=parts, page=2),
        "/daerah/pr-27/tersendat": article("Tersendat"),
        "/daerah/pr-31/tanpa-tanggal": article("Tanpa", ""),
        "/daerah/pr-28/aksara": replace(
            plain,
            body=plain.body.decode().replace("Warga Desa", "Café Désa").encode("windows-1252"),
            content_type="text/html; charset=windows-1252",
        ),
    }


NAMES = {"Polos", "Mampat", "Brotli", "Potong", "Tetap", "Dua", "Tersendat", "Aksara", "Tanpa"}


def lines(out: Path) -> list[bytes]:
    """Records as they stand in the files, in no order."""
    return sorted(record_lines(out))


def records(folder: Path) -> list[tuple[str, str, int, dict[str, str], bytes]]:
    """Type, path, status (0 without one), headers and stored body of each record of all archives."""
    found = []
    for path in sorted(folder.iterdir()):
        assert path.name.endswith(".warc.gz")
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                http, head = record.http_headers, record.rec_headers
                code = http.get_statuscode() if http else ""
                url = head.get_header("WARC-Target-URI") or ""
                everything = dict(head.headers) | dict(http.headers if http else [])
                found.append(
                    (
                        record.rec_type,
                        url.partition("127.0.0.1:")[2].partition("/")[2],
                        int(code) if code.isdigit() else 0,
                        everything,
                        record.raw_stream.read(),
                    )
                )
    return found


def test_archives_hold_every_exchange_as_it_was(tmp_path, site):
    done = crawl(tmp_path, site, "--warc", tmp_path / "warc")
    assert done.names == NAMES
    found = records(tmp_path / "warc")
    asked = [path.removeprefix("/") for path in site.paths]
    assert sorted(path for kind, path, *_ in found if kind == "response") == sorted(asked)
    assert sorted(path for kind, path, *_ in found if kind == "request") == sorted(asked)
    got = {(path, status): (head, body) for kind, path, status, head, body in found if status}
    assert {status for _, status in got} == {200, 301, 404, 503}
    for path in ("daerah/pr-22/mampat", "daerah/pr-23/brotli", "daerah/pr-24/potong"):
        assert got[path, 200][1] == site.pages[f"/{path}"].body
    assert got["daerah/pr-25/pindah", 301][0]["Location"] == "/daerah/pr-30/tetap"
    assert not any("Transfer-Encoding" in head for head, _ in got.values())
    assert done.report["archives"] == [str(path) for path in sorted((tmp_path / "warc").iterdir())]
    answers = {head["WARC-Record-ID"] for head, _ in got.values()}
    asking = [head for kind, _, _, head, _ in found if kind == "request"]
    assert {head["WARC-Concurrent-To"] for head in asking} == answers
    assert all(head["User-Agent"].startswith("ogpnews/") for head in asking)
    assert all(head["Host"] == site.host for head in asking)


def test_each_file_says_who_wrote_it(tmp_path, site):
    done = crawl(tmp_path, site, "--warc", tmp_path / "warc")
    (path,) = (tmp_path / "warc").iterdir()
    assert path.name == f"ogpnews-{done.report['run']}-00000.warc.gz"
    kind, _, _, _, said = records(tmp_path / "warc")[0]
    assert kind == "warcinfo"
    fields = dict(line.split(": ", 1) for line in said.decode().splitlines())
    assert fields["robots"] == "obey"
    assert fields["isPartOf"] == done.report["run"]
    assert fields["http-header-user-agent"].startswith(fields["software"].replace(" ", "/"))


@pytest.mark.parametrize("window", [(), ("--since", "2026-11-01")])
def test_replay_gives_the_same_bytes(tmp_path, site, window):
    live = crawl(tmp_path, site, "--warc", tmp_path / "warc", *window)
    asked = len(site.paths)
    again = tmp_path / "again"
    done = ogpnews(
        "crawl", "lereng", "--catalogue", tmp_path / "catalogue", "--replay", tmp_path / "warc",
        "-o", again, *window,
    )  # fmt: skip
    replayed = Crawled(done, again)
    assert len(site.paths) == asked
    assert len(lines(tmp_path / "out")) == len(NAMES)
    assert lines(again) == lines(tmp_path / "out")
    assert replayed.outlet["not_in_archive"] == 0
    assert replayed.outlet["failed"] == live.outlet["failed"] == {"HTTP 404": 1}
    (dua,) = (record for record in replayed.records if "Dua" in record["title"])
    assert (dua["pages"], dua["pages_missing"]) == (2, 0)


def test_extract_reads_the_articles_too(tmp_path, site):
    live = crawl(tmp_path, site, "--warc", tmp_path / "warc")
    done = ogpnews("extract", "--catalogue", tmp_path / "catalogue", tmp_path / "warc")
    extracted = [json.loads(line) for line in done.stdout.splitlines()]
    read = {(record["title"], record["text"], record["published"]) for record in extracted}
    whole = [record for record in live.records if record["pages"] == 1]
    assert len(whole) == len(NAMES) - 1
    assert {(record["title"], record["text"], record["published"]) for record in whole} <= read
    assert "damaged" not in done.stderr
    assert "truncated" not in done.stderr


def test_headers_keep_their_bytes_and_their_number():
    response = Response(
        "https://kabarlereng.example/a?b=1", status=299,
        headers={"Set-Cookie": ["a=1", "b=2"], "X-Nama": "Désa".encode("latin-1"),
                 "X-Torn": "a\rb\nWARC/1.0", "Transfer-Encoding": "chunked"},
        body=b"<p>", protocol="h2",
    )  # fmt: skip
    asked = Request(
        "https://x:y@kabarlereng.example/a?b=1#c", headers={"Proxy-Authorization": "Basic eDp5"}
    )
    members = capture.exchange(asked, response, DATE)
    plain = gzip.decompress(members)
    assert b"HTTP/1.1 299 " in plain
    assert b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n" in plain
    assert b"X-Nama: D\xe9sa\r\n" in plain
    assert b"X-Torn: a b WARC/1.0\r\n" in plain
    assert b"GET /a?b=1 HTTP/1.1\r\nHost: kabarlereng.example\r\n" in plain
    for secret in (b"chunked", b"eDp5", b"x:y"):
        assert secret not in plain


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--warc", "{file}"], "a file stands in the way"),
        (["--warc", "{warc}", "--replay", "{empty}"], "leave one"),
        (["--warc-size", "5"], "--warc DIR"),
        (["--warc", "{warc}", "--warc-size", "0"], "1 MB or more"),
        (["--replay", "{empty}"], "no archive in this folder"),
        (["--replay", "{left}"], "left by a killed crawl"),
    ],
)
def test_wrong_arguments(tmp_path, arguments, said):
    file, empty, left = tmp_path / "file", tmp_path / "empty", tmp_path / "left"
    file.touch()
    for folder in (empty, left):
        folder.mkdir()
    (left / "ogpnews-x-00000.warc.gz.open").touch()
    words = [
        word.format(file=file, empty=empty, left=left, warc=tmp_path / "warc") for word in arguments
    ]
    with Site() as site:
        folder = catalogue(tmp_path / "catalogue", site)
        done = ogpnews("crawl", "--catalogue", folder, "-o", tmp_path / "out", *words)
        assert site.asked == []
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
