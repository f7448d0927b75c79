"""What went wrong in a crawl of one outlet."""

from dataclasses import dataclass, field
from typing import TypedDict

from ogpnews.reasons import INTERRUPTED, NOT_ASKED

MOST = 200
"""Failures of one outlet that are kept word for word; all are counted."""


class Kind(TypedDict):
    """Failures that differ in their address alone."""

    what: str
    count: int
    url: str
    """The first one's."""


@dataclass(slots=True)
class Failures:
    """Failures of one outlet."""

    count: int = 0
    kept: list[dict[str, str]] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)
    """What → how often and where first; what is said after MOST kinds is in `count` alone."""

    def add(self, url: str, what: str) -> None:
        """Counts a failure; what an interruption broke off is none, nor what was not asked for."""
        if what in (INTERRUPTED, NOT_ASKED):  # one refusal is one failure, whoever waited behind it
            return
        self.count += 1
        if len(self.kept) < MOST:
            self.kept.append({"url": url, "what": what})
        if what in self.kinds:
            self.kinds[what]["count"] += 1
        elif len(self.kinds) < MOST:
            self.kinds[what] = {"what": what, "count": 1, "url": url}
