"""Crawls that are killed, or whose disk is full: every article once, no torn line, none lost."""

import json
import random
import resource
import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import ENVIRONMENT, catalogue
from recordsets import record_lines
from server import Site, article, entry, urlset, xml

KILLS = 20
ARTICLES = 300


@pytest.fixture
def site() -> Iterator[Site]:
    """Articles that a sitemap names, and nothing else."""
    with Site() as built:
        paths = [f"/daerah/pr-{number}/kabar" for number in range(ARTICLES)]
        for number, path in enumerate(paths):
            built.pages[path] = article(f"Nomor{number}")
        built.pages["/sitemap.xml"] = xml(urlset(*(entry(f"{built.url}{path}") for path in paths)))
        yield built


def start(folder: Path, out: Path, before: str = "pass") -> subprocess.Popen[str]:
    """The crawl in a process of its own; `before`: Python to run in it first."""
    code = f"import sys; {before}; from ogpnews.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.Popen(
        [sys.executable, "-c", code, "crawl", "--catalogue", folder, "-o", out],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def titles(out: Path) -> Counter[str]:
    """Headline → records with it; a torn line fails."""
    found: Counter[str] = Counter()
    for line in record_lines(out):
        assert line.endswith(b"\n")
        found[json.loads(line)["title"]] += 1
    return found


def test_twenty_kills_lose_nothing_and_repeat_nothing(tmp_path, site):
    seed = secrets.randbelow(10**6)
    print(f"seed {seed}")  # pytest shows it where the test fails
    moments = random.Random(seed)  # noqa: S311  # moments of kills, no secrets
    folder = catalogue(tmp_path / "catalogue", site, 'sitemaps = ["/sitemap.xml"]', delay="0.03")
    out = tmp_path / "out"
    for _ in range(KILLS):
        process = start(folder, out)
        asked = len(site.asked)
        while len(site.asked) == asked and process.poll() is None:
            time.sleep(0.005)  # killed at work, not while Python starts
        time.sleep(moments.uniform(0, 1.2))
        process.kill()
        process.communicate()
    assert 0 < sum(titles(out).values()) <= ARTICLES
    process = start(folder, out)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert titles(out) == Counter(
        {f"Warga Nomor{number} Perbaiki Saluran Air Desa": 1 for number in range(ARTICLES)}
    )
    assert not list(out.glob("articles/*/*.jsonl"))  # the last run packed what all runs left
    # a page under way when the crawl is killed is asked for again, all others are not
    assert len([path for path in site.paths if "/pr-" in path]) <= ARTICLES + 4 * KILLS


@pytest.mark.parametrize("room", [3_000, 20_000, 70_001])
def test_a_full_disk_is_told_and_loses_nothing(tmp_path, site, room):
    folder = catalogue(tmp_path / "catalogue", site, 'sitemaps = ["/sitemap.xml"]', delay="0.01")
    out = tmp_path / "out"
    # no file may grow beyond `room`: the records' own is the first that would
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))"
    log = "import ogpnews.settings; ogpnews.settings.LOG_ENABLED = False"
    process = start(folder, out, f"{limit}; {log}")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in said
    assert "File too large" in said or "disk" in said
    written = titles(out)
    assert sum(written.values()) < ARTICLES
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != room
    process = start(folder, out)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert len(titles(out)) == sum(titles(out).values()) == ARTICLES
