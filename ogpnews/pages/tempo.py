"""Tempo."""

import re
from functools import cached_property

from ogpnews.pages.base import Page
from ogpnews.raw import Block
from ogpnews.text.clean import squash
from ogpnews.text.organisations import kind
from ogpnews.text.persons import person

_PART = r"[A-Z0-9][A-Z0-9 .,'’&()/-]{1,40}"
_SIGNED = re.compile(rf"{_PART}(?:\|\s?{_PART}){{1,4}}")
"""What signs a text: `ANTARA | ANDI SAPUTRA`."""


class Tempo(Page):
    """The layouts since about 2018."""

    family = "tempo"
    network = "tempo"
    selectors = {
        "title": "h1",
        "published": ".detail-title .date, p.date, .text-neutral-900 + p, time",
        "credits": "a[href*='/penulis/'], .reporter a, .box-avatar .title",
        "caption": "figcaption, .foto-detail p",
        "body": "#content-wrapper, .detail-konten, #isi",
        "drop": "figure, ins, .ads, .bacajuga, .img-gal",
        "tags": "a[href^='/tag/'], .box-tag-detail a",
    }

    def credit_lines(self) -> list[str]:
        """With the names that sign the text: people of two words and more, and sources."""
        parts = [part.strip() for part in self._signature.split("|") if part.strip()]
        people = [part for part in parts if " " in part and not kind(part) and person(part)]
        sources = " | ".join(part for part in parts if part not in people)
        lines = [*super().credit_lines(), *(f"Penulis: {name}" for name in people)]
        return [*lines, f"Sumber: {sources}"] if sources else lines

    def body_blocks(self) -> list[Block]:
        """The text without what signs it."""
        return self._printed[:-1] if self._signature else self._printed

    @cached_property
    def _printed(self) -> list[Block]:
        return super().body_blocks()

    @cached_property
    def _signature(self) -> str:
        """The last block where it is names in capitals with bars between, else nothing."""
        last = next(reversed(self._printed), None) if self.known else None
        text = squash(last.text) if last is not None else ""
        return text if _SIGNED.fullmatch(text) else ""


class TempoOld(Tempo):
    """The layout of about 2013 to 2017."""

    mark = ".artikel .block-tanggal"
    selectors = {
        "title": ".artikel h1",
        "published": ".block-tanggal",
        "credits": ".artikel .penulis",
        "image": ".block-display img",
        "caption": ".block-display .deskripsi",
        "body": ".artikel > p",
        "drop": "ins, .ads, figure",
        "tags": ".topik-terkait a",
        "section": ".block-kanal-map a",
    }
