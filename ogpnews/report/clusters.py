"""Copies: what `ogpnews dedupe` found, counted together with the records."""

from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from ogpnews.dataset import COPIES, Dataset, Record
from ogpnews.errors import OgpnewsError
from ogpnews.report.tally import clip


class Place(NamedTuple):
    """Where an article stands in a cluster."""

    cluster: str
    first: bool
    """Published before the others, as far as their dates can tell."""
    certain: bool
    """Whether they can tell."""


@dataclass(slots=True)
class Cluster:
    """One text in several articles."""

    articles: int = 0
    outlets: set[str] = field(default_factory=set)
    outlet: str = ""
    """Outlet of the first."""
    title: str = ""
    """Headline of the first."""
    published: str | None = None
    """Its local day or instant, as the record has it."""
    certain: bool = False

    def take(self, record: Record, place: Place) -> None:
        """One more member; where the first one is not in the dataset any more, any stands for it."""
        self.articles += 1
        self.outlets.add(clip(record["outlet"]))
        if place.first or self.articles == 1:
            self.outlet, self.title = clip(record["outlet"]), clip(record["title"])
            self.published, self.certain = record["published"], place.first and place.certain


def places(dataset: Dataset) -> dict[str, Place]:
    """Id → place, for articles that are not alone; empty where dedupe never ran.

    OgpnewsError where the side file is not of its making.
    """
    try:
        return {
            row["id"]: Place(intern(row["cluster"]), row["first"], row["first_certain"])
            for row in dataset.side(COPIES)
            if row["cluster_size"] > 1
        }
    except (KeyError, TypeError) as error:
        raise OgpnewsError(
            f"{dataset.folder / COPIES}: not what ogpnews dedupe writes "
            f"({type(error).__name__}: {error}); run ogpnews dedupe again"
        ) from error
