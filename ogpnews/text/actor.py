"""A body, an office, or both, as named in one place of a text."""

from typing import NamedTuple

from ogpnews.resources import lexicon

FORMS: dict[str, str] = {
    level: written[0].capitalize() for level, written in lexicon("government")["bodies"].items()
}
"""Level → short form of its government: Pemprov, Pemkab, Pemkot, Pemda."""


class Actor(NamedTuple):
    """A body, an office, or both, as named in one place of a text."""

    start: int
    end: int
    """Behind the region that is named with it."""
    body: str
    """Pemkot, DPRD, Dinas Kesehatan; empty for an office of no body."""
    office: str
    """Pjs Wali Kota, Kepala Dinas Kesehatan; empty for a body, and for a building in a title."""
    level: str
    """province, regency, city, below or any, as far as its words say it."""
    codes: tuple[str, ...]
    """Kemendagri codes that the region named with it may have; empty where none is named."""
    former: bool = False
    """True for a body that is named with somebody who has left it: `mantan Anggota DPRD`."""
