"""Hostile servers: a crawl over all of them at once is bounded, says why, and spares the healthy."""

import pytest
from hostile_cases import CASES, HEALTHY, Case
from hostile_crawl import Outcome, hostile_crawl

HEALTHY_ONE = Case("sehat", {})
SECONDS = 60
"""Of the whole crawl, its start included; alone on two cores it takes ten."""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """One crawl with every case as an outlet, and a healthy outlet among them."""
    return hostile_crawl(tmp_path_factory.mktemp("hostile"), [*CASES, HEALTHY_ONE])


@pytest.mark.parametrize("case", [*CASES, HEALTHY_ONE], ids=lambda case: case.name)
def test_hostile_server(outcome, case):
    run = outcome.runs[case.name]
    assert outcome.names(case.name) == case.exported
    assert run["finish"] == "finished"
    assert run["exported"] == len(case.exported)
    for part in case.says:
        assert part in outcome.reasons(case.name)
    assert "Error" not in outcome.reasons(case.name)  # every one has a name in plain words
    assert len(outcome.servers[case.name].asked) <= case.most


def test_nothing_outside_was_asked_for(outcome):
    assert outcome.tried == []


def test_the_whole_was_bounded_and_is_partial(outcome):
    assert outcome.seconds < SECONDS
    assert outcome.peak < 600 << 20
    assert outcome.done.status == 1
    assert outcome.done.report["state"] == "partial"
    assert outcome.done.report["problems"] == []
    assert "Traceback" not in outcome.done.stderr


def test_the_healthy_outlet_saw_nothing_of_it(outcome):
    run = outcome.runs["sehat"]
    assert outcome.names("sehat") == HEALTHY
    assert (run["error_count"], run["failed"], run["skipped"]) == (0, {}, {})
    assert sorted(outcome.servers["sehat"].asked) == [
        "/.well-known/tdmrep.json", "/daerah/pr-1/baik", "/daerah/pr-2/baik", "/daerah/pr-3/baik",
        "/robots.txt", "/sitemap.xml",
    ]  # fmt: skip


def test_the_guard_of_these_tests_tells_what_leaves_the_machine(tmp_path):
    """The same crawl of an outlet that is itself elsewhere: refused before a packet is sent."""
    away = Case("jauh", {}, discover='feeds = ["http://10.0.0.1/feed", "http://a.invalid/feed"]')
    outcome = hostile_crawl(tmp_path, [away])
    assert any("10.0.0.1" in address for address in outcome.tried)
    assert "a.invalid" in outcome.tried
    assert outcome.done.status == 3
