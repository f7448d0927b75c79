"""The report in a real browser: nothing asked of the network, tables that sort, narrow screens."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import NARROW, WIDE, browser, needs_browser
from reports import EVIL, hostile, page, varied

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = needs_browser
_MAKERS = {"varied": varied, "hostile": hostile}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two reports on disk: of an ordinary dataset and of a hostile one."""
    folder, found = tmp_path_factory.mktemp("reports"), {}
    for name, make in _MAKERS.items():
        found[name] = folder / f"{name}.html"
        found[name].write_text(page(make(folder / name), "en"), encoding="utf-8")
    return found


def opened(shown: "Page", path: Path) -> list[str]:
    """Opens the file; what it asked for and which dialogs it opened, as they happen."""
    seen: list[str] = []
    shown.on("request", lambda request: seen.append(request.url))
    shown.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    shown.goto(path.as_uri())
    assert seen == [path.as_uri()]
    return seen


def width(shown: "Page") -> Any:
    return shown.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_hostile_names_are_text_and_the_page_never_scrolls_sideways(
    files: dict[str, Path], size: tuple[int, int], script: bool
) -> None:
    with browser(size, script=script) as shown:
        seen = opened(shown, files["hostile"])
        assert width(shown) == 0
        assert EVIL[0] in shown.locator("#table-clusters").inner_text()
        for name in ("bodies", "topics", "notices", "warnings"):
            assert EVIL[1] in shown.locator(f"#table-{name}").inner_text()
        for part in shown.locator("summary").all():
            part.click()
        assert width(shown) == 0
        assert len(seen) == 1, "no request, no dialog"
        assert shown.locator("thead button").count() > 0 if script else True


def test_sorts_by_mouse_and_keyboard(files: dict[str, Path]) -> None:
    with browser(WIDE) as shown:
        opened(shown, files["varied"])
        table = shown.locator("#table-coverage")
        cut = "node => node.parentElement.scrollWidth - node.parentElement.clientWidth"
        assert table.evaluate(cut) == 0, "every field is in sight"
        first = table.locator("tbody th")
        head, button = table.locator("thead th").first, table.locator("thead button").first
        names = sorted(first.all_inner_texts())
        assert first.all_inner_texts() != names, "the largest first"
        button.click()
        assert (first.all_inner_texts(), head.get_attribute("aria-sort")) == (names, "ascending")
        button.focus()
        shown.keyboard.press("Enter")
        assert first.all_inner_texts() == names[::-1]
        assert head.get_attribute("aria-sort") == "descending"
        shown.keyboard.press("Tab")
        shown.keyboard.press("Space")
        sizes = [int(size) for size in table.locator("tbody td:nth-child(2)").all_inner_texts()]
        assert sizes == sorted(sizes, reverse=True)
        assert head.get_attribute("aria-sort") is None
        assert shown.locator("#said").inner_text() == "Sorted by Articles, descending"
        assert table.locator("tfoot th").inner_text() == "All", "never sorted away"


def test_periods_sort_by_time(files: dict[str, Path]) -> None:
    with browser(WIDE) as shown:
        opened(shown, files["varied"])
        shown.locator("summary").first.click()
        table = shown.locator("#table-time_all")
        before = table.locator("tbody th").all_inner_texts()
        table.locator("thead button").nth(1).click()
        assert table.locator("tbody th").all_inner_texts() != before
        table.locator("thead button").first.click()
        assert table.locator("tbody th").all_inner_texts() == before


def test_keyboard_reaches_content_and_wide_tables(files: dict[str, Path]) -> None:
    with browser(NARROW) as shown:
        opened(shown, files["varied"])
        shown.keyboard.press("Tab")
        skip = shown.locator("a.skip")
        assert skip.evaluate("link => link === document.activeElement")
        assert skip.bounding_box()["y"] >= 0  # type: ignore[index]  # it is shown
        shown.keyboard.press("Enter")
        assert shown.evaluate("document.activeElement.id") == "main"
        region = shown.locator(".scroll", has=shown.locator("#table-coverage"))
        region.focus()
        shown.keyboard.press("ArrowRight")
        shown.wait_for_function("node => node.scrollLeft > 0", arg=region.element_handle())
        assert region.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_reader_s_scheme(files: dict[str, Path], scheme: Any) -> None:
    with browser(WIDE) as shown:
        shown.emulate_media(color_scheme=scheme)
        opened(shown, files["varied"])
        colour = shown.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (colour == "rgb(255, 255, 255)") == (scheme == "light")


def test_prints_whole_tables(files: dict[str, Path]) -> None:
    with browser(WIDE) as shown:
        opened(shown, files["varied"])
        shown.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert shown.locator("details:not([open], .wide)").count() == 0
        shown.emulate_media(media="print")
        assert not shown.locator("nav").is_visible()
        tall = "node => node.scrollHeight <= node.clientHeight + 1"
        assert all(region.evaluate(tall) for region in shown.locator(".scroll").all())
        shown.evaluate("dispatchEvent(new Event('afterprint'))")
        assert shown.locator("details[open]").count() == 0
