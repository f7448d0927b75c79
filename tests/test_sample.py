"""The sample archive: built from its sources alone, and read back as its stories say."""

import gzip
import json
import subprocess
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from recordsets import record_lines

from ogpnews import archive, sitemaps
from ogpnews.extract import NotAnArticle, Options, Source, extract, read
from ogpnews.normalise import join, normalise
from ogpnews.outlets import Catalogue, Outlet
from ogpnews.pages import open_page
from ogpnews.pages.document import Document
from ogpnews.text.urls import canonical

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "sample"
WARC = SAMPLE / "sample.warc.gz"
CATALOGUE = Catalogue.load(SAMPLE / "catalogue")
OPTIONS = Options(catalogue=SAMPLE / "catalogue")
ROWS: dict[str, dict[str, Any]] = {
    row["url"]: row
    for row in map(json.loads, (SAMPLE / "expected.jsonl").read_text(encoding="utf-8").splitlines())
}
LOAD = (
    "import sys; from pathlib import Path; from sample_story import load; load(Path(sys.argv[1]))"
)
NO_ARTICLES = {
    "https://sinarserayu.example/tag/musrenbang": "kind listing",
    "https://kolakakab-go-id.example/berita/baca/berita-yang-sudah-dihapus": "kind other",
}


@cache
def captures() -> dict[str, archive.Capture]:
    return {capture.url: capture for capture in archive.read(WARC)}


def source(url: str) -> Source:
    capture = captures()[url]
    return Source(url, capture.body, url, capture.content_type, capture.fetched_at)


@cache
def record(url: str) -> dict[str, Any]:
    """The record of one story, its pages joined as a crawl joins them."""
    draft = read(source(url), OPTIONS)
    others = [read(source(page), OPTIONS).raw for page in draft.raw.page_urls]
    if others:
        draft.raw = join([draft.raw, *others])
    return asdict(normalise(draft))


def slug(url: str) -> str:
    return url.removeprefix("https://").split(".")[0] + "/" + url.rstrip("/").split("/")[-1][:30]


def test_sources_build_the_committed_files(tmp_path: Path) -> None:
    build = [sys.executable, str(ROOT / "tools" / "build_sample.py"), "--out", str(tmp_path)]
    subprocess.run(build, check=True, capture_output=True)
    assert (tmp_path / "expected.jsonl").read_bytes() == (SAMPLE / "expected.jsonl").read_bytes()
    built = (tmp_path / WARC.name).read_bytes()
    # Compressed bytes depend on the zlib of the machine; what is in them does not.
    assert gzip.decompress(built) == gzip.decompress(WARC.read_bytes())
    subprocess.run(build, check=True, capture_output=True)
    assert (tmp_path / WARC.name).read_bytes() == built


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('titel = "x"', "unknown keys titel"),
        ('title = "x"', "missing keys url, body, page, record"),
        ('title = "x', "Illegal character"),
    ],
)
def test_builder_names_the_faulty_file(tmp_path: Path, text: str, fault: str) -> None:
    story = tmp_path / "story.toml"
    story.write_text(text + "\n", encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-c", LOAD, story],
        cwd=ROOT / "tools",
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert f"SampleError: {story}: {fault}" in told.stderr


def test_the_sample_is_small() -> None:
    assert WARC.stat().st_size < 200_000


def test_every_host_is_reserved_and_in_the_sample_catalogue() -> None:
    for url in captures():
        outlet = CATALOGUE.for_url(url)
        assert outlet is not None
        assert outlet.hosts[0].endswith(".example"), "RFC 2606: nobody can register such a host"


def test_every_host_has_a_robots_txt() -> None:
    assert {f"{o.url}/robots.txt" for o in CATALOGUE.outlets.values()} <= captures().keys()


def announced(outlet: Outlet) -> set[str]:
    """What an outlet's sitemaps, feeds and listings lead to, all of them followed to their end."""
    found: set[str] = set()
    todo = [outlet.absolute(entry) for entry in (*outlet.discover.feeds, *outlet.discover.sitemaps)]
    for url in todo:
        told = sitemaps.read(captures()[url].body, url)
        assert told.problem is None
        todo += [child.url for child in told.children]
        found |= {entry.url for entry in told.entries}
    pages = [outlet.absolute(entry.replace("{page}", "1")) for entry in outlet.discover.listings]
    for url in pages:
        page = open_page(Document(captures()[url].body, url), outlet)
        found |= set(page.links())
        pages += [following] if (following := page.next_page()) else []
    return found


@pytest.mark.parametrize("outlet", CATALOGUE.outlets.values(), ids=lambda outlet: outlet.id)
def test_every_story_is_announced(outlet: Outlet) -> None:
    stories = {url for url, row in ROWS.items() if row["outlet"] == outlet.id}
    assert stories <= announced(outlet)


FIELDS = [
    pytest.param(url, name, id=f"{slug(url)}-{name}") for url, row in ROWS.items() for name in row
]


@pytest.mark.parametrize(("url", "name"), FIELDS)
def test_story_is_read_as_written(url: str, name: str) -> None:
    wanted, got = ROWS[url][name], record(url)
    if name != "image":
        assert got[name] == wanted
    elif wanted is None:
        assert got["images"] == []
    else:
        assert {key: got["images"][0][key] for key in wanted} == wanted


@pytest.mark.parametrize("url", ROWS, ids=slug)
def test_page_is_read_by_the_family_of_its_outlet(url: str) -> None:
    extraction = record(url)["extraction"]
    assert extraction["family"] == CATALOGUE.outlets[ROWS[url]["outlet"]].family
    assert extraction["warnings"] == []


@pytest.mark.parametrize("url", [url for url, row in ROWS.items() if row["pages"] > 1])
def test_all_pages_of_an_article_are_in_the_archive(url: str) -> None:
    assert record(url)["pages_missing"] == 0


OTHERS = [u for u in captures() if u not in ROWS and u.split("?")[0].replace("/amp/", "/") in ROWS]


def test_there_are_other_addresses() -> None:
    assert {"/amp/" in url for url in OTHERS} == {True, False}


@pytest.mark.parametrize("url", OTHERS, ids=slug)
def test_other_addresses_give_the_same_article(url: str) -> None:
    article = normalise(read(source(url), OPTIONS))
    assert article.url in ROWS
    assert article.id == record(article.url)["id"]


@pytest.mark.parametrize(("url", "reason"), NO_ARTICLES.items(), ids=slug)
def test_what_is_no_article_is_refused(url: str, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        extract(source(url), OPTIONS)


def test_one_address_is_not_found() -> None:
    assert [c.header.status for c in captures().values() if c.header.status != 200] == [404]


def test_crawl_exports_every_article_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ogpnews", "crawl", "--replay", str(WARC), "-o", str(tmp_path)]
    command += ["--catalogue", str(SAMPLE / "catalogue")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in record_lines(tmp_path)]
    assert sorted(line["url"] for line in lines) == sorted(ROWS)
    told = {line["url"]: line for line in lines}
    for url in ROWS:
        assert told[url]["text"] == record(url)["text"]
        assert told[url]["pages_missing"] == 0
    assert all(canonical(line["url"]) == line["url"] for line in lines)
