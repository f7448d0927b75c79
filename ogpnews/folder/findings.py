"""What a check of a dataset found: where, and of which kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

_LONGEST = 160
"""Characters of what a record says, in a message."""


class Finding(NamedTuple):
    """Something that is wrong."""

    file: str
    """Below the dataset's folder."""
    what: str
    """The same words for everything of its kind."""
    line: int | None = None
    key: str = ""
    """Key of the record, `images[].credit_type`."""
    detail: str = ""
    """What is there, what should be."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        key = f"{self.key}: " if self.key else ""
        detail = f" ({self.detail[:_LONGEST]})" if self.detail else ""
        return f"{place}: {key}{self.what}{detail}"


@dataclass(slots=True)
class Report:
    """The result of a check."""

    files: int = 0
    records: int = 0
    notes: list[str] = field(default_factory=list)
    """What is worth saying and no fault: a run at work."""
    everything: bool = False
    """Each finding is kept, not the first of its kind alone."""
    count: int = 0
    _kinds: dict[tuple[str, str], tuple[Finding, int]] = field(default_factory=dict)
    _all: list[Finding] = field(default_factory=list)

    def add(self, found: Iterable[Finding]) -> None:
        """Takes findings, in the order in which they shall be said."""
        for each in found:
            self.count += 1
            if self.everything:
                self._all.append(each)
            else:
                first, number = self._kinds.get((each.what, each.key), (each, 0))
                self._kinds[each.what, each.key] = first, number + 1

    def findings(self) -> Iterator[tuple[Finding, int]]:
        """Each finding, or the first of each kind with how many there are."""
        yield from ((each, 1) for each in self._all)
        yield from self._kinds.values()

    def table(self) -> dict[str, Any]:
        """The whole report, ready for JSON."""
        rows = [{**each._asdict(), "count": number} for each, number in self.findings()]
        return {
            "files": self.files, "records": self.records, "findings": self.count,
            "problems": rows, "notes": self.notes,
        }  # fmt: skip
