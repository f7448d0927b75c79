"""Template families over a parsed page; no Scrapy, no I/O."""

from collections.abc import Mapping

from ogpnews.outlets import Outlet
from ogpnews.pages import (
    akurat,
    antara,
    beritasatu,
    bisnis,
    blogger,
    cnn,
    detik,
    gnfi,
    idntimes,
    inews,
    infopublik,
    inilah,
    jawapos,
    jpnn,
    kapanlagi,
    kompas,
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
from ogpnews.pages.document import Document

_MODULES = (
    promedia, kompas, tribun, antara, detik, okezone, viva, republika, suara, inews, sindonews,
    liputan6, merdeka, tempo, cnn, jpnn, rmol, rri, bisnis, mediaindonesia, metrotv, prokal, jawapos,
    kumparan, idntimes, beritasatu, tirto, inilah, akurat, kapanlagi, gnfi, infopublik, blogger,
    wordpress,
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

_MARKED = [layout for layouts in FAMILIES.values() for layout in layouts if layout.mark]
_ANY_MARK = ", ".join(layout.mark for layout in _MARKED)


def open_page(document: Document, outlet: Outlet, family: str | None = None) -> Page:
    """The page by its family: the one asked for, else its outlet's, else by the template's marks.

    A family with several layouts is told by their marks; a page that has none of them is read by
    the family's first layout, which falls back to the generic reading thing by thing.

    Raises KeyError for a family that does not exist.
    """
    name = family or (outlet.family if outlet.id else None)
    if name is None or (name == "generic" and family is None):
        return _recognise(document)(document, outlet)
    layouts = FAMILIES[name]
    return _marked(document, layouts, layouts[0])(document, outlet)


def _recognise(document: Document) -> type[Page]:
    if document.first(_ANY_MARK) is not None:
        for layout in _MARKED:
            if document.first(layout.mark) is not None:
                return layout
    return Page


def _marked(document: Document, layouts: tuple[type[Page], ...], default: type[Page]) -> type[Page]:
    """The layout whose mark comes first on the page; one search for all of them."""
    if len(layouts) == 1:
        return default
    found = document.first(", ".join(layout.mark for layout in layouts if layout.mark))
    if found is not None:
        for layout in layouts:
            if layout.mark and found.css_matches(layout.mark):
                return layout
    return default
