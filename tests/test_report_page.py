"""The HTML of the report, without a browser."""

import base64
import hashlib
import re
from itertools import pairwise
from pathlib import Path

import pytest
from recordsets import article, dataset
from reports import EVIL, hostile, page, varied
from selectolax.lexbor import LexborHTMLParser as Parser

from ogpnews.items import Government
from ogpnews.report.texts import LANGUAGES

BARE = {"published": None, "published_utc": None, "published_precision": None, "regions": [],
        "government": Government(), "topics": [], "images": [], "text": "", "title": ""}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("articles", [0, 1, 2])
@pytest.mark.parametrize("changes", [{}, BARE], ids=["full", "bare"])
def test_small_datasets_give_an_honest_page(
    tmp_path: Path, language: str, articles: int, changes: dict[str, object]
) -> None:
    (tmp_path / "articles").mkdir()
    dataset(tmp_path, [article(number, **changes) for number in range(articles)])
    tree = Parser(page(tmp_path, language))
    assert tree.css_first("html").attributes["lang"] == language
    assert bool(tree.css(".figures dd")) == bool(articles)
    assert bool(tree.css("svg.chart")) == bool(articles and not changes)
    if articles:
        assert tree.css_first(".figures dd").text() == str(articles)


def test_figures(tmp_path: Path) -> None:
    figures = {
        part.css_first("dt").text(): " ".join(part.css_first("dd").text().split())
        for part in Parser(page(varied(tmp_path), "en")).css(".figures div")
    }
    assert figures == {
        "Articles": "40", "Outlets": "6", "Provinces": "4 of 38", "Regencies and cities": "4 of 514",
        "About regional government": "100% articles: 40", "Copies": "– not looked for: ogpnews dedupe",
        "Published": "1 November 2026 – 28 November 2026",
    }  # fmt: skip


def test_what_pages_wrote_is_text(tmp_path: Path) -> None:
    text = page(hostile(tmp_path), title=EVIL[0])
    tree = Parser(text)
    assert len(tree.css("script")) == len(tree.css("style")) == 1
    assert tree.css("img, b[onerror], [onerror], [onload], iframe, object, base, form") == []
    assert {link.attributes["href"][0] for link in tree.css("a")} == {"#"}
    assert (
        "{{ 7 * 7 }}"
        in tree.css_first("#table-clusters").text() + tree.css_first("#table-bodies").text()
    )
    assert EVIL[0] in tree.css_first("h1").text()
    assert "y" * 200 not in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", text)


def test_every_name_is_isolated(tmp_path: Path) -> None:
    tree = Parser(page(hostile(tmp_path)))
    for node in tree.css("bdi"):
        node.decompose()
    sentences = tree.css_first("main").text()
    assert "\u2068gnitnuom" in sentences, "the network, in the limits"
    assert "\u202e" not in sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_of_the_network(tmp_path: Path, language: str) -> None:
    text = page(varied(tmp_path), language)
    assert set(re.findall(r'\b(?:src|href|action|srcset)="([^"#]*)', text)) == {"", "data:,"}
    assert not re.search(r"url\(|@import|fetch|XMLHttp|import\(", text)
    assert "http:" not in text
    assert "https:" not in text
    assert " style=" not in text, "the policy forbids it"


def test_policy_allows_our_style_and_script_alone(tmp_path: Path) -> None:
    tree = Parser(page(varied(tmp_path)))
    (policy,) = tree.css('meta[http-equiv="Content-Security-Policy"]')
    said = policy.attributes["content"] or ""
    for name in ("style", "script"):
        inside = (tree.css_first(name).text() or "").encode()
        made = base64.b64encode(hashlib.sha256(inside).digest()).decode()
        assert f"{name}-src 'sha256-{made}'" in said
    assert said.startswith("default-src 'none'")
    assert "unsafe" not in said


@pytest.mark.parametrize("make", [varied, hostile])
def test_structure_for_readers_of_every_kind(tmp_path: Path, make: object) -> None:
    tree = Parser(page(make(tmp_path)))  # type: ignore[operator]
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    names = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(names) == len(set(names))
    for node in tree.css("[aria-labelledby], [aria-describedby]"):
        pointed = node.attributes.get("aria-labelledby"), node.attributes.get("aria-describedby")
        assert {name for name in pointed if name} <= set(names)
    for table in tree.css("table"):
        assert table.css_first("caption").text(strip=True)
        assert len(table.css("tbody tr")) == len(table.css('tbody th[scope="row"]'))
        assert len(table.css("thead th")) == len(table.css('thead th[scope="col"]'))
    assert [link.attributes["href"] for link in tree.css("nav a")] == [
        f"#{node.attributes['id']}" for node in tree.css("main h2")
    ]


def test_size_is_bounded(tmp_path: Path) -> None:
    many = [
        article(
            n, outlet=f"kabar-{n}", government=Government(True, [f"Dinas {n}"], [f"Kepala {n}"])
        )
        for n in range(300)
    ]
    text = page(dataset(tmp_path, many))
    assert len(text) < 500_000
    assert "Masih ada 275 lagi" in text
