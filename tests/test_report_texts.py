"""Every visible string of the report in both languages."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ogpnews.explore.words import Words
from ogpnews.report.fields import FIELDS
from ogpnews.report.outlets import ORIGINS, names
from ogpnews.report.texts import LANGUAGES, Texts
from ogpnews.resources import DATA
from ogpnews.text import topics

FOLDER = DATA / "report"


def leaves(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def texts(language: str) -> dict[str, Any]:
    path = FOLDER / f"texts.{language}.toml"
    return dict(leaves(tomllib.loads(path.read_text(encoding="utf-8"))))


def test_both_languages_have_every_text_with_the_same_values_in_it() -> None:
    one, other = (
        {key: sorted(re.findall(r"\{\w+\}", str(text))) for key, text in texts(language).items()}
        for language in LANGUAGES
    )
    assert one == other


def test_no_text_is_empty_or_left_untranslated() -> None:
    one, other = (texts(language) for language in LANGUAGES)
    assert all(one.values())
    assert all(other.values())
    same = {key for key, text in one.items() if text == other[key] and " " in str(text)}
    assert same <= {"format.below", "format.above", "format.days"}


def test_templates_ask_for_texts_that_exist() -> None:
    known = texts("en").keys()
    for path in FOLDER.glob("*.html"):
        asked = re.findall(r't\("([\w.]+)"(?! ~)', path.read_text(encoding="utf-8"))
        assert {key for key in asked if not key.endswith(".")} <= known, path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_and_origins_have_names(language: str) -> None:
    t = Texts(language)
    assert all(t(f"field.{field}") for field in FIELDS)
    assert all(t(f"origin.{origin}") for origin in ORIGINS)


def test_no_template_has_words_of_its_own() -> None:
    """Between tags and expressions stand only signs, so that nothing escapes translation."""
    for path in FOLDER.glob("*.html"):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
            "",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        assert re.findall(r">[^<>]*[A-Za-z][^<>]*<", text) == [], path.name


@pytest.mark.parametrize(
    ("language", "number", "short", "day", "bucket", "share"),
    [("id", "1.234.567", "15 rb", "3 Agustus 2026", "Agu 2026", "12%"),
     ("en", "1,234,567", "15k", "3 August 2026", "Aug 2026", "12%")],
)  # fmt: skip
def test_forms(language: str, number: str, short: str, day: str, bucket: str, share: str) -> None:
    t, when = Texts(language), date(2026, 8, 3)
    assert t.number(1_234_567) == number
    assert (t.short(15_984), t.short(999)) == (short, "999")
    assert (t.day(when), t.bucket("month", when)) == (day, bucket)
    assert (t.share(12, 100), t.share(1, 1000), t.share(999, 1000)) == (share, "< 1%", "> 99%")
    assert (t.share(0, 5), t.share(5, 5), t.share(0, 0)) == ("0%", "100%", "–")


def test_unknown_values_keep_their_own_name() -> None:
    assert Texts("id").label("topic", "tata_kelola") == "tata kelola"
    assert Texts("en").label("topic", "open_government") == "Open government"


@pytest.mark.parametrize("language", LANGUAGES)
def test_report_and_explorer_call_the_vocabulary_by_the_same_names(language: str) -> None:
    report, explorer = Texts(language), Words.read(language)
    for topic in topics.names(language):
        assert report.label("topic", topic) == explorer.value("topic", topic) != topic
    for origin in ORIGINS:
        assert report.label("origin", origin) == explorer.value("origin", origin) != origin
    assert report("kpi.period") == explorer.texts["period"]
    assert report("section.copies") in explorer.texts["copies"]


def test_outlets_have_the_names_of_the_catalogue(tmp_path: Path) -> None:
    for number, name in enumerate(("Kabar Lereng", "Kabar Kota", "Kabar Kota")):
        text = f'name = "{name}"\nurl = "https://kabar-{number}.example/"\n'
        text += 'region = "33"\nfamily = "generic"\n'
        (tmp_path / f"kabar-{number}.toml").write_text(text, encoding="utf-8")
    t = Texts("id", names(tmp_path))
    called = [t.outlet(name) for name in ("kabar-0", "kabar-1", "kabar-2", "lain", "")]
    assert called == [
        "Kabar Lereng", "Kabar Kota (kabar-1)", "Kabar Kota (kabar-2)", "lain", "(di luar katalog)",
    ]  # fmt: skip
