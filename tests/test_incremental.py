"""Runs after runs: nothing fetched twice, one record an article, changes as revisions."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from crawling import crawl, news_site
from recordsets import record_lines
from server import Reply, Site, article, entry, urlset, xml


@pytest.fixture
def site() -> Iterator[Site]:
    """Sitemap index, feed, listing of two pages, seven articles."""
    with Site() as built:
        yield news_site(built)


def articles_asked(site: Site) -> list[str]:
    return [path for path in site.paths if "/pr-" in path]


def records(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in record_lines(out)]


def test_the_second_run_asks_for_no_article_that_the_first_one_had(tmp_path, site):
    first = crawl(tmp_path, site)
    assert len(first.records) == 7
    site.asked.clear()
    second = crawl(tmp_path, site)
    # what was gone is left alone too, and what robots.txt forbids was never asked for
    assert articles_asked(site) == []
    assert second.outlet["exported"] == 0
    assert second.outlet["skipped"]["known from an earlier run"] == second.outlet["discovered"] - 1
    assert len(records(tmp_path / "out")) == 7


def test_a_new_article_is_the_only_one_fetched(tmp_path, site):
    crawl(tmp_path, site)
    site.asked.clear()
    site.pages["/daerah/pr-20/embung"] = article("Embung")
    site.pages["/news.xml"] = xml(urlset(entry(f"{site.url}/daerah/pr-20/embung")))
    done = crawl(tmp_path, site)
    assert done.status == 0
    assert articles_asked(site) == ["/daerah/pr-20/embung"]
    assert done.outlet["exported"] == 1


def test_a_window_that_moves_fetches_what_the_last_one_left_out(tmp_path, site):
    crawl(tmp_path, site, "--since", "2026-11-22")
    site.asked.clear()
    again = crawl(tmp_path, site, "--since", "2026-11-22")
    assert articles_asked(site) == []
    assert again.outlet["exported"] == 0
    crawl(tmp_path, site, "--since", "2026-11-20")
    assert articles_asked(site) == ["/daerah/pr-18/puskesmas"]


def test_the_same_article_under_several_addresses_is_one_record(tmp_path, site):
    url = f"{site.url}/daerah/pr-30/embung"
    paths = ["/daerah/pr-30/embung", "/amp/daerah/pr-30/embung", "/daerah/pr-30/embung?m=1"]
    for path in paths:
        site.pages[path] = article("Embung", canonical=url)
    addresses = [*paths, f"{paths[0]}?utm_source=x", f"{paths[0]}?page=1", f"{paths[0]}#komentar"]
    site.pages["/sitemap.xml"] = xml(urlset(*(entry(f"{site.url}{path}") for path in addresses)))
    for path in ("/feed", "/daerah?page=1"):
        del site.pages[path]
    first = crawl(tmp_path, site)
    assert [record["url"] for record in first.records] == [url]
    assert first.outlet["skipped"] == {"duplicate": 2}
    site.asked.clear()
    crawl(tmp_path, site)
    assert articles_asked(site) == []


def test_a_lost_state_is_made_again_out_of_the_records(tmp_path, site):
    crawl(tmp_path, site)
    for path in (tmp_path / "out").glob("state.sqlite*"):
        path.unlink()
    done = crawl(tmp_path, site)
    assert done.outlet["exported"] == 0
    assert len(records(tmp_path / "out")) == 7


def test_a_page_that_failed_is_tried_again_although_nothing_names_it_any_more(tmp_path, site):
    path = "/daerah/pr-16/irigasi"
    site.pages[path] = Reply(b"<h1>503</h1>", status=503)
    first = crawl(tmp_path, site)
    assert first.status == 1
    site.pages[path] = article("Irigasi")
    site.pages["/daerah?page=1"] = site.pages["/daerah?page=2"] = Reply(b"<p>Kosong</p>")
    site.asked.clear()
    second = crawl(tmp_path, site)
    assert articles_asked(site) == [path]
    assert second.outlet["exported"] == 1


# Revisions


def dated(name: str, text: str, **headers: str) -> Reply:
    """An article published today, so that every run looks at it again."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus"]
    months += ["September", "Oktober", "November", "Desember"]
    now = datetime.now(ZoneInfo("Asia/Jakarta"))
    page = article(name, f"{now.day} {months[now.month - 1]} {now.year}")
    return Reply(page.body.replace(b"tiga hari", text.encode()), headers=headers)


@pytest.fixture
def one(site: Site) -> str:
    """Path of the only article that the site names."""
    path = "/daerah/pr-12/pasar-baru"
    site.pages["/sitemap.xml"] = xml(urlset(entry(f"{site.url}{path}")))
    del site.pages["/feed"], site.pages["/daerah?page=1"]
    return path


def test_a_changed_text_is_exported_as_the_next_revision(tmp_path, site, one):
    path = one
    site.pages[path] = dated("Pasar", "tiga hari")
    first = crawl(tmp_path, site)
    (before,) = (record for record in first.records if record["url"].endswith(path))
    site.pages[path] = dated("Pasar", "empat hari")
    site.asked.clear()
    crawl(tmp_path, site)
    assert articles_asked(site) == []
    second = crawl(tmp_path, site, "--update", "3")
    assert articles_asked(site) == [path]
    assert second.outlet["exported"] == 1
    after = [record for record in second.records if record["id"] == before["id"]]
    assert [record["revision"] for record in after] == [1, 2]
    assert "previous_text_sha256" not in before
    assert after[1]["previous_text_sha256"] == before["text_sha256"]
    assert "empat hari" in after[1]["text"]
    third = crawl(tmp_path, site, "--update", "3")
    assert third.outlet["exported"] == 0
    assert third.outlet["skipped"]["unchanged"] == 1


def test_revisits_are_conditional_where_the_server_supports_it(tmp_path, site, one):
    path = one
    site.pages[path] = dated("Pasar", "tiga hari", ETag='"v1"')
    crawl(tmp_path, site)
    site.pages[path] = Reply(status=304)
    again = crawl(tmp_path, site, "--update", "3")
    assert again.outlet["failed"] == {}
    assert again.outlet["skipped"]["unchanged"] == 1
    assert site.conditions[path] == ['"v1"']


@pytest.mark.parametrize("days", ["0", "-1"])
def test_wrong_days(tmp_path, site, days):
    done = crawl(tmp_path, site, f"--update={days}")
    assert done.status == 2
    assert "--update" in done.stderr
