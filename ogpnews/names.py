"""Names that people give, looked up; where there is none by that name, what is near."""

import difflib
from collections.abc import Iterable, Sequence

from ogpnews.errors import UsageError
from ogpnews.text import regions


def known(asked: Iterable[str], names: Iterable[str], what: str, where: str = "") -> None:
    """UsageError with what is near where one of those asked for is not among the names."""
    there = sorted(names)
    for name in asked:
        if name not in there:
            near = difflib.get_close_matches(name.casefold(), there, n=3, cutoff=0.5)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there is {_few(there)}"
            raise UsageError(f"no {what} {name!r}{f' {where}' if where else ''}; {hint}")


def region(asked: str) -> str:
    """Kemendagri code of a region: by code, by full name, or by a name that only one bears.

    Codes from before the new provinces of Papua stand for those of today, which the records have.
    """
    code = regions.current_codes().get(asked, asked)
    if row := regions.by_code(code) or regions.province(asked):
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
