"""Main picture, caption and credit wherever templates print them."""

import pytest

from ogpnews.pages import pictures
from ogpnews.pages.document import Document

TEXT = "<p>Pemerintah kabupaten membuka posko pengaduan, dan warga dapat melapor.</p>" * 4
CAPTION = "Bupati meninjau posko pengaduan."
IMG = "<img src='/foto/posko.jpg' alt='Posko'>"
URL = "https://lawu.example/foto/posko.jpg"


def found(
    around: str, inside: str = "", head: str = ""
) -> list[tuple[str | None, list[str], str | None]]:
    html = (
        f"<html><head>{head}</head><body><div id='s'><h1>Posko Pengaduan Dibuka</h1>{around}"
        f"<div id='b'>{inside}{TEXT}</div></div></body></html>"
    )
    document = Document(html.encode(), "https://lawu.example/berita/1")
    scope, body = document.first("#s"), document.first("#b")
    assert scope is not None
    images = pictures.find(document, scope, document.first("h1"), body)
    return [(image.url, image.lines, image.credit) for image in images]


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>",
        f"<div class='foto'>{IMG}<span>{CAPTION}</span></div>",
        f"<div>{IMG}</div><div class='caption'>{CAPTION}</div>",
        f"<p>{IMG}</p><p><em>{CAPTION}</em></p>",
        f"{IMG}<p align='center'>{CAPTION}</p>",
        f"{IMG}<br><small>{CAPTION}</small>",
        f"<a href='/besar.jpg'>{IMG}</a><p class='wp-caption-text'>{CAPTION}</p>",
        f"<figure>{IMG}<button>Perbesar</button><figcaption>{CAPTION}</figcaption></figure>",
    ],
)
@pytest.mark.parametrize("place", ["around", "inside"])
def test_caption(markup: str, place: str) -> None:
    assert found(**{place: markup} if place == "around" else {"around": "", "inside": markup}) == [
        (URL, [CAPTION], None)
    ]


def test_credit_in_an_element_of_its_own() -> None:
    markup = f"<figure>{IMG}<figcaption>{CAPTION} <span class='credit'>Humas</span></figcaption></figure>"
    assert found(markup) == [(URL, [CAPTION], "Humas")]


@pytest.mark.parametrize(
    "image",
    [
        "<img data-src='/foto/posko.jpg' src='data:image/gif;base64,R0'>",
        "<img data-original='/foto/posko.jpg' src='/blank.gif'>",
        "<img data-lazy-src='/foto/posko.jpg'>",
        "<img src='data:image/gif;base64,R0' data-cfsrc='/foto/posko.jpg'>",
        "<img src='/logo.png'><img src='/ikon.gif' width='24'><img src='/foto/posko.jpg'>",
    ],
)
def test_lazy_and_small_pictures(image: str) -> None:
    ((url, _lines, _credit),) = found("", inside=image)
    assert url == URL


@pytest.mark.parametrize("name", ["sidebar", "share", "related-post", "author-box"])
def test_picture_of_another_part(name: str) -> None:
    assert (
        found(f"<div class='{name}'><figure>{IMG}<figcaption>{CAPTION}</figcaption></figure></div>")
        == []
    )


def test_metadata_where_the_text_shows_none() -> None:
    head = "<meta property='og:image' content='/foto/utama.jpg'>"
    assert found("", head=head) == [("https://lawu.example/foto/utama.jpg", [], None)]


def test_no_picture_at_all() -> None:
    assert found("") == []


def test_paragraph_behind_a_picture_is_no_caption() -> None:
    assert found("", inside=IMG) == [(URL, [], None)]


def test_date_behind_a_picture_is_no_caption() -> None:
    assert found(f"{IMG}<p align='center'>Senin, 6 Mei 2024 | 08:00 WIB</p>", head="") == []


@pytest.mark.parametrize(
    "behind",
    [
        f"<div class='text-muted'>{CAPTION}</div>",
        "<div>0 komentar</div><div><div>Posko</div></div>",  # the alternative text again
        "<ul><li></li></ul><div class='wp-cap'><div class='caption'>Posko</div></div>",
        "<div class='sum'>Posko. Foto: Ratna Suminar/ANTARA</div>",
    ],
)
def test_caption_in_a_box_behind_the_picture(behind: str) -> None:
    ((url, lines, _),) = found(f"<div class='foto'>{IMG}</div>{behind}")
    assert (url, lines[0][:5]) == (URL, CAPTION[:5] if CAPTION in behind else "Posko")


def test_credit_in_the_picture_s_box_and_caption_in_the_next() -> None:
    markup = (
        f"<div class='img'><div>REUTERS/Ratna Suminar</div>{IMG}</div>"
        f"<div class='wp-cap'><div class='caption'>{CAPTION}</div></div>"
    )
    assert found(markup) == [(URL, [CAPTION], "REUTERS/Ratna Suminar")]


def test_label_and_credit_in_elements_of_their_own() -> None:
    markup = f"<div>{IMG}<p>Photo :</p><p>ANTARA/Ratna</p><p>{CAPTION}</p></div>"
    assert found(markup) == [(URL, [CAPTION, "Photo : ANTARA/Ratna"], None)]


def test_first_words_of_the_text_are_no_caption() -> None:
    assert found("", inside=f"<a href='/foto/posko.jpg'>{IMG}</a><b>LAWU.example</b> - Warga.") == [
        (URL, [], None)
    ]


def test_portrait_of_the_writer_is_no_picture_of_the_story() -> None:
    portrait = (
        "<div class='vcard'><img src='/orang/ratna.jpg' alt='Ratna'><a>Ratna Suminar</a></div>"
    )
    assert found(f"{portrait}<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>") == [
        (URL, [CAPTION], None)
    ]


def test_caption_of_an_inset_is_not_the_main_picture_s() -> None:
    head = "<meta property='og:image' content='https://lawu.example/foto/posko.jpg'>"
    inset = f"<figure><img src='/foto/peta.jpg'><figcaption>{CAPTION}</figcaption></figure>"
    assert found(IMG, inside=f"{TEXT}{inset}", head=head) == [(URL, [], None)]


def test_main_picture_over_the_headline_keeps_an_inset_s_caption_off() -> None:
    html = (
        "<html><head><meta property='og:image' content='https://lawu.example/foto/posko.jpg'></head>"
        f"<body><div class='header'>{IMG}</div><div id='s'><h1>Posko Pengaduan Dibuka</h1><div id='b'>"
        f"{TEXT}<figure><img src='/foto/peta.jpg'><figcaption>{CAPTION}</figcaption></figure>"
        "</div></div></body></html>"
    )
    document = Document(html.encode(), "https://lawu.example/berita/1")
    scope = document.first("#s")
    assert scope is not None
    (image,) = pictures.find(document, scope, document.first("h1"), document.first("#b"))
    assert (image.url, image.lines) == (URL, [])


def test_story_s_own_box_may_be_named_like_furniture() -> None:
    html = (
        "<div id='s' class='no-share'><h1>Posko Pengaduan Dibuka</h1><div id='b' class='no-share'>"
        f"<figure>{IMG}<figcaption>{CAPTION}</figcaption></figure>{TEXT}</div></div>"
    )
    document = Document(html.encode(), "https://lawu.example/berita/1")
    scope = document.first("#s")
    assert scope is not None
    (image,) = pictures.find(document, scope, document.first("h1"), document.first("#b"))
    assert image.lines == [CAPTION]
