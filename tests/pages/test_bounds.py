"""What keeps pages that were made to hurt, or went wrong, from costing more than their length."""

import pytest

from ogpnews.extract import Options, Source, attempt
from ogpnews.pages.document import Document, PageTooLarge, decode, has_endless_tag, text_of
from ogpnews.pages.listing import page_number
from ogpnews.pages.parts import exceeds, short
from ogpnews.text.credits import read as read_credits


@pytest.mark.parametrize(
    ("inner", "length", "expected"),
    [
        ("Warga  desa\n", 10, False),
        ("Warga  desa\n", 9, True),
        ("<b>Warga</b> <i>desa</i>", 10, False),
        ("<p>Warga" + "<br>" * 500 + "desa</p>", 100, True),
        ("", 0, False),
    ],
)
def test_exceeds(inner: str, length: int, expected: bool) -> None:
    node = Document(f"<div>{inner}</div><p>{'kata ' * 99}".encode()).first("div")
    assert node is not None
    assert exceeds(node, length) is expected


NAMES = [f"a{number}" for number in range(2000)]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        (" ".join(NAMES), True),
        ("/".join(NAMES), True),
        ("".join(f'{name}=""' for name in NAMES), True),
        (" ".join(f"{name}='>'" for name in NAMES), True),
        (" ".join(f"{name} = b" for name in NAMES), True),
        (" ".join(NAMES[:900]), False),
        (f'src="data:{" ".join(NAMES)}"', False),
        (f"src=data:{'/'.join(NAMES)}", False),
        (f"data-page='{' '.join(NAMES)}'", False),
    ],
)
def test_endless_tag(tag: str, expected: bool) -> None:
    page = f"<p>{'kata ' * 30_000}<div {tag}>teks</div>".encode()
    assert has_endless_tag(page) is expected
    if expected:
        with pytest.raises(PageTooLarge, match="attributes"):
            _ = Document(page).tree
    else:
        assert Document(page).first("div") is not None


def test_short_gives_up_on_boxes_in_boxes() -> None:
    text = "kata " * 3000
    nested = Document(f"{'<div class=a>' * 50}{text}<p class=a>Warga</p>".encode())
    assert list(short(nested.all(".a"), 100)) == []
    beside = Document(f"{f'<div class=a>{text}</div>' * 5}<p class=a>Warga</p>".encode())
    assert [text_of(node) for node in short(beside.all(".a"), 100)] == ["Warga"]


def test_a_page_number_of_odd_digits_is_none() -> None:
    assert page_number("https://kabar.example/a?page=²") == 1
    assert page_number(f"https://kabar.example/a?page={'9' * 5000}") == 1
    assert page_number("https://kabar.example/a?page=3") == 3


@pytest.mark.parametrize("charset", ["idna", "undefined", "punycode", "rot13", "utf-7", "nothing"])
def test_a_charset_that_is_none(charset: str) -> None:
    assert "Pasar" in decode(b"<p>Pasar \xe9", f"text/html; charset={charset}")


def test_half_an_emoji_in_json() -> None:
    source = r'{"headline": "Pasar \ud83d\ude00 dan \ud83d"}'
    document = Document(f'<script type="application/ld+json">{source}</script>'.encode())
    assert document.json_ld == [{"headline": "Pasar \U0001f600 dan ?"}]


def test_a_body_in_a_tag_of_odd_name() -> None:
    page = f'<h1>Warga Perbaiki Jembatan</h1><di=v class="isi"><p>{"Warga desa. " * 40}</p></di=v>'
    assert attempt(Source("x", page.encode()), Options()).line is not None


def test_a_letter_that_passes_for_another_in_a_label() -> None:
    assert read_credits(["PENULİS: Wira Kusnadi"]).authors == ["Wira Kusnadi"]
