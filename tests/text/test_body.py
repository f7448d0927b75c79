"""Bodies: blocks in, paragraphs out, and where everything else went."""

import json
import time
from pathlib import Path

import pytest

from ogpnews.raw import Block, Link
from ogpnews.text.body import Body, Related, read

LEAD = (
    "Pemerintah kota membuka data anggaran kepada warga pada pertemuan di balai kota, Senin pagi."
)
SECOND = (
    "Warga membaca tabel itu bersama-sama dan bertanya tentang biaya perbaikan jalan lingkungan."
)
THIRD = "“Kami mencatat semua pertanyaan itu,” kata kepala dinas saat menutup pertemuan tersebut."
TEXT = [LEAD, SECOND, THIRD]


def link(title: str, href: str = "/pasar", tag: str = "p") -> Block:
    return Block(title, tag, (Link(title, href),))


def lines(*texts: str | Block) -> Body:
    return read([text if isinstance(text, Block) else Block(text) for text in texts])


def test_seed_from_its_lines(shared: Path) -> None:
    seed = shared / "seed"
    printed = (seed / "sinarjateng.txt").read_text(encoding="utf-8").split("\n")
    expected = json.loads((seed / "sinarjateng.json").read_text(encoding="utf-8"))
    for start in (3, 5):  # with its caption lines and without
        body = read(
            [Block(line) for line in printed[start:]],
            title=expected["title"],
            captions=printed[3:5],
        )
        assert "\n\n".join(body.paragraphs) == expected["text"]
        found = [{"label": r.label, "title": r.title, "url": r.url} for r in body.related]
        assert found == expected["related"]
        assert list(body.removed.items()) == list(expected["removed"].items())
        assert body.dateline is not None
        assert body.dateline.raw == expected["dateline"]
        assert body.dateline.place is expected["dateline_place"]
        assert body.credit_lines == expected["credits_raw"]
        assert body.warnings == []


def test_nothing() -> None:
    assert read([]) == Body()
    assert lines("", " ", "\u200b").paragraphs == []


def test_title_and_captions_are_not_repeated() -> None:
    caption = "Warga membaca tabel anggaran di balai kota, Senin pagi"
    body = read(
        [
            Block("Warga Belajar Anggaran"),
            Block(caption),
            Block(LEAD),
            Block(f"{caption}. (Humas Pemkot Melati)"),
            Block(SECOND),
        ],
        title="Warga belajar anggaran",
        captions=[caption],
    )
    assert body.paragraphs == [LEAD, SECOND]
    assert body.removed == {"caption": 1}  # above the text nothing is cut out of it


def test_title_that_opens_the_text_stays() -> None:
    body = read([Block("Pasar Melati"), Block("– pasar itu dibuka.")], title="Pasar Melati")
    assert body.paragraphs == ["Pasar Melati", "– pasar itu dibuka."]


def test_figure_captions_and_photo_credits_are_set_aside() -> None:
    body = lines(LEAD, Block("Suasana pasar pagi", "figcaption"), SECOND, "Foto: Istimewa", THIRD)
    assert body.paragraphs == TEXT
    assert body.captions == ["Suasana pasar pagi", "Foto: Istimewa"]
    assert body.removed == {"caption": 2}


def test_inserts_keep_label_title_and_link() -> None:
    title = "Pasar Pagi Dibuka Kembali"
    body = lines(
        LEAD,
        Block(f"Baca juga: {title}", links=(Link(title, "/pasar"),)),
        SECOND,
        f"BACA JUGA: {title}",
    )
    assert body.paragraphs == [LEAD, SECOND]
    assert body.related == [Related("Baca juga", title, "/pasar"), Related("BACA JUGA", title)]
    assert body.removed == {"related": 2}


@pytest.mark.parametrize("marker", ["Baca Juga", "Baca Juga :", "Berita terkait", "Simak Juga:"])
def test_marker_alone_takes_the_links_behind_it(marker: str) -> None:
    body = lines(
        LEAD, marker, link("Pasar Dibuka", "/1", "li"), link("Jalan Baru", "/2", "li"), SECOND
    )
    assert body.paragraphs == [LEAD, SECOND]
    assert [(r.label, r.title, r.url) for r in body.related] == [
        (marker.strip(" :"), "Pasar Dibuka", "/1"),
        (marker.strip(" :"), "Jalan Baru", "/2"),
    ]


def test_marker_alone_takes_one_title_without_a_link() -> None:
    body = lines(LEAD, "Baca Juga :", "Pasar Pagi Dibuka Kembali", SECOND, "Baca Juga", THIRD)
    assert body.paragraphs == TEXT  # a sentence behind a marker is no title
    assert [r.title for r in body.related] == ["Pasar Pagi Dibuka Kembali"]


def test_unmarked_links_at_the_end_are_related_without_a_label() -> None:
    body = lines(
        LEAD, SECOND, link("Pasar Pagi Dibuka Kembali"), link("http://melati.example/anggaran")
    )
    assert body.paragraphs == [
        LEAD,
        SECOND,
        "Pasar Pagi Dibuka Kembali",
        "http://melati.example/anggaran",
    ]
    body = lines(LEAD, SECOND, link("Pasar Pagi Dibuka Kembali"))
    assert body.paragraphs == [LEAD, SECOND]
    assert body.related == [Related("", "Pasar Pagi Dibuka Kembali", "/pasar")]


def test_a_sentence_broken_by_an_insert_is_joined() -> None:
    insert = "Baca Juga: Pasar Pagi Dibuka"
    body = lines(LEAD, "Warga yang datang ke", insert, "balai kota membaca tabel itu.")
    assert body.paragraphs == [LEAD, "Warga yang datang ke balai kota membaca tabel itu."]
    # A capital begins a sentence; a full stop ends one; two lines without an insert are two.
    assert lines(LEAD, "di ruang rapat,", insert, "Ditambahkan, data dibuka.").paragraphs[1:] == [
        "di ruang rapat,",
        "Ditambahkan, data dibuka.",
    ]
    assert len(lines(LEAD, insert, "ditambahkan, data dibuka.").paragraphs) == 2
    assert len(lines(LEAD, "anggaran jalan", "anggaran pasar").paragraphs) == 3


def test_ads_promos_embeds_and_notices_are_counted() -> None:
    notice = "Dilarang keras mengambil konten tanpa izin tertulis dari Kabar Melati."
    body = lines(
        LEAD,
        "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        SECOND,
        "[Gambas:Video Melati]",
        "Ikuti kami di Google News",
        THIRD,
        "Artikel ini telah tayang di Melati.com dengan judul:",
        "Warga Belajar Anggaran di Balai Kota",
        "COPYRIGHT © MELATI 2026",
        notice,
    )
    assert body.paragraphs == TEXT
    assert body.removed == {
        "ad": 2, "embed": 1, "promo": 1, "syndication": 1, "copyright": 1, "rights": 1,
    }  # fmt: skip
    assert (body.syndicated_from, body.rights_notice) == ("Melati.com", notice)


def test_credits_of_the_outlet_that_a_notice_names() -> None:
    notice = "Artikel ini telah tayang di Melati.id dengan judul Pasar"
    notice += " Penulis: Ani | Editor: Budi Melati"
    body = lines(LEAD, SECOND, notice)
    assert body.paragraphs == [LEAD, SECOND]
    assert body.syndicated_from == "Melati.id"
    assert body.credit_lines == ["Penulis: Ani | Editor: Budi Melati"]


def test_labels_of_paid_content_are_kept_aside() -> None:
    body = lines("ADVERTORIAL", LEAD, SECOND)
    assert (body.paragraphs, body.labels, body.removed) == ([LEAD, SECOND], ["ADVERTORIAL"], {})


@pytest.mark.parametrize("mark", ["***", "(*)", "(***)", "[]", " *"])
def test_end_marks(mark: str) -> None:
    glued = lines(LEAD, SECOND + mark)
    assert (glued.paragraphs, glued.removed) == ([LEAD, SECOND], {"end_mark": 1})
    alone = lines(LEAD, SECOND, mark.strip())
    assert alone.paragraphs == [LEAD, SECOND]


@pytest.mark.parametrize(
    ("printed", "initials"),
    [
        ("(rin/ian)", "rin/ian"),
        ("(dis/ugo)", "dis/ugo"),
        ("(hid)", "hid"),
        ("(DKA)", "DKA"),
        ("[tm]", "tm"),
    ],
)
def test_initials_glued_or_alone(printed: str, initials: str) -> None:
    for body in (
        lines(LEAD, f"{SECOND} {printed}"),
        lines(LEAD, SECOND, Block(printed, strong=True)),
    ):
        assert (body.paragraphs, body.initials) == ([LEAD, SECOND], initials)


def test_a_gloss_inside_the_text_stays() -> None:
    gloss = "“Ia (kepala desa, red) sudah setuju,” kata warga (Ketua RT)."
    assert lines(LEAD, gloss, SECOND).paragraphs == [LEAD, gloss, SECOND]


def test_credit_lines_at_head_and_foot() -> None:
    body = lines(
        Block("Laporan Wartawan Kabar Melati, Ani Kenanga", strong=True),
        f"Ungaran, Kabar Melati – {LEAD}",
        SECOND,
        "Sumber: Humas Pemkot Melati",
        "Editor: Budi Kenanga",
    )
    assert body.paragraphs == [LEAD, SECOND]
    assert body.credit_lines == [
        "Laporan Wartawan Kabar Melati, Ani Kenanga",
        "Sumber: Humas Pemkot Melati",
        "Editor: Budi Kenanga",
    ]
    assert body.source == "Humas Pemkot Melati"
    assert body.removed == {}


@pytest.mark.parametrize(
    ("foot", "source"),
    [(("Sumber:", "Kabar Kenanga"), "Kabar Kenanga"), (("Sumber",), None)],
)
def test_label_of_a_source_in_a_line_of_its_own(foot: tuple[str, ...], source: str | None) -> None:
    body = lines(LEAD, SECOND, *foot)
    assert (body.paragraphs, body.source) == ([LEAD, SECOND], source)


def test_a_sentence_behind_the_label_of_a_source_stays() -> None:
    assert lines(LEAD, "Sumber:", SECOND).paragraphs[-1] == SECOND


def test_name_in_bold_capitals_signs_the_text() -> None:
    signed = lines(LEAD, SECOND, Block("ANI KENANGA", strong=True))
    assert (signed.paragraphs, signed.credit_lines) == ([LEAD, SECOND], ["ANI KENANGA"])
    assert lines(LEAD, SECOND, "ANI KENANGA").paragraphs[-1] == "ANI KENANGA"  # not bold: undecided


@pytest.mark.parametrize(
    "head",
    [
        (f"Jakarta - {LEAD}",),
        ("Jakarta -", LEAD),
        ("Jakarta", f"- {LEAD}"),
        ("Jakarta –", f"– {LEAD}"),
    ],
)
def test_dateline_glued_or_in_a_block_of_its_own(head: tuple[str, ...]) -> None:
    body = lines(*head, SECOND)
    assert body.paragraphs == [LEAD, SECOND]
    assert body.dateline is not None
    assert (body.dateline.raw, body.dateline.place) == ("Jakarta", "Jakarta")


def test_what_stands_before_a_dateline_with_an_outlet_is_no_text() -> None:
    caption = "Warga membaca tabel anggaran di balai kota, Senin pagi, bersama kepala dinas itu."
    body = lines("Beranda", "Daerah", caption, f"UNGARAN, KOMPAS.com – {LEAD}", SECOND)
    assert body.paragraphs == [LEAD, SECOND]
    assert body.captions == [caption]
    assert body.warnings == ["text before the dateline"]
    # Two paragraphs of text before it are an article of their own.
    assert len(lines(LEAD, SECOND, f"UNGARAN, KOMPAS.com – {THIRD}").paragraphs) == 3


@pytest.mark.parametrize("heading", ["Tags", "Artikel Pilihan", "Terkait", "Terpopuler", "Topik"])
def test_tail_headings_end_the_text(heading: str) -> None:
    body = lines(LEAD, SECOND, heading, link("Pasar Dibuka"), "anggaran", "x")
    assert (body.paragraphs, body.removed) == ([LEAD, SECOND], {})


def test_a_subheading_cannot_cut_an_article() -> None:
    body = lines(LEAD, Block("Komentar", "h2"), SECOND, THIRD)
    assert body.paragraphs == [LEAD, "Komentar", SECOND, THIRD]


def test_reactions_behind_the_text() -> None:
    body = lines(LEAD, SECOND, "Bagaimana menurut Anda?", "Kagum", "Senang", "Sedih")
    assert body.paragraphs == [LEAD, SECOND]


def test_lines_behind_the_sign_off_are_no_text() -> None:
    body = lines(
        LEAD, f"{SECOND} (rin/ian)", "anggaran pasar", "71", link("Pasar"), "Editor: Ani Kenanga"
    )
    assert body.paragraphs == [LEAD, SECOND]
    assert (body.initials, body.credit_lines) == ("rin/ian", ["Editor: Ani Kenanga"])


def test_teasers_of_other_stories_behind_the_end_mark() -> None:
    body = lines(
        LEAD,
        f"{SECOND} [*]",
        "NABIRE, TOMEI.ID | Warga membuka pasar pagi di tepi kota dan menata kios bersama-sama.",
        "MIMIKA, TOMEI.ID | Jembatan kampung itu selesai dibangun oleh warga bersama pemerintah.",
        "Pemerintah distrik menyiapkan layanan baru bagi warga yang tinggal di kampung-kampung…",
    )
    assert body.paragraphs == [LEAD, SECOND]
    assert body.removed == {"listing": 3, "end_mark": 1}


def test_text_behind_an_end_mark_stays() -> None:
    body = lines(LEAD, "***", SECOND, THIRD)
    assert body.paragraphs == TEXT


def test_a_poll_is_cut_out() -> None:
    body = lines(LEAD, "Mana calon ketua kelas yang layak?", "5462", SECOND)
    assert (body.paragraphs, body.removed) == ([LEAD, SECOND], {"poll": 2})


def test_pull_quote_that_repeats_the_text() -> None:
    quote = Block("Kami mencatat semua pertanyaan itu", "blockquote")
    body = lines(LEAD, quote, SECOND, THIRD)
    assert (body.paragraphs, body.removed) == (TEXT, {"pull_quote": 1})
    own = Block("Data anggaran milik semua warga kota ini", "blockquote")
    assert own.text in lines(LEAD, own, SECOND).paragraphs


def test_a_listing_is_said() -> None:
    teaser = "Pemerintah kota membuka posko dan menyapa warga […]Selengkapnya"
    body = lines(teaser, teaser, teaser)
    assert body.paragraphs == []
    assert body.warnings == ["the body looks like a listing"]


def test_no_break_spaces_of_the_page_stay() -> None:
    printed = "Jakarta - Data\u00a0terbuka itu  milik warga.\u00a0***"
    assert lines(printed).paragraphs == ["Data\u00a0terbuka itu milik warga."]


@pytest.mark.parametrize(
    "blocks",
    [
        [Block(" " * 100_000 + "x")],
        [Block("Kata. " * 170_000)],
        [Block("Tags")] * 20_000,
        [Block("Baca Juga")] * 20_000,
        [Block("(rin/ian)")] * 20_000,
        [Block("***")] * 20_000,
        [Block("Editor: Ani Kenanga")] * 5_000,
        [Block("Apa kabar?"), Block("12")] * 10_000,
        [Block(LEAD, "blockquote")] * 5_000,
        [Block("5")] * 50_000,
    ],
)
def test_hostile_input_costs_linear_time(blocks: list[Block]) -> None:
    start = time.perf_counter()
    read(blocks, title="Tags", captions=["x" * 40] * 20)
    assert time.perf_counter() - start < 5


BOX = [link("Pasar Pagi Dibuka Lagi", tag="li"), link("Jalan Lingkar Diperbaiki", tag="li")]


@pytest.mark.parametrize(("place", "related"), [("above", 0), ("amid", 2), ("below", 0)])
def test_a_box_of_other_stories_is_an_insert_only_amid_the_text(place: str, related: int) -> None:
    box = [Block("Berita Terkait", "h3"), *BOX]
    parts = {"above": [*box, *TEXT], "amid": [LEAD, SECOND, *box, THIRD], "below": [*TEXT, *box]}
    body = lines(*parts[place])
    assert body.paragraphs == TEXT
    assert len(body.related) == related
    assert body.removed.get("related", 0) == related


def test_inserts_of_the_writer_count_wherever_they_stand() -> None:
    body = lines(*TEXT, Block("Baca juga:"), *BOX)
    assert [item.title for item in body.related] == [item.text for item in BOX]


def test_teasers_with_dates_behind_a_tail_heading_however_long() -> None:
    teasers = [part for n in range(9) for part in (f"Daerah | {n + 1} Mei 2024", LEAD + SECOND)]
    assert lines(*TEXT, "Berita Lainnya", *teasers).paragraphs == TEXT


def test_a_caption_that_the_text_repeats_later_is_text() -> None:
    body = read([Block(LEAD), Block(SECOND), Block(THIRD)], captions=[THIRD])
    assert body.paragraphs == TEXT
    assert read([Block(THIRD), Block(LEAD)], captions=[THIRD]).paragraphs == [LEAD]


def test_dateline_of_a_place_that_the_text_knows() -> None:
    body = lines(f"Ratatotok – {LEAD}", f"{SECOND} Pertemuan di Ratatotok ditutup.")
    assert body.dateline is not None
    assert (body.dateline.raw, body.paragraphs[0]) == ("Ratatotok", LEAD)
