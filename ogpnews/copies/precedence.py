"""Which of several articles was published first, as far as their dates can tell."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Self

from ogpnews.dataset import Record
from ogpnews.text.moments import stamp

_NEVER = "~"
"""Behind every date."""
_EAST, _WEST = timedelta(hours=9), timedelta(hours=7)
"""Offsets of Indonesia: a day begins in the east and ends in the west."""


@dataclass(frozen=True, slots=True, order=True)
class Published:
    """The span of time in which an article came out; sorts by its end, undated ones last.

    Who names a minute comes before who names its day alone: a time is never invented. Where the ends
    are the same the id decides.
    """

    end: str
    id: str
    start: str
    """Like `end`: ISO 8601 in UTC with seconds, so that strings compare as times do."""

    @classmethod
    def of(cls, record: Record) -> Self:
        """The span of a record's `published_utc` by its precision, else of its bare day."""
        try:
            start, end = _span(record)
        except (ValueError, OverflowError):  # no date, or one at the end of time
            return cls(_NEVER, record["id"], "")
        return cls(stamp(end), record["id"], stamp(start))

    def surely_before(self, others: "list[Published]") -> bool:
        """Whether none of the others can have come out before it, or at the same time."""
        return all(self.end < other.start for other in others)


def _span(record: Record) -> tuple[datetime, datetime]:
    """ValueError where the record has no date."""
    if record["published_utc"]:
        start = datetime.fromisoformat(record["published_utc"]).astimezone(UTC)
        minute = record["published_precision"] == "minute"
        return start, start + timedelta(seconds=59 if minute else 0)
    day = datetime.fromisoformat((record["published"] or "")[:10]).replace(tzinfo=UTC)
    return day - _EAST, day - _WEST + timedelta(days=1, seconds=-1)
