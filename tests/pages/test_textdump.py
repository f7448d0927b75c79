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


MENU = ["Beranda", "Daerah", "Nasional", "Olahraga", "Ekonomi", "Pendidikan", "Wisata", "Indeks"]


def wet(*lines: str) -> str:
    """As an archive's text record has it: the page's title, its menu, its lines, its foot."""
    return "\n".join([f"{TITLE} - Kabar Lawu", *MENU * 12, *lines, *MENU, "Hak Cipta 2024"])


def test_headline_of_the_page_title_behind_a_long_menu() -> None:
    raw = textdump.read(wet(TITLE, DATE, "Bagikan", FIRST, SECOND))
    assert (raw.title, raw.date_lines) == (TITLE, [DATE])
    assert [block.text for block in raw.blocks] == [FIRST, SECOND]


def test_headline_among_teasers_is_not_the_article() -> None:
    teasers = ["Populer", TITLE, "Pasar Murah Digelar di Tiga Desa", *MENU]
    raw = textdump.read(wet(*teasers, TITLE, "Penulis: Wira Kusnadi", DATE, FIRST, SECOND))
    assert (raw.credit_lines, raw.date_lines) == (["Penulis: Wira Kusnadi"], [DATE])


def test_page_title_with_its_channel_before_and_cut_off() -> None:
    dump = "\n".join([f"Daerah | {TITLE[:-4]}…", *MENU, TITLE, DATE, FIRST, SECOND])
    assert textdump.read(dump).title == TITLE


def test_credits_and_sign_off_behind_the_text() -> None:
    found = texts(TITLE, DATE, FIRST, SECOND, "Reporter: Wira Kusnadi", "(wk/dn)", *MENU * 2)
    assert found == [FIRST, SECOND, "Reporter: Wira Kusnadi", "(wk/dn)"]


def test_lists_are_no_menu() -> None:
    wards = [f"{number}. Kelurahan Sumber {number}" for number in range(1, 12)]
    assert texts(TITLE, DATE, FIRST, *wards, SECOND, *MENU) == [FIRST, *wards, SECOND]


def test_dated_teasers_end_the_text() -> None:
    teasers = [
        line
        for day in range(1, 5)
        for line in (f"Berita Lain Nomor {day}", f"{day} Mei 2024 10:00", f"{SECOND} Kata warga.")
    ]
    assert texts(TITLE, DATE, FIRST, SECOND, *teasers) == [FIRST, SECOND]


def test_standfirst_before_the_byline() -> None:
    raw = textdump.read("\n".join([TITLE, SECOND, "Editor: Dian Nastiti", FIRST, SECOND]))
    assert (raw.credit_lines, raw.blocks[0].text) == (["Editor: Dian Nastiti"], FIRST)


def test_date_beside_other_things() -> None:
    raw = textdump.read("\n".join([TITLE, f"Kabar Lawu • Pemerintahan • {DATE}", FIRST]))
    assert raw.date_lines[0].endswith(DATE)


@pytest.mark.parametrize("menu", [[], MENU, ["guest@kabarlawu.example", "Masuk"]])
def test_text_without_a_headline_keeps_its_dateline(menu: list[str]) -> None:
    raw = textdump.read("\n".join([*menu, FIRST, SECOND]))
    assert (raw.title, [block.text for block in raw.blocks]) == ("", [FIRST, SECOND])


def test_buttons_between_headline_and_text() -> None:
    raw = textdump.read("\n".join([TITLE, DATE, *MENU * 2, FIRST, SECOND]))
    assert raw.blocks[0].text == FIRST
