"""Tables with one row an outlet: origins, coverage of fields, reservations, what is odd."""

from collections import Counter
from pathlib import Path

from ogpnews.outlets import Catalogue
from ogpnews.report.census import Census, OutletCount
from ogpnews.report.fields import FIELDS
from ogpnews.report.tables import GROUPS, Table, table
from ogpnews.report.texts import Texts

ORIGINS = ("independent", "handout", "wire", "advertorial", "unknown")
_NAMED = 5
_SIZE = (("outlet", "name"), ("articles", "number"))


def names(catalogue: Path | None = None) -> dict[str, str]:
    """Id → name of the catalogue's outlets, with the id behind names that several have."""
    known = Catalogue.load(catalogue).outlets.values()
    shared = Counter(outlet.name for outlet in known)
    return {
        outlet.id: outlet.name if shared[outlet.name] == 1 else f"{outlet.name} ({outlet.id})"
        for outlet in known
    }


def largest(census: Census) -> list[tuple[str, OutletCount]]:
    """Outlets, the largest first."""
    return sorted(census.outlets.items(), key=lambda item: (-item[1].articles, item[0]))


def origins(t: Texts, census: Census) -> Table:
    """Shares of origins."""
    rows = [
        (
            t.outlet(name),
            found.articles,
            *((found.facts[f"origin {o}"], found.articles) for o in ORIGINS),
        )
        for name, found in largest(census)
    ]
    columns = [*_SIZE, *((f"origin.{o}", "heat") for o in ORIGINS)]
    return table(t, "origin_outlets", columns, rows, GROUPS)


def coverage(t: Texts, census: Census) -> Table:
    """Shares of articles that have a field, with a last row for all."""
    rows = [
        (
            t.outlet(name),
            found.articles,
            *((found.fields[field], found.articles) for field in FIELDS),
        )
        for name, found in largest(census)
    ]
    sums = (sum(found.fields[field] for found in census.outlets.values()) for field in FIELDS)
    total = (t("page.all"), census.articles, *((number, census.articles) for number in sums))
    columns = [*_SIZE, *((f"field.{field}", "heat") for field in FIELDS)]
    return table(t, "coverage", columns, rows, GROUPS, total)


def missing(t: Texts, census: Census) -> Table:
    """What is missing where: of each field the outlets that never have it, the largest named."""
    rows = []
    for field in FIELDS:
        without = census.articles - sum(found.fields[field] for found in census.outlets.values())
        never = [t.outlet(name) for name, found in largest(census) if not found.fields[field]]
        rows.append((t(f"field.{field}"), (without, census.articles), len(never), never[:_NAMED]))
    columns = (("field", "name"), ("without", "share"), ("never", "number"), ("named", "names"))
    return table(t, "missing", columns, rows)


def affected(t: Texts, census: Census, name: str, fact: str) -> Table:
    """Outlets by articles for which a fact holds; those without any are left out."""
    rows = [
        (t.outlet(outlet), found.articles, found.facts[fact], (found.facts[fact], found.articles))
        for outlet, found in largest(census)
        if found.facts[fact]
    ]
    rows.sort(key=lambda row: -row[2])
    columns = (("outlet", "name"), ("articles", "number"), (name, "bar"), ("share", "share"))
    return table(t, name, columns, rows)
