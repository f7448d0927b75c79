"""`copies.jsonl`: one line an article, out of its cluster."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from ogpnews.copies.search import Cluster
from ogpnews.dataset import Record
from ogpnews.disk import whole


def rows(cluster: Cluster) -> Iterator[Record]:
    """A line for each article of a cluster, its first one first."""
    first = cluster[0].article
    certain = first.when.surely_before([copy.article.when for copy in cluster[1:]])
    for copy in cluster:
        yield {
            "id": copy.article.id,
            "outlet": copy.article.outlet,
            "cluster": first.id,
            "cluster_size": len(cluster),
            "first": copy.article is first,
            "first_published": first.published,
            "first_certain": certain,
            "copy_ratio": round(copy.ratio, 4),
            "compared": copy.compared,
        }


def write(path: Path, clusters: Iterable[Cluster]) -> None:
    """The file, whole or not at all; OSError."""
    with whole(path) as file:
        for cluster in clusters:
            for row in rows(cluster):
                file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
