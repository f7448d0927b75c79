"""Pages of unknown hosts, in many layouts, read as an attentive reader would read them."""

from itertools import product
from typing import Any

import pytest
from written import SILENT, article, found, load, names

from ogpnews.extract import Options, Source, extract
from ogpnews.items import Article

PAGES = names(generic=True)
CASES = list(product(PAGES, SILENT))


@pytest.mark.parametrize(("name", "field"), CASES, ids=[f"{n}-{f}" for n, f in CASES])
def test_field(name: str, field: str) -> None:
    wanted: Any = load(name).expect[field]
    assert found(name, field) == wanted


@pytest.mark.parametrize("name", PAGES)
def test_host_is_of_no_outlet(name: str) -> None:
    record = article(name)
    assert (record.outlet, record.network) == ("", None)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_odd_is_silently_absorbed(name: str) -> None:
    told = [warning for warning in article(name).extraction.warnings if "date" in warning]
    assert told in ([], ["text before the dateline"])


UNSEEN = {
    "jawapos-jawapos",  # the article is in a script: only its family sees it
    "liputan6-liputan6photo",  # two lines below a slider
}
SHOWN = [name for name in names(generic=False) if name not in UNSEEN]


@pytest.mark.parametrize("name", SHOWN)
def test_family_pages_without_their_family(name: str) -> None:
    """What any page shows, the generic reading finds without a table too."""
    page = load(name)
    record = extract(Source(name, page.body, page.url), Options(family="generic"))
    wanted = page.expect["paragraphs"]
    same = len(set(wanted) & set(record.text.split("\n\n")))
    assert record.title == page.expect["title"]
    assert same >= len(wanted) - 1


SENTENCES = [
    f"Pemerintah kabupaten membuka {what}, dan warga dapat melapor setiap hari kerja."
    for what in ("posko pengaduan jalan", "loket perizinan", "layanan aduan air", "pasar murah")
]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def read(body: str) -> Article:
    html = f"<html><body><h1>Bupati Buka Posko Pengaduan Jalan</h1>{body}</body></html>"
    source = Source("page.html", html.encode(), "https://lawu.example/berita/bupati-buka-posko")
    return extract(source, Options())


@pytest.mark.parametrize("named", ["", "detail-paging"])
def test_hidden_next_part_of_a_text_is_read(named: str) -> None:
    style = "style='display: none'"
    part = f"<div class='part {named}' data-page='2' {style}><p>Posko kedua di alun-alun.</p></div>"
    hint = f"<div class='part' {style}><p>Pesan yang tidak tampil di halaman.</p></div>"
    record = read(f"<div class='isi'>{PARAGRAPHS}{hint}{part}</div>")
    assert record.text.split("\n\n") == [*SENTENCES, "Posko kedua di alun-alun."]


def test_categories_that_are_marked_as_tags_are_none() -> None:
    links = "".join(
        f"<a rel='tag' href='/{path}'>{name}</a>"
        for path, name in (("category/berita/", "Berita"), ("tag/jalan/", "Jalan"))
    )
    record = read(f"<div>{PARAGRAPHS}</div><div class='tags'>{links}</div>")
    assert record.tags == ["Jalan"]


@pytest.mark.parametrize(("before", "day"), [(True, "2024-05-06"), (False, None)])
def test_date_line_in_the_body_counts_before_its_first_sentence(
    before: bool, day: str | None
) -> None:
    line = "<p>Senin, 6 Mei 2024</p>"
    long = f"<p>{' '.join(SENTENCES)}</p>"
    record = read(f"<div>{line if before else ''}{long}{'' if before else line}{PARAGRAPHS}</div>")
    assert record.published == day


@pytest.mark.parametrize(
    ("links", "section"),
    [
        (["Kesehatan"], "Kesehatan"),
        (["Beranda", "Gaya", "Kesehatan"], "Kesehatan"),
        (["Kesehatan", "Politik", "Utama"], None),
    ],
    ids=["channel", "breadcrumb", "channels that the story is in"],
)
def test_links_in_a_box_named_as_the_channel_s(links: list[str], section: str | None) -> None:
    box = "".join(f'<a href="/k/{number}">{link}</a>' for number, link in enumerate(links))
    assert (
        read(f'<div class="kategori">{box}</div><article>{PARAGRAPHS}</article>').section == section
    )
