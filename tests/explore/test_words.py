"""Words of the explorer: the same keys in each language, dates, addresses, hits."""

import pytest

from ogpnews.explore import words
from ogpnews.explore.guard import filled

ID, EN = (words.Words.read(language) for language in words.LANGUAGES)


def test_every_language_says_the_same_things() -> None:
    def keys(table: object, path: str = "") -> set[str]:
        found = table.items() if isinstance(table, dict) else ()
        return {path}.union(*(keys(value, f"{path}.{key}") for key, value in found))

    assert keys(ID.texts) == keys(EN.texts)


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2026-11-20T09:30:00+07:00", "20 November 2026, 09:30 WIB"),
        ("2026-11-20T09:30:00+09:00", "20 November 2026, 09:30 WIT"),
        ("2026-11-20T09:30:00+05:30", "20 November 2026, 09:30 UTC+05:30"),
        ("2026-08-05", "5 Agustus 2026"),
        ("2026-05", "Mei 2026"),
        ("2026-13-05", "2026-13-05"),
        ("kemarin", "kemarin"),
        (None, ""),
    ],
)
def test_moment(iso: str | None, shown: str) -> None:
    assert ID.moment(iso) == shown


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://kabarlereng.example/a?b=1", True),
        ("http://kabarlereng.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript://kabarlereng.example/%0aalert(1)", False),
        (" https://kabarlereng.example", False),
        ("data:text/html,x", False),
        ("//kabarlereng.example", False),
        ("https://", False),
        ("https://[", False),
        ("", False),
        (None, False),
    ],
)
def test_what_may_become_a_link(address: str | None, link: bool) -> None:
    assert words.web(address) == (address if link else None)


@pytest.mark.parametrize(
    ("snippet", "html"),
    [
        ("di \x02pasar\x03 lama", "di <mark>pasar</mark> lama"),
        ("<b>\x02<i>\x03", "&lt;b&gt;<mark>&lt;i&gt;</mark>"),
        ("\x02tanpa akhir", "tanpa akhir"),
    ],
)
def test_hits_are_marked_and_escaped(snippet: str, html: str) -> None:
    assert words.marked(snippet) == html


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("_search=&outlet=lereng", "outlet=lereng"),
        ("_search=a&published_day__lte=", "_search=a"),
        ("_search=a", None),
        ("_search=%22+-&outlet=lereng", "outlet=lereng"),
        ("sql=", None),
        ("", None),
    ],
)
def test_what_a_form_left_empty_is_asked_for_no_more(query: str, left: str | None) -> None:
    assert filled(query) == left
