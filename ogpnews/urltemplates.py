"""Addresses with fields to fill in: `/indeks/{YYYY}/{MM}/{DD}?page={page}`, `/index/{offset:20}`."""

import re
from collections.abc import Iterator
from datetime import date

_FIELD = re.compile(r"\{([^{}]*)\}")
_OFFSET = re.compile(r"offset:([1-9]\d{0,3})")
_DATES = {
    "YYYY-MM-DD": "{0:%Y-%m-%d}",
    "YYYY": "{0.year:04}",
    "MM": "{0.month:02}",
    "M": "{0.month}",
    "DD": "{0.day:02}",
    "D": "{0.day}",
}
_PAGING = "{page} (1, 2, 3, …) or {offset:20} (0, 20, 40, …)"
_DAY = "{YYYY}, {MM} or {M}, {DD} or {D}, or {YYYY-MM-DD}"


def fill(template: str, number: int | None = None, day: date | None = None) -> str:
    """The address of page `number`, from 1 on, of a day; fields of what is not given stay."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if number is not None and name == "page":
            return str(number)
        if number is not None and (step := _OFFSET.fullmatch(name)):
            return str(int(step[1]) * (number - 1))
        return _DATES[name].format(day) if day and name in _DATES else found[0]

    return _FIELD.sub(value, template)


def names(template: str) -> list[str]:
    """What stands in braces."""
    return _FIELD.findall(template)


def is_paged(template: str) -> bool:
    """True where the address itself counts pages."""
    return any(map(_is_paging, names(template)))


def problems(kind: str, template: str) -> Iterator[str]:
    """What is wrong with the fields of an entry of `discover`; `kind` is its key."""
    found = names(template)
    paging = [name for name in found if _is_paging(name)]
    dates = {name for name in found if name in _DATES}
    if kind in ("sitemaps", "feeds"):
        if found:
            yield f"has {{{found[0]}}}; nothing is filled in there, write the whole address"
        return
    for name in found:
        if name not in paging and (name not in _DATES or kind != "archives"):
            yield f"has {{{name}}}; {_known(kind, name)}"
    if len(set(paging)) > 1:
        yield f"counts pages twice; choose one of {_PAGING}"
    if kind == "archives" and not _names_a_day(dates):
        yield f"names no day; write it with {_DAY}"


def _known(kind: str, name: str) -> str:
    if name.startswith("offset"):
        return "give the step, entries of a page, like {offset:20}"
    if name in _DATES:
        return f"days are filled in in archives alone, in {kind} only {_PAGING}"
    return f"filled in are {_PAGING}" + (f" and {_DAY}" if kind == "archives" else "")


def _is_paging(name: str) -> bool:
    return name == "page" or _OFFSET.fullmatch(name) is not None


def _names_a_day(dates: set[str]) -> bool:
    parts = ({"YYYY"}, {"MM", "M"}, {"DD", "D"})
    return "YYYY-MM-DD" in dates or all(dates & part for part in parts)
