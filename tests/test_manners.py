"""Manners of a live crawl, proved at the server: how often, how fast, and not at all where refused."""

import sqlite3
import time
from collections.abc import Iterator
from email.utils import formatdate
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from crawling import CONTACT, Crawled, catalogue, crawl, news_site, ogpnews
from server import Reply, Site, article, listing, xml

LISTING = 'listings = ["/daerah?page={page}"]'
ARTICLES = ("/daerah/pr-16/irigasi", "/daerah/pr-17/jalan", "/daerah/pr-18/puskesmas")


class InTurn(dict[str, Any]):
    """Pages of a site; a list of replies is given out one after another, the last one for good."""

    def get(self, path: str, default: Any = None) -> Any:
        found = super().get(path, default)
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as built:
        news_site(built)
        built.pages = InTurn(built.pages)
        yield built


def robots(text: str, status: int = 200, **headers: str) -> Reply:
    return Reply(text.encode(), "text/plain", status, headers)


def gaps(site: Site) -> list[float]:
    return [after - before for before, after in pairwise(moment for moment, _ in site.asked)]


def gap_after(site: Site, path: str) -> float:
    """Seconds between the first request for a path and the request that came next."""
    place = site.paths.index(path)
    return site.asked[place + 1][0] - site.asked[place][0]


def aged(tmp_path: Path, days: float) -> None:
    """What the last run noted is that much older."""
    with sqlite3.connect(tmp_path / "out" / "state.sqlite") as state:
        state.execute("UPDATE notes SET at = at - ?", (days * 86400,))


def articles(site: Site) -> list[str]:
    return [path for path in site.paths if "/pr-" in path]


# Pace


def test_one_at_a_time_where_the_outlet_sets_no_delay(tmp_path, site):
    site.hold = 0.05
    done = crawl(tmp_path, site, delay="0")
    assert site.most_at_once == 1
    assert len(done.records) == 7


def test_the_delay_holds_for_hosts_of_feeds_and_between_outlets(tmp_path, site):
    """Two outlets with a feed each on one other host: it is asked by one of them at a time."""
    with Site() as feeds, Site() as second:
        feeds.hold = 0.1
        news_site(second)
        there = f"http://localhost:{feeds.host.rpartition(':')[2]}"
        for name, own in (("lereng", site), ("lembah", second)):
            feeds.pages[f"/{name}"] = xml(
                f"<rss><item><link>{own.url}{ARTICLES[0]}</link></item></rss>"
            )
            folder = catalogue(tmp_path / "c", own, f'feeds = ["{there}/{name}"]', delay="0.3")
            (folder / "lereng.toml").rename(folder / f"{name}.toml.done")
        for path in (tmp_path / "c").glob("*.done"):
            path.rename(path.with_suffix(""))
        out = tmp_path / "out"
        done = Crawled(ogpnews("crawl", "--catalogue", tmp_path / "c", "-o", out), out)
        assert feeds.paths.count("/robots.txt") == 1
        assert {"/lereng", "/lembah"} < set(feeds.paths)
        assert feeds.most_at_once == 1
        assert min(gaps(feeds)) > 0.2  # the delay less a quarter of it
    assert {record["outlet"] for record in done.records} == {"lereng", "lembah"}


def test_outlets_of_one_host_keep_the_delay_between_them(tmp_path, site):
    folder = catalogue(tmp_path / "c", site, LISTING, delay="0.4")
    (folder / "lain.toml").write_text((folder / "lereng.toml").read_text().replace(
        f'"{site.url}"', f'"{site.url}/lain"'))  # fmt: skip
    done = ogpnews("crawl", "--catalogue", folder, "--limit", 1, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert min(gaps(site)) > 0.28


@pytest.mark.parametrize(("rule", "least"), [("Crawl-delay: 0.6", 0.6), ("Request-rate: 2/1", 0.5)])
def test_what_robots_txt_asks_for_is_the_least(tmp_path, site, rule, least):
    site.pages["/robots.txt"] = robots(f"User-agent: *\n{rule}\n")
    done = crawl(tmp_path, site, discover=LISTING)
    assert done.outlet["crawl_delay"] == least
    assert min(gaps(site)) > least - 0.03  # the clock's grain; no jitter goes below
    site.asked.clear()
    crawl(tmp_path, site, "--limit", 2)  # by other entries; the rules come out of the memory
    assert "/robots.txt" not in site.paths
    assert min(gaps(site)) > least - 0.03


# robots.txt


def test_robots_txt_is_asked_once_a_day(tmp_path, site):
    crawl(tmp_path, site, discover=LISTING)
    assert site.paths.count("/robots.txt") == 1
    crawl(tmp_path, site)
    assert site.paths.count("/robots.txt") == 1
    assert not any(path.startswith("/tertutup/") for path in site.paths)
    aged(tmp_path, 1.01)
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /daerah\nDisallow: /tertutup/\n")
    done = crawl(tmp_path, site, discover=LISTING)
    assert site.paths.count("/robots.txt") == 2
    assert site.paths[-1] == "/robots.txt"
    assert done.status == 3


@pytest.mark.parametrize("status", [404, 403, 410])
def test_where_there_is_no_robots_txt_there_are_no_rules(tmp_path, site, status):
    site.pages["/robots.txt"] = robots("Disallow: /", status)
    done = crawl(tmp_path, site, discover=LISTING)
    assert len(done.records) == 3
    assert done.status == 0


def test_unreachable_robots_txt_forbids_everything(tmp_path, site):
    site.pages["/robots.txt"] = robots("busy", 500)
    done = crawl(tmp_path, site)
    assert set(site.paths) == {"/robots.txt"}
    assert len(site.paths) == 3  # tried twice more
    assert done.status == 3
    assert "robots.txt unreachable: HTTP 500" in done.stderr


@pytest.mark.parametrize(("days", "count"), [(29, 3), (31, 0)])
def test_a_copy_of_the_last_30_days_serves_where_robots_txt_is_unreachable(
    tmp_path, site, days, count
):
    site.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /daerah/pr-17\n")
    crawl(tmp_path, site, "--limit", 1, discover='listings = ["/tentang"]')
    aged(tmp_path, days)
    site.pages["/robots.txt"] = robots("busy", 503)
    done = crawl(tmp_path, site, discover=LISTING)
    assert "/daerah/pr-17/jalan" not in site.paths
    assert len(done.records) == (2 if count else 0)
    assert any("robots.txt unreachable" in error["what"] for error in done.outlet["errors"])
    assert done.status == (1 if count else 3)


@pytest.mark.parametrize(("hops", "kept"), [(5, True), (6, False)])
def test_redirects_of_robots_txt_are_followed(tmp_path, site, hops, kept):
    names = ["/robots.txt", *(f"/r{number}" for number in range(1, hops + 1))]
    for here, there in pairwise(names):
        site.pages[here] = Reply(status=301, headers={"Location": there})
    site.pages[names[-1]] = robots("User-agent: *\nDisallow: /daerah/pr-17\n")
    crawl(tmp_path, site, discover=LISTING)
    assert ("/daerah/pr-17/jalan" not in site.paths) is kept


def test_no_more_than_500_kib_of_robots_txt_are_read(tmp_path, site):
    filler = "# isi\n" * 90_000
    site.pages["/robots.txt"] = robots(
        f"User-agent: *\nDisallow: /daerah/pr-17\n{filler}Disallow: /daerah/pr-16\n"
    )
    done = crawl(tmp_path, site, discover=LISTING)
    assert done.names == {"Irigasi", "Puskesmas"}


# Not now


def later(status: int = 429, **headers: str) -> Reply:
    return Reply(b"pelan-pelan", status=status, headers=headers)


@pytest.mark.parametrize(
    ("status", "value", "least"),
    [(429, "1", 1.0), (503, "1", 1.0), (429, "{soon}", 1.0), (429, "0", 0.2)],
)
def test_retry_after_is_kept_and_then_tried_again(tmp_path, site, status, value, least):
    page = site.pages[ARTICLES[0]]
    value = value.replace("{soon}", formatdate(time.time() + 30, usegmt=True))
    site.pages[ARTICLES[0]] = [
        later(status, **{"Retry-After": value, **_server_date(value)}),
        page,
    ]
    done = crawl(tmp_path, site, discover=LISTING, delay="0.3")
    assert gap_after(site, ARTICLES[0]) > least
    assert site.paths.count(ARTICLES[0]) == 2
    assert len(done.records) == 3
    assert (done.status, done.outlet["blocked"], done.outlet["pauses"]) == (0, "", 1)


def _server_date(value: str) -> dict[str, str]:
    """A server whose clock is 29 seconds fast: its date says that a second is meant."""
    return {"Date": formatdate(time.time() + 29, usegmt=True)} if "GMT" in value else {}


def test_still_too_many_after_two_more_tries(tmp_path, site):
    site.pages["/indeks"] = listing(*ARTICLES)
    for path in ARTICLES:
        site.pages[path] = later(**{"Retry-After": "0"})
    done = crawl(tmp_path, site, discover='listings = ["/indeks"]')
    assert len(articles(site)) == 3  # in a row, whichever they are
    assert done.outlet["blocked"] == "asked to come back later"
    assert done.status == 1
    assert "asked to come back later" in done.stderr


def test_where_a_host_asks_for_an_hour_it_is_left_for_an_hour(tmp_path, site):
    for path in ARTICLES:
        site.pages[path] = later(**{"Retry-After": "3600"})
    first = crawl(tmp_path, site, discover=LISTING)
    assert len(articles(site)) == 1
    assert first.outlet["blocked"] == "asked to come back later"
    site.asked.clear()
    second = crawl(tmp_path, site, discover=LISTING)
    assert site.asked == []
    assert second.outlet["blocked"] == "asked to come back later"
    assert second.status == 3


# Not at all


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(b"tidak", status=401), "HTTP 401"),
        (Reply(b"tidak", status=403), "HTTP 403"),
        (Reply(b"tidak", status=451), "HTTP 451"),
        (Reply(b"x", status=403, headers={"cf-mitigated": "challenge"}), "HTTP 403"),
        (
            Reply(b"x", status=503, headers={"cf-mitigated": "challenge"}),
            "block page: cf-mitigated",
        ),
        (Reply(b"<html><title>Just a moment...</title>"), "block page: Just a moment..."),
        (Reply(b"<title>Just a moment...</title>", status=503), "block page: Just a moment..."),
    ],
)
def test_a_refusal_ends_the_outlet(tmp_path, site, reply, reason):
    site.hold = 0.08  # longer than the delay: the next request waits for this answer alone
    pages = {path: site.pages[path] for path in ARTICLES}
    for path in ARTICLES:
        site.pages[path] = reply
    done = crawl(tmp_path, site, discover=LISTING)
    assert len(articles(site)) == 1
    assert site.paths[-1] == articles(site)[0]
    assert done.outlet["blocked"] == reason
    assert done.outlet["failed"] == {reason: 1}
    assert done.outlet["error_count"] == 1
    assert f"lereng: blocked: {reason}" in done.stderr
    assert done.status == 1
    # A later run does not begin with it again, and goes on with the others.
    refused = articles(site)
    site.asked.clear()
    site.pages.update(pages)
    done = crawl(tmp_path, site, discover=LISTING)
    assert set(articles(site)) == {*ARTICLES} - {*refused}
    assert done.outlet["skipped"]["refused in the last days"] == 1
    assert (done.status, len(done.records)) == (0, 2)
    aged(tmp_path, 7.1)
    crawl(tmp_path, site, discover=LISTING)
    assert {*refused} < set(articles(site))


def test_a_site_that_refuses_one_outlet_is_not_asked_by_another(tmp_path, site):
    site.pages["/daerah?page=1"] = Reply(b"tidak", status=403)
    folder = catalogue(tmp_path / "c", site, LISTING)
    (folder / "lain.toml").write_text((folder / "lereng.toml").read_text().replace(
        f'"{site.url}"', f'"{site.url}/lain"'))  # fmt: skip
    out = tmp_path / "out"
    done = Crawled(ogpnews("crawl", "--catalogue", folder, "-o", out), out)
    assert site.paths == ["/robots.txt", "/daerah?page=1"]
    assert {run["blocked"] for run in done.report["outlets"].values()} == {"HTTP 403"}


def test_what_waits_for_another_host_is_not_asked_either(tmp_path, site):
    """The feed's host is still giving out its robots.txt when the outlet refuses us."""
    site.pages["/daerah?page=1"] = Reply(b"tidak", status=403)
    with Site() as feeds:
        feeds.hold = 1.0
        feed = f"http://localhost:{feeds.host.rpartition(':')[2]}/feed"
        done = crawl(tmp_path, site, discover=f'feeds = ["{feed}"]\n{LISTING}')
        assert feeds.paths == ["/robots.txt"]
    assert (done.outlet["blocked"], done.outlet["error_count"]) == ("HTTP 403", 1)


def test_a_story_about_challenges_is_no_block_page(tmp_path, site):
    page = article("Irigasi").body.replace(b"<title>", b"<title>Just a moment: ")
    site.pages[ARTICLES[0]] = Reply(page)
    done = crawl(tmp_path, site, discover=LISTING)
    assert len(done.records) == 3


def test_redirected_to_another_host_of_the_outlet_it_waits_in_that_host_s_queue(tmp_path, site):
    with Site() as other:
        other.hold = 0.1
        there = f"http://localhost:{other.host.rpartition(':')[2]}"
        for number, path in enumerate(ARTICLES):
            other.pages[f"/pr-{number}/x"] = site.pages[path]
            site.pages[path] = Reply(status=301, headers={"Location": f"{there}/pr-{number}/x"})
        other.pages["/daerah"] = listing("/pr-7/a", "/pr-8/b", "/pr-9/c")
        for number in (7, 8, 9):
            other.pages[f"/pr-{number}/{'abc'[number - 7]}"] = article(f"Pasar{number}")
        host = there.removeprefix("http://")
        crawl(
            tmp_path, site, discover=f'listings = ["{there}/daerah", "/daerah?page={{page}}"]',
            hosts=f'["{host}"]', delay="0.3",
        )  # fmt: skip
        assert len(articles(other)) == 6
        assert other.most_at_once == 1
        assert min(gaps(other)) > 0.2


def test_the_user_agent_names_the_contact(tmp_path, site):
    crawl(tmp_path, site, "--limit", 1)
    (agent,) = site.agents
    assert agent.startswith("ogpnews/")
    assert agent.endswith(f"(+{CONTACT})")
