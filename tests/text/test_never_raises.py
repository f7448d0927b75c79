"""Functions from string to value: whatever the string, a value or None, and soon."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ogpnews.raw import Block, Link
from ogpnews.text import (
    about,
    body,
    captions,
    clean,
    datelines,
    dates,
    forms,
    government,
    inserts,
    kecamatan,
    language,
    machine_dates,
    mentions,
    organisations,
    origin,
    persons,
    photocredits,
    printeddays,
    published,
    regionhosts,
    regions,
    relative_dates,
    shingles,
    signatures,
    syndication,
    topics,
    url_dates,
    urls,
)
from ogpnews.text import credits as credit_lines
from ogpnews.text.mentions import read_parts


def _is_form(text: str) -> bool:
    one, other = shingles.Shingled.of(text), shingles.Shingled.of(f"{text} {text}")
    return forms.is_form(one, other, one.all() & other.all())


NAMES = ("Kabar Lawu", "kabarlawu.com")
NOW = datetime(2024, 5, 8, 8, 0, tzinfo=UTC)
FUNCTIONS: dict[str, Callable[[str], Any]] = {
    "about.about": lambda s: about.about(
        mentions.read_parts({"title": s, "text": s, "tags": s}), regionhosts.Home("33.74", s)
    ),
    "body.read": lambda s: body.read(
        [Block(s), Block(s, links=[Link(s, s)]), Block(f"{s} {s}")],
        title=s,
        captions=[s],
        outlet_names=NAMES,
    ),
    "captions.read": lambda s: captions.read([s, s], credit=s, outlet_names=NAMES),
    "clean.squash": clean.squash,
    "clean.collapse": clean.collapse,
    "clean.loose": clean.loose,
    "credits.read": lambda s: credit_lines.read([s, f"Editor: {s}", f"Oleh {s}"]),
    "credits.is_credit_line": credit_lines.is_credit_line,
    "datelines.split": lambda s: datelines.split(s, outlet_names=NAMES),
    "datelines.is_place": datelines.is_place,
    "dates.parse": lambda s: dates.parse(s, now=NOW),
    "dates.parse_clock": dates.parse_clock,
    "dates.parse_day_month": dates.parse_day_month,
    "dates.is_date_line": dates.is_date_line,
    "inserts.strip_end_marks": inserts.strip_end_marks,
    "inserts.classify": lambda s: inserts.classify(Block(s, links=[Link(s, s)])),
    "kecamatan.at": kecamatan.at,
    "mentions.find": mentions.find,
    "regionhosts.home": lambda s: regionhosts.home(f"https://{s}.go.id/", ""),
    "language.language": language.language,
    "machine_dates.parse_machine": machine_dates.parse_machine,
    "organisations.kind": lambda s: organisations.kind(s, NAMES),
    "organisations.is_title": organisations.is_title,
    "forms.is_form": _is_form,
    "printeddays.days": lambda s: list(printeddays.days(shingles.words(s))),
    "shingles.shingles": lambda s: shingles.shingles(shingles.words(s)),
    "government.read": lambda s: government.read(read_parts({"title": s, "text": s * 3}), ["33.74"]),
    "origin.judge": lambda s: origin.judge(
        origin.Page(
            title=s, text=s, url=s, section=s, tags=(s,), labels=(s,), source=s, authors=(s,),
            collective=(s,), initials=s, credits_raw=(s,), credit=s, credit_type="handout",
            photographer=s, names=(s,),
        )
    ),
    "syndication.origin": lambda s: syndication.origin(s, NAMES),
    "topics.read": lambda s: topics.read(read_parts({"title": s, "text": s}), about=True),
    "persons.person": lambda s: persons.person(s, outlet_names=NAMES),
    "persons.collective": lambda s: persons.collective(s, outlet_names=NAMES),
    "persons.split_names": persons.split_names,
    "persons.is_degree": persons.is_degree,
    "persons.is_initials": persons.is_initials,
    "photocredits.bare": photocredits.bare,
    "photocredits.is_strong": lambda s: photocredits.is_strong(s, NAMES),
    "photocredits.analyse": lambda s: photocredits.analyse(s, NAMES),
    "published.resolve": lambda s: published.resolve(
        [s], [s], "Asia/Jakarta", modified_lines=[s], meta_modified=[s], url=s, now=NOW
    ),
    "regions.province": regions.province,
    "relative_dates.relative": lambda s: relative_dates.relative(s, NOW),
    "signatures.read": lambda s: signatures.read(s, NAMES),
    "signatures.split_outlet": signatures.split_outlet,
    "signatures.trailing_initials": signatures.trailing_initials,
    "url_dates.from_url": url_dates.from_url,
    "urls.split": urls.split,
    "urls.absolute": lambda s: urls.absolute(s, s),
    "urls.canonical": urls.canonical,
}  # fmt: skip

WORDS = (
    *(
        "Baca juga: ",
        "Editor: ",
        "Penulis",
        "Oleh ",
        "Foto: ",
        "(ANTARA/",
        "SEMARANG",
        "Kabar Lawu",
        " - ",
    ),
    *(
        " – ",
        "8 Mei 2024",
        "08/05/2024",
        "10:30 WIB",
        "Senin, ",
        "2 jam lalu",
        "kemarin",
        "2024-05-08T",
        "+07:00",
    ),
    *(
        "S.Pd., ",
        "dan ",
        "(abc/def)",
        "https://",
        "kabar.example",
        "/2024/05/08/",
        "?page=",
        "…",
        '"',
        "“",
        "[",
        "|",
    ),
    *(
        "\n",
        "\u00a0",
        "\u200b",
        "İ",
        "ſ",
        "ı",
        "²",
        "٣",
        "ß",
        "e\u0301",
        "\u0345",
        "😀",
        "\x00",
        "Hak cipta",
        "Reporter",
        "0",
    ),
    *("Pemkot ", "Dinas ", "Kepala Dinas Kesehatan ", "Pjs. ", "Wali Kota ", "DPRD Kota ", "PPID"),
)
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=12).map("".join)
texts |= st.text(max_size=60)


@pytest.mark.parametrize("name", FUNCTIONS)
@settings(deadline=None, max_examples=120)
@given(text=texts)
def test_any_text_gives_a_value(name: str, text: str) -> None:
    FUNCTIONS[name](text)


BAITS = (
    *(
        " ",
        "a",
        "A",
        "1",
        ",",
        ".",
        "-",
        "/",
        "(",
        ")",
        '"',
        ":",
        "|",
        "_",
        "a ",
        "Aa ",
        "1/",
        "a-",
        "a.",
        "1:",
    ),
    *(
        "\n",
        "“",
        "– ",
        "Budi, ",
        "dan ",
        "Editor: ",
        "Foto: ",
        "Baca juga: ",
        "8 Mei 2024 ",
        "SEMARANG - ",
        "(a/b) ",
        "Pemkot ",
        "Dinas ",
        "Dinas Dan ",
        "Bupati dan ",
        "Pj. ",
        "kepada Kabar Lawu ",
    ),
)
LONG = 4000


@pytest.mark.parametrize("name", FUNCTIONS)
def test_long_text_is_read_soon(name: str) -> None:
    """Quadratic patterns take a second for such a length; white space comes collapsed."""
    function = FUNCTIONS[name]
    for bait in BAITS:
        text = clean.squash(f"Warga {bait * (LONG // len(bait))} desa")
        times = []
        for _ in range(3):
            start = time.process_time()
            function(text)
            times.append(time.process_time() - start)
            if times[-1] < 0.08:
                break
        assert min(times) < 0.08, bait


def test_every_module_is_here() -> None:
    from pathlib import Path

    import ogpnews.text

    (folder,) = ogpnews.text.__path__
    modules = {path.stem for path in Path(folder).glob("[a-z]*.py")}
    parts = {"bodyends", "bodyparts", "caption_words", "credit_words", "date_shapes", "moments"}
    parts |= {"gazetteer", "mentions", "actors", "acts", "bodynames", "bodyplaces", "govnews"}
    parts |= {"offices", "opd", "reporting", "whose", "actor", "govlead"}
    called = {re.split(r"\.", name)[0] for name in FUNCTIONS}
    inside = {"gazetteer", "levels", "meanings", "place", "places", "regionterms", "scenes"}
    inside |= {"surroundings", "weights"}
    assert modules - parts - inside - {"witnesses"} <= called
