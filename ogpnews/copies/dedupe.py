"""One run of `ogpnews dedupe` over a dataset folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ogpnews.copies import index as copyindex
from ogpnews.copies import rows as copyrows
from ogpnews.copies.search import THRESHOLD, Cluster, Watch, clusters
from ogpnews.copies.texts import Texts
from ogpnews.dataset import COPIES, Dataset
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.lock import Lock
from ogpnews.runreport import now


@dataclass(frozen=True, slots=True)
class Found:
    """What a run found."""

    articles: int
    new: int
    """Texts that were signed in this run."""
    clusters: list[Cluster]
    anew: bool
    """No earlier run's signatures could be used."""


def dedupe(
    folder: str | Path,
    threshold: float = THRESHOLD,
    *,
    full: bool = False,
    watch: Watch = lambda records, _: records,
    command: Sequence[str] = ("ogpnews", "dedupe"),
) -> Found:
    """Write `copies.jsonl`; `full` reads nothing that earlier runs have left.

    UsageError: no dataset, or a threshold that is none. Locked: another run is at work in there.
    OgpnewsError: a damaged record, or a disk that does not take the files; the old ones stay then.
    """
    if not 0 < threshold <= 1:
        raise UsageError(f"threshold {threshold:g}: give a share above 0, 1 at most (0.5)")
    dataset = Dataset(folder)
    with Lock(dataset.folder, command, now()):
        index = dataset.folder / copyindex.NAME
        known = None if full else copyindex.load(index)
        texts = Texts(known or {})
        texts.read(watch(dataset.records(), "signing"))
        found = Found(
            texts.articles, texts.new, clusters(dataset, texts, threshold, watch), known is None
        )
        try:
            copyindex.save(index, texts.signed())
            copyrows.write(dataset.folder / COPIES, found.clusters)
        except OSError as error:
            raise OgpnewsError(
                f"{dataset.folder}: {COPIES} cannot be written ({error.strerror}); the old one stays"
            ) from error
    return found
