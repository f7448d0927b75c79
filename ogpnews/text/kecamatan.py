"""Kecamatan: the level below kabupaten and kota. It maps upward and is never a region itself."""

from functools import cache

from ogpnews.resources import table
from ogpnews.text.clean import loose

_WORDS = 4  # the longest name of a kecamatan that is looked up
_MARKS = " ,.;:()\"'“”‘’"
_TYPES = frozenset(("kota", "pulau", "pasar"))


@cache
def _parents() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in table("region_kecamatan"):
        for name in row["names"].split("; "):
            key = loose(name)
            found[key] = (*found.get(key, ()), row["code"])
    return found


def parents(name: str) -> tuple[str, ...]:
    """Codes of the kabupaten and kota that have a kecamatan of this name, in any spelling."""
    return _parents().get(loose(name), ())


def at(text: str) -> tuple[str, tuple[str, ...]]:
    """The longest name of a kecamatan that `text` begins with, as printed, and where it may lie."""
    words = text[:80].split(None, _WORDS)[:_WORDS]
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if name[0].isupper() and (codes := parents(name)):
            return name.strip(_MARKS), codes
    return "", ()


@cache
def longer(names: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Names of kecamatan that hold one of the names given and more: `Semarang Timur`.

    `names` are casefolded. Given are only names that are no region themselves.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in table("region_kecamatan"):
        for name in row["names"].split("; "):
            words = name.casefold().split()
            if len(words) != 2 or words[0] in _TYPES:  # "Kota Padang" is the city, too
                continue
            if " ".join(words) not in names and names.intersection(words):
                found[name] = (*found.get(name, ()), row["code"])
    return found
