"""A run report, said to people."""

import os
import pty
import re
import signal
import subprocess
import sys
import termios
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from crawling import ENVIRONMENT, catalogue
from server import Site, article, entry, urlset, xml

from ogpnews import drift, summary
from ogpnews.failures import MOST, Failures
from ogpnews.progress import Counts, Progress
from ogpnews.runreport import OutletRun, RunReport


def report(outlets: dict[str, OutletRun], **more: Any) -> RunReport:
    return RunReport("r", [], "2026-11-23T00:00:00Z", outlets=outlets, **more)


def outlet(**more: Any) -> OutletRun:
    return OutletRun(**{"discovered": 9, "fetched": 7, "exported": 6, "pages_read": 9, **more})


def failing(*failures: tuple[str, str]) -> OutletRun:
    kept = Failures()
    for url, what in failures:
        kept.add(url, what)
    return OutletRun.of({"ogpnews/pages_read": 1}, kept)


LOW = drift.Drift(field="published", expected=0.98, present=3, articles=10)


def test_table_gives_the_reasons_below_each_outlet():
    run = outlet(
        skipped={"off-site": 1, "duplicate": 2},
        failed={"HTTP 404": 1},
        fields={
            "title": {"ok": 6, "missing": 0, "unparsed": 0},
            "credits": {"ok": 1, "missing": 5, "unparsed": 0},
            "published": {"ok": 3, "missing": 2, "unparsed": 1},
        },
        drift=[LOW],
    )
    assert summary.table(report({"lereng": run}), 120) == [
        "outlet  discovered  fetched  exported  skipped  failed  errors",
        "lereng           9        7         6        3       1       0",
        "  skipped   duplicate 2, off-site 1",
        "  failed    HTTP 404 1",
        "  missing   credits 5, published 2",
        "  unparsed  published 1",
        "  drift     published in 3 of 10 articles (30 %), expected in 98 %",
    ]


def test_table_fits_the_terminal_and_ends_with_the_total():
    run = outlet(skipped={f"reason number {number}": number for number in range(1, 12)})
    lines = summary.table(report({"a": run, "b": outlet()}), 80)
    assert max(map(len, lines)) <= 80
    assert "".join(lines).count("reason number 1 1") == 1  # name and count stay together
    assert not any(line.endswith("reason") for line in lines)
    assert lines[-1].split() == ["total", "18", "14", "12", "66", "0", "0"]


def test_long_table_names_those_with_problems_only():
    outlets = {f"outlet{number:02}": outlet() for number in range(41)}
    outlets["outlet07"] = outlet(failed={"timeout": 1})
    outlets["outlet09"] = outlet(drift=[LOW])
    outlets["outlet11"] = OutletRun()  # nothing of it could be read
    named = [line.split()[0] for line in summary.table(report(outlets)) if line[0] != " "]
    assert named == ["outlet", "outlet07", "outlet09", "outlet11", "total", "38"]
    whole = summary.table(report(outlets), verbose=True)
    assert sum(line.startswith("outlet") for line in whole) == 42
    del outlets["outlet40"]
    assert sum(line.startswith("outlet") for line in summary.table(report(outlets))) == 41


def test_equal_problems_are_one_line_with_their_count_and_first_address():
    run = failing(("/a", "HTTP 404"), ("/b", "timeout"), ("/c", "HTTP 404"))
    assert summary.problems(report({"lereng": run}, problems=["x.warc.gz: damaged"])) == [
        "x.warc.gz: damaged",
        "lereng: HTTP 404 (2 times): /a",
        "lereng: timeout: /b",
    ]


def test_what_is_not_kept_by_kind_is_counted():
    run = failing(*((f"/{number}", f"error {number}") for number in range(MOST + 3)))
    assert summary.problems(report({"lereng": run}))[-1] == "lereng: 3 more errors of other kinds"
    assert len(run.problems) == MOST


@pytest.mark.parametrize(
    ("signalled", "said"),
    [(signal.SIGINT, "by SIGINT"), (signal.SIGTERM, "by SIGTERM"), (None, "nothing could be")],
)
def test_the_end_is_said_where_it_is_a_problem(signalled, said):
    run = report({})
    run.finish(signalled)
    (line,) = summary.problems(run)
    assert said in line


@pytest.mark.parametrize(
    ("expect", "present", "articles", "fallen"),
    [
        ({"published": 0.9}, {"published": 8}, 10, ["published"]),
        ({"published": 0.9}, {"published": 9}, 10, []),
        ({"published": 0.9}, {}, 10, ["published"]),
        ({"published": 0.9}, {}, 4, []),  # too few to judge
        ({"published": 0.9}, {}, 5, ["published"]),
        ({"text": 1, "authors": 0.5}, {"text": 9, "authors": 4}, 10, ["authors", "text"]),
        ({"published": 0.0}, {}, 10, []),
        ({}, {}, 10, []),
    ],
)
def test_drift(expect, present, articles, fallen):
    assert [entry["field"] for entry in drift.judge(expect, present, articles)] == fallen


# Progress

COUNTS = Counts(3, 12, 3400, 120, 110, 2, 4.12, 700.0)


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (
            140,
            "outlets 3/12, found 3,400, fetched 120, exported 110, errors 2, 12 min left, 4.1/s",
        ),
        (80, "outlets 3/12, found 3,400, fetched 120, exported 110, errors 2, 12 min left"),
        (40, "outlets 3/12, found 3,400, fetched 120"),
        (5, "outlets 3/12"),
    ],
)
def test_progress_line_fits_the_terminal(width, line):
    assert COUNTS.line(width) == line


class Stats(dict[str, Any]):
    def get_value(self, key: str, default: Any = None) -> Any:
        return self.get(key, default)


def crawling(waiting: int, fetched: int, discovering: bool, limit: int | None = None) -> Any:
    started = SimpleNamespace(timestamp=lambda: 0.0)
    spider = SimpleNamespace(
        frontier=[None] * waiting, discovery=SimpleNamespace(pending=bool(discovering)),
        limit=limit, exported=fetched,
        failures=SimpleNamespace(count=1), stopped=None,
    )  # fmt: skip
    spider.frontier = type("Found", (list,), {"found": 100})(spider.frontier)
    stats = Stats({"ogpnews/fetched": fetched, "start_time": started})
    return SimpleNamespace(spider=spider, _stats=stats, stats=stats)


@pytest.mark.parametrize(
    ("crawlers", "outlets", "left"),
    [
        ([crawling(50, 100, False)], 2, 5.0),  # 100 in ten seconds, 50 to go
        ([crawling(50, 100, False), crawling(10, 10, False)], 3, 10.0),  # the slowest counts
        ([crawling(50, 100, False, limit=110)], 2, 1.0),
        ([crawling(50, 100, True)], 2, None),  # more may be found
        ([crawling(50, 100, False)], 3, None),  # an outlet has not begun
        ([crawling(50, 0, False)], 2, None),
        ([], 1, None),
    ],
)
def test_time_left_where_it_can_be_known(monkeypatch, crawlers, outlets, left):
    monkeypatch.setattr("time.time", lambda: 10.0)
    progress = Progress(outlets, [outlet()], crawlers, quiet=True)
    counts = progress.counts(10.0)
    assert counts.left == left
    assert counts.found == 9 + 100 * len(crawlers)
    assert (counts.ended, counts.outlets, counts.errors) == (1, outlets, len(crawlers))


def test_a_person_who_pressed_ctrl_c_sees_that_it_was_heard():
    crawler = crawling(50, 100, False)
    progress = Progress(1, [], [crawler], quiet=True)
    assert not progress.counts(1.0).line(80).startswith("stopping")
    crawler.spider.stopped = "interrupted"
    assert progress.counts(2.0).line(80).startswith("stopping, outlets 0/1")


def test_rate_is_that_of_the_last_seconds():
    crawler = crawling(50, 0, True)
    progress = Progress(1, [], [crawler], quiet=True)
    rates = []
    for second in range(0, 100, 10):
        crawler._stats["ogpnews/fetched"] += 5 if second < 50 else 20
        rates.append(progress.counts(float(second)).rate)
    assert rates[0] == 0.0
    assert rates[4] == pytest.approx(0.5)
    assert rates[-1] == pytest.approx(2.0)


def test_a_terminal_is_told_how_long_it_will_take(tmp_path):
    """Once everything is discovered, and the site's own pace is known."""
    with Site() as site:
        paths = [f"/daerah/pr-{number}/kabar" for number in range(40)]
        site.pages = {path: article(f"Nomor{number}") for number, path in enumerate(paths)}
        site.pages["/sitemap.xml"] = xml(urlset(*(entry(f"{site.url}{path}") for path in paths)))
        folder = catalogue(tmp_path / "c", site, 'sitemaps = ["/sitemap.xml"]', delay="0.1")
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 100))
        process = subprocess.Popen(
            [sys.executable, "-m", "ogpnews", "crawl", "--catalogue", folder, "-o", tmp_path / "o"],
            env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=theirs,
        )  # fmt: skip
        os.close(theirs)
        said = b""
        with suppress(OSError):  # Linux says so when the other end is closed
            while piece := os.read(ours, 4096):
                said += piece
        os.close(ours)
        assert process.wait() == 0
    assert re.search(rb"exported \d+, errors 0, \d+ s left, ", said), said[-500:]
