"""The chain from what a page says to the record, stage by stage."""

from dataclasses import replace
from typing import Any

import pytest

from ogpnews import normalise as chain
from ogpnews.draft import Draft
from ogpnews.items import Article
from ogpnews.normalise import CHAIN, join, normalise
from ogpnews.outlets import UNKNOWN, Outlet
from ogpnews.raw import Block, Link, RawArticle, RawImage

URL = "https://kabarlawu.example/berita/7/pasar-desa"
OUTLET = Outlet(
    "kabarlawu", "Kabar Lawu", "https://kabarlawu.example", "generic", "71", "Asia/Makassar",
    network="lawu", hosts=("kabarlawu.example",), aliases=("KABARLAWU.COM",),
)  # fmt: skip
FIRST = "Pemerintah kabupaten menyelesaikan pembangunan pasar desa pada pekan ini."
SECOND = "Para pedagang mulai menempati kios baru, sementara kios lama dibongkar bertahap."
THIRD = "Dinas perdagangan menjanjikan sewa kios tidak naik selama dua tahun pertama."


def raw(*texts: str, **told: Any) -> RawArticle:
    said = {"title": "Pasar Desa Selesai Dibangun", "url": URL, **told}
    return RawArticle(blocks=[Block(text) for text in texts or (FIRST, SECOND, THIRD)], **said)


def record(page: RawArticle, outlet: Outlet = OUTLET, **told: Any) -> Article:
    return normalise(Draft(page, outlet, **told))


def test_order_of_the_chain() -> None:
    assert [stage.__name__ for stage in CHAIN] == [
        "identity", "dates", "pictures", "text", "people", "provenance",
        "regions", "government", "topics", "fields",
    ]  # fmt: skip


def test_every_stage_can_be_run_alone() -> None:
    for stage in CHAIN:
        draft = Draft(raw(), OUTLET)
        stage(draft)
        assert isinstance(draft.article, Article)


def test_stages_one_by_one_give_what_the_chain_gives() -> None:
    draft = Draft(raw(date_lines=["Rabu, 8 Mei 2024 | 08:00"]), OUTLET)
    for stage in CHAIN:
        stage(draft)
    assert draft.article == record(raw(date_lines=["Rabu, 8 Mei 2024 | 08:00"]))


# Who and where


@pytest.mark.parametrize(
    "url",
    [
        URL,
        "http://kabarlawu.example/berita/7/pasar-desa",
        URL + "?utm_source=x&fbclid=y",
        URL + "?page=2",
        URL + "#komentar",
    ],
)
def test_same_article_same_id(url: str) -> None:
    article = record(raw(url=url))
    assert (article.url, article.id) == (URL, record(raw()).id)


def test_other_article_other_id() -> None:
    assert record(raw(url=URL + "-baru")).id != record(raw()).id


def test_address_of_the_fetch_serves_where_the_page_names_none() -> None:
    article = record(raw(url=None), fetched_url=URL + "?utm_medium=wa")
    assert (article.url, article.fetched_url) == (URL, URL + "?utm_medium=wa")


def test_no_address_no_id() -> None:
    article = record(raw(url=None))
    assert (article.url, article.id) == (None, "")


def test_outlet_goes_into_the_record() -> None:
    article = record(raw())
    assert (article.outlet, article.network) == ("kabarlawu", "lawu")


def test_tags_lose_their_mark_and_their_doubles() -> None:
    assert record(raw(tags=["#pasar", "pasar", " # desa ", "#"])).tags == ["pasar", "desa"]


def test_white_space_is_no_section() -> None:
    assert record(raw(section=" \n ")).section is None


# When


def test_time_zone_of_the_outlet() -> None:
    article = record(raw(date_lines=["Rabu, 8 Mei 2024 | 08:00"]))
    assert article.published == "2024-05-08T08:00:00+08:00"
    assert article.published_utc == "2024-05-08T00:00:00Z"
    assert (article.published_precision, article.tz_source) == ("minute", "outlet")
    assert article.extraction.fields["published"] == "css"


def test_day_stays_a_day() -> None:
    article = record(raw(date_lines=["Rabu, 8 Mei 2024"]))
    assert (article.published, article.published_utc) == ("2024-05-08", None)


def test_date_that_cannot_be_read_is_said() -> None:
    article = record(raw(date_lines=["Rabu, kemarin dulu"], url=None))
    assert article.published is None
    assert article.extraction.warnings == ["date not read: Rabu, kemarin dulu"]


def test_relative_date_needs_the_time_of_fetching() -> None:
    page = raw(date_lines=["3 jam lalu"], url=None)
    assert record(page).published is None
    article = record(page, fetched_at="2024-05-08T04:00:00+00:00")
    assert article.published == "2024-05-08"  # no hour is made of an hour count


# Text and pictures


def test_text_and_its_fingerprint() -> None:
    article = record(raw())
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert article.text_sha256 == record(raw(), fetched_url=URL).text_sha256
    assert article.text_sha256 != record(raw(FIRST, SECOND)).text_sha256
    assert article.language == "id"


def test_page_without_a_body_is_a_warning() -> None:
    page = raw()
    page.blocks = []
    assert "no body found" in record(page).extraction.warnings


def test_gallery_without_a_body_is_none() -> None:
    page = raw(kind="gallery")
    page.blocks = []
    assert record(page).extraction.warnings == []


def test_insert_leaves_the_text_and_keeps_its_link() -> None:
    page = raw(FIRST, SECOND, THIRD)
    title = "Sewa Kios Pasar Desa Tidak Naik"
    link = Link(title, "/berita/6/sewa-kios")
    page.blocks.insert(1, Block(f"Baca juga: {title}", links=(link,)))
    article = record(page, fetched_url=URL)
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    (item,) = article.related
    assert (item.title, item.url) == (title, "https://kabarlawu.example/berita/6/sewa-kios")
    assert article.removed == {"related": 1}


@pytest.mark.parametrize("href", ["javascript:void(0)", "mailto:a@b.example", "http://[bad", ""])
def test_insert_without_an_address(href: str) -> None:
    page = raw(FIRST, SECOND, THIRD)
    page.blocks.insert(1, Block("Baca juga: Sewa Kios Tidak Naik", links=(Link("x", href),)))
    assert [item.url for item in record(page, fetched_url=URL).related] == [None]


def test_dateline() -> None:
    article = record(raw(f"KABARLAWU.COM, MANADO - {FIRST}", SECOND))
    assert (article.dateline, article.dateline_place) == ("KABARLAWU.COM, MANADO", "MANADO")
    assert article.text == f"{FIRST}\n\n{SECOND}"


CAPTION = "Kios baru di pasar desa mulai ditempati pedagang."


def test_caption_is_told_from_its_credit() -> None:
    image = RawImage("https://x.example/1.jpg", "", [f"{CAPTION} (Foto: Humas Pemkab)"])
    (found,) = record(raw(images=[image])).images
    assert (found.caption, found.credit, found.credit_raw) == (
        CAPTION, "Humas Pemkab", "(Foto: Humas Pemkab)",
    )  # fmt: skip


def test_caption_that_the_text_repeats_is_no_text() -> None:
    image = RawImage("https://x.example/1.jpg", "", [CAPTION])
    article = record(raw(CAPTION, FIRST, SECOND, images=[image]))
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_caption_inside_the_text_goes_to_the_picture() -> None:
    page = raw(images=[RawImage("https://x.example/1.jpg")])
    page.blocks.insert(0, Block(CAPTION, tag="figcaption"))
    article = record(page)
    assert [(image.url, image.caption) for image in article.images] == [
        ("https://x.example/1.jpg", CAPTION)
    ]
    assert CAPTION not in article.text


def test_caption_inside_the_text_without_any_picture() -> None:
    page = raw()
    page.blocks.insert(0, Block(CAPTION, tag="figcaption"))
    assert [(image.url, image.caption) for image in record(page).images] == [(None, CAPTION)]


def test_caption_of_the_page_comes_before_one_in_the_text() -> None:
    page = raw(images=[RawImage("https://x.example/1.jpg", "", ["Suasana peresmian pasar desa."])])
    page.blocks.insert(0, Block(CAPTION, tag="figcaption"))
    assert record(page).images[0].caption == "Suasana peresmian pasar desa."


# Who


def test_metadata_names_only_where_the_page_names_nobody() -> None:
    told = {"meta_authors": ["Wira Kusnadi"], "meta_editors": ["Sari Dewanti"]}
    silent = record(raw(**told))
    assert (silent.authors, silent.editors) == (["Wira Kusnadi"], ["Sari Dewanti"])
    assert silent.extraction.fields["authors"] == "meta"
    named = record(raw(credit_lines=["Penulis: Lina Marpaung"], **told))
    assert (named.authors, named.editors) == (["Lina Marpaung"], [])
    assert named.extraction.fields["authors"] == "css"


def test_initials_of_the_page_silence_metadata_too() -> None:
    article = record(raw(FIRST, SECOND, f"{THIRD} (rin/ian)", meta_authors=["Admin Web"]))
    assert (article.authors, article.initials) == ([], "rin/ian")


@pytest.mark.parametrize(
    "name", ["Kabar Lawu", "Tim Redaksi", "https://facebook.com/kabarlawu", "-"]
)
def test_metadata_that_names_nobody(name: str) -> None:
    assert record(raw(meta_authors=[name])).authors == []


def test_outlet_behind_a_name_is_cut() -> None:
    assert record(raw(credit_lines=["Lina Marpaung - Kabar Lawu"])).authors == ["Lina Marpaung"]


def test_credit_line_of_the_text() -> None:
    article = record(raw(FIRST, SECOND, THIRD, "Editor: Wira Kusnadi"))
    assert (article.editors, article.text.count("Wira")) == (["Wira Kusnadi"], 0)
    assert article.credits_raw == ["Editor: Wira Kusnadi"]


def test_unknown_role_is_said() -> None:
    article = record(raw(credit_lines=["Penata Gaya: Lina Marpaung"]))
    assert article.authors == []
    assert article.extraction.warnings == ["unknown role: Penata Gaya: Lina Marpaung"]


def test_source_of_the_template_comes_last() -> None:
    assert record(raw(source="Antara")).source == "Antara"
    assert record(raw(FIRST, SECOND, "Sumber: Kompas", source="Antara")).source == "Kompas"


def test_fields_say_where_they_were_read() -> None:
    article = record(raw(where={"title": "data-layer"}, tags=["pasar"]))
    assert article.extraction.fields == {"title": "data-layer", "tags": "css", "text": "css"}


# Several pages


def pages() -> list[RawArticle]:
    first = raw(FIRST, pages=3, page=1, date_lines=["Rabu, 8 Mei 2024"], tags=["pasar"])
    second = raw(SECOND, pages=3, page=2, date_lines=["Rabu, 8 Mei 2024"], tags=["pasar", "desa"])
    third = raw(THIRD, "Editor: Wira Kusnadi", pages=3, page=3)
    return [first, second, third]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_pages_are_joined_in_order(order: tuple[int, ...]) -> None:
    found = pages()
    article = record(join([found[number] for number in order]))
    assert article.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (article.pages, article.pages_missing) == (3, 0)
    assert (article.tags, article.editors) == (["pasar", "desa"], ["Wira Kusnadi"])


def test_page_that_was_not_read_is_missing() -> None:
    first, _second, third = pages()
    article = record(join([first, third]))
    assert article.text == f"{FIRST}\n\n{THIRD}"
    assert (article.pages, article.pages_missing) == (3, 1)


def test_page_that_was_read_twice_counts_once() -> None:
    first, second, _third = pages()
    again = replace(second, blocks=list(second.blocks))
    article = record(join([first, second, again]))
    assert article.text == f"{FIRST}\n\n{SECOND}"
    assert article.pages_missing == 1


def test_paragraph_that_every_page_repeats_stands_once() -> None:
    first, second, _third = pages()
    second.blocks.insert(0, Block(FIRST.upper()))
    assert record(join([first, second])).text == f"{FIRST}\n\n{SECOND}"


def test_first_page_alone_knows_what_is_missing() -> None:
    assert record(pages()[0]).pages_missing == 2


def test_unknown_host_has_no_outlet() -> None:
    article = record(raw(), UNKNOWN)
    assert (article.outlet, article.network) == ("", None)


def test_exported_kinds() -> None:
    assert {"article", "gallery", "video"} == chain.EXPORTED
