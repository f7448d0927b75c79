"""The days that a run asks for, and other numbers that people give."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from ogpnews.entries import Entry, local_day, period
from ogpnews.errors import UsageError

_GRACE = timedelta(days=1)


@dataclass(slots=True, frozen=True)
class Window:
    """Days, both included, as they are where the outlet is."""

    since: date | None
    until: date | None
    zone: ZoneInfo

    @classmethod
    def parse(cls, since: str | None, until: str | None, timezone: str) -> "Window":
        """UsageError for what is no day, or an end before the start."""
        window = cls(day(since, "since"), day(until, "until"), ZoneInfo(timezone))
        if window.since and window.until and window.until < window.since:
            raise UsageError(f"--until {until} is before --since {since}: no day is in between")
        return window

    def __bool__(self) -> bool:
        return self.since is not None or self.until is not None

    def holds(self, published: str) -> bool:
        """True where a publication, ISO 8601, lies inside."""
        when = local_day(published, self.zone)
        return not (self.since and when < self.since) and not (self.until and when > self.until)

    def before(self, published: str) -> bool:
        """True where a publication, ISO 8601, is older than the start."""
        return self.since is not None and local_day(published, self.zone) < self.since

    def overlaps(self, sitemap: Entry) -> bool:
        """False for a sitemap that was last changed before the start, or whose address names
        other days; one day of grace, for its clock may be in another zone."""
        if named := period(sitemap.url):
            first, last = named
            if self.since and last < self.since - _GRACE:
                return False
            if self.until and first > self.until + _GRACE:
                return False
        return self.may_hold(sitemap)

    def may_hold(self, entry: Entry) -> bool:
        """False only where the dates rule it out: a late change says nothing of the start."""
        if entry.when:
            return self.holds(entry.when)
        return not (
            entry.changed and self.since and local_day(entry.changed, self.zone) < self.since
        )


def day(text: str | None, name: str) -> date | None:
    """`2026-11-23` as a day; UsageError for anything else."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"--{name} {text!r} is not a day; write it as YYYY-MM-DD, e.g. 2026-11-23"
        ) from None
