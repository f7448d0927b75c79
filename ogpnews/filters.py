"""Filters as people give them, checked: names of regions, days, outlets of a dataset."""

import difflib
from collections.abc import Iterable, Sequence

from ogpnews.dataset import Dataset
from ogpnews.errors import UsageError
from ogpnews.schema import NARROWER
from ogpnews.selection import Selection
from ogpnews.text import regions
from ogpnews.window import Window

UNLISTED = "_unlisted"
"""Folder of the articles whose outlet the catalogue does not know."""


def selection(
    dataset: Dataset,
    *,
    region: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    government: bool = False,
    topic: Sequence[str] = (),
    outlet: Sequence[str] = (),
    origin: Sequence[str] = (),
) -> Selection:
    """UsageError, with what is near, for a region, day, outlet or origin that does not exist.

    Topics are checked against the records, as they pass: see `export.Selected`.
    """
    window = Window.parse(since, until, "Asia/Jakarta")
    here = {path.parent.name for path in dataset.files()}
    known(outlet, here, "outlet", f"in {dataset.folder}")
    known(origin, NARROWER["origin"]["enum"], "origin", "")
    return Selection(
        regions=frozenset(map(_code, region)),
        since=window.since,
        until=window.until,
        government=government,
        topics=frozenset(topic),
        outlets=frozenset("" if name == UNLISTED else name for name in outlet),
        origins=frozenset(origin),
    )


def known(asked: Iterable[str], names: Iterable[str], what: str, where: str) -> None:
    """UsageError with what is near where one of those asked for is not among the names."""
    there = sorted(names)
    for name in asked:
        if name not in there:
            near = difflib.get_close_matches(name.casefold(), there, n=3, cutoff=0.5)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there is {_few(there)}"
            raise UsageError(f"no {what} {name!r}{where and f' {where}'}; {hint}")


def _code(asked: str) -> str:
    """Kemendagri code of a region: by code, by full name, or by a name that only one bears."""
    if row := regions.by_code(asked) or regions.province(asked):
        return row.code
    text = " ".join(asked.split()).casefold()
    found = [row for row in regions.rows() if text == row.name.casefold()] or [
        row for row in regions.rows() if text == row.bare.casefold()
    ]
    if not found:
        there = {name for row in regions.rows() for name in _names(row)}
        close = difflib.get_close_matches(text, there, n=2)
        near = [row for row in regions.rows() if not _names(row).isdisjoint(close)]
        hint = f"did you mean {_listed(near)}?" if near else "give a Kemendagri code like 33.74"
        raise UsageError(f"no region {asked!r}; {hint}")
    if found[1:]:
        raise UsageError(f"--region {asked!r} may be {_listed(found)}; give the code")
    return found[0].code


def _listed(rows: Iterable[regions.Row]) -> str:
    return " or ".join(f"{row.code} {row.name}" for row in rows)


def _names(row: regions.Row) -> set[str]:
    return {row.name.casefold(), row.bare.casefold()}


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - 12} more" if names[12:] else ""
    return (", ".join(names[:12]) or "none at all") + more
