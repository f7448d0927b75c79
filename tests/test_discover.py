"""Each kind of entry of `discover`, at the server: what is asked for, and what never is."""

import json
from datetime import date, timedelta

import pytest
from crawling import catalogue, crawl, news_site, ogpnews
from server import Reply, Site, article, entry, listing, urlset, xml

ROBOTS = Reply(b"User-agent: *\n", "text/plain")


@pytest.fixture
def site():
    with Site() as built:
        built.pages["/robots.txt"] = ROBOTS
        yield built


def add(site: Site, number: int, day: str = "23 November 2026") -> str:
    """Puts an article on the site; its address."""
    path = f"/daerah/pr-{number}/warga-nomor-{number}"
    site.pages[path] = article(f"Nomor{number}", day)
    return path


def asked(site: Site) -> list[str]:
    """What was asked for, without articles and what is asked once a day."""
    daily = ("/robots.txt", "/.well-known/tdmrep.json")
    return [path for path in site.paths if path not in daily and "/pr-" not in path]


# Sitemaps


def test_sitemaps_whose_address_names_other_days_are_not_asked_for(tmp_path, site):
    inside = add(site, 1, "5 Mei 2024")
    children = ["sitemap-2024-05.xml", "sitemap-2024-03.xml", "m?yyyy=2024&amp;mm=06", "s-2023.xml"]
    locs = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in children)
    site.pages["/sitemap.xml"] = xml(f"<sitemapindex>{locs}</sitemapindex>")
    site.pages["/sitemap-2024-05.xml"] = xml(urlset(entry(site.url + inside)))
    done = crawl(
        tmp_path, site, "--since", "2024-05-02", "--until", "2024-05-20",
        discover='sitemaps = ["/sitemap.xml"]',
    )  # fmt: skip
    assert done.names == {"Nomor1"}
    assert asked(site) == ["/sitemap.xml", "/sitemap-2024-05.xml"]


# Listings


def test_a_listing_ends_with_the_page_whose_articles_are_all_older(tmp_path, site):
    paths = [add(site, n, f"{24 - n} November 2026") for n in range(1, 11)]
    for page in range(1, 6):
        site.pages[f"/daerah?page={page}"] = listing(*paths[2 * page - 2 : 2 * page])
    done = crawl(
        tmp_path, site, "--since", "2026-11-20", discover='listings = ["/daerah?page={page}"]'
    )
    assert done.names == {"Nomor1", "Nomor2", "Nomor3", "Nomor4"}
    assert asked(site) == ["/daerah?page=1", "/daerah?page=2", "/daerah?page=3"]


def test_days_in_addresses_end_a_listing_without_reading_an_article(tmp_path, site):
    young, old = "/2026/11/23/pr-1/baru", "/2026/10/02/pr-2/lama"
    site.pages[young] = article("Baru")
    site.pages |= {
        "/daerah?page=1": listing(young, old),
        "/daerah?page=2": listing("/2026/10/01/pr-3/lama"),
        "/daerah?page=3": listing("/2026/09/01/pr-4/lama"),
    }
    done = crawl(
        tmp_path, site, "--since", "2026-11-01", discover='listings = ["/daerah?page={page}"]'
    )
    assert done.names == {"Baru"}
    assert old not in site.paths
    assert asked(site) == ["/daerah?page=1", "/daerah?page=2"]


def test_a_feed_that_names_the_first_page_hides_nothing_behind_it(tmp_path, site):
    paths = [add(site, n) for n in range(1, 5)]
    items = "".join(f"<item><link>{site.url}{path}</link></item>" for path in paths[:2])
    site.pages["/feed"] = xml(f"<rss><channel>{items}</channel></rss>")
    site.pages["/daerah?page=1"] = listing(*paths[:2])
    site.pages["/daerah?page=2"] = listing(*paths[2:])
    done = crawl(tmp_path, site, discover='feeds = ["/feed"]\nlistings = ["/daerah?page={page}"]')
    assert len(done.records) == 4


def test_offsets_and_max_pages(tmp_path, site):
    paths = [add(site, n) for n in range(1, 7)]
    for page in range(3):
        site.pages[f"/index/{20 * page}"] = listing(*paths[2 * page : 2 * page + 2])
    done = crawl(tmp_path, site, "--max-pages", 2, discover='listings = ["/index/{offset:20}"]')
    assert len(done.records) == 4
    assert asked(site) == ["/index/0", "/index/20"]


# Archives by date

ARCHIVE = 'archives = ["/indeks/{YYYY}/{MM}/{D}?page={page}"]'


def test_archives_are_asked_day_by_day_the_newest_first(tmp_path, site):
    for day, number in (("2026/11/3", 1), ("2026/11/3", 2), ("2026/11/2", 3)):
        path = add(site, number, f"{day[-1]} November 2026")
        site.pages[f"/indeks/{day}?page={2 if number == 2 else 1}"] = listing(path)
    site.pages["/indeks/2026/11/2?page=2"] = listing()
    done = crawl(tmp_path, site, "--since", "2026-11-01", "--until", "2026-11-03", discover=ARCHIVE)
    assert done.names == {"Nomor1", "Nomor2", "Nomor3"}
    assert asked(site) == [
        "/indeks/2026/11/3?page=1", "/indeks/2026/11/3?page=2", "/indeks/2026/11/3?page=3",
        "/indeks/2026/11/2?page=1", "/indeks/2026/11/2?page=2", "/indeks/2026/11/1?page=1",
    ]  # fmt: skip


def test_archives_without_a_window_are_those_of_today_and_yesterday(tmp_path, site):
    crawl(tmp_path, site, discover='archives = ["/arsip/{YYYY-MM-DD}"]')
    days = [path.removeprefix("/arsip/") for path in asked(site)]
    assert len(days) == 2
    first, second = map(date.fromisoformat, days)
    assert first - second == timedelta(days=1)
    assert abs(date.today() - first) <= timedelta(days=1)  # noqa: DTZ011  # WIB is not far


def test_a_past_day_that_was_read_is_not_asked_for_again(tmp_path, site):
    site.pages["/arsip/2026-11-02"] = listing(add(site, 1, "2 November 2026"))
    site.pages["/arsip/2026-11-01"] = Reply(status=503)
    window, kind = ("--since", "2026-11-01"), 'archives = ["/arsip/{YYYY-MM-DD}"]'
    crawl(tmp_path, site, *window, discover=kind)
    before = len(site.asked)
    crawl(tmp_path, site, *window, discover=kind)
    again = site.paths[before:]
    assert "/arsip/2026-11-02" not in again
    assert "/arsip/2026-11-01" in again  # it could not be had


# APIs


def test_wordpress(tmp_path, site):
    posts = [
        {"link": f"{site.url}{add(site, n)}", "date_gmt": f"2026-11-2{n}T01:00:00"}
        for n in range(1, 4)
    ]
    base = "/wp-json/wp/v2/posts?per_page=2&page="
    fields = "&_fields=link,date_gmt,modified_gmt&after=2026-11-19T00:00:00"
    total = {"X-WP-TotalPages": "2"}
    site.pages[f"{base}1{fields}"] = Reply(
        json.dumps(posts[:2]).encode(), "application/json", headers=total
    )
    site.pages[f"{base}2{fields}"] = Reply(
        json.dumps(posts[2:]).encode(), "application/json", headers=total
    )
    done = crawl(
        tmp_path, site, "--since", "2026-11-20",
        discover='apis = ["/wp-json/wp/v2/posts?per_page=2&page={page}"]',
    )  # fmt: skip
    assert done.names == {"Nomor1", "Nomor2", "Nomor3"}
    assert done.status == 0
    assert len(asked(site)) == 2


def test_a_page_behind_the_last_one_of_wordpress_is_no_failure(tmp_path, site):
    base, fields = "/wp-json/wp/v2/posts?page=", "&_fields=link,date_gmt,modified_gmt"
    post = [{"link": f"{site.url}{add(site, 1)}", "date_gmt": "2026-11-23T01:00:00"}]
    site.pages[f"{base}1{fields}"] = Reply(json.dumps(post).encode(), "application/json")
    site.pages[f"{base}2{fields}"] = Reply(b'{"code": "x"}', "application/json", status=400)
    done = crawl(tmp_path, site, discover='apis = ["/wp-json/wp/v2/posts?page={page}"]')
    assert (done.status, done.names) == (0, {"Nomor1"})


def test_an_api_of_another_make(tmp_path, site):
    add(site, 1)
    told = {"data": {"posts": [{"slug": "pr-1/warga-nomor-1", "at": "2026-11-23T08:00:00"}]}}
    site.pages["/api?hal=1"] = Reply(json.dumps(told).encode(), "application/json")
    site.pages["/api?hal=2"] = Reply(b'{"data": {"posts": []}}', "application/json")
    form = 'items = "data.posts", link = "/daerah/{slug}", date = "at"'
    done = crawl(tmp_path, site, discover=f'apis = [{{ url = "/api?hal={{page}}", {form} }}]')
    assert (done.status, done.names) == (0, {"Nomor1"})
    assert asked(site) == ["/api?hal=1", "/api?hal=2"]


# Keywords


def test_keywords_are_whole_words_of_headline_or_text(tmp_path, site):
    site.pages["/daerah?page=1"] = listing(*(add(site, n) for n in (1, 2, 12)))
    done = crawl(
        tmp_path, site, "--keyword", "nomor1", "--keyword", "NOMOR2  bagian",
        discover='listings = ["/daerah?page={page}"]',
    )  # fmt: skip
    assert done.names == {"Nomor1", "Nomor2"}
    assert done.outlet["skipped"] == {"without keyword": 1}


# `ogpnews discover`


def test_discover_prints_what_a_crawl_would_fetch_and_fetches_no_article(tmp_path):
    with Site() as site:
        news_site(site)
        folder = catalogue(tmp_path / "catalogue", site)
        done = ogpnews("discover", "lereng", "--catalogue", folder)
        assert not [path for path in site.paths if "/pr-" in path]
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr
    assert {row[0].split("/")[4] for row in rows} >= {"pr-11", "pr-12", "pr-13", "pr-16", "pr-18"}
    days = [row[1] for row in rows if row[1] != "-"]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2026-11-23"
    assert [f"{site.url}/daerah/pr-16/irigasi", "-", f"{site.url}/daerah?page=1"] in rows


def test_discover_keeps_to_window_and_limit(tmp_path):
    with Site() as site:
        news_site(site)
        folder = catalogue(tmp_path / "catalogue", site, discover='sitemaps = ["/sitemap.xml"]')
        done = ogpnews(
            "discover", "lereng", "--catalogue", folder, "--since", "2026-11-20", "--json",
            "--limit", 1,
        )  # fmt: skip
    (row,) = map(json.loads, done.stdout.splitlines())
    assert row["outlet"] == "lereng"
    assert row["published"].startswith("2026-11-23")
    assert row["found_in"] == f"{site.url}/news.xml"


def test_discover_where_nothing_answers(tmp_path):
    with Site() as gone:
        folder = catalogue(tmp_path / "catalogue", gone)
    done = ogpnews("discover", "lereng", "--catalogue", folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "connection refused" in done.stderr


# Hostile


def test_what_an_api_or_archive_names_stays_on_the_outlets_hosts(tmp_path, site):
    with Site() as other:
        far = f"{other.url}/daerah/pr-2/jauh"
        posts = [
            {"link": link}
            for link in (
                site.url + add(site, 1),
                far,
                "file:///etc/passwd/pr-1",
                "http://[x/pr-1",
                7,
            )
        ]
        fields = "?_fields=link,date_gmt,modified_gmt"
        site.pages[f"/wp{fields}"] = Reply(json.dumps(posts).encode(), "application/json")
        site.pages["/arsip/2026-11-23"] = listing(far, add(site, 3))
        done = crawl(
            tmp_path, site, "--since", "2026-11-23", "--until", "2026-11-23",
            discover='archives = ["/arsip/{YYYY-MM-DD}"]',
        )  # fmt: skip
        assert done.names == {"Nomor3"}
        done = crawl(tmp_path, site, discover='apis = ["/wp"]')
        assert done.outlet["skipped"] == {"off-site": 1, "address of another kind": 1}
        assert other.asked == []
    assert "Nomor1" in done.names


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(b"<html>Segera hadir</html>"), "an HTML page in the place of JSON"),
        (Reply(b"[" * 5000), "no JSON"),
        (Reply(b'{"code": "rest_no_route", "message": "Tidak ada"}'), "Tidak ada"),
        (Reply(status=500), "HTTP 500"),
    ],
)
def test_a_broken_api_is_said_and_the_rest_goes_on(tmp_path, site, reply, said):
    site.pages["/wp?_fields=link,date_gmt,modified_gmt"] = reply
    site.pages["/daerah?page=1"] = listing(add(site, 1))
    done = crawl(tmp_path, site, discover='apis = ["/wp"]\nlistings = ["/daerah?page={page}"]')
    assert (done.status, done.names) == (1, {"Nomor1"})
    assert any(said in error["what"] for error in done.outlet["errors"])


def test_a_listing_that_goes_on_for_ever_is_bounded(tmp_path, site):
    for page in range(1, 40):
        site.pages[f"/daerah?page={page}"] = listing(f"/daerah/pr-{page}/hilang-{page}")
    crawl(tmp_path, site, discover='listings = ["/daerah?page={page}"]')
    assert len(asked(site)) == 20


def test_an_archive_that_is_a_calendar_of_everything_ends_with_its_window(tmp_path, site):
    done = crawl(
        tmp_path, site, "--since", "2026-11-01", "--until", "2999-01-01", "--limit", 1,
        discover='archives = ["/arsip/{YYYY-MM-DD}"]',
    )  # fmt: skip
    days = [date.fromisoformat(path.removeprefix("/arsip/")) for path in asked(site)]
    assert max(days) <= date.today() + timedelta(days=1)  # noqa: DTZ011  # WIB is not far
    assert min(days) == date(2026, 11, 1)
    assert done.status == 3


def test_an_archive_ends_where_the_outlet_began(tmp_path, site):
    site.pages["/arsip/2026-11-02"] = listing(add(site, 1, "2 November 2026"))
    crawl(
        tmp_path, site, "--since", "2020-01-01", "--until", "2026-11-03",
        discover='archives = ["/arsip/{YYYY-MM-DD}"]', delay="0.001",
    )  # fmt: skip
    assert len(asked(site)) == 102
