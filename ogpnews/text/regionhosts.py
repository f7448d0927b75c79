"""The region whose government a host belongs to: semarangkota.go.id, jatengprov.go.id."""

from functools import cache, lru_cache
from typing import NamedTuple

from ogpnews.text import regions
from ogpnews.text.clean import loose
from ogpnews.text.urls import split

_GOVERNMENT = ".go.id"
_FORMS = (
    ("regency", "", "kab"), ("regency", "pemkab", ""), ("regency", "kab", ""),
    ("city", "", "kota"), ("city", "kota", ""), ("city", "pemkot", ""), ("city", "pemko", ""),
    ("province", "", "prov"), ("province", "pemprov", ""),
)  # fmt: skip
"""Level, and what stands before and behind the name in the last label of a host under go.id."""


class Home(NamedTuple):
    """What is known of the page's own region before it is read."""

    code: str = ""
    """Region of the outlet; empty for a national one."""
    host: str = ""
    """Host, where it is that of the region's own government."""


def home(url: str | None, region: str, *, portal: bool = False) -> Home:
    """The region that a page comes from: its outlet's, or what its host under go.id says.

    `region` is the outlet's code, empty where the outlet is national or unknown; `portal`: the
    catalogue knows the outlet as the site of that region's government, whatever its host is.
    """
    host = (split(url).hostname or "") if url else ""
    if portal and region:
        return Home(region, host.removeprefix("www."))
    if not host.endswith(_GOVERNMENT):
        return Home(region)
    codes = of_label(host.removesuffix(_GOVERNMENT).rpartition(".")[2])
    code = codes[0] if len(codes) == 1 else region if region in codes else ""
    return Home(code or region, host.removeprefix("www.") if code else "")


@lru_cache(maxsize=1024)
def of_label(label: str) -> tuple[str, ...]:
    """Codes of the regions that the last label before go.id may name; empty for a ministry."""
    names = _names()
    for level, start, end in _FORMS:
        if label.startswith(start) and label.endswith(end):
            name = label.removeprefix(start).removesuffix(end).strip("-")
            if codes := tuple(code for code in names.get(name, ()) if _level(code) == level):
                return codes
    return tuple(names.get(label, ()))


def _level(code: str) -> str:
    row = regions.by_code(code)
    return row.level if row else ""


@cache
def _names() -> dict[str, list[str]]:
    """Loose names and aliases → codes; seats give no government its host."""
    found: dict[str, list[str]] = {}
    for row in regions.rows():
        found.setdefault(loose(row.bare), []).append(row.code)
    for alias in regions.aliases():
        codes = found.setdefault(loose(alias.alias), [])
        if alias.kind != "capital" and alias.code not in codes:
            codes.append(alias.code)
    return found
