"""Regions of Indonesia: Kemendagri codes, official names, time zones, from data/regions.csv."""

import re
from dataclasses import dataclass
from functools import cache

from ogpnews.resources import table

_KIND = re.compile(
    r"(?:provinsi|kabupaten administrasi|kota administrasi|kabupaten|kota|kab\.?"
    r"|daerah khusus ibu ?kota|daerah khusus|daerah istimewa) "
)
_ODD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One province, kabupaten or kota."""

    code: str
    """Kemendagri code: `33` for a province, `33.74` for a kabupaten or kota."""
    name: str
    """Official name: `Jawa Tengah`, `Kabupaten Semarang`, `Kota Semarang`."""
    level: str
    """province, regency or city."""
    timezone: str
    """IANA zone of its province."""

    @property
    def bare(self) -> str:
        """Name as a dateline has it: `Semarang`, and `Jakarta` for the capital's province."""
        match = _KIND.match(self.name.casefold())
        return self.name[match.end() :] if match else self.name

    @property
    def province(self) -> str:
        """Code of the province that it lies in; its own code for a province."""
        return self.code[:2]

    @property
    def slug(self) -> str:
        """Kebab-case name, the folder of a province in data/outlets: `jawa-tengah`."""
        return _ODD.sub("-", self.bare.casefold()).strip("-")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a region in the news; one that means two regions has two."""

    alias: str
    """As printed: `Jateng`, `Ungaran`; abbreviations in capitals count only in capitals."""
    code: str
    """The region that it stands for, as `Row.code`."""
    kind: str
    """abbreviation, nickname, old_name, spelling, or capital: the seat of its government."""
    ambiguous: bool
    """True where another place or an ordinary word has this name, too."""


@cache
def rows() -> tuple[Row, ...]:
    """All 38 provinces and 514 kabupaten and kota, by code; a province stands before its parts."""
    return tuple(Row(**line) for line in table("regions"))


@cache
def aliases() -> tuple[Alias, ...]:
    """Names beside the official ones, from data/region_aliases.csv."""
    return tuple(
        Alias(line["alias"], line["code"], line["kind"], line["ambiguous"] == "1")
        for line in table("region_aliases")
    )


@cache
def current_codes() -> dict[str, str]:
    """Codes that were changed by the new provinces of Papua, old → the one that data uses."""
    return {line["old"]: line["new"] for line in table("region_old_codes")}


@cache
def names() -> frozenset[str]:
    """Casefolded names without their kind: `semarang`, `jawa tengah`, `toli-toli`."""
    return frozenset(row.bare.casefold() for row in rows())


@cache
def _index() -> dict[str, Row]:
    return {row.code: row for row in rows()}


def by_code(code: str) -> Row | None:
    """The region with this dotted Kemendagri code."""
    return _index().get(code)


@cache
def provinces() -> tuple[Row, ...]:
    """The 38 provinces, by code."""
    return tuple(row for row in rows() if row.level == "province")


@cache
def _province_names() -> dict[str, Row]:
    index = {row.slug: row for row in provinces()}
    index |= {
        _ODD.sub("-", alias.alias.casefold()).strip("-"): _index()[alias.code]
        for alias in aliases()
        if len(alias.code) == 2
    }
    return index


def province(text: str) -> Row | None:
    """The province that `text` names in any case: code, name, folder name or abbreviation."""
    text = " ".join(text.split()).casefold()
    if (row := by_code(text)) and row.level == "province":
        return row
    if match := _KIND.match(text):
        text = text[match.end() :]
    return _province_names().get(_ODD.sub("-", text).strip("-"))
