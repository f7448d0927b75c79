"""Reservations for machines: read, counted, honoured."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from crawling import Crawled, catalogue, crawl, news_site, ogpnews
from recordsets import record_lines
from server import Reply, Site, article
from test_crawl_replay import captured

from ogpnews import rights
from ogpnews.pages.document import Document
from ogpnews.tdmrep import Rule, parse, rule_of
from ogpnews.text.clean import sha256

LISTING = 'listings = ["/daerah?page={page}"]'
TDM = "tdm-reservation"


@pytest.mark.parametrize(
    ("headers", "metas", "signs", "notice"),
    [
        ({}, {}, (), None),
        ({"TDM-Reservation": "1"}, {}, ("tdm-reservation header",), "tdm-reservation: 1"),
        ({TDM: "0"}, {}, (), None),
        ({TDM: "ya"}, {}, (), None),
        ({TDM: "1", "tdm-policy": "https://a.example/p"}, {}, ("tdm-reservation header",),
         "tdm-reservation: 1; tdm-policy: https://a.example/p"),
        ({}, {TDM: "1"}, ("tdm-reservation meta",), "tdm-reservation: 1"),
        ({TDM: "1"}, {TDM: "0"}, ("tdm-reservation header",), None),  # the page counts first
        ({TDM: "0"}, {TDM: "1"}, ("tdm-reservation meta",), "tdm-reservation: 1"),
        ({"X-Robots-Tag": "noai, noimageai"}, {}, ("noai header", "noimageai header"),
         "X-Robots-Tag: noai, noimageai"),
        ({"X-Robots-Tag": "googlebot: noai"}, {}, (), None),
        ({"X-Robots-Tag": "ogpnews: NoAI"}, {}, ("noai header",), "X-Robots-Tag: ogpnews: NoAI"),
        ({"X-Robots-Tag": "noindex"}, {}, ("noindex header",), None),
        ({"X-Robots-Tag": "unavailable_after: 25 Jun 2027, none"}, {}, ("none header",), None),
        ({}, {"robots": "index, follow"}, (), None),
        ({}, {"robots": "max-image-preview:large, noai"}, ("noai meta",),
         "robots: max-image-preview:large, noai"),
    ],
)  # fmt: skip
def test_reservations(headers, metas, signs, notice):
    html = "".join(f'<meta name="{name}" content="{value}">' for name, value in metas.items())
    found = rights.read([*headers.items()], Document(html.encode()).metas)
    assert (found.signs, found.notice) == (signs, notice)


RULES = [
    {"location": "/foto/*.jpg", TDM: 0},
    {"location": "/arsip/", TDM: 1, "tdm-policy": "https://a.example/p"},
    {"location": "/", TDM: "1"},
]


@pytest.mark.parametrize(
    ("path", "reserved"),
    [("/foto/a.jpg", False), ("/arsip/x", True), ("/daerah/pr-1/x", True)],
)
def test_first_rule_that_fits(path, reserved):
    rule = rule_of(parse(json.dumps(RULES).encode()), f"https://kabarlereng.example{path}")
    assert rule is not None
    assert rule.reserved is reserved


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"{}", b"[1, null]", b'[{"location": 1}]', b"[" * 100_000, b"\xff[]"]
)
def test_what_is_no_tdmrep_file_has_no_rules(body):
    assert parse(body) == []


def test_rules_that_are_out_of_order_are_left_out():
    body = (
        b'[{"location": "/a", "tdm-reservation": 2}, {"location": "/b\\n", "tdm-reservation": 1}]'
    )
    assert parse(body) == [Rule("/b", True)]


# In a crawl


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as built:
        yield news_site(built)


def test_signs_are_counted_and_notices_recorded(tmp_path, site):
    page = site.pages["/daerah/pr-16/irigasi"]
    site.pages["/daerah/pr-16/irigasi"] = replace(page, headers={TDM: "1"})
    noai = article("Jalan").body.replace(b"<title>", b'<meta name="robots" content="noai"><title>')
    site.pages["/daerah/pr-17/jalan"] = Reply(noai)
    done = crawl(tmp_path, site, discover=LISTING)
    assert done.outlet["rights"] == {"noai meta": 1, "tdm-reservation header": 1}
    notices = {record["title"].split()[1]: record["rights_notice"] for record in done.records}
    assert notices == {"Irigasi": "tdm-reservation: 1", "Jalan": "robots: noai", "Puskesmas": None}
    assert all(record["text"] for record in done.records)  # recorded, not more: rights = full
    assert done.status == 0


def test_tdmrep_json_is_asked_once_a_day(tmp_path, site):
    path = "/.well-known/tdmrep.json"
    site.pages[path] = Reply(
        b'[{"location": "/daerah/pr-16", "tdm-reservation": 1}]', "application/json"
    )
    done = crawl(tmp_path, site, discover=LISTING)
    assert done.outlet["rights"] == {"tdm-reservation tdmrep.json": 1}
    notices = {record["title"].split()[1]: record["rights_notice"] for record in done.records}
    assert notices == {"Irigasi": "tdm-reservation: 1", "Jalan": None, "Puskesmas": None}
    crawl(tmp_path, site, discover=LISTING)
    assert site.paths.count(path) == 1
    with sqlite3.connect(tmp_path / "out" / "state.sqlite") as state:
        state.execute("UPDATE notes SET at = at - 90000")
        state.execute("DELETE FROM settled")
        state.execute("DELETE FROM articles")
    crawl(tmp_path, site, discover=LISTING)
    assert site.paths.count(path) == 2


@pytest.mark.parametrize("status", [404, 403, 500])
def test_a_host_without_tdmrep_json_is_the_usual_case(tmp_path, site, status):
    site.pages["/.well-known/tdmrep.json"] = Reply(b"", status=status)
    done = crawl(tmp_path, site, discover=LISTING)
    assert (done.status, done.outlet["errors"], done.outlet["blocked"]) == (0, [], "")
    assert site.paths.count("/.well-known/tdmrep.json") == 1


def test_tdmrep_json_behind_robots_txt_is_not_asked(tmp_path, site):
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /.well-known/\n", "text/plain")
    done = crawl(tmp_path, site, discover=LISTING)
    assert "/.well-known/tdmrep.json" not in site.paths
    assert done.status == 0


def test_a_replay_reads_tdmrep_json_where_the_archive_holds_it(tmp_path, site):
    site.pages["/.well-known/tdmrep.json"] = Reply(
        b'[{"location": "*", "tdm-reservation": 1, "tdm-policy": "https://a.example/p"}]'
    )
    kept = ("/.well-known/tdmrep.json", "/daerah/pr-17/jalan")
    archive = captured(
        tmp_path / "x.warc.gz", {f"{site.url}{path}": site.pages[path] for path in kept}
    )
    folder = catalogue(tmp_path / "c", site, LISTING)
    out = tmp_path / "out"
    done = Crawled(ogpnews("crawl", "--catalogue", folder, "--replay", archive, "-o", out), out)
    (record,) = done.records
    assert record["rights_notice"] == "tdm-reservation: 1; tdm-policy: https://a.example/p"
    assert site.asked == []


PICTURE = b"""<article class="read__content"><figure class="photo__img"><img src="/a.jpg">
<figcaption>Warga di tepi saluran, Senin.</figcaption></figure>"""


def test_metadata_only_leaves_out_the_text_live_and_replayed(tmp_path, site):
    body = article("Irigasi").body.replace(b'<article class="read__content">', PICTURE)
    site.pages["/daerah/pr-16/irigasi"] = Reply(body)
    for name in ("full", "lean"):
        (tmp_path / name).mkdir()
    full = crawl(tmp_path / "full", site, discover=LISTING)
    lean = crawl(tmp_path / "lean", site, discover=LISTING, rights='"metadata-only"')
    archive = captured(
        tmp_path / "x.warc.gz",
        {f"{site.url}{path}": reply for path, reply in site.pages.items() if "/pr-1" in path},
    )
    folder = catalogue(tmp_path / "c", site, LISTING, rights='"metadata-only"')
    done = ogpnews("crawl", "--catalogue", folder, "--replay", archive, "-o", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    replayed = [json.loads(line) for line in record_lines(tmp_path / "again")]
    texts = {record["id"]: record["text"] for record in full.records}
    for record in (*lean.records, *(r for r in replayed if r["id"] in texts)):
        assert record["text"] == ""
        assert record["text_sha256"] == sha256(texts[record["id"]])
        assert not any(image["caption"] for image in record["images"])
        assert "metadata only" in record["extraction"]["warnings"][-1]
        assert (record["title"], record["language"]) != ("", None)
    assert lean.outlet["fields"]["text"]["ok"] == 3
    assert any(image["caption"] for record in full.records for image in record["images"])
