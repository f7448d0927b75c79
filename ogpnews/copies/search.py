"""Copies among the articles of a dataset: which texts are the same, and who published them first.

Two passes over the records: one signs what is new, one reads the texts that share a band of their
signatures with another. A text goes by its SHA-256, also where its outlet's rights keep the text
itself out of the record.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ogpnews.copies.candidates import Candidates
from ogpnews.copies.clusters import Link, link
from ogpnews.copies.texts import Member, Text, Texts, key
from ogpnews.dataset import Dataset
from ogpnews.text.shingles import Shingled

THRESHOLD = 0.5
"""Share of the shorter text's shingles that the longer one has, from which on it is a copy."""
Watch = Callable[[Iterable[Any], str], Iterable[Any]]
"""Hands things on and shows how many they are; the second argument is what is done with them."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article in its cluster."""

    article: Member
    ratio: float = 1.0
    """Share of the shingles of its text that the text of the cluster's first article has."""
    compared: str | None = None
    """`text`; `sha256` where the text is not at hand; None where there is none, or a short one."""


Cluster = list[Copy]
"""Articles with one text, in the order of their publication."""


def clusters(dataset: Dataset, texts: Texts, threshold: float, watch: Watch) -> list[Cluster]:
    """Every article in its cluster, most of them alone; in the order of publication."""
    found: list[Cluster] = []
    compared: list[tuple[str, Text]] = []
    for name, text in texts.by_hash.items():
        if text.is_short:
            found += [[Copy(article)] for article in text.members]
        elif text.signed is None:
            found.append([Copy(article, 1.0, "sha256") for article in text.members])
        else:
            compared.append((name, text))
    compared.sort(key=lambda pair: pair[1].first)
    links = _links(dataset, compared, threshold, watch)
    found += _grouped([text for _, text in compared], links)
    for cluster in found:
        cluster.sort(key=lambda copy: copy.article.when)
    return sorted(found, key=lambda cluster: cluster[0].article.when)


def _links(
    dataset: Dataset, compared: list[tuple[str, Text]], threshold: float, watch: Watch
) -> list[Link]:
    likely = Candidates([text.signed.signature for _, text in compared if text.signed])
    wanted = {compared[place][0]: place for place in likely.any()}
    shingled: dict[int, Shingled] = {}
    for record in watch(dataset.records(), "reading"):
        place = wanted.get(key(record)) if record["text"] else None
        if place is not None and place not in shingled:
            shingled[place] = Shingled.of(record["text"])
    return link(watch(range(len(compared)), "comparing"), likely, shingled.__getitem__, threshold)


def _grouped(texts: list[Text], links: list[Link]) -> Iterator[Cluster]:
    groups: dict[int, list[int]] = {}
    for place, found in enumerate(links):
        groups.setdefault(found.leader, []).append(place)
    for places in groups.values():
        yield list(
            chain.from_iterable(
                (Copy(article, links[place].ratio, "text") for article in texts[place].members)
                for place in places
            )
        )
