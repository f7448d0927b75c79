"""One body, one name: `Pemerintah Kota Semarang` and `Pemkot Semarang` → `Pemkot Semarang`."""

from collections import Counter
from functools import cache

from ogpnews.resources import lexicon
from ogpnews.text import regions
from ogpnews.text.actor import FORMS

_SHORT: dict[str, str] = lexicon("government")["short"]
_COUNCILS = lexicon("government")["councils"]
_TYPES = {"province": "Provinsi", "regency": "Kabupaten", "city": "Kota"}


def body_name(form: str, code: str | None) -> str:
    """Name of a body: its form, and its region as short as it is clear.

    Provinces have their usual abbreviation (`DPRD Jateng`). Kota or Kabupaten is said where several
    governments bear the name and the form does not tell which: `DPRD Kota Semarang`, `DPRD Brebes`.
    """
    row = regions.by_code(code) if code else None
    if row is None:
        return form
    if form == FORMS["any"]:
        form = FORMS[row.level]
    if code in _COUNCILS.get(form, {}).get("codes", ()):
        return form
    name = _SHORT.get(row.code, row.bare)
    if form not in FORMS.values() and name in _shared():
        name = f"{_TYPES[row.level]} {name}"
    return f"{form} {name}"


@cache
def _shared() -> frozenset[str]:
    """Names of more than one government: Semarang, Gorontalo."""
    return frozenset(
        n for n, found in Counter(row.bare for row in regions.rows()).items() if found > 1
    )
