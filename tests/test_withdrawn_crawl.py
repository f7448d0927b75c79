"""Crawls after a withdrawal: the article is neither fetched nor exported, whatever is remembered."""

from collections.abc import Iterator
from pathlib import Path

import postgres
import pytest
from crawling import Crawled, crawl, news_site, ogpnews
from server import Site, article, listing
from test_crawl_replay import captured
from test_incremental import articles_asked, dated

PATH = "/daerah/pr-12/pasar-baru"


@pytest.fixture
def site() -> Iterator[Site]:
    """Sitemap index, feed, listing of two pages, seven articles."""
    with Site() as built:
        yield news_site(built)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgres.server() as url:
        yield url


def withdraw(tmp_path: Path, *articles: str) -> None:
    done = ogpnews("withdraw", tmp_path / "out", *articles, "--reason", "asked for")
    assert done.returncode == 0, done.stderr


def forget(tmp_path: Path) -> None:
    for path in (tmp_path / "out").glob("state.sqlite*"):
        path.unlink()


def sound(tmp_path: Path) -> None:
    done = ogpnews("verify", tmp_path / "out")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("lost", [False, True], ids=["state", "state lost"])
def test_it_is_not_even_asked_for(tmp_path, site, lost):
    crawl(tmp_path, site)
    withdraw(tmp_path, f"{site.url}{PATH}")
    if lost:
        forget(tmp_path)
    for _ in range(2):
        site.asked.clear()
        again = crawl(tmp_path, site, "--update", "3000")
        assert PATH not in {path.partition("?")[0] for path in articles_asked(site)}
        assert len(articles_asked(site)) >= 5  # --update looks at all others
        assert "Pasar" not in again.names
        assert len(again.records) == 6
    sound(tmp_path)


def test_another_address_of_it_is_told_by_its_id(tmp_path, site):
    crawl(tmp_path, site)
    withdraw(tmp_path, f"{site.url}{PATH}")
    site.pages["/amp/daerah/pr-12/pasar-baru"] = article("Pasar", canonical=f"{site.url}{PATH}")
    forget(tmp_path)
    site.pages["/daerah?page=1"] = listing("/amp/daerah/pr-12/pasar-baru")
    again = crawl(tmp_path, site)
    assert again.outlet["skipped"]["withdrawn"] == 1
    assert "Pasar" not in again.names
    site.asked.clear()
    crawl(tmp_path, site)
    assert "/amp/daerah/pr-12/pasar-baru" not in site.paths


def test_a_changed_text_is_no_way_back(tmp_path, site):
    site.pages[PATH] = dated("Pasar", "tiga hari")
    crawl(tmp_path, site)
    withdraw(tmp_path, f"{site.url}{PATH}")
    site.pages[PATH] = dated("Pasar", "empat hari")
    again = crawl(tmp_path, site, "--update", "3")
    assert "Pasar" not in again.names


def test_a_state_on_a_server_tells_other_folders(tmp_path, site, server):
    crawl(tmp_path, site, "--state", server)
    withdraw(tmp_path, f"{site.url}{PATH}")
    site.asked.clear()
    assert "Pasar" not in crawl(tmp_path, site, "--state", server, "--update", "3000").names
    (tmp_path / "out").rename(tmp_path / "elsewhere")
    again = crawl(tmp_path, site, "--state", server, "--update", "3000")
    assert PATH not in {path.partition("?")[0] for path in articles_asked(site)}
    assert "Pasar" not in again.names


def test_a_replay_leaves_it_out(tmp_path, site):
    crawl(tmp_path, site)
    withdraw(tmp_path, f"{site.url}{PATH}")
    archive = captured(
        tmp_path / "pages.warc.gz", {f"{site.url}{path}": page for path, page in site.pages.items()}
    )
    forget(tmp_path)
    done = ogpnews("crawl", "--replay", archive, "--catalogue", tmp_path / "catalogue",
                   "-o", tmp_path / "out")  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    assert "Pasar" not in Crawled(done, tmp_path / "out").names


def test_damaged_tombstones_stop_a_run_before_it_fetches(tmp_path, site):
    crawl(tmp_path, site)
    (tmp_path / "out/withdrawn.jsonl").write_text("x\n")
    site.asked.clear()
    again = crawl(tmp_path, site)
    assert again.status == 1
    assert "withdrawn.jsonl: line 1 is no JSON" in again.stderr
    assert site.asked == []
