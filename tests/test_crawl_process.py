"""The crawl as a process: killed, interrupted, asked wrongly, run by Scrapy's own commands."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import ENVIRONMENT, REPOSITORY, catalogue, news_site, ogpnews
from server import Site

from ogpnews.crawl import MOST_AT_ONCE


@pytest.fixture
def site() -> Iterator[Site]:
    """Sitemap index, feed, listing of two pages, seven articles."""
    with Site() as built:
        yield news_site(built)


def crawling(tmp_path, site, out):
    """A slow crawl in a process of its own that has written a first record."""
    folder = catalogue(tmp_path / "catalogue", site, delay="0.3")
    process = subprocess.Popen(
        [sys.executable, "-m", "ogpnews.cli", "crawl", "--catalogue", folder, "-o", out],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while not list(out.glob("articles/*/*.jsonl")):
        assert process.poll() is None
    return process


def test_killed_run_leaves_whole_lines_and_a_report_that_says_running(tmp_path, site):
    out = tmp_path / "out"
    process = crawling(tmp_path, site, out)
    process.kill()
    process.wait()
    (path,) = out.glob("articles/*/*.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    assert lines
    for line in lines:
        assert line.endswith(b"\n")
        json.loads(line)
    (report,) = out.glob("runs/*.json")
    assert json.loads(report.read_text())["state"] == "running"


# Wrong arguments


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lerang"], "did you mean lereng"),
        (["lereng", "--since", "kemarin"], "YYYY-MM-DD"),
        (["lereng", "--since", "2026-11-02", "--until", "2026-11-01"], "before"),
        (["lereng", "--limit", "0"], "1 or more"),
        (["lereng", "--replay", "none.warc.gz"], "none.warc.gz: no such archive"),
        (["--family", "tribun"], "no outlet fits --family tribun"),
        (["--province", "atlantis"], "atlantis"),
        (["lereng", "-o", "{file}"], "-o names a folder"),
        (["lereng", "--catalogue", "{empty}"], "holds no outlet"),
    ],
)
def test_wrong_arguments(tmp_path, arguments, said):
    with Site() as site:
        folder = catalogue(tmp_path / "catalogue", site)
        file = tmp_path / "file"
        file.touch()
        empty = tmp_path / "empty"
        empty.mkdir()
        words = [word.format(file=file, empty=empty) for word in arguments]
        done = ogpnews("crawl", "--catalogue", folder, "-o", tmp_path / "out", *words)
        assert site.asked == []
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


# As a Scrapy project


def scrapy(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "SCRAPY_SETTINGS_MODULE": "ogpnews.settings"}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", *map(str, arguments)],
        capture_output=True, text=True, timeout=120, cwd=cwd, env=environment, check=False,
    )  # fmt: skip


def test_scrapy_list_names_every_outlet():
    done = scrapy("list", cwd=REPOSITORY)
    names = done.stdout.split()
    assert done.returncode == 0
    assert "sinarjateng" in names
    assert len(names) >= 120


def test_scrapy_crawl_with_arguments_and_feed(tmp_path, site):
    folder = catalogue(tmp_path / "catalogue", site)
    done = scrapy(
        "crawl", "lereng", "-s", f"CATALOGUE={folder}", "-a", "limit=2", "-a", "since=2026-11-20",
        "-O", "out.jsonl", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert all(json.loads(line)["outlet"] == "lereng" for line in lines)


def test_a_live_crawl_of_everything_is_asked_for_in_so_many_words(tmp_path):
    done = ogpnews("crawl", "-o", str(tmp_path / "out"))
    assert done.returncode == 2
    assert "--all" in done.stderr
    assert not (tmp_path / "out").exists()


def test_more_outlets_than_run_side_by_side_all_get_their_turn(tmp_path):
    folder = tmp_path / "catalogue"
    folder.mkdir()
    for number in range(MOST_AT_ONCE + 6):
        (folder / f"sepi{number}.toml").write_text(
            f'name = "Sepi {number}"\nurl = "http://127.0.1.{number}:9"\nfamily = "generic"\n'
            'region = "33"\ndelay = 0.01\n[discover]\nfeeds = ["/feed"]\n',
            encoding="utf-8",
        )
    out = tmp_path / "out"
    done = ogpnews("crawl", "--catalogue", folder, "-o", out)
    assert done.returncode == 3
    report = json.loads(next(out.glob("runs/*.json")).read_text())
    assert len(report["outlets"]) == MOST_AT_ONCE + 6
