"""One pass over a dataset into counts: what the report shows, and no more than it shows."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from ogpnews.dataset import COPIES, Dataset, Record
from ogpnews.errors import OgpnewsError
from ogpnews.report.clusters import Cluster, Place, places
from ogpnews.report.fields import FIELDS
from ogpnews.report.tally import Tally, clip
from ogpnews.text.regions import by_code

Days = Counter[int]
"""Proleptic ordinal of a local day → articles published on it."""
OUTLETS, REST = 2_000, "…"
"""Outlets counted by name; whatever comes after them is counted as REST."""


@dataclass(slots=True)
class OutletCount:
    """What one outlet gave."""

    articles: int = 0
    days: Days = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    """Name in FIELDS → articles that have it."""
    facts: Counter[str] = field(default_factory=Counter)
    """As in Census, and its articles by origin."""


@dataclass(slots=True)
class Census:
    """Counts of a dataset; memory grows with outlets, days and clusters, not with articles."""

    articles: int = 0
    days: Days = field(default_factory=Counter)
    about_days: Days = field(default_factory=Counter)
    """Those of them about what a regional government does."""
    outlets: defaultdict[str, OutletCount] = field(default_factory=lambda: defaultdict(OutletCount))
    provinces: defaultdict[str, Days] = field(default_factory=lambda: defaultdict(Counter))
    """Code of the primary region's province, or an empty one, → its articles' days."""
    regions: Counter[str] = field(default_factory=Counter)
    """Code of the primary region → articles."""
    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    """bodies, offices, topics, origin, language, kind, network, notices, warnings, conflicts."""
    clusters: defaultdict[str, Cluster] = field(default_factory=lambda: defaultdict(Cluster))
    facts: Counter[str] = field(default_factory=Counter)
    """about, undated, day_only, no_region, ambiguous, notice, odd, cut, revised → articles."""
    withdrawn: int = 0
    searched: bool = False
    """Whether copies were looked for."""

    def outlet(self, record: Record) -> OutletCount:
        """The count of the record's outlet."""
        name = clip(record["outlet"])
        return self.outlets[name if name in self.outlets or len(self.outlets) < OUTLETS else REST]

    def take(self, record: Record, place: Place | None = None) -> None:
        """One more article, and its place among copies of it."""
        outlet = self.outlet(record)
        self.articles += 1
        outlet.articles += 1
        outlet.fields.update(name for name, has in FIELDS.items() if has(record))
        self._place(record, outlet)
        facts = [name for name, holds in _FACTS.items() if holds(record)]
        self.facts.update(facts)
        outlet.facts.update([*facts, f"origin {record['origin']}"])
        for name, values in _names(record):
            for value in set(values):
                self.tallies[name].take(value)
        if place is not None:
            self.clusters[place.cluster].take(record, place)

    def _place(self, record: Record, outlet: OutletCount) -> None:
        code = primary(record)
        self.regions[code] += 1
        province = self.provinces[code[:2]]
        day = day_of(record["published"])
        for days in (self.days, outlet.days, province):
            days[day] += 1
        if record["government"]["about"]:
            self.about_days[day] += 1


def primary(record: Record) -> str:
    """Code of the primary region; empty without one, and for codes that data/regions.csv lacks."""
    codes = (region["code"] for region in record["regions"] if region["primary"])
    return next((code for code in codes if by_code(code)), "")


UNDATED = 0
"""Stands for the day of an article without one."""


def day_of(published: str | None) -> int:
    """Ordinal of the local day, UNDATED where there is none."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return UNDATED


def count(dataset: Dataset, records: Iterable[Record]) -> Census:
    """The census of these records of the dataset, in one pass."""
    census, copies = Census(withdrawn=len(dataset.withdrawn())), places(dataset)
    census.searched = (dataset.folder / COPIES).exists()
    for record in records:
        try:
            census.take(record, copies.get(record["id"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise OgpnewsError(
                f"{dataset.folder}: article {record['id']} is no record of this version "
                f"({type(error).__name__}: {error}); ogpnews verify says more"
            ) from error
    return census


_FACTS: dict[str, Callable[[Record], bool]] = {
    "about": lambda record: bool(record["government"]["about"]),
    "undated": lambda record: day_of(record["published"]) == UNDATED,
    "day_only": lambda record: record["published_precision"] == "day",
    "no_region": lambda record: not primary(record),
    "ambiguous": lambda record: any(region["candidates"] for region in record["regions"]),
    "notice": lambda record: bool(record["rights_notice"]),
    "odd": lambda record: bool(record["date_conflict"] or record["extraction"]["warnings"]),
    "cut": lambda record: bool(record["pages_missing"]),
    "revised": lambda record: bool(record["revision"] > 1),
}


def _names(record: Record) -> Iterable[tuple[str, list[str]]]:
    government, odd = record["government"], record["date_conflict"]
    yield from ((name, government[name]) for name in ("bodies", "offices"))
    yield "topics", record["topics"]
    for name in ("origin", "language", "kind", "network"):
        yield name, [record[name] or ""]
    yield "notices", [record["rights_notice"]] if record["rights_notice"] else []
    yield "conflicts", [_kind(part) for part in odd.split("; ")] if odd else []
    yield "warnings", [_kind(warning) for warning in record["extraction"]["warnings"]]


def _kind(said: str) -> str:
    return said.partition(":")[0]
