"""Every name under which a region is found in the news, and how far it can be trusted."""

from collections.abc import Iterator
from typing import NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text import kecamatan, regions

ORDINARY, EXPLICIT, SEAT, UNSURE_SEAT, KECAMATAN = (
    "ordinary", "explicit", "seat", "unsure seat", "kecamatan",
)  # fmt: skip
"""What a name needs: support; a word for its kind, body or office. Seats and kecamatan map upward."""


class Name(NamedTuple):
    """One name."""

    written: str
    """As printed: `Kab. Semarang`, `Jateng`."""
    name: str
    """Casefolded name of the region."""
    codes: tuple[str, ...]
    """Kemendagri codes that it may mean."""
    care: str = ""
    """Empty, or one of the constants above."""
    capitals: bool = False
    """True where it counts in capitals only: `NTB`."""


def terms() -> Iterator[Name]:
    """Names of all regions; a name that is in two lists stands in the first."""
    seen: set[str] = set()
    for name in (*_official(), *_aliases(), *_joined(), *_longer()):
        key = "".join(sign if sign.isalnum() else " " for sign in name.written.casefold())
        if key not in seen:
            seen.add(key)
            yield name


def _official() -> Iterator[Name]:
    codes: dict[str, list[str]] = {}
    for row in regions.rows():
        codes.setdefault(row.bare, []).append(row.code)
    for written, found in codes.items():
        name = written.casefold()
        yield Name(written, name, tuple(found), _word(name))
        if name.startswith("kepulauan "):
            for short in ("Kep.", "Kep"):
                yield Name(f"{short} {written.partition(' ')[2]}", name, tuple(found))


def _aliases() -> Iterator[Name]:
    groups: dict[str, list[regions.Alias]] = {}
    for alias in regions.aliases():
        groups.setdefault(alias.alias, []).append(alias)
    for written, group in groups.items():
        first, codes = group[0], tuple(alias.code for alias in group)
        row = regions.by_code(first.code)
        name = row.bare.casefold() if row else ""
        capitals = first.kind == "abbreviation" and written.isupper()
        yield Name(written, name, codes, _care(group), capitals)


def _joined() -> Iterator[Name]:
    """Names of two words printed as one: `Padangpanjang`, `Tanahdatar`."""
    for name in _official():
        words = name.written.split()
        if len(words) == 2 and name.name == name.written.casefold():
            yield name._replace(written=f"{words[0]}{words[1].casefold()}")


def _care(group: list[regions.Alias]) -> str:
    first = group[0]
    if first.kind == "capital":
        return UNSURE_SEAT if first.ambiguous else SEAT
    if first.ambiguous and len(group) == 1:
        return EXPLICIT
    return _word(first.alias.casefold())


def _word(name: str) -> str:
    words = lexicon("places")
    if name in words["strict"]:
        return EXPLICIT
    return ORDINARY if name in words["ordinary"] or name in words["persons"] else ""


def _longer() -> Iterator[Name]:
    for written, codes in kecamatan.longer(regions.names()).items():
        yield Name(written, written.casefold(), codes, KECAMATAN)
