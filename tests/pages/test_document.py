"""Bytes → document: charset, depth, metadata, JSON-LD."""

import time

import pytest

from ogpnews.pages.document import MAX_BYTES, Document, PageTooLarge, decode, tame, text_of

WORD = "Kafé – Jum’at"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (WORD.encode(), None),
        (WORD.encode(), "text/html; charset=iso-8859-1"),  # valid UTF-8 wins over a false label
        (b'<meta charset="windows-1252">' + WORD.encode("cp1252"), None),
        (WORD.encode("cp1252"), "text/html; charset=ISO-8859-1"),  # WHATWG: latin-1 means cp1252
        (WORD.encode("cp1252"), "text/html; charset=no-such-charset"),
        (b"\xef\xbb\xbf" + WORD.encode(), None),
        (WORD.encode("utf-16"), None),
    ],
)
def test_charsets(body: bytes, content_type: str | None) -> None:
    assert decode(body, content_type).endswith(WORD)


def test_one_bad_byte_does_not_turn_utf8_into_latin() -> None:
    text = decode(b'<meta charset="utf-8">' + ("é" * 50).encode() + b"\xff")
    assert "é" * 50 in text


def test_depth_is_bounded_and_fast() -> None:
    start = time.perf_counter()
    document = Document(b"<div>" * 100_000 + b"isi" + b"</div>" * 100_000)
    assert text_of(document.root) == "isi"
    assert time.perf_counter() - start < 5


def test_tame_keeps_ordinary_pages_as_they_are() -> None:
    page = "<p>satu<br>dua</p>" * 3000
    assert tame(page) is page


def test_too_large_a_page_is_refused_with_its_size() -> None:
    with pytest.raises(PageTooLarge, match="16,777,217"):
        Document(b" " * (MAX_BYTES + 1))


def test_metas_and_scripts_are_read_before_scripts_are_dropped() -> None:
    document = Document(
        b"""<html><head><meta property="og:title" content="Judul &amp;quot;Satu&amp;quot;">
        <script>dataLayer.push({"penulis": "Ani Wijaya", 'editor': 'Budi'})</script>
        <script type="application/ld+json">[{"@graph": [{"@type": "NewsArticle", "headline": "x"}]}]</script>
        <script type="application/ld+json">{"broken": </script></head>
        <body><p>isi<script>var x = 1</script></p></body></html>"""
    )
    assert document.meta("og:title") == 'Judul "Satu"'
    assert document.data_layer == {"penulis": "Ani Wijaya", "editor": "Budi"}
    assert [item.get("@type") for item in document.json_ld] == [None, "NewsArticle"]
    assert text_of(document.root) == "isi"


def test_story_is_the_one_with_the_pages_headline() -> None:
    document = Document(
        b"""<title>Warga Kampung Melati Panen - Situs</title>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Berita Lain Yang Disarankan",
        "datePublished":"2020-01-01"}</script>
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Warga Kampung Melati Panen",
        "datePublished":"2021-02-03"}</script>"""
    )
    assert document.story["datePublished"] == "2021-02-03"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/a", "https://kabar.example/a"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("javascript:void(0)", None),
        ("mailto:a@b", None),
        ("http://[bad", None),
        ("", None),
        (None, None),
    ],
)
def test_absolute(href: str | None, expected: str | None) -> None:
    assert Document(b"<p>", "https://kabar.example/x/y").absolute(href) == expected


FRONT = '<link rel="canonical" href="https://lawu.example">'
OWN = '<link rel="canonical" href="https://lawu.example/berita/7/posko">'


@pytest.mark.parametrize(
    ("head", "front"), [(FRONT + OWN, True), (OWN + FRONT, False), (OWN, False)]
)
def test_of_several_canonical_links_the_story_s_counts(head: str, *, front: bool) -> None:
    document = Document(f"<head>{head}</head><body>isi</body>".encode())
    assert document.canonical == "https://lawu.example/berita/7/posko"
    assert document.calls_itself_front is front


def test_a_page_that_names_its_front_alone_is_the_front() -> None:
    assert Document(f"<head>{FRONT}</head>".encode()).canonical == "https://lawu.example"


def test_what_is_shown_and_what_is_for_machines_alone() -> None:
    document = Document(b'<meta name="author" content="Bagas"><p>Oleh <b>Ratna</b> Suminar</p>')
    assert document.shows("Ratna Suminar")
    assert not document.shows("Bagas")
