"""Hosts that behave oddly at odd moments: what is kept, what is said, what is not asked for."""

import gzip
import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from crawling import ENVIRONMENT, catalogue, crawl, news_site, ogpnews
from recordsets import record_lines
from server import Reply, Site, article, listing

LISTING = 'listings = ["/daerah?page={page}"]'
TDMREP = "/.well-known/tdmrep.json"


@pytest.fixture
def site() -> Iterator[Site]:
    """Three articles on a listing of two pages, and what is not needed here."""
    with Site() as built:
        yield news_site(built)


def start(tmp_path: Path, site: Site, delay: str = "0.3") -> subprocess.Popen[str]:
    folder = catalogue(tmp_path / "catalogue", site, 'listings = ["/indeks"]', delay=delay)
    return subprocess.Popen(
        [sys.executable, "-m", "ogpnews", "crawl", "--catalogue", folder, "-o", tmp_path / "out"],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wait_for(reached: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    while not reached():
        assert process.poll() is None
        time.sleep(0.01)


# After a signal


def articles(site: Site, count: int) -> None:
    paths = [f"/daerah/pr-{number}/kabar" for number in range(30, 30 + count)]
    site.pages |= {path: article(f"Nomor{number}") for number, path in enumerate(paths)}
    site.pages["/indeks"] = listing(*paths)


def one_of_many_pages(site: Site, count: int) -> None:
    path = "/daerah/pr-13/panjang"
    parts = {number: f"{path}?page={number}" if number > 1 else path for number in range(1, count)}
    urls = {number: site.url + part for number, part in parts.items()}
    site.pages |= {part: article("Panjang", pages=urls, page=n) for n, part in parts.items()}
    site.pages["/indeks"] = listing(path)


@pytest.mark.parametrize("lay", [articles, one_of_many_pages])
def test_no_request_begins_after_a_signal(tmp_path, site, lay):
    lay(site, 15)
    process = start(tmp_path, site)
    wait_for(lambda: sum("/pr-" in path for path in site.paths) > 1, process)
    process.send_signal(signal.SIGTERM)
    then = time.monotonic() + 0.1
    process.communicate(timeout=30)
    assert process.returncode == 143
    assert [path for moment, path in site.asked if moment > then] == []


def test_an_article_whose_reservation_was_not_heard_is_left_to_the_next_run(tmp_path, site):
    site.pages[TDMREP] = Reply(b'[{"location": "/", "tdm-reservation": 1}]', "application/json")
    articles(site, 1)
    process = start(tmp_path, site)
    wait_for(lambda: any("/pr-" in path for path in site.paths), process)
    site.hold = 6
    wait_for(lambda: TDMREP in site.paths, process)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert not list(tmp_path.glob("out/articles/*/*"))
    site.hold = 0
    process = start(tmp_path, site)
    process.communicate(timeout=30)
    (line,) = record_lines(tmp_path / "out")
    assert json.loads(line)["rights_notice"] == "tdm-reservation: 1"


# tdmrep.json and robots.txt


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b'[{"location": "/\\ud800", "tdm-reservation": 1}]', "application/json"),
        Reply(b'[{"location": "/", "tdm-reservation": 1, "tdm-policy": "\\ud800"}]'),
        Reply(b"", status=429, headers={"Retry-After": "1"}),
        Reply(b"[" * 5000),
    ],
    ids=["half character", "half character in the policy", "too many requests", "nested"],
)
def test_a_tdmrep_json_that_is_none_costs_no_article(tmp_path, site, reply):
    site.pages[TDMREP] = reply
    done = crawl(tmp_path, site, discover=LISTING)
    assert (done.status, len(done.records), done.outlet["blocked"]) == (0, 3, "")


def test_a_robots_txt_that_is_a_bomb_allows_nothing(tmp_path, site):
    rules = b"User-agent: *\nDisallow: /daerah/\n" + b"\n" * (65 << 20)
    site.pages["/robots.txt"] = Reply(
        gzip.compress(rules), "text/plain", headers={"Content-Encoding": "gzip"}
    )
    done = crawl(tmp_path, site, discover=LISTING)
    assert done.status == 3
    assert "robots.txt unreachable: too large" in done.stderr
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize("path", ["/robots.txt", TDMREP])
def test_a_page_in_the_place_of_a_file_for_machines_is_no_article_of_a_replay(tmp_path, site, path):
    site.pages[path] = article("Lunak")
    done = crawl(tmp_path, site, "--warc", tmp_path / "warc", discover=LISTING)
    again = ogpnews(
        "crawl", "--replay", tmp_path / "warc", "--catalogue", tmp_path / "catalogue",
        "-o", tmp_path / "again",
    )  # fmt: skip
    assert again.returncode == 0
    assert len(done.records) == 3
    lines = record_lines(tmp_path / "again")
    assert sorted(json.loads(line)["url"] for line in lines) == sorted(
        record["url"] for record in done.records
    )


# Waiting


class Impatient(dict[str, Reply]):
    """Asks to wait for nothing twice, and then for longer than any crawl does."""

    asked = 0

    def get(self, path: str, default: Reply | None = None) -> Reply | None:  # type: ignore[override]  # one use
        if path != "/daerah/pr-30/kabar":
            return super().get(path, default)
        self.asked += 1
        return Reply(status=429, headers={"Retry-After": "0" if self.asked < 3 else "200"})


def test_what_a_host_asked_for_last_is_what_the_next_run_waits_for(tmp_path, site):
    articles(site, 6)
    site.pages = Impatient(site.pages)
    crawl(tmp_path, site, discover='listings = ["/indeks"]')
    with sqlite3.connect(tmp_path / "out/state.sqlite") as state:
        ((value, at),) = state.execute("SELECT value, at FROM notes WHERE kind = 'later'")
    assert json.loads(value)["until"] - at > 150


# What is said


def test_check_sends_no_terminal_codes(tmp_path, site):
    site.pages["/daerah/pr-16/irigasi"] = Reply(b"x", "image/\x1b[2Jx")
    site.pages["/daerah?page=2"] = Reply(b"<title>Checking your browser \x1b]0;x\x07</title>")
    folder = catalogue(tmp_path / "catalogue", site, LISTING)
    done = ogpnews("check", "lereng", "--catalogue", folder)
    assert "\x1b" not in done.stdout + done.stderr


def test_a_folder_whose_name_is_no_utf_8(tmp_path, site):
    folder = catalogue(tmp_path / "catalogue", site, LISTING)
    command = [sys.executable, "-m", "ogpnews", "crawl", "--catalogue", folder, "-o"]
    done = subprocess.run(
        [*command, f"{tmp_path}/out".encode() + b"\xff"],
        capture_output=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


FAILING = {
    "commit": "import ogpnews.state as s; s.State.commit = fail",
    "notes": "import ogpnews.notes as n; n.Notes.finish = fail",
}


@pytest.mark.parametrize("what", FAILING)
def test_a_state_that_cannot_be_written_at_the_end_is_told(tmp_path, site, what):
    folder = catalogue(tmp_path / "catalogue", site, LISTING)
    code = f"""
import sys, traceback
from ogpnews.cli import main
from ogpnews.database import DatabaseError
import ogpnews.state as s
commit = s.State.commit
def fail(self):
    if any(frame.name in ("close_spider", "closed") for frame in traceback.extract_stack()):
        raise DatabaseError("state.sqlite: database or disk is full")
    commit(self)
{FAILING[what]}
sys.exit(main())
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "crawl", "--catalogue", folder, "-o", tmp_path / "out",
         "--quiet"],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "database or disk is full" in done.stderr
