"""The benchmark of the crawl on a small site: it runs, and its numbers are those of the site."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from crawling import ENVIRONMENT, REPOSITORY

from crawl import QUICK
from crawlreport import markdown
from newsserver import Plan, counts, site
from newssite import A_PAGE, FORBIDDEN, KINDS, SIZES, Host, page_of

SCRIPT = REPOSITORY / "benchmarks" / "crawl.py"


@pytest.fixture(scope="module")
def measured() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--quick", "--rounds", "1", "--json"],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_every_article_once(measured):
    found = measured["completeness"]
    assert (found["articles"], found["hosts"]) == (QUICK.articles, QUICK.hosts)
    assert (found["lost"], found["twice"], found["not_of_the_site"]) == (0, 0, 0)
    assert found["first"]["exported"] == QUICK.articles
    assert found["first"]["exit_status"] == 0
    assert found["pages_asked_twice"] == 0


def test_manners_at_the_server(measured):
    found = measured["manners"]
    assert found["most_at_once"] == 1
    assert found["forbidden_asked"] == 0
    assert (
        found["smallest_gap"] > 0.6 * QUICK.polite_delay
    )  # the delay less a quarter, and the clock
    for found in (measured["manners"], measured["full"]):
        assert found["most_at_once"] == 1
        assert 0 < found["requests_per_s"] <= 1.2 * found["allowed_per_s"]


def test_speed_is_a_ratio_of_the_same_pages(measured):
    assert measured["speed"].keys() == SIZES.keys()
    for size, row in measured["speed"].items():
        assert row["bytes"] == pytest.approx(SIZES[size], rel=0.25)
        assert row["pages"] == QUICK.speed_articles
        assert row["requests"] > row["pages"]
        assert row["ratio"] == pytest.approx(row["ours_ms"] / row["bare_ms"])
        assert row["ratio"] > 1
        assert 0 < row["extraction_ms"] < row["ours_ms"]


def test_memory(measured):
    found = measured["memory"]
    assert found["many"]["discovered"] > 4 * found["few"]["discovered"]
    assert 0.8 < found["ratio"] < 1.3


def test_tables(measured):
    text = markdown(measured)
    assert "| at the server: forbidden paths asked for | 0 | 0 |" in text
    assert text.count("× |") == 2 * len(SIZES)


@pytest.fixture(scope="module")
def hosts() -> Iterator[list[Host]]:
    with site(Plan(4, 120)) as laid:
        yield laid


def get(url: str) -> int:
    try:
        with urlopen(url) as answer:  # noqa: S310  # loopback
            return answer.status
    except HTTPError as error:
        return error.code


def test_the_server_counts_what_it_is_asked(hosts):
    counts(hosts)
    first, second = hosts[0], hosts[1]
    assert get(first.base + first.path(3)) == 200
    assert get(first.base + first.path(3)) == 200
    assert get(second.base + "/nowhere") == 404
    told = counts(hosts)
    assert told[first.base]["asked"] == {first.path(3): 2}
    assert told[first.base]["most_at_once"] == 1
    assert told[first.base]["first_gap"] > 0
    assert told[first.base]["smallest_gap"] is None
    assert told[second.base]["asked"] == {"/nowhere": 1}
    assert counts(hosts)[first.base]["asked"] == {}


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_every_article_is_listed_and_written(number):
    host = Host(number, "http://127.0.1.9:1", 2 * A_PAGE)
    pages = dict(host.pages())
    assert {host.path(place) for place in range(2 * A_PAGE)} <= pages.keys()
    assert FORBIDDEN not in pages
    url, body = page_of(host, 7)
    assert url == host.base + host.path(7)
    assert host.title(7).encode() in body


def test_where_nothing_can_be_crawled_it_says_so(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, SCRIPT.with_name("crawlrun.py"), json.dumps({"out": "x", "catalogue": "none"})],
        capture_output=True, text=True, cwd=tmp_path, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
