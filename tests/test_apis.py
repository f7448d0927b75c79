"""JSON APIs: bytes → entries; and addresses with fields to fill in."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ogpnews import apis, urltemplates
from ogpnews.apis import read
from ogpnews.entries import Entry, period
from ogpnews.keywords import Keywords
from ogpnews.outletlists import Api

SITE = "https://kabarlereng.example"
URL = "https://api.kabarlereng.example/v1/news?page=1"
WORDPRESS = Api("/wp-json/wp/v2/posts")
SLUGS = Api("/v1/news", "data", "/berita/{slug}", "published_at")


def entries(told: object, api: Api = SLUGS) -> list[tuple[str, str | None]]:
    found = read(json.dumps(told).encode(), URL, api, SITE)
    return [(entry.url, entry.when) for entry in found.entries]


def test_wordpress_prints_utc_without_saying_so():
    told = [
        {
            "link": "https://kabarlereng.example/2026/11/pasar/",
            "date_gmt": "2026-11-22T18:00:00",
            "modified_gmt": "2026-11-23T01:00:00",
        },
        {"link": "https://kabarlereng.example/rancangan/", "date_gmt": "0000-00-00T00:00:00"},
        {"link": "javascript:alert(1)"},
        {"id": 7},
        "post",
    ]
    assert read(json.dumps(told).encode(), URL, WORDPRESS, SITE).entries == [
        Entry(
            "https://kabarlereng.example/2026/11/pasar/",
            "2026-11-22T18:00:00+00:00",
            URL,
            "2026-11-23T01:00:00+00:00",
        ),
        Entry("https://kabarlereng.example/rancangan/", None, URL),
    ]


@pytest.mark.parametrize(
    ("item", "api", "url", "when"),
    [
        ({"slug": "pasar-1", "published_at": "2026-11-23 08:00:00"}, SLUGS,
         f"{SITE}/berita/pasar-1", "2026-11-23T08:00:00"),
        ({"slug": "pasar", "published_at": "Senin, 23 November 2026"}, SLUGS,
         f"{SITE}/berita/pasar", "2026-11-23"),
        ({"slug": "pasar", "published_at": 1795395600}, SLUGS,
         f"{SITE}/berita/pasar", "2026-11-23T01:00:00+00:00"),
        ({"slug": "pasar", "published_at": 1795395600000}, SLUGS,
         f"{SITE}/berita/pasar", "2026-11-23T01:00:00+00:00"),
        ({"slug": "a b?c#d"}, SLUGS, f"{SITE}/berita/a%20b%3Fc%23d", None),
        ({"slug": "pasar", "published_at": [1]}, SLUGS, f"{SITE}/berita/pasar", None),
        ({"slug": "pasar", "published_at": 1e300}, SLUGS, f"{SITE}/berita/pasar", None),
        ({"at": {"url": "/berita/9"}}, Api("/v1", "data", "at.url"), f"{SITE}/berita/9", None),
        ({"id": 12, "slug": "pasar"}, Api("/v1", "data", "/id/berita/{id}/{slug}"),
         f"{SITE}/id/berita/12/pasar", None),
    ],
)  # fmt: skip
def test_declared_form(item, api, url, when):
    assert entries({"data": [item, {"slug": None}, None]}, api) == [(url, when)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!doctype html><html>", "HTML page"),
        (b"", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"message": "Tidak ditemukan"}', "no list under 'data' in the answer: Tidak ditemukan"),
        (b'{"data": {"data": []}, "meta": 1}', "the keys are data, meta"),
        (b"null", "nothing"),
        (b'{"data": [{"judul": "Pasar"}]}', "no address in 1 items: the keys are judul"),
    ],
)
def test_what_is_no_list_is_said(body, said):
    found = read(body, URL, SLUGS, SITE)
    assert found.entries == []
    assert said in (found.problem or "")


def test_an_empty_list_is_no_problem():
    assert read(b"\xef\xbb\xbf[]", URL, WORDPRESS, SITE).problem is None


def test_size_and_number_are_bounded(monkeypatch):
    monkeypatch.setattr(apis, "MAX_ENTRIES", 3)
    assert len(entries({"data": [{"slug": str(n)} for n in range(9)]})) == 3
    monkeypatch.setattr(apis, "MAX_BYTES", 10)
    assert "over" in (read(b"[" + b" " * 20 + b"]", URL, SLUGS, SITE).problem or "")


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["data", "link", "slug", "published_at"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(VALUE, st.sampled_from([WORDPRESS, SLUGS, Api("/v1", "data.data", "link.slug", "data")]))
def test_hostile_answers_never_raise(told, api):
    for entry in read(json.dumps(told).encode(), URL, api, SITE).entries:
        assert entry.url.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("template", "number", "filled"),
    [
        ("/i/{YYYY}/{MM}/{DD}/{offset:10}", 1, "/i/2026/03/07/0"),
        ("/i/{YYYY}/{M}/{D}/{offset:15}", 3, "/i/2026/3/7/30"),
        ("/i?t={YYYY-MM-DD}&page={page}", 2, "/i?t=2026-03-07&page=2"),
        ("/i?d={MM}/{DD}/{YYYY}", None, "/i?d=03/07/2026"),
        ("/i/{DD}/{page}", None, "/i/07/{page}"),
    ],
)
def test_templates(template, number, filled):
    assert urltemplates.fill(template, number, date(2026, 3, 7)) == filled


@pytest.mark.parametrize(
    ("url", "days"),
    [
        ("https://k.example/sitemap-2024-05.xml", ("2024-05-01", "2024-05-31")),
        ("https://k.example/sitemap-pt-post-2024-02.xml.gz", ("2024-02-01", "2024-02-29")),
        ("https://k.example/sitemap.xml?yyyy=2024&mm=05", ("2024-05-01", "2024-05-31")),
        ("https://k.example/sitemap.xml?yyyy=2024&mm=05&dd=07", ("2024-05-07", "2024-05-07")),
        ("https://k.example/2024/12/sitemap.xml", ("2024-12-01", "2024-12-31")),
        ("https://k.example/sitemap_20240517.xml", ("2024-05-17", "2024-05-17")),
        ("https://k.example/sitemap-2024.xml", ("2024-01-01", "2024-12-31")),
        ("https://k.example/sitemap-post-12.xml", None),
        ("https://k.example/sitemap-120241.xml", None),
        ("https://k.example/sitemap-2024-13.xml", ("2024-01-01", "2024-12-31")),
        ("https://kabar2024.example/sitemap.xml", None),
        ("https://k.example/sitemap-20240231.xml", None),
    ],
)
def test_days_that_the_address_of_a_sitemap_names(url, days):
    assert period(url) == (days and tuple(map(date.fromisoformat, days)))


@pytest.mark.parametrize(
    ("words", "text", "holds"),
    [
        (("banjir",), "Warga terdampak BANJIR di Demak.", True),
        (("banjir",), "Kebanjiran lagi", False),
        (("banjir", "longsor"), "Tebing longsor", True),
        (("pasar  baru",), "di Pasar\nBaru, kemarin", True),
        (("jum'at",), "hari Jum'at", True),
        (("c++",), "kursus C++ gratis", True),
        (("",) * 0, "apa saja", True),
    ],
)
def test_keywords(words, text, holds):
    assert Keywords(words).holds("Judul", text) is holds
