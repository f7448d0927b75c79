"""akurat.co."""

import re

from ogpnews.pages.base import Page
from ogpnews.pages.leads import dashed
from ogpnews.raw import Block

_PLACE = re.compile(r"[A-Z][A-Za-z' ]{2,30}")


class Akurat(Page):
    """akurat.co, about 2016."""

    family = "akurat"
    mark = "#artikel.cs-col"
    selectors = {
        "title": ".cs-col-8-of-12 h1",
        "published": ".cs-post-meta",
        "credits": ".cs-col-8-of-12 > p > a > b",
        "image": ".cs-single-post-content img",
        "caption": ".cs-single-post-content p",
        "body": "#artikel",
        "drop": "ins, .ads, figure, table",
        "tags": "a#tag_detail",
        "section": ".cs-col-8-of-12 > p a[style*=lighter]",
    }


class AkuratColumns(Page):
    """akurat.co since 2017: stories of the same subject stand in a column beside the text."""

    family = "akurat"
    mark = ".main_content #artikel"
    selectors = {
        "title": ".main_content > section > h1",
        "published": ".main_content > section .col_10_of_12",
        "credits": ".main_content > section a[href*=penulis-]",
        "foot": "#artikel > hr ~ p",
        "image": ".main_content > div > img",
        "caption": ".main_content > div > center",
        "body": "#artikel",
        "drop": "ins, .ads, figure, table, hr ~ p",
        "tags": "a#tag_detail",
        "section": ".main_content > section > div > a",
    }

    def body_blocks(self) -> list[Block]:
        """The paragraphs; the place stands in bold print before the first."""
        return dashed(super().body_blocks(), self.one("body"), _PLACE)
