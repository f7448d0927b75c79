"""Tables of copies: the largest clusters, and outlets that have them."""

from collections import Counter

from ogpnews.report.census import Census, day_of
from ogpnews.report.clusters import Cluster
from ogpnews.report.tables import Table, table
from ogpnews.report.texts import Texts, isolated

_NAMED = 5


def copied(census: Census) -> int:
    """Articles whose text another article of the dataset has as well."""
    return sum(found.articles for found in census.clusters.values() if found.articles > 1)


def texts(census: Census) -> int:
    """Clusters with at least two articles."""
    return sum(found.articles > 1 for found in census.clusters.values())


def largest(t: Texts, census: Census) -> Table:
    """Clusters by articles: headline, numbers, who was first and when, the other outlets."""
    found = [one for one in census.clusters.values() if one.articles > 1]
    found.sort(key=lambda one: (-one.articles, one.published or "~", one.title))
    rows = [
        (one.title, one.articles, len(one.outlets), _first(t, one), day_of(one.published),
         [t.outlet(name) for name in sorted(one.outlets - {one.outlet})[:_NAMED]])
        for one in found
    ]  # fmt: skip
    columns = (("title", "name"), ("copies", "bar"), ("outlets", "number"),
               ("first", "text"), ("day", "day"), ("also", "names"))  # fmt: skip
    return table(t, "clusters", columns, rows)


def _first(t: Texts, one: Cluster) -> str:
    name = t.outlet(one.outlet)
    return name if one.certain else t("page.perhaps", name=isolated(name))


def by_outlet(t: Texts, census: Census) -> Table:
    """Outlets by the clusters that they are in, and how often they were first."""
    inside, first = Counter[str](), Counter[str]()
    for found in census.clusters.values():
        if len(found.outlets) > 1:
            inside.update(found.outlets)
            first[found.outlet] += 1
    rows = [
        (t.outlet(name), number, first[name], (first[name], number))
        for name, number in sorted(inside.items(), key=lambda item: (-item[1], item[0]))
    ]
    columns = (("outlet", "name"), ("clusters", "bar"), ("firsts", "number"), ("share", "share"))
    return table(t, "copy_outlets", columns, rows)
