"""The live crawl, end to end, against a site on the loopback address."""

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise

import pytest
from crawling import Crawled, catalogue, crawl, news_site, ogpnews
from server import Reply, Site, article, entry, listing, urlset, xml


@pytest.fixture
def site() -> Iterator[Site]:
    """Sitemap index, feed, listing of two pages, seven articles."""
    with Site() as built:
        yield news_site(built)


def test_sitemaps_feeds_and_listings_are_united(tmp_path, site):
    done = crawl(tmp_path, site)
    assert done.names == {"Lama", "Arsip", "Pasar", "Tiga", "Irigasi", "Jalan", "Puskesmas"}
    assert len(done.records) == 7
    assert done.outlet["discovered"] == 9
    assert done.outlet["fetched"] == 7
    assert done.outlet["exported"] == 7
    assert done.outlet["skipped"] == {"forbidden by robots.txt": 1, "off-site": 1}
    assert done.outlet["failed"] == {"HTTP 404": 1}
    assert done.outlet["fields"]["published"] == {"ok": 7, "missing": 0, "unparsed": 0}
    assert done.outlet["fields"]["modified"]["missing"] == 7
    assert done.status == 1  # one article of the feed is gone
    assert done.report["state"] == "partial"
    assert done.outlet["errors"] == [
        {"url": f"{site.url}/daerah/pr-15/hilang-sudah", "what": "HTTP 404"}
    ]


def test_manners(tmp_path, site):
    site.hold = 0.03
    crawl(tmp_path, site, delay="0.2")
    assert site.most_at_once == 1
    assert site.paths[0] == "/robots.txt"
    assert not any(path.startswith("/tertutup/") for path in site.paths)
    assert len(set(site.paths)) == len(site.paths)
    times = [moment for moment, _ in site.asked]
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps) > 0.13  # the delay less a quarter of it, and the clock's grain
    (agent,) = site.agents
    assert agent.startswith("ogpnews/")
    assert "+https://" in agent


def test_crawl_delay_of_robots_txt_is_kept(tmp_path, site):
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 0.5\n", "text/plain")
    done = crawl(tmp_path, site, "--limit", 2)
    assert done.outlet["crawl_delay"] == 0.5
    times = [moment for moment, _ in site.asked[1:]]
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps) > 0.35


def test_pages_of_an_article_are_joined_in_order(tmp_path, site):
    done = crawl(tmp_path, site)
    (record,) = (record for record in done.records if "Tiga" in record["title"])
    places = [record["text"].index(f"Tiga bagian {page}") for page in (1, 2, 3)]
    assert places == sorted(places)
    assert (record["pages"], record["pages_missing"]) == (3, 0)
    assert record["url"] == f"{site.url}/daerah/pr-13/tiga-halaman"


def test_a_page_that_fails_is_counted_missing(tmp_path, site):
    del site.pages["/daerah/pr-13/tiga-halaman?page=2"]
    done = crawl(tmp_path, site)
    (record,) = (record for record in done.records if "Tiga" in record["title"])
    assert "Tiga bagian 1" in record["text"]
    assert "Tiga bagian 3" in record["text"]
    assert (record["pages"], record["pages_missing"]) == (3, 1)
    assert done.outlet["article_pages_failed"] == 1
    assert done.status == 1


def test_window_in_local_days(tmp_path, site):
    done = crawl(tmp_path, site, "--since", "2026-11-22", "--until", "2026-11-22")
    assert done.names == {"Jalan"}
    assert "/lama.xml" not in site.paths  # its lastmod is older than the window
    assert "/daerah/pr-11/arsip-lama" not in site.paths
    # Dated by sitemap and feed: one changed too early, two published too late and one by its page.
    assert done.outlet["skipped"]["outside the window"] >= 3


def test_limit(tmp_path, site):
    done = crawl(tmp_path, site, "--limit", 2)
    assert len(done.records) == 2
    fetched = [path for path in site.paths if path.startswith("/daerah/pr-")]
    assert len({path.partition("?")[0] for path in fetched}) <= 3
    assert done.status in (0, 1)


def test_files_are_named_after_outlet_and_run(tmp_path, site):
    done = crawl(tmp_path, site, "--limit", 1)
    run = done.report["run"]
    (path,) = (tmp_path / "out/articles/lereng").iterdir()
    assert path.name == f"{run}.jsonl.gz"
    assert [path.name for path in (tmp_path / "out/runs").iterdir()] == [f"{run}.json"]
    assert f"{run}.json" in done.stdout
    assert done.report["arguments"][:2] == ["crawl", "lereng"]
    assert done.report["started"] <= done.report["ended"]
    raw = gzip.decompress(path.read_bytes())
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert list(json.loads(raw))[:4] == ["schema_version", "revision", "id", "url"]


def test_off_site_redirect_is_not_followed(tmp_path, site):
    with Site() as other:
        other.pages["/daerah/pr-19/jauh"] = article("Jauh")
        site.pages["/daerah/pr-16/irigasi"] = Reply(
            status=302, headers={"Location": f"{other.url}/daerah/pr-19/jauh"}
        )
        done = crawl(tmp_path, site)
        assert other.asked == []
    assert "Irigasi" not in done.names
    assert done.outlet["skipped"]["off-site"] == 2


def test_compressed_pages_without_a_charset_are_read(tmp_path, site):
    page = site.pages["/daerah/pr-16/irigasi"]
    site.pages["/daerah/pr-16/irigasi"] = Reply(
        gzip.compress(page.body), "text/html", headers={"Content-Encoding": "gzip"}
    )
    done = crawl(tmp_path, site, "--since", "2026-11-20")
    assert "Irigasi" in done.names


def test_outlets_of_one_host_take_turns(tmp_path, site):
    site.hold = 0.05
    folder = catalogue(tmp_path / "catalogue", site, 'listings = ["/daerah?page={page}"]')
    desk = (folder / "lereng.toml").read_text(encoding="utf-8")
    desk = desk.replace(f'"{site.url}"', f'"{site.url}/olahraga"')
    desk = desk.replace("/daerah?page={page}", "/olahraga?page={page}")
    (folder / "lereng-olahraga.toml").write_text(desk, encoding="utf-8")
    site.pages["/olahraga?page=1"] = listing("/olahraga/pr-31/sepak-bola", "/daerah/pr-17/jalan")
    site.pages["/olahraga/pr-31/sepak-bola"] = article("Lapangan")
    done = Crawled(
        ogpnews("crawl", "--catalogue", folder, "-o", tmp_path / "out"), tmp_path / "out"
    )
    assert site.most_at_once == 1
    assert {record["outlet"]: record["title"].split()[1] for record in done.records} == {
        "lereng": "Puskesmas",
        "lereng-olahraga": "Lapangan",
    }
    assert done.report["outlets"]["lereng-olahraga"]["skipped"] == {"off-site": 1}


def test_addresses_that_are_none_do_not_stop_the_crawl(tmp_path, site):
    site.pages["/news.xml"] = xml(
        urlset(
            *map(entry, ("http://[bad/pr-1/a", f"http://{site.host}\x7f/pr-2/a", "ftp://x/pr-3/a"))
        )
    )
    done = crawl(tmp_path, site)
    assert "Puskesmas" in done.names


def test_refusals_are_reported_and_not_worked_round(tmp_path, site):
    for path in [path for path in site.pages if path.startswith("/daerah/pr-")]:
        site.pages[path] = Reply(b"not you", status=403)
    done = crawl(tmp_path, site)
    assert done.records == []
    assert done.outlet["failed"]["HTTP 403"] == 1
    assert all(site.paths.count(path) == 1 for path in site.paths)
    assert "the site refuses us" in done.stderr
    assert done.status == 1


def test_pages_without_an_article_are_counted_and_not_exported(tmp_path, site):
    site.pages["/daerah/pr-16/irigasi"] = listing("/daerah/pr-17/jalan")
    site.pages["/daerah/pr-17/jalan"] = Reply(b"%PDF-1.7", "application/pdf")
    site.pages["/daerah/pr-18/puskesmas"] = Reply(b"")
    done = crawl(tmp_path, site)
    assert done.names == {"Lama", "Arsip", "Pasar", "Tiga"}
    assert sum(done.outlet["skipped"].values()) == 3
    assert done.outlet["fields"]["text"] == {"ok": 4, "missing": 0, "unparsed": 0}
    assert done.outlet["failed"] == {
        "HTTP 404": 1,
        "empty file": 1,
        "no page but application/pdf": 1,
    }


@pytest.mark.parametrize(
    ("path", "reply", "said"),
    [
        ("/sitemap.xml", Reply(b"<html>Not found</html>"), "HTML page in the place of a sitemap"),
        ("/sitemap.xml", Reply(b"", status=503), "HTTP 503"),
        ("/feed", Reply(b"\x1f\x8b\x08broken", "application/gzip"), "damaged gzip"),
        ("/daerah?page=1", Reply(b"<html>Segera hadir</html>"), "no article on this listing"),
    ],
)
def test_broken_discovery_is_said_and_the_rest_goes_on(tmp_path, site, path, reply, said):
    site.pages[path] = reply
    done = crawl(tmp_path, site)
    assert done.status == 1
    assert any(
        said in error["what"] and error["url"].endswith(path) for error in done.outlet["errors"]
    )
    assert "Tiga" in done.names or "Irigasi" in done.names


def test_nothing_could_be_fetched(tmp_path):
    with Site() as gone:
        pass
    done = crawl(tmp_path, gone)
    assert done.status == 3
    assert done.report["state"] == "nothing fetched"
    whats = {error["what"] for error in done.outlet["errors"]}
    assert whats == {"robots.txt unreachable: connection refused", "robots.txt unreachable"}


def test_complete_run_says_so(tmp_path, site):
    done = crawl(tmp_path, site, discover='listings = ["/daerah?page={page}"]')
    assert (done.status, done.report["state"]) == (0, "complete")
    assert done.names == {"Irigasi", "Jalan", "Puskesmas"}
    assert "/daerah?page=3" in site.paths
    assert "/daerah?page=4" not in site.paths  # page 3 had nothing new
    assert done.stderr == ""


def test_next_link_of_a_listing_is_followed(tmp_path, site):
    site.pages["/indeks"] = listing("/daerah/pr-16/irigasi", following="/indeks/2")
    site.pages["/indeks/2"] = listing("/daerah/pr-17/jalan", following="/indeks")
    done = crawl(tmp_path, site, discover='listings = ["/indeks"]')
    assert done.names == {"Irigasi", "Jalan"}
    assert done.status == 0
