"""Replay: a crawl out of archives, the same records as extract, and not one socket."""

import gzip
import io
import json
import shutil
import subprocess
import sys
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from crawling import ENVIRONMENT, Crawled, catalogue, ogpnews
from recordsets import record_lines
from server import Reply, Site, article, entry, listing, urlset, xml
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from ogpnews.outlet import METADATA_ONLY
from ogpnews.outlets import Catalogue
from ogpnews.packing import page_url
from ogpnews.replay import Index

CATALOGUE = Catalogue.load()

HOST = "https://kabarlereng.example"
OUTLET = rf"""
name = "Kabar Lereng"
url = "{HOST}"
family = "promedia"
region = "33"
timezone = "Asia/Jakarta"
article = '/pr-\d+/'
[discover]
sitemaps = ["/sitemap.xml"]
listings = ["/daerah?page={{page}}"]
"""


def captured(path: Path, pages: dict[str, Reply]) -> Path:
    """An archive of these replies, by URL."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, reply in pages.items():
        http = [("Content-Type", reply.content_type), *reply.headers.items()]
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(reply.body),
            length=len(reply.body),
            http_headers=StatusAndHeaders(f"{reply.status} X", http, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2026-11-23T08:00:00Z"},
        )
        writer.write_record(record)
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue of one outlet."""
    made = tmp_path / "catalogue"
    made.mkdir()
    (made / "lereng.toml").write_text(OUTLET, encoding="utf-8")
    return made


@pytest.fixture
def pages() -> dict[str, Reply]:
    """What the archive holds: discovery pages, articles listed and not, another site's page."""
    parts = {1: f"{HOST}/daerah/pr-3/tiga", 2: f"{HOST}/daerah/pr-3/tiga?page=2"}
    return {
        f"{HOST}/robots.txt": Reply(b"User-agent: *\nDisallow: /", "text/plain"),
        f"{HOST}/sitemap.xml": xml(
            urlset(
                entry(f"{HOST}/daerah/pr-1/pasar", published="2026-11-23T02:00:00Z"),
                entry(f"{HOST}/daerah/pr-8/tidak-diarsip"),
            )
        ),
        f"{HOST}/daerah?page=1": listing("/daerah/pr-1/pasar", "/daerah/pr-2/irigasi-desa-lereng"),
        f"{HOST}/daerah/pr-1/pasar": article("Pasar"),
        f"{HOST}/daerah/pr-2/irigasi-desa-lereng": Reply(
            gzip.compress(article("Irigasi").body), headers={"Content-Encoding": "gzip"}
        ),
        f"{HOST}/daerah/pr-3/tiga?page=2": article("Tiga", pages=parts, page=2),
        f"{HOST}/daerah/pr-3/tiga": article("Tiga", pages=parts),
        f"{HOST}/daerah/pr-4/pindah": Reply(
            status=301, headers={"Location": f"{HOST}/daerah/pr-1/pasar"}
        ),
        "https://tetangga.example/berita/2026/11/22/jembatan-gantung-selesai": article("Jembatan"),
    }


def replay(tmp_path: Path, folder: Path, *arguments: object) -> Crawled:
    out = tmp_path / "out"
    return Crawled(ogpnews("crawl", "--catalogue", folder, "-o", out, *arguments), out)


def test_everything_in_an_archive_is_crawled(tmp_path, folder, pages):
    archive = captured(tmp_path / "x.warc.gz", pages)
    done = replay(tmp_path, folder, "--replay", archive)
    assert done.names == {"Pasar", "Irigasi", "Tiga", "Jembatan"}
    assert len(done.records) == 4
    assert set(done.report["outlets"]) == {"lereng", "_unlisted"}
    assert {record["fetched_at"] for record in done.records} == {"2026-11-23T08:00:00Z"}
    assert done.outlet["not_in_archive"] >= 1
    assert done.outlet["skipped"] == {"not in archive": 1}
    assert done.outlet["errors"] == []
    assert (done.status, done.report["state"]) == (0, "complete")


def test_pages_of_an_article_are_joined_whatever_their_order_in_the_archive(
    tmp_path, folder, pages
):
    done = replay(tmp_path, folder, "--replay", captured(tmp_path / "x.warc.gz", pages))
    (record,) = (record for record in done.records if "Tiga" in record["title"])
    assert record["text"].index("bagian 1") < record["text"].index("bagian 2")
    assert (record["pages"], record["pages_missing"]) == (2, 0)
    assert record["url"] == f"{HOST}/daerah/pr-3/tiga"


def test_only_the_outlets_named(tmp_path, folder, pages):
    archive = captured(tmp_path / "x.warc.gz", pages)
    done = replay(tmp_path, folder, "lereng", "--replay", archive, "--limit", 1)
    assert set(done.report["outlets"]) == {"lereng"}
    assert len(done.records) == 1


def test_several_archives_are_one(tmp_path, folder, pages):
    urls = [*pages]
    first = captured(tmp_path / "1.warc.gz", {url: pages[url] for url in urls[:4]})
    second = captured(tmp_path / "2.warc.gz", {url: pages[url] for url in urls[4:]})
    done = replay(tmp_path, folder, "--replay", first, second)
    assert done.names == {"Pasar", "Irigasi", "Tiga", "Jembatan"}


def test_same_records_as_extract(tmp_path, folder, pages):
    del pages[f"{HOST}/daerah/pr-3/tiga?page=2"]  # extract reads each capture on its own
    archive = captured(tmp_path / "x.warc.gz", pages)
    done = replay(tmp_path, folder, "--replay", archive)
    lines = ogpnews("extract", "--catalogue", folder, archive).stdout.splitlines()
    extracted = {record["id"]: {**record, "input": None} for record in map(json.loads, lines)}
    assert {record["id"]: record for record in done.records} == extracted
    assert len(extracted) == 4


def test_truncated_archive_gives_what_is_whole(tmp_path, folder, pages):
    archive = captured(tmp_path / "x.warc.gz", pages)
    archive.write_bytes(archive.read_bytes()[:-40])
    done = replay(tmp_path, folder, "--replay", archive)
    assert done.names == {"Pasar", "Irigasi", "Tiga"}
    assert done.status == 1
    assert "truncated" in done.stderr
    assert "truncated" in done.report["problems"][0]
    assert "Traceback" not in done.stderr


def test_what_is_no_archive_is_refused(tmp_path, folder):
    archive = tmp_path / "x.warc.gz"
    archive.write_bytes(b"<html>")
    done = replay(tmp_path, folder, "--replay", archive)
    assert done.status == 2
    assert "not a WARC archive" in done.stderr


def test_of_several_captures_the_one_that_answers(tmp_path, folder, pages):
    """https behind http, the page behind an error of the same second, not a 304 behind the page."""
    url = f"{HOST}/daerah/pr-1/pasar"
    http = url.replace("https", "http")
    found = [
        (http, Reply(status=301, headers={"Location": url})),
        (url, Reply(status=503)),
        (url, pages[url]),
        (f"{HOST}/daerah/pr-2/irigasi-desa-lereng", article("Irigasi")),
        (f"{HOST}/daerah/pr-2/irigasi-desa-lereng", Reply(status=304)),
        (f"{HOST}/sitemap.xml", xml(urlset(entry(http)))),
    ]
    archives = [
        captured(tmp_path / f"{number}.warc.gz", {url: reply})
        for number, (url, reply) in enumerate(found)
    ]
    done = replay(tmp_path, folder, "--replay", *archives)
    assert sorted(record["fetched_url"] for record in done.records) == [
        url, f"{HOST}/daerah/pr-2/irigasi-desa-lereng",
    ]  # fmt: skip
    assert done.outlet["failed"] == {}
    index = Index(map(str, archives))
    assert [index.find(address).status for address in (http, url)] == [301, 200]
    assert [page.url for page in index.pages()] == [url, f"{HOST}/daerah/pr-2/irigasi-desa-lereng"]


def test_a_folder_is_its_archives_by_their_names(tmp_path, folder, pages):
    kept = tmp_path / "kept"
    kept.mkdir()
    for number, (url, reply) in enumerate(pages.items()):
        captured(kept / f"{number}.warc.gz", {url: reply})
    (kept / "notes.txt").write_text("not an archive")
    (kept / "ogpnews-x-00000.warc.gz.open").write_bytes(b"being written")
    done = replay(tmp_path, folder, "--replay", kept)
    assert done.names == {"Pasar", "Irigasi", "Tiga", "Jembatan"}
    assert (done.status, done.stderr) == (0, "")


def test_archive_without_pages(tmp_path, folder, pages):
    robots = f"{HOST}/robots.txt"
    done = replay(
        tmp_path, folder, "--replay", captured(tmp_path / "x.warc.gz", {robots: pages[robots]})
    )
    assert done.status == 3
    assert "no page to crawl" in done.stderr


def test_outlet_that_the_archive_does_not_hold(tmp_path, folder, pages):
    url = "https://tetangga.example/berita/2026/11/22/jembatan-gantung-selesai"
    archive = captured(tmp_path / "x.warc.gz", {url: pages[url]})
    done = replay(tmp_path, folder, "lereng", "--replay", archive)
    assert done.status == 3
    assert "the archives hold no page of this outlet" in done.stderr


WATCHED = """
import sys
from operator import itemgetter
events = []
outward = {"connect", "getaddrinfo", "gethostbyname", "gethostbyaddr", "sendto", "sendmsg"}
def watch(event, arguments):
    if event.startswith("socket.") and event.removeprefix("socket.") in outward:
        events.append((event, repr(arguments)))
sys.addaudithook(watch)
from ogpnews.cli import main
status = main(sys.argv[1:])
print("STATUS", status, "EVENTS", events)
"""


def watched(*arguments: object) -> str:
    """What a crawl prints whose connections, look-ups and datagrams Python reports (PEP 578)."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "crawl", *map(str, arguments)],
        capture_output=True, text=True, timeout=120, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_replay_opens_no_connection(tmp_path, folder, pages):
    archive = captured(tmp_path / "x.warc.gz", pages)
    said = watched("--catalogue", folder, "--replay", archive, "-o", tmp_path / "out")
    assert "STATUS 0 EVENTS []" in said


def test_a_live_crawl_does(tmp_path):
    """The test above would see it."""
    with Site() as site:
        folder = catalogue(tmp_path / "catalogue", site)
        said = watched("--catalogue", folder, "-o", tmp_path / "out")
    assert "socket.connect" in said


def without_reserved_text(line: str | bytes) -> dict[str, Any]:
    """A record as the crawl gives it: without the text, where the outlet reserves it."""
    record: dict[str, Any] = json.loads(line)
    outlet = CATALOGUE.outlets.get(record["outlet"])
    if outlet and outlet.rights == METADATA_ONLY:
        record["text"] = ""
        record["images"] = [{**image, "caption": None} for image in record["images"]]
        record["extraction"]["warnings"] = "not compared"
    return record


def test_packed_pages_give_the_records_of_extract(tmp_path, shared):
    """On real pages: pack, crawl, extract, compare; whole records, each field."""
    archive = tmp_path / "pages.warc.gz"
    pages = shared / "pages"
    ogpnews("pack", pages, "-o", archive, "--manifest", pages / "MANIFEST.tsv")
    ogpnews("crawl", "--replay", archive, "-o", tmp_path / "out")
    lines = ogpnews("extract", archive).stdout.splitlines()
    read = without_reserved_text
    extracted = {record["id"]: {**record, "input": None} for record in map(read, lines)}
    crawled = {record["id"]: record for record in map(read, record_lines(tmp_path / "out"))}
    assert len(extracted) > 50
    assert crawled == extracted


def test_saved_pages_and_their_archive_are_read_alike(tmp_path, shared):
    """A page that tells its own address gives one record, whether it lies in a folder or was crawled."""
    archive, pages = tmp_path / "pages.warc.gz", tmp_path / "pages"
    for page in (shared / "pages").glob("*/*.html"):
        if page_url(page.read_bytes()):
            (pages / page.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(page, pages / page.parent.name)
    ogpnews("pack", pages, "-o", archive)
    ogpnews("crawl", "--replay", archive, "-o", tmp_path / "out")
    told_by_the_fetch = {"input": None, "fetched_url": None, "fetched_at": None}
    lines = ogpnews("extract", pages).stdout.splitlines()
    crawled = record_lines(tmp_path / "out")
    records = [{**without_reserved_text(line), **told_by_the_fetch} for line in lines]
    assert len(records) > 50
    assert sorted(records, key=itemgetter("id")) == sorted(
        ({**without_reserved_text(line), **told_by_the_fetch} for line in crawled),
        key=itemgetter("id"),
    )
