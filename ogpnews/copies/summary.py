"""What `ogpnews dedupe` found, for people and for machines."""

from collections.abc import Iterator
from typing import Any

from ogpnews.copies.dedupe import Found
from ogpnews.copies.search import Cluster

_SHOWN = 10
_HEAD = ("size", "outlets", "first published", "in", "title")


def summary(found: Found) -> dict[str, Any]:
    """Counts, and the largest clusters."""
    copied = [cluster for cluster in found.clusters if len(cluster) > 1]
    compared = [copy.compared for cluster in found.clusters for copy in cluster]
    return {
        "articles": found.articles,
        "clusters": len(found.clusters),
        "clusters_with_copies": len(copied),
        "copies": found.articles - len(found.clusters),
        "not_compared": compared.count(None),
        "compared_by_sha256_alone": compared.count("sha256"),
        "texts_signed": found.new,
        "anew": found.anew,
        "largest": [_told(cluster) for cluster in sorted(copied, key=_rank)[:_SHOWN]],
    }


def _rank(cluster: Cluster) -> tuple[int, Any]:
    return -len(cluster), cluster[0].article.when


def _told(cluster: Cluster) -> dict[str, Any]:
    first = cluster[0].article
    return {
        "cluster": first.id,
        "size": len(cluster),
        "outlets": sorted({copy.article.outlet for copy in cluster}),
        "first_published": first.published,
        "first_outlet": first.outlet,
        "title": first.title,
    }


def lines(told: dict[str, Any], width: int) -> Iterator[str]:
    """The summary as text, its lines cut to `width` columns."""
    anew = ", all of them: no earlier run's can be used" if told["anew"] else ""
    yield (
        f"articles {told['articles']:,}, clusters {told['clusters']:,}, copies {told['copies']:,}"
        f" (originals {told['clusters_with_copies']:,})"
    )
    yield (
        f"texts signed {told['texts_signed']:,}{anew}; too short to compare {told['not_compared']:,};"
        f" without text, by SHA-256 alone {told['compared_by_sha256_alone']:,}"
    )
    if not told["largest"]:
        return
    table = [_HEAD, *map(_cells, told["largest"])]
    sizes = [max(len(row[place]) for row in table) for place in range(len(_HEAD))]
    yield ""
    for row in table:
        cells = [
            cell.rjust(size) if place < 2 else cell.ljust(size)
            for place, (cell, size) in enumerate(zip(row, sizes, strict=True))
        ]
        yield "  ".join(cells)[:width].rstrip()


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        f"{row['size']:,}",
        f"{len(row['outlets']):,}",
        row["first_published"] or "-",
        row["first_outlet"] or "-",
        row["title"],
    )
