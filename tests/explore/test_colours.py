"""Contrast of the explorer's colours, light and dark."""

import re

import pytest
from test_report_colours import GRAPHIC, TEXT, contrast

from ogpnews.resources import DATA

STYLE = (DATA / "explore" / "static" / "explore.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
)
PAIRS = [
    *((front, back, TEXT) for front in ("ink", "quiet", "link") for back in ("ground", "soft")),
    ("ink", "mark", TEXT), ("quiet", "mark", TEXT), ("on", "link", TEXT), ("edge", "ground", GRAPHIC),
    ("focus", "ground", GRAPHIC), ("focus", "soft", GRAPHIC),
]  # fmt: skip


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_contrast(scheme: dict[str, str], front: str, back: str, least: float) -> None:
    assert contrast(scheme[front], scheme[back]) >= least


def test_both_schemes_have_the_same_colours_and_the_rules_no_others() -> None:
    assert LIGHT.keys() == DARK.keys() == set(re.findall(r"var\(--(\w+)\)", STYLE))
    rules = STYLE.replace("#fff;", "").replace("#ffd479;", "")  # on the bar, which is dark in both
    assert set(re.findall(r"#[0-9a-f]{3,6};", rules)) <= {
        f"{c};" for c in (*LIGHT.values(), *DARK.values())
    }
