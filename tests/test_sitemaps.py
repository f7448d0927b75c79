"""Sitemaps and feeds as sites really serve them, and the frontier that takes them in."""

import gzip
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpnews import entries, sitemaps
from ogpnews.entries import Entry
from ogpnews.errors import UsageError
from ogpnews.frontier import Frontier
from ogpnews.sitemaps import read
from ogpnews.window import Window

BASE = "https://kabarlereng.example/sitemap.xml"
URLSET = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc> https://kabarlereng.example/daerah/1/jembatan </loc>
    <image:image><image:loc>https://img.example/1.jpg</image:loc></image:image>
    <lastmod>2026-11-22T10:00:00+07:00</lastmod>
    <news:news><news:publication_date>2026-11-21T23:30:00Z</news:publication_date></news:news></url>
  <url><loc>/daerah/2/pasar?x=1&amp;y=2</loc><lastmod>2026-11-20</lastmod></url>
</urlset>"""


def test_urlset_with_news_and_images():
    assert read(URLSET.encode(), BASE).entries == [
        Entry(
            "https://kabarlereng.example/daerah/1/jembatan",
            "2026-11-21T23:30:00+00:00",
            BASE,
            "2026-11-22T10:00:00+07:00",
        ),
        Entry("https://kabarlereng.example/daerah/2/pasar?x=1&y=2", None, BASE, "2026-11-20"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(URLSET.encode()),
        b"\xef\xbb\xbf" + URLSET.encode(),
        b"\n\n  " + URLSET.encode(),
        b"<br />\n<b>Warning</b>: mysql" + URLSET.encode(),
        URLSET.replace("UTF-8", "no-such-charset").encode(),
        URLSET.replace("UTF-8", "utf-16").encode("utf-16"),
        URLSET.replace("&amp;", "&").encode(),
        URLSET.replace("<urlset", "<!-- jembatan --><urlset").encode(),
        URLSET.replace("jembatan </loc>", "jembatan\x0b </loc>").encode(),
    ],
)
def test_same_entries_however_it_is_served(body):
    assert [entry.url for entry in read(body, BASE).entries] == [
        "https://kabarlereng.example/daerah/1/jembatan",
        "https://kabarlereng.example/daerah/2/pasar?x=1&y=2",
    ]


def test_broken_xml_keeps_what_stands_before_the_fault():
    cut = URLSET[: URLSET.index("</url>") + 6] + "<url><loc>https://kabar"
    found = read(cut.encode(), BASE)
    assert found.entries[0].url.endswith("/jembatan")


def test_sitemap_index():
    found = read(
        b"""<sitemapindex xmlns="http://www.google.com/schemas/sitemap/0.84">
        <sitemap><loc>https://kabarlereng.example/s1.xml.gz</loc><lastmod>2026-11-01</lastmod></sitemap>
        <sitemap><loc>s2.xml</loc></sitemap></sitemapindex>""",
        BASE,
    )
    assert found.entries == []
    assert [(child.url, child.changed) for child in found.children] == [
        ("https://kabarlereng.example/s1.xml.gz", "2026-11-01"),
        ("https://kabarlereng.example/s2.xml", None),
    ]


RSS = """<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel>
<title>Kabar Lereng</title><link>https://kabarlereng.example/</link>
<item><title>Jembatan &nbsp;baru</title><link>{link}</link>{more}<pubDate>{date}</pubDate></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Mon, 23 Nov 2026 09:15:00 +0700", "2026-11-23T09:15:00+07:00"),
        ("Mon, 23 Nov 2026 02:15:00 GMT", "2026-11-23T02:15:00+00:00"),
        ("2026-11-23T09:15:00+08:00", "2026-11-23T09:15:00+08:00"),
        ("2026-11-23 09:15:00", "2026-11-23T09:15:00"),
        ("05 Agustus 2019", "2019-08-05"),
        ("Jum'at, 23 Oktober 2026 13:39 WITA", "2026-10-23T13:39:00+08:00"),
        ("kemarin", None),
        ("", None),
    ],
)
def test_feed_dates(printed, iso):
    body = RSS.format(link="https://kabarlereng.example/daerah/1", more="", date=printed)
    assert read(body.encode(), BASE).entries == [
        Entry("https://kabarlereng.example/daerah/1", iso, BASE)
    ]


@pytest.mark.parametrize(
    ("link", "more", "url"),
    [
        ("", "<guid>https://k.example/a/1</guid>", "https://k.example/a/1"),
        (
            "https://proxy.example/x",
            "<feedburner:origLink>https://k.example/a/1</feedburner:origLink>",
            "https://k.example/a/1",
        ),
        (
            "https://k.example/a/1",
            '<atom:link href="https://k.example/feed" rel="self"/>',
            "https://k.example/a/1",
        ),
        ("<![CDATA[ https://k.example/a/1 ]]>", "", "https://k.example/a/1"),
        ("https://k.example/", "", None),
        ("javascript:alert(1)", "", None),
        ("http://[bad/a/1", "", None),
        ("", "<guid>1234</guid>", None),
    ],
)
def test_feed_links(link, more, url):
    body = RSS.format(link=link, more=more, date="2026-11-23")
    assert [entry.url for entry in read(body.encode(), BASE).entries] == ([url] if url else [])


def test_atom():
    body = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://k.example/"/>
    <entry><link rel="self" href="https://k.example/feed/1"/>
    <link rel="alternate" href="/a/1"/><updated>2026-11-23T00:00:00Z</updated>
    <published>2026-11-22T00:00:00Z</published></entry></feed>"""
    assert read(body, "https://k.example/feed").entries == [
        Entry(
            "https://k.example/a/1",
            "2026-11-22T00:00:00+00:00",
            "https://k.example/feed",
            "2026-11-23T00:00:00+00:00",
        )
    ]


def test_rdf():
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="x"><link>https://k.example/</link></channel>
    <item rdf:about="y"><link>https://k.example/a/1</link><dc:date>2026-11-22</dc:date></item></rdf:RDF>"""
    assert read(body, BASE).entries == [Entry("https://k.example/a/1", "2026-11-22", BASE)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "HTML page"),
        (b"", "no XML"),
        (b"Service unavailable", "no XML"),
        (b"\x1f\x8b\x08broken", "damaged gzip"),
        (b"<catalog><book/></catalog>", "neither"),
    ],
)
def test_what_is_no_sitemap_is_said(body, said):
    found = read(body, BASE)
    assert found.entries == []
    assert said in (found.problem or "")


@pytest.mark.parametrize("body", [b"<urlset></urlset>", b"<rss><channel></channel></rss>"])
def test_empty_sitemap_is_no_problem(body):
    assert read(body, BASE).problem is None


def test_entities_are_never_fetched_nor_expanded(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("rahasia", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 50}">' for n in range(1, 9))
    body = f"""<!DOCTYPE urlset [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY l0 "ha">{laughs}]>
    <urlset><url><loc>https://k.example/a/&x;&l8;</loc></url>
    <url><loc>https://k.example/a/2</loc></url></urlset>"""
    found = read(body.encode(), BASE)
    assert "rahasia" not in repr(found)
    assert len(repr(found)) < 2000
    assert found.entries[-1].url == "https://k.example/a/2"


def test_gzip_bomb_is_bounded(monkeypatch):
    monkeypatch.setattr(sitemaps, "MAX_BYTES", 100_000)
    found = read(gzip.compress(b"<urlset>" + b" " * 10_000_000), BASE)
    assert "decompressed" in (found.problem or "")


def test_too_many_entries_are_cut(monkeypatch):
    monkeypatch.setattr(sitemaps, "MAX_ENTRIES", 10)
    many = "".join(f"<url><loc>https://k.example/a/{n}</loc></url>" for n in range(100))
    found = read(f"<urlset>{many}</urlset>".encode(), BASE)
    assert len(found.entries) == 10
    assert "left out" in (found.problem or "")


# Window and frontier

WITA = "Asia/Makassar"


@pytest.mark.parametrize(
    ("when", "inside"),
    [
        ("2026-11-20T15:59:59+00:00", False),  # 23:59 of the 20th in Makassar
        ("2026-11-20T16:00:00+00:00", True),
        ("2026-11-21T23:59:00", True),
        ("2026-11-21", True),
        ("2026-11-22T00:00:00+08:00", False),
    ],
)
def test_window_is_in_local_days(when, inside):
    assert Window.parse("2026-11-21", "2026-11-21", WITA).holds(when) is inside


def test_a_late_change_does_not_rule_an_article_out():
    window = Window.parse("2026-11-10", "2026-11-12", WITA)
    assert window.may_hold(Entry("https://k.example/a", changed="2026-11-20"))
    assert not window.may_hold(Entry("https://k.example/a", changed="2026-11-09"))
    assert window.may_hold(Entry("https://k.example/a"))


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("kemarin", None, "YYYY-MM-DD"),
        (None, "2026-13-01", "YYYY-MM-DD"),
        ("2026-11-02", "2026-11-01", "before"),
    ],
)
def test_window_refuses_what_is_no_window(since, until, said):
    with pytest.raises(UsageError, match=said):
        Window.parse(since, until, WITA)


def frontier(since: str | None = None, until: str | None = None) -> Frontier:
    def off(url: str) -> str | None:
        return None if url.startswith("https://k.example/") else "off-site"

    return Frontier(Window.parse(since, until, WITA), off)


def test_frontier_takes_each_article_once_however_it_is_spelt():
    found = frontier()
    new = found.add(
        Entry(url)
        for url in (
            "https://k.example/a/1",
            "http://k.example/a/1?utm_source=x",
            "https://k.example/a/1?page=2#komentar",
            "https://k.example/a/2",
        )
    )
    assert new == 2
    assert len(found) == 2
    assert found.found == 2


def test_frontier_counts_what_it_leaves_out():
    found = frontier(since="2026-11-20")
    found.add(
        [
            Entry("https://k.example/a/1", "2026-11-19"),
            Entry("https://elsewhere.example/a/1"),
            Entry("https://k.example/" + "a" * 3000),
            Entry("https://k.example/a/2", "2026-11-20"),
        ]
    )
    assert found.skipped == {"outside the window": 1, "off-site": 1, "address too long": 1}
    assert found.found == 2
    assert [found.pop(), found.pop()] == [Entry("https://k.example/a/2", "2026-11-20"), None]


def test_frontier_gives_the_newest_first_and_undated_ones_as_found():
    found = frontier()
    days = ["2026-11-01", None, "2026-11-03", None]
    found.add(Entry(f"https://k.example/a/{n}", day) for n, day in enumerate(days))
    order = [entry.url[-1] for entry in iter(found.pop, None)]
    assert order == ["2", "0", "1", "3"]


def test_a_sitemap_without_an_end_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr("ogpnews.frontier.MOST_WAITING", 5)
    found = frontier()
    found.add(Entry(f"https://k.example/a/{n}") for n in range(9))
    assert (len(found), found.skipped) == (5, {"too many addresses": 4})


def test_what_an_earlier_run_has_settled_is_not_fetched_and_no_news():
    known = {"https://k.example/a/1"}
    found = Frontier(Window.parse(None, None, WITA), lambda _: None, known.__contains__)
    found.add(Entry(f"https://k.example/a/{n}") for n in (1, 2))
    assert found.skipped == {"known from an earlier run": 1}
    assert [entry.url[-1] for entry in iter(found.pop, None)] == ["2"]
    assert [found.is_news(f"https://k.example/a/{n}") for n in (1, 2)] == [False, True]


def test_entries_come_back_as_they_were():
    entry = Entry("https://k.example/a/é?x=1", "2026-11-20T01:00:00+08:00", BASE, "2026-11-21")
    found = frontier()
    found.add([entry, Entry("https://k.example/b", found_in="https://k.example/feed")])
    assert [found.pop(), found.pop()] == [
        entry, Entry("https://k.example/b", found_in="https://k.example/feed"),
    ]  # fmt: skip


def test_large_sitemaps_are_read_in_pieces(monkeypatch):
    whole = read(URLSET.encode(), BASE).entries
    for size in (300, 401, 500):
        monkeypatch.setattr(sitemaps, "_PIECE", size)
        for encoding in ("utf-8", "utf-16"):
            body = URLSET.replace("UTF-8", encoding).encode(encoding)
            found = read(body, BASE)
            assert (found.entries, found.problem) == (whole, None)


def test_an_escaped_ampersand_inside_cdata():
    body = RSS.format(link="<![CDATA[https://k.example/?p=1&amp;x=2]]>", more="", date="")
    assert read(body.encode(), BASE).entries[0].url == "https://k.example/?p=1&x=2"


def test_local_day():
    zone = Window.parse(None, None, WITA).zone
    assert entries.local_day("2026-11-20T16:00:00+00:00", zone) == date(2026, 11, 21)


@pytest.mark.parametrize(
    "url", ["http://[bad/a", "http://k.example:99999/a", "https:///a", "mailto:a@b"]
)
def test_addresses_that_are_none_are_counted_and_not_fetched(url):
    found = Frontier(Window.parse(None, None, WITA), lambda _: None)
    found.add([Entry(url)])
    assert found.skipped == {"address that is none": 1}
    assert found.pop() is None


MARKUP = st.sampled_from(
    ["<urlset>", "</urlset>", "<url>", "</url>", "<loc>", "</loc>", "https://k.example/a", "&amp;", "&x;",
     "<![CDATA[", "]]>", "<!--", "-->", "<rss>", "<item>", "<link>", "</link>", "2026-11-23", "<pubDate>",
     "http://[", "<!DOCTYPE rss [", "\x00", "\ufeff", "é", "<", ">", '<a:loc xmlns:a="', '"']
)  # fmt: skip


@given(st.lists(MARKUP, max_size=40), st.binary(max_size=20))
def test_hostile_sitemaps_never_raise(parts, junk):
    body = b"<urlset>" + "".join(parts).encode() + junk
    for entry in read(body, BASE).entries:
        assert entry.url.startswith(("http://", "https://"))


@given(st.text(max_size=60))
def test_hostile_dates_never_raise(printed):
    iso = entries.moment(printed)
    assert iso is None or entries.local_day(iso, Window.parse(None, None, WITA).zone)


def test_an_entry_that_waits_costs_little():
    found = frontier()
    stamp = "2026-11-23T10:00:{:02}+07:00"
    tracemalloc.start()
    found.add(
        Entry(f"https://k.example/daerah/{n}/{'warga-desa-' * 6}", None, BASE, stamp.format(n % 60))
        for n in range(20_000)
    )
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size / 20_000 < 420  # bytes, of which 115 are address and date
