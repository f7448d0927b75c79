"""Links of listings, their next page, and the pages of one article."""

import pytest

from ogpnews.extract import NotAnArticle, Options, Source, extract
from ogpnews.outlets import Outlet
from ogpnews.pages import listing
from ogpnews.pages.document import Document
from ogpnews.raw import Block

HOST = "https://lawu.example"
OUTLET = Outlet(
    "lawu", "Kabar Lawu", HOST, "generic", "33", "Asia/Jakarta", hosts=("lawu.example",)
)  # fmt: skip
STORY = f"{HOST}/berita/77123/posko-pengaduan-jalan-dibuka"


def page(body: str, url: str = STORY, head: str = "") -> Document:
    return Document(f"<html><head>{head}</head><body>{body}</body></html>".encode(), url)


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("/berita/77123/posko", True),
        ("/2024/05/06/posko", True),
        ("/posko-pengaduan-jalan-rusak-dibuka", True),
        ("/read/2016/02/23/Posko.Pengaduan.Jalan.Dibuka", True),
        ("https://www.lawu.example/berita/77123/posko#komentar", True),
        ("https://lain.example/berita/77123/posko", False),
        ("/tag/posko-pengaduan-jalan-rusak", False),
        ("/kategori/berita-daerah-jawa-tengah", False),
        ("/tentang-kami", False),
        ("/foto/2024/05/posko-pengaduan-jalan-rusak.jpg", False),
        ("javascript:buka(77123)", False),
        ("mailto:redaksi77123@lawu.example", False),
    ],
)
def test_story_links(href: str, wanted: bool) -> None:
    found = listing.links(page(f'<a href="{href}">x</a>'), OUTLET)
    assert bool(found) is wanted
    assert not any("#" in url for url in found)


def test_each_story_once_in_order() -> None:
    body = "".join(f'<a href="/berita/{n}/posko">x</a>' for n in (33333, 11111, 33333, 22222))
    assert [url.split("/")[4] for url in listing.links(page(body), OUTLET)] == [
        "33333", "11111", "22222",
    ]  # fmt: skip


def test_pattern_of_the_outlet_decides() -> None:
    outlet = Outlet(
        "lawu", "Kabar Lawu", HOST, "generic", "33", "Asia/Jakarta",
        hosts=("lawu.example",), article=r"/baca\?id=\d+$",
    )  # fmt: skip
    body = '<a href="/baca?id=7">x</a><a href="/berita/77123/posko">x</a>'
    assert listing.links(page(body), outlet) == [f"{HOST}/baca?id=7"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ('<a rel="next" href="/indeks?page=3">x</a>', "/indeks?page=3"),
        ('<li class="next"><a href="/indeks/3">x</a></li>', "/indeks/3"),
        ('<div class="paging"><a href="/1">1</a><a href="/3">Selanjutnya</a></div>', "/3"),
        ('<div class="nav-links"><a href="/3">Older posts</a></div>', "/3"),
        ('<div class="pagination"><a href="/1">« Prev</a><a href="/3">»</a></div>', "/3"),
        ('<div class="pagination"><a href="/1">1</a></div>', None),
        ('<a href="/3">Selanjutnya</a>', None),
        ("", None),
    ],
)
def test_next_page(body: str, wanted: str | None) -> None:
    assert listing.next_page(page(body)) == (HOST + wanted if wanted else None)


def test_next_page_of_the_head() -> None:
    assert (
        listing.next_page(page("", head='<link rel="next" href="/indeks/3">')) == f"{HOST}/indeks/3"
    )


def numbers(body: str, url: str = STORY) -> tuple[int, int, list[str]]:
    document = page(f'<div class="paging">{body}</div>', url)
    return listing.article_pages(document, listing.pager(document.root))


def test_numbered_pages() -> None:
    body = f'<b>1</b> <a href="{STORY}?page=2">2</a> <a href="{STORY}?page=3">3</a>'
    assert numbers(body) == (3, 1, [f"{STORY}?page=2", f"{STORY}?page=3"])


def test_own_number_is_the_one_without_a_link() -> None:
    body = f'<a href="{STORY}">1</a> <span>2</span> <a href="{STORY}?page=3">3</a>'
    assert numbers(body, f"{STORY}?page=2") == (3, 2, [STORY, f"{STORY}?page=3"])


def test_own_number_by_the_address_where_all_are_links() -> None:
    body = f'<a href="{STORY}?page=1">1</a><a href="{STORY}?page=2">2</a>'
    assert numbers(body, f"{STORY}?page=2") == (2, 2, [f"{STORY}?page=1"])


def test_page_x_of_y() -> None:
    body = f'Halaman 2 dari 4 <a href="{STORY}?page=3">Selanjutnya</a>'
    assert numbers(body) == (4, 2, [f"{STORY}?page=3"])


@pytest.mark.parametrize(
    "body",
    [
        '<a href="/berita/1/lain">1</a> <a href="/berita/2/lain">2</a>',
        "<span>1</span><span>2</span>",
        f'<a href="{STORY}?page=7">7</a>',
        '<a href="#">1</a><a href="#">2</a>',
        "Halaman 9 dari 4",
        "",
    ],
)
def test_no_pages(body: str) -> None:
    assert numbers(body) == (1, 1, [])


@pytest.mark.parametrize(
    ("url", "number"),
    [
        (STORY, 1),
        (f"{STORY}?page=4", 4),
        (f"{STORY}?a=1&halaman=2", 2),
        (f"{STORY}?page=all", 1),
        (f"{STORY}?page=", 1),
    ],
)
def test_page_number(url: str, number: int) -> None:
    assert listing.page_number(url) == number


def test_host_with_and_without_www() -> None:
    assert listing.same_host("https://www.lawu.example/x", OUTLET)
    assert not listing.same_host("https://m.lawu.example/x", OUTLET)
    assert not listing.same_host("", OUTLET)


def test_numbers_in_list_items() -> None:
    body = f'<ul><li>1</li><li><a href="{STORY}?page=2">2</a></li></ul>'
    assert numbers(body) == (2, 1, [f"{STORY}?page=2"])


TEASERS = "".join(
    f'<li><a href="/berita/{number}/x">{title}</a> Sabtu, 8 Maret 2025 | 102 kali</li>'
    for number, title in enumerate(
        ("Posko Pengaduan Jalan Rusak Dibuka", "Pasar Induk Kembali Berjualan")
    )
)
TOLD = "<p>Pemkab membuka posko pengaduan jalan rusak di semua kecamatan mulai hari ini.</p>"
NOTICE = "<p>Posko pengaduan dibuka.</p><p>Warga bisa datang.</p><p>Setiap hari kerja.</p>"
HEADLINE = "Berita Hari Ini"


@pytest.mark.parametrize("body", [TOLD, NOTICE])
def test_a_short_list_alone_is_no_article(body: str) -> None:
    def source(inner: str) -> Source:
        html = (
            f"<html><head><title>{HEADLINE}</title></head>"
            f"<body><main><h1>{HEADLINE}</h1>{inner}</main></body></html>"
        )
        return Source("x.html", html.encode(), f"{HOST}/berita")

    assert extract(source(body + TEASERS), Options()).kind == "article"
    with pytest.raises(NotAnArticle, match="listing"):
        extract(source(TEASERS), Options())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Warga " * 20, "Artikel ini khusus untuk pelanggan."], True),
        (["Warga " * 20, "Lanjut baca berita dengan aplikasi"], True),
        (["Warga " * 200, "Artikel ini khusus untuk pelanggan."], False),  # the whole text is there
        (["Warga " * 20, "Selengkapnya dibahas pekan depan."], False),
        (["Silakan masuk untuk membaca", *["Warga " * 12] * 4], False),  # an invitation above it
    ],
)
def test_beginning_of_a_text_whose_rest_is_elsewhere(lines: list[str], *, expected: bool) -> None:
    assert listing.is_teaser([Block(line.strip()) for line in lines]) is expected
