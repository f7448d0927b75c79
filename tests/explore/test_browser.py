"""The explorer in a real browser: searching, choosing, reading; hostile text stays text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from browser import NARROW, WIDE, browser, needs_browser
from explored import EVIL, HOSTILE, SOLO, explored
from recordsets import article
from serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser
CHOICES = {
    "region": "Kota Surakarta", "outlet": "Sinar Jateng", "body": "Pemkot Surakarta",
    "topic": "Lingkungan hidup", "month": "Oktober 2026", "origin": "Liputan sendiri",
}  # fmt: skip
"""Facet → the value that only the article of Solo has."""
PRINTED = (
    "4 November 2026, 09:30 WIB", "Ratna Suminar", "Humas Pemkot Semarang", "Siaran pers", "Kota Semarang",
    "33.74 · utama", "judul: Pemkot Semarang", "SEMARANG – Wali Kota",
)  # fmt: skip


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the start page of one server for all these tests."""
    with serving(explored(tmp_path_factory.mktemp("explored"), more=30)) as served:
        yield served.url


@contextmanager
def watched(url: str, size: tuple[int, int]) -> "Iterator[Page]":
    """A page that asks nobody but the server, opens no dialog, and does not scroll sideways."""
    asked: list[str] = []
    dialogs: list[str] = []
    with browser(size) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(url)
        yield page
        fits(page, size)
    assert dialogs == []
    assert {urlsplit(other).netloc for other in asked} == {urlsplit(url).netloc}


def fits(page: "Page", size: tuple[int, int]) -> None:
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def titles(page: "Page") -> list[str]:
    page.wait_for_load_state()
    return page.locator("td.headline a").all_text_contents()


def go(page: "Page", name: str) -> None:
    """Follow the link, or press the button, of that name."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).click()


def test_search(url: str) -> None:
    with watched(url, WIDE) as page:
        page.get_by_label("Cari di judul dan isi").fill("TREMBESI kali")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert titles(page) == [SOLO.title]
        assert page.locator("mark").all_text_contents() == ["trembesi", "Kali"]
        go(page, "Hapus: Cari TREMBESI kali")
        page.get_by_label("Sampai").fill("2026-10-31")
        go(page, "Cari")
        assert titles(page) == [SOLO.title]
        page.get_by_label("Cari di judul dan isi").fill("pasar")
        go(page, "Cari")
        assert page.get_by_text("Tidak ada artikel yang cocok.").is_visible()


def test_facets_and_pages(url: str) -> None:
    with watched(url, WIDE) as page:
        go(page, "Semua artikel")
        for facet, value in CHOICES.items():
            assert SOLO.title not in titles(page)  # the oldest stands on the next page
            chosen = page.locator(f".facet-{facet}")
            if chosen.get_attribute("open") is None:
                chosen.locator("summary").click()
            go(page, value)
            assert titles(page) == [SOLO.title], facet
            go(page, f"Hapus: {page.locator('.chips .what').text_content()}".rstrip(":"))
        seen = titles(page)
        go(page, "Berikutnya")
        seen += titles(page)
        assert len(seen) == len(set(seen)) == 35
        assert seen[-1] == SOLO.title


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_hostile_text_is_text(url: str, size: tuple[int, int]) -> None:
    with watched(url, size) as page:
        for path in ("ogpnews/images", "ogpnews/articles", "", f"ogpnews/articles/{HOSTILE.id}"):
            page.goto(f"{url}{path}")
            fits(page, size)
            assert page.locator("script, img, svg, [onerror], [onload], [onmouseover]").count() == 0
            links = page.locator("a").evaluate_all("found => found.map(a => a.protocol)")
            assert set(links) <= {"http:", "https:"}
        assert page.locator("h1").text_content() == HOSTILE.title
        assert EVIL in (page.locator(".body").text_content() or "")


def test_the_reader_s_scheme(url: str) -> None:
    with browser(WIDE) as page:
        page.emulate_media(color_scheme="dark")
        for path in ("", f"ogpnews/articles/{SOLO.id}", "ogpnews/article_topics"):
            page.goto(f"{url}{path}")
            ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
            assert ground == "rgb(18, 22, 28)"
            grounds = "found => found.map(node => getComputedStyle(node).backgroundColor)"
            assert "rgb(255, 255, 255)" not in page.locator("main *").evaluate_all(grounds)


def test_one_article_and_the_keyboard(url: str) -> None:
    with watched(f"{url}ogpnews/articles/{article(3).id}", NARROW) as page:
        text = page.locator("main").inner_text()
        assert [part for part in PRINTED if part not in text] == []
        assert page.locator(".body > p").count() == 2
        original = page.get_by_role("link", name="Buka artikel asli")
        assert original.get_attribute("href") == article(3).url
        assert "noreferrer" in (original.get_attribute("rel") or "")
        page.goto(url)
        page.keyboard.press("Tab")
        assert page.locator(":focus").text_content() == "Langsung ke isi"
        for _ in range(4):
            page.keyboard.press("Tab")
        field = page.locator(":focus")
        assert field.get_attribute("name") == "_search"
        assert field.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
