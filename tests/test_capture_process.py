"""`--warc` as a process: killed at any moment, on a full disk, by Scrapy's own command."""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from crawling import ENVIRONMENT, catalogue, ogpnews
from recordsets import record_lines
from server import Site, article, entry, urlset, xml
from warcio.archiveiterator import ArchiveIterator

MANY = 120
KILLS = 6


@pytest.fixture
def site():
    with Site() as built:
        names = [f"pr-{100 + number}/berita" for number in range(MANY)]
        built.pages = {f"/daerah/{name}": article(f"Warta{name[3:6]}") for name in names}
        entries = (entry(f"{built.url}/daerah/{name}") for name in names)
        built.pages["/sitemap.xml"] = xml(urlset(*entries))
        yield built


def arguments(tmp_path: Path, site: Site) -> list[str]:
    folder = catalogue(tmp_path / "catalogue", site, 'sitemaps = ["/sitemap.xml"]', delay="0.02")
    words = ("crawl", "--catalogue", folder, "-o", tmp_path / "out", "--warc", tmp_path / "warc")
    return [str(word) for word in words]


def archived(folder: Path) -> Counter[str]:
    """Captured articles by their address; every digest of every record is checked."""
    found: Counter[str] = Counter()
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                record.raw_stream.read()
                if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                    found[record.rec_headers.get_header("WARC-Target-URI")] += 1
    return found


def exported(out: Path) -> set[str]:
    return {json.loads(line)["fetched_url"] for line in record_lines(out)}


def test_killed_crawls_leave_archives_that_hold_every_exported_page(tmp_path, site):
    command = [sys.executable, "-m", "ogpnews.cli", *arguments(tmp_path, site)]
    out, warc = tmp_path / "out", tmp_path / "warc"
    chance = random.Random(4)  # noqa: S311  # moments of kills, no secrets
    for _ in range(KILLS):
        before = {*warc.glob("*.open")}
        process = subprocess.Popen(
            command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while not {*warc.glob("*.open")} - before:
            assert process.poll() is None
            time.sleep(0.005)
        time.sleep(chance.uniform(0.1, 0.7))
        process.kill()
        process.wait()
    assert exported(out)
    assert list(warc.glob("*.open"))
    done = ogpnews(*arguments(tmp_path, site))
    assert done.returncode == 0, done.stderr
    assert not list(warc.glob("*.open"))
    assert exported(out) <= archived(warc).keys()
    log = (out / "log/crawl.log").read_text()
    assert log.count("an earlier run") == KILLS
    read = ogpnews("extract", "--catalogue", tmp_path / "catalogue", warc)
    assert (read.returncode, read.stderr) == (0, "")
    assert {json.loads(line)["fetched_url"] for line in read.stdout.splitlines()} >= exported(out)


def test_an_interrupted_crawl_finishes_its_archive(tmp_path, site):
    command = [sys.executable, "-m", "ogpnews.cli", *arguments(tmp_path, site)]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL)
    while not exported(tmp_path / "out"):
        assert process.poll() is None
        time.sleep(0.01)
    process.terminate()
    assert process.wait(timeout=20) == 143
    assert exported(tmp_path / "out") <= archived(tmp_path / "warc").keys()
    assert not list((tmp_path / "warc").glob("*.open"))


FULL = """
import errno, io, sys
from ogpnews import cli, warcfiles
class Small(io.FileIO):
    def write(self, data):
        room = 9000 - self.tell()
        if room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(memoryview(data)[:room])
warcfiles.FileIO = Small
sys.exit(cli.main(sys.argv[1:]))
"""


def test_a_full_disk_ends_the_crawl_and_keeps_what_was_written(tmp_path, site):
    done = subprocess.run(
        [sys.executable, "-c", FULL, *arguments(tmp_path, site)],
        capture_output=True, text=True, timeout=60, check=False, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "archive not written (No space left on device)" in done.stderr
    assert "Traceback" not in done.stderr
    kept = exported(tmp_path / "out")
    assert 1 <= len(kept) < MANY
    assert kept <= archived(tmp_path / "warc").keys()
    assert len(site.asked) < MANY / 2
    (report,) = (tmp_path / "out").glob("runs/*.json")
    outlet = json.loads(report.read_text())["outlets"]["lereng"]
    assert outlet["failed"].keys() == {"archive not written"}


def test_scrapys_own_command_writes_archives_too(tmp_path, site):
    folder = catalogue(tmp_path / "catalogue", site, 'sitemaps = ["/sitemap.xml"]')
    subprocess.run(
        [sys.executable, "-m", "scrapy", "crawl", "lereng", "-s", f"CATALOGUE={folder}",
         "-s", f"WARC={tmp_path / 'warc'}", "-a", "limit=3"],
        env={**ENVIRONMENT, "SCRAPY_SETTINGS_MODULE": "ogpnews.settings"}, cwd=tmp_path,
        capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    assert not list((tmp_path / "warc").glob("*.open"))
    assert len(archived(tmp_path / "warc")) == 4
