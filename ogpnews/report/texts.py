"""What the report says in one language: sentences, numbers, months."""

import tomllib
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from ogpnews.resources import DATA
from ogpnews.text import origin, topics

LANGUAGES = ("id", "en")
_DIRECTIONS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Embeddings, overrides and isolates of Unicode, which a name has no need of."""


class Texts:
    """`data/report/texts.<language>.toml`, and names of the vocabulary; KeyError for what is in neither."""

    def __init__(self, language: str, outlets: Mapping[str, str] = MappingProxyType({})) -> None:
        """`outlets`: id → name, of those that have one."""
        self.language, self._outlets = language, outlets
        path = DATA / "report" / f"texts.{language}.toml"
        self._texts: Mapping[str, Any] = {
            **tomllib.loads(path.read_text(encoding="utf-8")),
            "topic": topics.names(language),
            "origin": origin.names(language),
        }

    def __call__(self, key: str, **values: object) -> str:
        """The text at a dotted key, with its values: numbers as this language writes them."""
        found: Any = self._texts
        for part in key.split("."):
            found = found[part]
        shown = {
            name: self.number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return str(found).format(**shown)

    def label(self, group: str, name: str) -> str:
        """What a value of a record is called; its own name where the texts do not know it."""
        known: str | None = self._texts[group].get(name)
        return known if known is not None else name.replace("_", " ")

    def outlet(self, name: str) -> str:
        """What an outlet of this id is called, or what stands for hosts that the catalogue does not know."""
        return self._outlets.get(name, name) or self("page.unlisted")

    def number(self, value: int) -> str:
        """`1.234` in Indonesian, `1,234` in English."""
        return f"{value:,}".replace(",", self("format.thousands"))

    def short(self, value: int) -> str:
        """A number for little room: `9.870`, `12 rb`, `30 jt`."""
        for size, unit in ((1_000_000, "million"), (1_000, "thousand")):
            if value >= 10 * size:
                return self(f"format.{unit}", n=value // size)
        return self.number(value)

    def share(self, part: int, whole: int) -> str:
        """Percent: `0`, `< 1`, `37`, `> 99`, `100`, with the sign; a dash where there is no whole."""
        if not whole:
            return "–"
        percent = 100 * part / whole
        if 0 < percent < 1 or 99 < percent < 100:
            return self("format.below" if percent < 1 else "format.above")
        return self("format.percent", n=round(percent))

    def day(self, when: date) -> str:
        """`3 November 2026`."""
        return f"{when.day} {self.month(when)}"

    def month(self, when: date) -> str:
        """`November 2026`."""
        return f"{self._texts['months'][when.month - 1]} {when.year}"

    def bucket(self, unit: str, when: date) -> str:
        """The name of a bucket of an Axis: its year, its month, or the first day of its week."""
        if unit == "year":
            return str(when.year)
        short = f"{self._texts['months_short'][when.month - 1]} {when.year}"
        return short if unit == "month" else f"{when.day} {short}"


def isolated(name: str) -> str:
    """A name inside a sentence: whichever way its letters run, the sentence keeps its own."""
    return f"\u2068{name.translate(_DIRECTIONS)}\u2069"
