"""Which articles of a dataset: by region, day, government, topic, outlet, origin; without copies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ogpnews.dataset import Record

UNDATED = "undated"
"""Why an article is left out where days are asked for and it has none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an article must be; what is empty asks for nothing."""

    regions: frozenset[str] = frozenset()
    """Kemendagri codes, one of which it must be about; a province takes in all that lies in it."""
    since: date | None = None
    """First local day of publication; undated articles are left out."""
    until: date | None = None
    """Last local day, likewise."""
    government: bool = False
    """True: about what a regional government does."""
    topics: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    """Ids of the catalogue; empty text for what the catalogue does not know."""
    origins: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    """Ids of articles that are left out as copies of others."""
    uncompared: frozenset[str] = frozenset()
    """Ids of articles that came in since copies were looked for: none is left out as one."""

    def holds(self, record: Record) -> bool:
        """True where the article is wanted."""
        return not self.missed(record)

    def missed(self, record: Record) -> str:
        """Name of the first filter that leaves the article out, `undated`, or empty text."""
        if self.outlets and record["outlet"] not in self.outlets:
            return "outlet"
        if (self.since or self.until) and (missed := self._day(record["published"])):
            return missed
        if self.regions and not any(map(self._within, record["regions"])):
            return "region"
        if self.government and not record["government"]["about"]:
            return "government"
        if self.topics and self.topics.isdisjoint(record["topics"]):
            return "topic"
        if self.origins and record["origin"] not in self.origins:
            return "origin"
        return "dedupe" if record["id"] in self.copies else ""

    def _day(self, published: str | None) -> str:
        if not published:
            return UNDATED
        day = published[:10]
        if self.since and day < self.since.isoformat():
            return "since"
        return "until" if self.until and day > self.until.isoformat() else ""

    def _within(self, region: Record) -> bool:
        code = region["code"] or ""
        return code in self.regions or code[:2] in self.regions


def without_copies(
    selection: Selection, records: Iterable[Record], copies: Mapping[str, Record]
) -> Selection:
    """The same, of each cluster of copies only the first that it holds.

    `copies`: id → what `ogpnews dedupe` says, as Dataset.copies gives it: of each cluster in the
    order of publication. Articles that came in since are all kept.
    """
    held = {record["id"] for record in records if selection.holds(record)}
    clusters, left = set[str](), set[str]()
    for name, said in copies.items():
        if name in held:
            if said["cluster"] in clusters:
                left.add(name)
            clusters.add(said["cluster"])
    return replace(
        selection, copies=frozenset(left), uncompared=frozenset(held - copies.keys() - {""})
    )
