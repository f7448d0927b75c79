"""Words of the explorer in one language, and how it writes dates, numbers and names of values."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ogpnews.resources import DATA
from ogpnews.text import origin, topics

LANGUAGES = ("id", "en")
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d)[:0-9]*([+-]\d\d:\d\d)?)?")
_HIT = re.compile("\x02([^\x02\x03]*)\x03")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of `data/explore/<language>.toml`, and the names of the vocabulary."""

    language: str
    texts: Mapping[str, Any]
    names: Mapping[str, Mapping[str, str]]
    """Facet of the vocabulary → value → its name."""

    @classmethod
    def read(cls, language: str) -> Self:
        """One of LANGUAGES."""
        path = DATA / "explore" / f"{language}.toml"
        names = {"topic": topics.names(language), "origin": origin.names(language)}
        return cls(language, tomllib.loads(path.read_text(encoding="utf-8")), names)

    def moment(self, iso: str | None) -> str:
        """`20 November 2026, 09:30 WIB` of an ISO date, month or instant; else as it is."""
        match = _ISO.match(iso or "")
        if iso is None or match is None or match[2] not in {f"{n:02}" for n in range(1, 13)}:
            return iso or ""
        year, month, day, time, offset = match.groups()
        parts = (day.lstrip("0") if day else "", self.texts["months"][str(int(month))], year)
        shown = " ".join(filter(None, parts))
        if not time:
            return shown
        zone = self.texts["zones"].get(offset, f"UTC{offset}" if offset else "")
        return f"{shown}, {time} {zone}".rstrip()

    def number(self, value: int) -> str:
        """With the thousands marked."""
        return f"{value:,}".replace(",", self.texts["thousands"])

    def placed(self, evidence: str) -> tuple[str, str]:
        """Where evidence stands in the page, and what it says; a place without a name stays before it."""
        place, _, said = evidence.partition(": ")
        known = self.texts["places"].get(place) if said else None
        return (known, said) if known else ("", evidence)

    def value(self, facet: str, value: str) -> str:
        """A value of the vocabulary in words: an origin, a topic, a month; else as it is."""
        if facet == "month":
            return self.moment(value)
        return self.names.get(facet, {}).get(value, value)


def web(address: str | None) -> str | None:
    """An address that may become a link: http or https with a host, and nothing else."""
    try:
        found = bool(urlsplit(address or "").hostname)
    except ValueError:
        return None
    return address if found and address and address.startswith(("http://", "https://")) else None


def paragraphs(text: str | None) -> list[str]:
    """Paragraphs of a body."""
    return [part for part in (text or "").split("\n\n") if part.strip()]


def marked(snippet: str) -> Markup:
    """A hit of the search, escaped, with `mark` around the words found (STX and ETX in it)."""
    shown = _HIT.sub(r"<mark>\1</mark>", str(escape(snippet)))
    return Markup(shown.replace("\x02", "").replace("\x03", ""))  # noqa: S704  # escaped above


def listed(stored: str | None) -> list[Any]:
    """The items of a list as SQLite stores it; none where it is damaged."""
    try:
        found = json.loads(stored or "[]")
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def plain(value: Any) -> Any:
    """The stored value where Datasette has put a label beside it."""
    return value["value"] if isinstance(value, dict) else value
