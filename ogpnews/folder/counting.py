"""Counts of records, whose sums describe a dataset."""

from collections import Counter
from dataclasses import dataclass, field, fields

from ogpnews.dataset import Record
from ogpnews.items import Article

_ALWAYS = {"schema_version", "revision", "kind", "origin", "pages", "pages_missing", "extraction"}
FIELDS = tuple(part.name for part in fields(Article) if part.name not in _ALWAYS)
"""Keys of a record that may be empty: their coverage is counted."""
NOWHERE = "none"
"""Stands for no region, no month, no language."""
_MOST_NOTICES = 50
"""Different texts of reservations that are counted in one file: pages wrote them."""


@dataclass(slots=True)
class Counts:
    """Sums over records, older revisions included."""

    records: int = 0
    revisions: int = 0
    """Of those, how many are second or later revisions: the others are as many articles."""
    damaged: int = 0
    """Lines that are no record, and ends of packed files that cannot be read."""
    first: str | None = None
    last: str | None = None
    """First and last day of publication."""
    government: int = 0
    """Records about what a regional government does."""
    fields: Counter[str] = field(default_factory=Counter)
    """Key of the record → records where it is neither null nor empty."""
    months: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    """Code of the primary region → records."""
    origins: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    topics: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    """`rights_notice` as the pages have it → records."""

    def add(self, record: Record) -> None:
        """One record more; KeyError, TypeError or AttributeError where it is none."""
        day = str(record["published"] or "")[:10]
        region = next((part["code"] for part in record["regions"] if part["primary"]), None)
        about, notice = record["government"]["about"], str(record["rights_notice"] or "")
        present = [name for name in FIELDS if record[name]]
        if not about:
            present.remove("government")
        topics, revised = [*map(str, record["topics"])], record["revision"] > 1
        self.records += 1
        self.revisions += revised
        self.government += bool(about)
        self.fields.update(present)
        self.months[day[:7] or NOWHERE] += 1
        self.regions[str(region or NOWHERE)] += 1
        self.origins[str(record["origin"])] += 1
        self.kinds[str(record["kind"])] += 1
        self.topics.update(topics)
        self.languages[str(record["language"] or NOWHERE)] += 1
        if notice and (notice in self.notices or len(self.notices) < _MOST_NOTICES):
            self.notices[notice] += 1
        self._span(day or None, day or None)

    def merge(self, other: "Counts") -> None:
        """All of the other's records more."""
        for part in fields(self):
            mine, theirs = getattr(self, part.name), getattr(other, part.name)
            if isinstance(mine, Counter):
                mine.update(theirs)
            elif isinstance(mine, int):
                setattr(self, part.name, mine + theirs)
        self._span(other.first, other.last)

    def _span(self, first: str | None, last: str | None) -> None:
        if first and (self.first is None or first < self.first):
            self.first = first
        if last and (self.last is None or last > self.last):
            self.last = last
