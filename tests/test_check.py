"""`ogpnews check`: what it says of an outlet that works, and of each thing that does not."""

import subprocess
from pathlib import Path

import archives
import pytest
from crawling import FULL, catalogue, news_site, ogpnews
from server import Reply, Site, article, xml
from warcio.warcwriter import WARCWriter


@pytest.fixture
def site():
    with Site() as built:
        news_site(built)
        index = built.pages["/sitemap.xml"].body.decode()
        first, _, rest = index.partition(f"<sitemap><loc>{built.url}/lama.xml</loc>")
        built.pages["/sitemap.xml"] = xml(first + rest.partition("</sitemap>")[2])
        built.pages["/daerah/pr-15/hilang-sudah"] = article("Kembali")
        yield built


def check(
    tmp_path: Path, site: Site, *arguments: object, expect: str = "", discover: str = FULL
) -> subprocess.CompletedProcess[str]:
    folder = catalogue(tmp_path / "catalogue", site, discover + expect)
    return ogpnews("check", "lereng", "--catalogue", folder, *arguments)


def test_an_outlet_that_works(tmp_path, site):
    done = check(tmp_path, site)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    lines = done.stdout.splitlines()
    assert lines[0] == f"lereng: Kabar Lereng, {site.url}"
    assert lines[1].split() == ["ok", "robots.txt", "HTTP", "200"]
    for kind in ("feed", "sitemap", "listing"):
        assert any(line.split()[:2] == ["ok", kind] for line in lines), kind
    assert any("the newest of 2026-11-23" in line for line in lines)
    assert any(line.split()[:2] == ["ok", "published"] for line in lines)
    assert lines[-1] == "verdict: it works"
    stories = {path.partition("?")[0] for path in site.paths if "/pr-" in path}
    assert len(stories) == 3
    assert "/daerah?page=2" not in site.paths


def test_articles_come_after_all_entries(tmp_path, site):
    check(tmp_path, site, "--articles", 1)
    stories = [place for place, path in enumerate(site.paths) if "/pr-" in path]
    assert site.paths.index("/daerah?page=1") < stories[0]
    assert site.paths.index("/feed") < stories[0]


@pytest.mark.parametrize(
    ("path", "reply", "said"),
    [
        ("/feed", Reply(status=503), "feed        {url}/feed: HTTP 503, 0 addresses"),
        ("/feed", Reply(b"<html></html>"), "an HTML page in the place of a sitemap or feed"),
        ("/daerah?page=1", Reply(b"<html></html>"), "no article on this listing page"),
        ("/robots.txt", Reply(b"User-agent: *\nDisallow: /daerah/"), "forbids"),
        ("/robots.txt", Reply(b"User-agent: *\nDisallow: /feed"), "forbidden by robots.txt"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, site, path, reply, said):
    site.pages[path] = reply
    done = check(tmp_path, site)
    assert done.returncode == 1, done.stdout
    wrong = [line for line in done.stdout.splitlines() if line.startswith("wrong")]
    assert any(said.format(url=site.url) in line for line in wrong), done.stdout
    assert "wrong" in done.stdout.splitlines()[-1]


def test_a_field_below_what_the_outlet_expects(tmp_path, site):
    site.pages["/daerah/pr-12/pasar-baru?utm_source=rss"] = article("Pasar", "besok lusa")
    done = check(tmp_path, site, "--articles", 9, expect="\n[expect]\npublished = 0.98\ntags = 0.1")
    assert done.returncode == 1
    assert "in 5 of 6, expected of 98%" in done.stdout
    assert "in 0 of 6, expected of 10%" in done.stdout


def test_where_articles_are_refused_one_is_asked_for(tmp_path, site):
    for path in [path for path in site.pages if "/pr-" in path]:
        site.pages[path] = Reply(status=403)
    site.pages["/robots.txt"] = Reply(b"")
    done = check(tmp_path, site, "--articles", 1)
    assert done.returncode == 1
    assert "0 of 1 asked for are good, 1 HTTP 403" in done.stdout


def test_nothing_answers(tmp_path):
    with Site() as gone:
        pass
    done = check(tmp_path, gone)
    assert done.returncode == 3
    assert done.stdout.splitlines()[-1] == "verdict: nothing could be reached"


def test_archives_are_checked_like_the_site(tmp_path, site):
    archive = tmp_path / "x.warc.gz"
    with archive.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for path, reply in site.pages.items():
            if "/pr-1" in path:
                archives.add(writer, site.url + path, reply.body)
    done = check(tmp_path, site, "--replay", archive)
    assert done.returncode == 0, done.stdout
    assert "not in archive" in done.stdout
    assert site.paths == []


@pytest.mark.parametrize(
    "arguments", [("--articles", "0"), ("--articles", "x"), ("--replay", "nowhere.warc.gz")]
)
def test_wrong_arguments(tmp_path, site, arguments):
    done = check(tmp_path, site, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert site.paths == []
