"""Every layout of every family reads a page of our own writing as an attentive reader would."""

from itertools import product
from typing import Any

import pytest
from written import SILENT, article, found, load, names, opened

from ogpnews.outlets import UNKNOWN, Catalogue, Outlet
from ogpnews.pages import FAMILIES, kin, open_page
from ogpnews.pages.base import Page
from ogpnews.pages.document import Document

PAGES = names(generic=False)
LAYOUTS = [layout for layouts in FAMILIES.values() for layout in layouts if layout is not Page]
CASES = list(product(PAGES, SILENT))


def layout_of(name: str) -> type[Page]:
    """The layout that a page is named after: `kompas-kompaskcm`, `wordpress-wordpress-jnews`."""
    family, layout = name.split("-")[:2]
    return next(item for item in FAMILIES[family] if item.__name__.lower() == layout)


@pytest.mark.parametrize(("name", "field"), CASES, ids=[f"{n}-{f}" for n, f in CASES])
def test_field(name: str, field: str) -> None:
    wanted: Any = load(name).expect[field]
    assert found(name, field) == wanted


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_layout_has_a_page(layout: type[Page]) -> None:
    assert layout in map(layout_of, PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_layout_by_the_outlet(name: str) -> None:
    page = load(name)
    assert page.outlet, "a page of a family names the outlet that it stands for"
    outlet = Catalogue.load().get(page.outlet)
    assert outlet.family == layout_of(name).family
    assert type(open_page(Document(page.body, page.url), outlet)) is layout_of(name)


@pytest.mark.parametrize("name", [name for name in PAGES if layout_of(name).mark])
def test_layout_by_its_marks(name: str) -> None:
    assert type(opened(name)) is layout_of(name)


@pytest.mark.parametrize("name", [name for name in PAGES if not layout_of(name).mark])
def test_nothing_is_taken_for_another_family(name: str) -> None:
    assert type(opened(name)) is Page


@pytest.mark.parametrize("name", PAGES)
def test_record_says_who_read_it(name: str) -> None:
    assert article(name).extraction.family == layout_of(name).family


def test_family_asked_for_wins() -> None:
    page = load("detik-detik")
    assert open_page(Document(page.body, page.url), UNKNOWN, "tribun").family == "tribun"


def test_generic_asked_for_wins_over_marks() -> None:
    page = load("detik-detik")
    assert type(open_page(Document(page.body, page.url), UNKNOWN, "generic")) is Page


def test_outlet_of_the_catalogue_without_a_template_still_shows_its_marks() -> None:
    outlet = Outlet("baru", "Baru", "https://baru.example", "generic", "33", "Asia/Jakarta")
    page = load("wordpress-wordpress-plain")
    assert open_page(Document(page.body, page.url), outlet).family == "wordpress"


def test_page_of_a_redesign_falls_back_to_the_generic_reading() -> None:
    told = load("generic-gocid-breaks")
    page = open_page(Document(told.body, told.url), Catalogue.load().get("detik-jateng"))
    assert (page.raw().family, page.raw_title) == ("generic", told.expect["title"])


def test_outlet_s_page_in_another_layout_of_its_network() -> None:
    page = load("liputan6-liputan6mobile")
    document = Document(page.body, page.url)
    moved = Outlet(
        "titik-temu", "Titik Temu", "https://titiktemu.example", "okezone", "33", "Asia/Jakarta"
    )
    network = frozenset({"okezone", "liputan6"})
    assert open_page(document, moved, kin=network).family == "liputan6"
    assert open_page(document, moved, "okezone", network).family == "okezone"
    assert open_page(document, moved, kin=frozenset({"okezone"})).family == "okezone"


def test_family_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        open_page(Document(b"<p>"), UNKNOWN, "koran")


@pytest.mark.parametrize(
    "layout", [item for item in LAYOUTS if item.mark and item.family != "wordpress"]
)
def test_mark_is_on_no_page_of_another_family(layout: type[Page]) -> None:
    """WordPress alone shares its names with others, so its marks are looked for last."""
    others = [name for name in PAGES if layout_of(name).family != layout.family]
    bearing = [
        name for name in others + names(generic=True) if opened(name).document.first(layout.mark)
    ]
    assert bearing == []


def test_kin_of_an_unknown_host() -> None:
    catalogue = Catalogue.load()
    assert kin(catalogue, None) is None
    assert kin(catalogue, "https://lawu.example/berita/1") == frozenset()
    found = kin(catalogue, "https://daerahbaru.pikiran-rakyat.com/pr-1/judul")
    assert found is not None
    assert "promedia" in found


def test_marks_of_other_networks_are_not_looked_for_where_the_site_is_known() -> None:
    page = load("detik-detik")
    document = Document(page.body, page.url)
    assert type(open_page(document, UNKNOWN, kin=frozenset())) is Page
    assert open_page(document, UNKNOWN, kin=frozenset({"detik"})).family == "detik"
