"""A page that something names, and the dates that sitemaps and feeds give."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timezone
from email.utils import parsedate_to_datetime
from typing import Any

_PERIOD = re.compile(
    r"(?<!\d)(?P<y>199\d|20[0-4]\d)"
    r"(?:(?:[-_/.]|&\w{1,12}=)?(?P<m>0[1-9]|1[0-2])(?:(?:[-_/.]|&\w{1,12}=)?(?P<d>[0-3]\d))?)?(?!\d)"
)


@dataclass(slots=True, frozen=True)
class Entry:
    """A page that a sitemap, a feed or a listing names."""

    url: str
    """Absolute."""
    when: str | None = None
    """Publication: ISO 8601, with the offset that is printed, or a bare day."""
    found_in: str = ""
    """URL of the sitemap, feed or listing."""
    changed: str | None = None
    """Last change, like `when`: an article may be far older than its lastmod."""


def moment(printed: str | None) -> str | None:
    """A date of a sitemap or feed as ISO 8601, in words of Indonesian too; None if unreadable."""
    if not printed:
        return None
    printed = printed.strip()[:80]
    try:
        read = datetime.fromisoformat(printed)
        return read.date().isoformat() if len(printed) <= 10 else read.isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(printed).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return _indonesian(printed)


def _indonesian(printed: str) -> str | None:
    from ogpnews.text.dates import parse

    read = parse(printed)
    if read is None:
        return None
    if isinstance(read.when, datetime) and read.offset is not None:
        return read.when.replace(tzinfo=timezone(read.offset)).isoformat()
    return read.when.isoformat()


def period(url: str) -> tuple[date, date] | None:
    """First and last day that a sitemap's own address names: `sitemap-2024-05.xml`; None without.

    Read are years and months, `?yyyy=2024&mm=05` as well, and days: `sitemap_20240517.xml`.
    """
    _, _, address = url[:2083].partition("://")
    named = _PERIOD.search(address[address.find("/") :])
    if named is None:
        return None
    year, month, number = (int(part) if part else None for part in named.group("y", "m", "d"))
    try:
        first = date(year or 0, month or 1, number or 1)
    except ValueError:
        return None
    if number:
        return first, first
    if month:
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return first, first.replace(month=12, day=31)


def local_day(iso: str, zone: Any) -> date:
    """The day of a moment where the outlet is; times without an offset are local already."""
    read = datetime.fromisoformat(iso)
    try:
        return (read.astimezone(zone) if read.tzinfo else read).date()
    except OverflowError:  # the last night of the year 9999, by a clock in the west
        return read.date()
