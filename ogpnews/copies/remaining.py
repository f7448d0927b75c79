"""`copies.jsonl` without some articles: what is left of their clusters stays a cluster."""

from collections.abc import Collection, Iterable, Mapping

from ogpnews.dataset import Record


def remaining(
    rows: Iterable[Record], gone: Collection[str], published: Mapping[str, str | None]
) -> list[Record]:
    """The lines of the articles that are left, in their order.

    Where the first article of a cluster is gone, the next one is its first; which share of the others
    stands in that one nobody knows until `ogpnews dedupe` runs again. `published`: id → `published` of
    the record, of those that may come first.
    """
    clusters: dict[object, list[Record]] = {}
    kept = [row for row in rows if row["id"] not in gone]
    for row in kept:
        clusters.setdefault(row.get("cluster"), []).append(row)
    made = {name: _led(cluster, published) for name, cluster in clusters.items()}
    return [{**row, **made[row.get("cluster")][row["id"]]} for row in kept]


def heads(rows: Iterable[Record], gone: Collection[str]) -> set[str]:
    """Ids of articles that may come first where the first ones are gone."""
    return {row["id"] for row in rows if row.get("cluster") in gone and row["id"] not in gone}


def _led(cluster: list[Record], published: Mapping[str, str | None]) -> dict[str, Record]:
    """Id → what changes in its line."""
    size: Record = {"cluster_size": len(cluster)}
    if any(row["id"] == row.get("cluster") for row in cluster):
        return {row["id"]: size for row in cluster}
    first = cluster[0]["id"]
    size |= {
        "cluster": first,
        "first_published": published.get(first),
        "first_certain": len(cluster) == 1,
    }
    return {
        row["id"]: {**size, "first": row["id"] == first, "copy_ratio": 1.0 if row["id"] == first else None}
        for row in cluster
    }  # fmt: skip
