"""Text-only input: what a page looks like when only its text is left."""

import pytest

from ogpnews.pages import textdump

TITLE = "Bupati Buka Posko Pengaduan Jalan Rusak"
DATE = "Senin, 6 Mei 2024 | 08:00 WIB"
FIRST = "KABARLAWU.COM - Pemerintah kabupaten membuka posko pengaduan jalan rusak."
SECOND = "Warga dapat melapor setiap hari kerja, baik langsung maupun lewat telepon."


def texts(*lines: str) -> list[str]:
    return [block.text for block in textdump.read("\n".join(lines)).blocks]


def test_parts_by_their_order() -> None:
    raw = textdump.read(f"{TITLE}\n\n- {DATE}\n\n{FIRST}\n\n{SECOND}\n")
    assert (raw.family, raw.title, raw.date_lines) == ("textdump", TITLE, [f"- {DATE}"])
    assert [block.text for block in raw.blocks] == [FIRST, SECOND]
    assert raw.images == []


def test_menu_above_the_headline() -> None:
    assert (
        textdump.read("\n".join(["Beranda", "Daerah", "Masuk", TITLE, DATE, FIRST])).title == TITLE
    )


@pytest.mark.parametrize("byline", ["Penulis: Wira Kusnadi", "Oleh: Wira Kusnadi"])
@pytest.mark.parametrize("above", [True, False])
def test_byline_on_either_side_of_the_date(byline: str, above: bool) -> None:
    head = [byline, DATE] if above else [DATE, byline]
    raw = textdump.read("\n".join([TITLE, *head, FIRST, SECOND]))
    assert (raw.title, raw.credit_lines) == (TITLE, [byline])
    assert [block.text for block in raw.blocks] == [FIRST, SECOND]


def test_caption_printed_twice() -> None:
    caption = "Bupati meninjau posko"
    raw = textdump.read("\n".join([TITLE, DATE, caption, f"{caption} /Humas", FIRST, SECOND]))
    assert raw.images[0].lines == [f"{caption} /Humas", caption]
    assert [block.text for block in raw.blocks] == [FIRST, SECOND]


def test_caption_with_a_credit() -> None:
    caption = "Bupati meninjau posko /Humas Pemkab Semarang/"
    raw = textdump.read("\n".join([TITLE, DATE, caption, FIRST]))
    assert raw.images[0].lines == [caption]
    assert [block.text for block in raw.blocks] == [FIRST]


def test_first_sentence_is_no_caption() -> None:
    third = "Posko itu dibuka sampai akhir bulan."
    assert texts(TITLE, DATE, SECOND, third) == [SECOND, third]


def test_without_a_date() -> None:
    raw = textdump.read(f"Menu\n{TITLE}\n{SECOND}")
    assert (raw.title, raw.date_lines) == (TITLE, [])


def test_outlet_that_the_dateline_names() -> None:
    raw = textdump.read("\n".join([TITLE, DATE, FIRST]))
    assert textdump.outlet_name(raw) == "KABARLAWU.COM"
    assert textdump.outlet_name(textdump.read(f"{TITLE}\n{SECOND}")) is None


@pytest.mark.parametrize("text", ["", "   \n\n \t", "\n" * 100_000])
def test_nothing_in_it(text: str) -> None:
    raw = textdump.read(text)
    assert (raw.title, raw.blocks) == ("", [])


def test_one_line() -> None:
    raw = textdump.read(TITLE)
    assert (raw.title, raw.blocks) == (TITLE, [])
