"""The element that holds the text, by density and by the names of elements."""

import pytest

from ogpnews.pages import mainbody
from ogpnews.pages.document import Document

SENTENCE = "Pemerintah kabupaten membuka posko pengaduan, dan warga dapat melapor setiap hari. "
TEXT = f"<p>{SENTENCE * 2}</p>" * 4
SHORT = f"<p>{SENTENCE}</p>"


def found(body: str) -> str | None:
    """`id` of the element that is found."""
    document = Document(f"<html><body>{body}</body></html>".encode())
    node = mainbody.find(document, document.first("h1"))
    return None if node is None else node.attributes.get("id")


def test_longest_text() -> None:
    assert found(f"<div id='a'>{SHORT}</div><div id='b'>{TEXT}</div>") == "b"


@pytest.mark.parametrize(
    "name", ["comments", "sidebar", "komentar", "terpopuler", "footer", "modal"]
)
def test_named_part_without_text(name: str) -> None:
    assert found(f"<div id='a'>{TEXT}</div><div class='{name}' id='b'>{TEXT * 3}</div>") == "a"


@pytest.mark.parametrize("tag", ["aside", "footer", "nav", "form"])
def test_element_without_text(tag: str) -> None:
    assert found(f"<div id='a'>{TEXT}</div><{tag} id='b'>{TEXT * 3}</{tag}>") == "a"


@pytest.mark.parametrize("name", ["entry-content", "isi-berita", "post-body", "detail_text"])
def test_named_body_wins_over_a_little_more_text(name: str) -> None:
    assert found(f"<div id='a'>{TEXT}{SHORT}</div><div class='{name}' id='b'>{TEXT}</div>") == "b"


def test_text_above_the_headline_counts_less() -> None:
    assert found(f"<div id='a'>{TEXT}</div><h1>Posko</h1><div id='b'>{TEXT}</div>") == "b"


def test_links_are_no_text() -> None:
    links = f"<p><a href='/1'>{SENTENCE * 2}</a></p>" * 9
    assert found(f"<div id='a'>{links}</div><div id='b'>{TEXT}</div>") == "b"


def test_text_between_breaks() -> None:
    assert found(f"<div id='b'>{'<br><br>'.join([SENTENCE] * 5)}</div><p>{SENTENCE}</p>") == "b"


def test_text_in_a_cell() -> None:
    cells = f"<td>Menu</td><td id='b'>{TEXT}</td><td>{SHORT}</td>"
    assert found(f"<table><tr>{cells}</tr></table>") == "b"


def test_lists_belong_to_what_holds_them() -> None:
    items = "".join(f"<li>{SENTENCE}</li>" for _ in range(6))
    assert found(f"<div id='b'>{SHORT}<ul>{items}</ul>{SHORT}</div>") == "b"


def test_parts_side_by_side_are_one_body() -> None:
    assert found(f"<div id='b'><div>{TEXT}</div><div>{TEXT}</div></div>") == "b"


def test_boxes_of_the_same_make_are_one_body() -> None:
    box = f"<div class='page'><div class='text'>{TEXT}</div></div>"
    assert found(f"<div id='b'>{box}<h2>Halaman dua</h2>{box}</div>") == "b"


def test_teasers_are_not_part_of_it() -> None:
    teaser = f"<div><a href='/1'>Posko Banjir Dibuka Lagi</a><p>{SENTENCE}</p></div>" * 9
    assert found(f"<div id='a'><div id='b'>{TEXT}</div><div>{teaser}</div></div>") == "b"


def test_dates_are_no_prose() -> None:
    dates = "<div>Senin, 6 Mei 2024 | 08:00 WIB</div>" * 40
    assert found(f"<div id='a'>{dates}</div><div id='b'>{SHORT}{SHORT}</div>") == "b"


@pytest.mark.parametrize(
    "body", ["", "<p></p>", "<a href='/'>Beranda</a>", "<script>var a = 1;</script>"]
)
def test_nothing_to_find(body: str) -> None:
    assert found(body) is None


def test_hidden_code_is_no_text() -> None:
    code = f"<textarea id='a'>{SENTENCE * 30}</textarea><template>{TEXT * 9}</template>"
    assert found(f"{code}<div id='b'>{SHORT}</div>") == "b"


def test_builder_that_calls_every_part_a_widget() -> None:
    document = Document(b"<div class='elementor-widget elementor-widget-text'></div>")
    node = document.first("div")
    assert node is not None
    assert "widget" not in mainbody.name_of(node)
