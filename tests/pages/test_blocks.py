"""A body element → visual paragraphs."""

import pytest

from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import Document
from ogpnews.raw import Link


def read(html: str) -> list[str]:
    return [block.text for block in blocks(Document(html.encode()).root)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>satu</p><p>dua</p>", ["satu", "dua"]),
        ("satu<br><br>dua<br>tiga", ["satu", "dua", "tiga"]),
        ("satu<p>dua</p>tiga", ["satu", "dua", "tiga"]),
        ("<div>satu <b>dua</b> tiga</div>", ["satu dua tiga"]),
        ("<p>satu<div>dua</div>tiga", ["satu", "dua", "tiga"]),
        ("<ul><li>satu</li><li>dua</li></ul>", ["satu", "dua"]),
        ("<table><tr><td>1</td><td>Arema</td></tr><tr><td>2</td></tr></table>", ["1 Arema", "2"]),
        ("<p>a&nbsp;b\n\t c&nbsp; d</p>", ["a\xa0b c d"]),
        ("<p>satu<!-- komentar --> dua</p><script>x</script>", ["satu dua"]),
        ("", []),
    ],
)
def test_breaks(html: str, expected: list[str]) -> None:
    assert read(html) == expected


def test_links_and_bold() -> None:
    first, second, third = blocks(
        Document(
            b"<p><strong>Baca Juga: <a href='/x'>Judul  Lain</a></strong></p><p>a <b>b</b></p><h2>s</h2>"
        ).root
    )
    assert first.links == (Link("Judul Lain", "/x"),)
    assert (first.strong, second.strong, third.strong) == (True, False, True)
    assert (first.tag, third.tag) == ("p", "h2")


def test_a_link_over_a_break_gives_a_link_on_each_side() -> None:
    found = blocks(Document(b"<a href='/x'>satu<br>dua</a>").root)
    assert [block.text for block in found] == ["satu", "dua"]
    assert found[1].links == (Link("dua", "/x"),)


def test_skip_leaves_out_a_whole_element() -> None:
    document = Document(b"<p>satu</p><div class=ads><p>iklan</p></div><p>dua</p>")
    skip = {node.mem_id for node in document.all(".ads")}
    assert [block.text for block in blocks(document.root, skip)] == ["satu", "dua"]


def test_deep_nesting_needs_no_stack() -> None:
    html = "<div>" * 500 + "isi" + "</div>" * 500
    assert read(html) == ["isi"]
