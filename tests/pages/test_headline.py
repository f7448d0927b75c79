"""The headline among logos, menus, teasers and the page's own title."""

import json

import pytest

from ogpnews.pages import headline
from ogpnews.pages.document import Document, text_of

TITLE = "Bupati Buka Posko Pengaduan Jalan Rusak"


def page(body: str, title: str = f"{TITLE} - Kabar Lawu", head: str = "") -> Document:
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return Document(html.encode())


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Kabar Lawu</h1><h2>{TITLE}</h2>",
        f"<h1><a href='/'>Kabar Lawu</a></h1><h1>{TITLE}</h1>",
        f"<h1 class='logo'>{TITLE}</h1><h3>{TITLE}</h3><h1 class='jdl'>{TITLE}</h1>",
        f"<div class='judul'>{TITLE}</div><h1>Berita Terkini Hari Ini</h1>",
        f"<h1>Daerah</h1><span itemprop='headline'>{TITLE}</span>",
        f"<p><font size=5><b>{TITLE}</b></font></p><p>Isi berita.</p>",
        f"<h4><a href='/1'>Posko Banjir Dibuka</a></h4><h2 class='entry-title'>{TITLE}</h2>",
        f"<h1>{TITLE.upper()}</h1>",
        f"<h1>\n  {TITLE.replace(' ', '&nbsp; ')} </h1>",
    ],
)
def test_found_by_the_words_of_the_title(body: str) -> None:
    assert text_of(headline.find(page(body))).casefold() == TITLE.casefold()


def test_logo_is_no_headline_even_with_the_words() -> None:
    document = page(f"<div class='brand'><h1>{TITLE}</h1></div><h2>{TITLE}</h2>")
    node = headline.find(document)
    assert node is not None
    assert node.tag == "h2"


def test_json_ld_tells_it_where_the_title_is_the_site() -> None:
    story = json.dumps({"@type": "NewsArticle", "headline": TITLE})
    head = f'<script type="application/ld+json">{story}</script>'
    document = page(f"<h2>Pilihan Redaksi Pekan Ini</h2><h3>{TITLE}</h3>", "Kabar Lawu", head)
    assert text_of(headline.find(document)) == TITLE


def test_without_any_title_the_first_h1() -> None:
    document = page(f"<h3>Pilihan Redaksi Pekan Ini</h3><h1>{TITLE}</h1>", "")
    assert text_of(headline.find(document)) == TITLE


@pytest.mark.parametrize("body", ["", "<h1></h1>", "<h1>Oke</h1>", f"<p>{'x' * 400}</p>"])
def test_nothing_to_find(body: str) -> None:
    assert headline.find(page(body, "")) is None


def test_agrees_with_a_longer_title_only() -> None:
    document = page("", f"{TITLE} - Kabar Lawu")
    assert headline.agrees(document, TITLE)
    assert headline.agrees(document, TITLE.lower())
    assert not headline.agrees(document, "Posko Banjir Ditutup Pekan Depan")
    assert not headline.agrees(document, "")


@pytest.mark.parametrize(
    ("title", "site", "wanted"),
    [
        (f"{TITLE} - Kabar Lawu", None, TITLE),
        (f"{TITLE} | Kabar Lawu dan Sekitarnya Hari Ini", "Kabar Lawu", TITLE),
        (f"{TITLE} – Kabar", None, TITLE),
        ("Pasar - Murah", None, "Pasar - Murah"),
        (f"{TITLE} - begini penjelasan lengkap dinas", None, None),
        ("", None, ""),
    ],
)
def test_suffix_of_the_site(title: str, site: str | None, wanted: str | None) -> None:
    assert headline.strip_suffix(title, site) == (title if wanted is None else wanted)


def test_title_from_metadata_only() -> None:
    document = page("<p>Isi.</p>", head='<meta property="og:site_name" content="Kabar Lawu">')
    assert headline.from_metadata(document) == TITLE


def test_hostile_headings_cost_little() -> None:
    body = "<h1>" + " " * 100_000 + "</h1>" + "<h2>a</h2>" * 3000
    assert headline.find(page(body)) is None


def test_page_titled_by_its_site_takes_the_heading_of_the_text() -> None:
    text = "<p>Pemerintah kabupaten membuka posko pengaduan, dan warga dapat melapor.</p>" * 4
    html = (
        "<title>Dinas Kominfo Lawu</title><div class='logo'><h1>Dinas Kominfo Lawu</h1></div>"
        f"<div id='isi'><h2>Posko Pengaduan Jalan Rusak Dibuka</h2>{text}"
        "<h3>Cara Melapor Lewat Aplikasi Kabupaten</h3><p>Warga memotret.</p></div>"
        "<h3>Lelang Jembatan Diumumkan Pekan Depan</h3>"
    )
    document = Document(html.encode())
    body = document.first("#isi")
    assert body is not None
    assert text_of(headline.beside(document, body)) == "Posko Pengaduan Jalan Rusak Dibuka"
