"""What a second run asks an outlet for, and what a run that was not whole must not hide."""

import pytest
from crawling import Crawled, catalogue, ogpnews
from server import Reply, Site, article, entry, listing, urlset, xml

FULL = 'sitemaps = ["/sitemap.xml"]\nfeeds = ["/feed"]\nlistings = ["/daerah?page={page}"]'


def crawl(tmp_path, site: Site, *arguments: object, discover: str = FULL) -> Crawled:
    folder, out = catalogue(tmp_path / "catalogue", site, discover), tmp_path / "out"
    done = ogpnews("crawl", "lereng", "--catalogue", folder, "-o", out, *arguments)
    return Crawled(done, out)


@pytest.fixture
def site():
    with Site() as built:
        build(built, 24)
        yield built


def path(number: int) -> str:
    return f"/daerah/pr-{number}/warga-nomor-{number}"


def build(site: Site, count: int) -> None:
    """Sitemap index of two months, feed and listing, 4 articles a listing page, the last newest."""
    numbers = range(count, 0, -1)
    day = {n: f"2026-11-{n - 12:02}" if n > 12 else f"2026-10-{n:02}" for n in numbers}
    month = {"10": "Oktober", "11": "November"}
    site.pages = {
        path(n): article(f"Nomor{n}", f"{day[n][8:]} {month[day[n][5:7]]} 2026") for n in numbers
    }
    site.pages["/robots.txt"] = Reply(b"User-agent: *\n", "text/plain")
    parts = []
    for name, its in (("lama", "10"), ("baru", "11")):
        mine = [n for n in numbers if day[n][5:7] == its]
        site.pages[f"/{name}.xml"] = tagged(
            urlset(*(entry(site.url + path(n), lastmod=day[n]) for n in mine if n % 2))
        )
        last = f"{max(day[n] for n in mine)}T10:00:00+07:00"
        parts.append(
            f"<sitemap><loc>{site.url}/{name}.xml</loc><lastmod>{last}</lastmod></sitemap>"
        )
    site.pages["/sitemap.xml"] = xml(f"<sitemapindex>{''.join(parts)}</sitemapindex>")
    items = "".join(f"<item><link>{site.url}{path(n)}</link></item>" for n in [*numbers][:5])
    site.pages["/feed"] = tagged(f"<rss><channel>{items}</channel></rss>")
    for page in range(1, count // 4 + 1):
        four = [*numbers][4 * page - 4 : 4 * page]
        site.pages[f"/daerah?page={page}"] = listing(*map(path, four))


def tagged(text: str) -> Reply:
    reply = xml(text)
    return Reply(reply.body, reply.content_type, headers={"ETag": f'"{abs(hash(text))}"'})


def again(tmp_path, site: Site, *arguments: object, discover: str = FULL) -> list[str]:
    """What another run asks for, without robots.txt."""
    before = len(site.asked)
    crawl(tmp_path, site, *arguments, discover=discover)
    return sorted(path for path in site.paths[before:] if path != "/robots.txt")


def test_a_second_run_over_an_unchanged_outlet_needs_three_requests(tmp_path, site):
    done = crawl(tmp_path, site)
    assert len(done.records) == 24
    assert done.status == 0
    assert again(tmp_path, site) == ["/daerah?page=1", "/feed", "/sitemap.xml"]
    assert again(tmp_path, site) == ["/daerah?page=1", "/feed", "/sitemap.xml"]


def test_what_is_new_is_found_and_no_more_is_asked_for(tmp_path, site):
    crawl(tmp_path, site)
    build(site, 28)
    asked = again(tmp_path, site)
    assert [name for name in asked if "/pr-" in name] == [path(n) for n in range(25, 29)]
    assert [name for name in asked if "/pr-" not in name] == [
        "/baru.xml", "/daerah?page=1", "/daerah?page=2", "/feed", "/sitemap.xml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "first",
    [
        ("--limit", 6),
        ("--since", "2026-11-06"),
        ("--until", "2026-11-06"),
        ("--keyword", "Nomor24"),
        ("--max-pages", 2),
    ],
    ids=lambda words: words[0],
)
def test_a_run_that_was_not_whole_hides_nothing_from_the_next(tmp_path, site, first):
    crawl(tmp_path, site, *first)
    done = crawl(tmp_path, site)
    assert sorted(record["title"] for record in done.records) == sorted(
        f"Warga Nomor{n} Perbaiki Saluran Air Desa" for n in range(1, 25)
    )


def test_an_article_that_could_not_be_had_is_asked_for_by_the_next_run(tmp_path, site):
    page, site.pages[path(3)] = site.pages[path(3)], Reply(status=500)
    crawl(tmp_path, site)
    site.pages[path(3)] = page
    assert again(tmp_path, site) == [path(3), "/daerah?page=1", "/feed", "/sitemap.xml"]
    assert path(3) not in again(tmp_path, site)


def test_a_sitemap_that_could_not_be_had_is_asked_for_by_the_next_run(tmp_path, site):
    page, site.pages["/lama.xml"] = site.pages["/lama.xml"], Reply(status=500)
    discover = 'sitemaps = ["/sitemap.xml"]'
    crawl(tmp_path, site, discover=discover)
    site.pages["/lama.xml"] = page
    asked = again(tmp_path, site, discover=discover)
    assert "/lama.xml" in asked
    assert "/baru.xml" not in asked
    assert len([name for name in asked if "/pr-" in name]) == 6


def test_an_index_that_stays_the_same_hides_no_sitemap_without_a_date(tmp_path, site):
    site.pages["/sitemap.xml"] = tagged(
        f"<sitemapindex><sitemap><loc>{site.url}/news.xml</loc></sitemap></sitemapindex>"
    )
    site.pages["/news.xml"] = tagged(urlset(entry(site.url + path(1))))
    discover = 'sitemaps = ["/sitemap.xml"]'
    crawl(tmp_path, site, discover=discover)
    assert again(tmp_path, site, discover=discover) == ["/news.xml", "/sitemap.xml"]
    site.pages["/news.xml"] = tagged(urlset(*(entry(site.url + path(n)) for n in (1, 2))))
    assert path(2) in again(tmp_path, site, discover=discover)


def test_a_listing_that_grew_while_a_run_was_killed_is_read_to_its_end(tmp_path, site):
    """The killed run has exported what stood on the first page, and nothing behind it."""
    discover = 'listings = ["/daerah?page={page}"]'
    crawl(tmp_path, site, discover=discover)
    build(site, 36)
    crawl(tmp_path, site, "--limit", 4, discover=discover)  # stops where a kill might, too
    done = crawl(tmp_path, site, discover=discover)
    assert len({record["id"] for record in done.records}) == 36
    assert len(done.records) == 36


@pytest.mark.parametrize("killed", [True, False])
def test_what_a_feed_named_first_hides_nothing_behind_it_in_the_listing(tmp_path, site, killed):
    """After a run that ended behind the feed, and after one that could not have the listing."""
    discover = 'feeds = ["/feed"]\nlistings = ["/daerah?page={page}"]'
    crawl(tmp_path, site, discover=discover)
    build(site, 36)  # the feed has 5 of the 12 new ones, which fill the first listing page
    whole = site.pages["/daerah?page=1"]
    if killed:
        crawl(tmp_path, site, "--limit", 5, discover='feeds = ["/feed"]')
    else:
        site.pages["/daerah?page=1"] = Reply(status=503)
        crawl(tmp_path, site, discover=discover)
    site.pages["/daerah?page=1"] = whole
    done = crawl(tmp_path, site, discover=discover)
    assert len(done.records) == 36
