"""A real browser for the tests: Debian's Chromium without a screen, driven by Playwright."""

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

CHROMIUM = os.environ.get("OGPNEWS_CHROMIUM") or shutil.which("chromium")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium here; Debian: apt-get install chromium"
)
WIDE, NARROW = (1280, 900), (375, 720)
_OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip


@contextmanager
def browser(size: tuple[int, int] = WIDE, *, script: bool = True) -> "Iterator[Page]":
    """One page of a browser of its own; errors on the page's console fail the test."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=[*_OPTIONS])
        try:
            width, height = size
            context = started.new_context(
                viewport={"width": width, "height": height}, java_script_enabled=script
            )
            page = context.new_page()
            said: list[str] = []
            page.on("pageerror", lambda error: said.append(str(error)))
            page.on(
                "console",
                lambda message: said.append(message.text) if message.type == "error" else None,
            )
            yield page
            assert not said
        finally:
            started.close()
