"""What a page says for machines."""

import json

import pytest

from ogpnews.pages import structured
from ogpnews.pages.document import Document

TITLE = "Bupati Buka Posko Pengaduan Jalan Rusak"
URL = "https://lawu.example/berita/7/posko"


def page(head: str = "", body: str = "", url: str | None = URL) -> Document:
    html = f"<html><head><title>{TITLE} - Kabar Lawu</title>{head}</head><body>{body}</body></html>"
    return Document(html.encode(), url)


def ld(**told: object) -> str:
    story = {"@type": "NewsArticle", "headline": TITLE, **told}
    return f'<script type="application/ld+json">{json.dumps(story)}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_times_the_most_trustworthy_first() -> None:
    head = meta("article:published_time", "2024-05-06T01:00:00Z") + ld(
        datePublished="2024-05-06T08:00:00+07:00"
    )
    assert structured.published(page(head)) == ["2024-05-06T08:00:00+07:00", "2024-05-06T01:00:00Z"]


def test_times_of_elements_where_metadata_has_no_local_hour() -> None:
    body = '<time datetime="2024-05-06T08:00:00+07:00">Senin</time>'
    head = meta("article:published_time", "2024-05-06T08:00:00Z")
    assert structured.published(page(head, body)) == [
        "2024-05-06T08:00:00Z", "2024-05-06T08:00:00+07:00",
    ]  # fmt: skip


def test_recommended_story_gives_no_time() -> None:
    other = ld(headline="Posko Banjir Ditutup Pekan Depan", datePublished="2020-01-01")
    own = ld(datePublished="2024-05-06")
    assert structured.published(page(other + own)) == ["2024-05-06"]


def test_change() -> None:
    head = ld(dateModified="2024-05-07") + meta("og:updated_time", "2024-05-08")
    assert structured.modified(page(head)) == ["2024-05-07", "2024-05-08"]


@pytest.mark.parametrize(
    "author",
    [
        "Wira Kusnadi",
        {"@type": "Person", "name": "Wira Kusnadi"},
        [{"name": "Wira Kusnadi"}, {"name": "Wira Kusnadi"}],
    ],
)
def test_authors_in_every_shape(author: object) -> None:
    assert structured.people(page(ld(author=author))) == (["Wira Kusnadi"], [])


@pytest.mark.parametrize("author", [None, 7, {"name": None}, [[]], {"name": {"name": "  "}}])
def test_authors_in_no_shape(author: object) -> None:
    assert structured.people(page(ld(author=author))) == ([], [])


def test_metas_name_roles() -> None:
    head = meta("content_author", "Wira Kusnadi") + meta("content_editor", "Sari Dewanti")
    assert structured.people(page(head)) == (["Wira Kusnadi"], ["Sari Dewanti"])


@pytest.mark.parametrize(
    "body",
    [
        f"<ul class='breadcrumb'><li><a>Home</a></li><li><a>Daerah</a></li><li>{TITLE}</li></ul>",
        "<a rel='category tag' href='/c'>Daerah</a>",
        "<div id='breadcrumbs'><a>Beranda</a> » <a>Daerah</a> » <span>Detail</span></div>",
        f"<div class='crumbs'><span>Daerah</span><span>{TITLE[:30]}…</span></div>",
    ],
)
def test_section_of_a_breadcrumb(body: str) -> None:
    assert structured.section(page(body=body), TITLE) == "Daerah"


def test_section_of_json_ld() -> None:
    crumbs = json.dumps(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [{"name": "Home"}, {"item": {"name": "Daerah"}}, {"name": TITLE}],
        }
    )
    head = f'<script type="application/ld+json">{crumbs}</script>'
    assert structured.section(page(head), TITLE) == "Daerah"
    assert structured.section(page(ld(articleSection=["Daerah", "Umum"])), TITLE) == "Daerah"
    assert structured.section(page(meta("article:section", "Daerah")), TITLE) == "Daerah"


def test_site_is_no_section() -> None:
    head = meta("og:site_name", "Kabar Lawu")
    body = "<div class='breadcrumb'><a>Kabar Lawu</a></div>"
    assert structured.section(page(head, body), TITLE) is None


def test_names_of_an_unknown_site() -> None:
    head = meta("og:site_name", "KABAR LAWU")
    names = structured.site_names(page(head), TITLE)
    assert names == ("KABAR LAWU", "Kabar Lawu", "lawu.example")
    assert structured.site_names(page(url=None), "") == ()


def test_site_s_name_alone_as_the_page_s_title() -> None:
    told = Document(b"<title>Forum Warga Lawu</title><h1>Jalan Rusak</h1>")
    assert structured.site_names(told, TITLE) == ("Forum Warga Lawu",)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (URL, "article"),
        (None, "article"),
        ("https://lawu.example/", "listing"),
        ("https://lawu.example/?p=7", "article"),
        ("https://lawu.example/?s=jalan", "listing"),
        ("https://lawu.example/tag/jalan", "listing"),
        ("https://lawu.example/indeks/2024", "listing"),
        ("https://lawu.example/indeks-harga-konsumen-naik", "article"),
        ("https://lawu.example/index.php?id=7", "article"),
        ("https://lawu.example/category/daerah", "listing"),
        ("https://lawu.example/category/daerah/page/2", "listing"),
        ("https://lawu.example/kategori/nusantara/7/posko", "article"),
        ("https://foto.lawu.example/7/posko", "gallery"),
        ("https://lawu.example/video/7/posko", "video"),
    ],
)
def test_kind_by_the_address(url: str | None, kind: str) -> None:
    assert structured.kind(page(url=url)) == kind


@pytest.mark.parametrize("types", ["ImageGallery", "MediaGallery"])
def test_kind_by_json_ld(types: str) -> None:
    assert structured.kind(page(ld(**{"@type": types}))) == "gallery"


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ('<a itemprop="url" href="https://lawu.example/a/1">x</a>', "https://lawu.example/a/1"),
        (
            '<a itemprop="url" href="https://lawu.example/a/1">x</a>'
            '<a itemprop="url" href="https://lawu.example/a/2">y</a>',
            None,
        ),
        ('<a itemprop="url" href="https://lawu.example/">x</a>', None),
    ],
)
def test_a_saved_page_names_its_address_by_microdata(body: str, url: str | None) -> None:
    assert Document(f"<html><body>{body}</body></html>".encode()).canonical == url


def test_times_of_elements_in_page_order() -> None:
    html = (
        b'<abbr class="published" title="2021-03-04T05:06:07+07:00">4 Maret</abbr>'
        b'<abbr title="Badan">B</abbr>'
        b'<time>kemarin</time><time datetime="2021-03-05T05:06:07+07:00">5 Maret</time>'
    )
    assert Document(html).times == ["2021-03-04T05:06:07+07:00", "2021-03-05T05:06:07+07:00"]


LOCAL = "2017-01-30T11:35:08+00:00"
WP = '<link rel="stylesheet" href="/wp-content/themes/lawu/style.css">'


@pytest.mark.parametrize(
    ("head", "told", "expected"),
    [
        ('<meta name="generator" content="WordPress 4.7.2">', LOCAL, True),
        ('<meta name="generator" content="WordPress 5.2">', "2020-06-01T11:35:08+00:00", True),
        ('<meta name="generator" content="WordPress 5.3">', LOCAL, False),
        (WP, LOCAL, True),
        (WP, "2020-06-01T11:35:08+00:00", False),
        (f"{WP}<!-- Jetpack Open Graph Tags -->", LOCAL, False),
        (WP, "2017-01-30T11:35:08+07:00", False),
        ("", LOCAL, False),
    ],
)
def test_wordpress_before_5_3_calls_local_times_utc(
    head: str, told: str, *, expected: bool
) -> None:
    assert structured.local_as_utc(page(head), [told]) is expected


def test_times_that_the_page_states_of_itself_and_those_of_elements() -> None:
    document = page(meta("publishdate", "[publishdate]"), '<time datetime="2024-05-06">x</time>')
    assert structured.stated(document) == []
    assert structured.published(document) == ["2024-05-06"]


@pytest.mark.parametrize("kind", ["product", "music.song", "profile"])
def test_what_calls_itself_something_else_is_no_article(kind: str) -> None:
    assert structured.kind(page(meta("og:type", kind))) == "other"
    dated = meta("og:type", kind) + meta("article:published_time", "2024-05-06")
    assert structured.kind(page(dated)) == "article"


@pytest.mark.parametrize(
    ("title", "lists"),
    [
        ("Month: July 2024", True),
        ("Kategori: Daerah", True),
        ("Selamat Datang", True),
        ("Selamat Datang Bupati Baru Lawu", False),
        ("Tahun Baru: Pemkab Tutup Jalan", False),
        ("Hari Jadi ke-100 Dirayakan", False),
    ],
)
def test_headline_of_a_list(title: str, lists: bool) -> None:
    assert structured.heads_list(title) is lists
