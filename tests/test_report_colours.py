"""Contrast of the report's colours, light and dark, computed as WCAG 2 says."""

import re

import pytest

from ogpnews.resources import DATA

STYLE = (DATA / "report" / "style.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
)
TEXT, GRAPHIC = 4.5, 3.0
"""Least contrast of text, and of what must be seen to understand a picture (WCAG 1.4.3, 1.4.11)."""
PAIRS = [
    ("ink", "paper", TEXT), ("quiet", "paper", TEXT), ("accent", "paper", TEXT),
    *((f"on{n}", f"s{n}", TEXT) for n in range(1, 6)),
    *(("ink", f"h{n}", TEXT) for n in range(1, 5)),
    ("accent", "paper", GRAPHIC), ("about", "paper", GRAPHIC), ("about", "rest", GRAPHIC),
    ("rest", "paper", GRAPHIC), ("quiet", "paper", GRAPHIC),
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(scheme: dict[str, str], front: str, back: str, least: float) -> None:
    assert contrast(scheme[front], scheme[back]) >= least


def test_both_schemes_have_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()
    used = set(re.findall(r"var\(--(\w+)\)", STYLE))
    assert used <= LIGHT.keys()
    assert LIGHT.keys() <= used, "colours that nothing uses"
