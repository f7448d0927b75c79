"""Template families over a parsed page; no Scrapy, no I/O."""

from collections.abc import Mapping
from functools import lru_cache

from ogpnews.outlets import Catalogue, Outlet
from ogpnews.pages import (
    akurat,
    antara,
    beritasatu,
    bisnis,
    blogger,
    cnn,
    detik,
    elshinta,
    gnfi,
    goal,
    idntimes,
    inews,
    infopublik,
    inilah,
    jawapos,
    jpnn,
    kapanlagi,
    kompas,
    kompasiana,
    kumparan,
    liputan6,
    mediaindonesia,
    merdeka,
    metrotv,
    okezone,
    prokal,
    promedia,
    republika,
    rmol,
    rri,
    sindonews,
    suara,
    tempo,
    tirto,
    tribun,
    viva,
    wordpress,
)
from ogpnews.pages.base import Page
from ogpnews.pages.document import Document, site

_MODULES = (
    promedia, kompas, kompasiana, tribun, antara, detik, okezone, viva, republika, suara, inews, sindonews,
    liputan6, merdeka, tempo, cnn, jpnn, rmol, rri, bisnis, mediaindonesia, metrotv, prokal, jawapos,
    kumparan, idntimes, beritasatu, tirto, inilah, akurat, kapanlagi, gnfi, goal, elshinta, infopublik,
    blogger, wordpress,
)  # fmt: skip


def _layouts() -> dict[str, tuple[type[Page], ...]]:
    found: dict[str, tuple[type[Page], ...]] = {"generic": (Page,)}
    for module in _MODULES:
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Page) and value is not Page:
                found[value.family] = (*found.get(value.family, ()), value)
    return found


FAMILIES: Mapping[str, tuple[type[Page], ...]] = _layouts()
"""Family → its layouts, the current one first."""

PLATFORMS = frozenset({"promedia", "tribun", "rmol", "blogger", "wordpress"})
"""Families that serve sites of many owners; each other one serves one network of sites."""


def open_page(
    document: Document, outlet: Outlet, family: str | None = None, kin: frozenset[str] | None = None
) -> Page:
    """The page by its family: the one asked for, else its outlet's, else by the template's marks.

    A family with several layouts is told by their marks; a page that has none of them is read by
    the family's first layout, which falls back to the generic reading thing by thing. `kin` names
    the families of the page's site and network. For a host that no outlet has, their marks and
    those of platforms are looked for, which takes a quarter of the time that all marks take; for an
    outlet, they are the layouts that may read a page which has none of its own family's bodies.

    Raises KeyError for a family that does not exist.
    """
    name = family or (outlet.family if outlet.id else None)
    if name is None or (name == "generic" and family is None):
        return _marked(document, _candidates(frozenset() if outlet.id else kin), Page)(
            document, outlet
        )
    layouts = FAMILIES[name]
    page = _marked(document, layouts, layouts[0])(document, outlet)
    others = (kin or frozenset()) - {name}
    if family or not others or page.known:
        return page
    # None of its layouts: a network moves its titles from one of its systems to another.
    other = _marked(document, _layouts_of(others), Page)(document, outlet)
    return other if other.known else page


def kin(catalogue: Catalogue, url: str | None) -> frozenset[str] | None:
    """Families of the site of a URL and of the network that it belongs to; None without a URL."""
    return _sites(catalogue).get(site(url), frozenset()) if url else None


@lru_cache(maxsize=4)
def _sites(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    networks: dict[str, set[str]] = {}
    for outlet in catalogue.outlets.values():
        networks.setdefault(outlet.network or outlet.id, set()).add(outlet.family)
    found: dict[str, frozenset[str]] = {}
    for outlet in catalogue.outlets.values():
        domain = site(outlet.url)
        found[domain] = found.get(domain, frozenset()) | networks[outlet.network or outlet.id]
    return found


@lru_cache(maxsize=256)
def _candidates(kin: frozenset[str] | None) -> tuple[type[Page], ...]:
    return _layouts_of(frozenset(FAMILIES) if kin is None else kin | PLATFORMS)


def _layouts_of(families: frozenset[str]) -> tuple[type[Page], ...]:
    return tuple(layout for name in FAMILIES if name in families for layout in FAMILIES[name])


def _marked(document: Document, layouts: tuple[type[Page], ...], default: type[Page]) -> type[Page]:
    """The layout whose mark comes first on the page; one search for all of them."""
    if layouts == (default,):
        return default
    selector, marked = _marks(layouts)
    found = document.first(selector) if selector else None
    if found is None:
        return default
    return next((layout for layout in marked if found.css_matches(layout.mark)), default)


@lru_cache(maxsize=256)
def _marks(layouts: tuple[type[Page], ...]) -> tuple[str, tuple[type[Page], ...]]:
    marked = tuple(layout for layout in layouts if layout.mark)
    return ", ".join(layout.mark for layout in marked), marked
