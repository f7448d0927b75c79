"""What a date string says, and the words of dates from data/lexicon/dates.toml."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from ogpnews.resources import lexicon

WORDS = lexicon("dates")
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(WORDS["months"], 1) for name in names
}
WEEKDAYS: dict[str, int] = {
    name: number for number, names in enumerate(WORDS["weekdays"]) for name in names
} | {"jum'at": 4, "jum’at": 4}
WEEKDAY_NAMES: list[str] = [names[0].capitalize() for names in WORDS["weekdays"]]
ZONES: dict[str, timedelta] = {
    name: timedelta(hours=hours) for name, hours in WORDS["zones"].items()
}
APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ′ʻ"))
BETWEEN = frozenset(WORDS["between"])
INDONESIAN = tuple(timedelta(hours=hours) for hours in (7, 8, 9))
"""The three offsets that Indonesia has."""


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC, whole seconds, `2026-11-20T01:02:03Z`; the moment knows its zone."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").removesuffix("+00:00") + "Z"


class Moment(NamedTuple):
    """A point in time as one string states it; a tuple, which is made three times as fast."""

    when: datetime | date
    """Wall clock as printed, without zone; a bare date where no clock is printed."""
    offset: timedelta | None
    """Distance from UTC where the string says it; zero for Z and UTC; None: no zone."""
    zone: str | None
    """How it is said: printed (WIB), numeric (+07:00), utc (Z, GMT, +00:00); None: no zone."""
    precision: str
    """second, minute or day."""
    conflict: str | None
    """What the string itself contradicts, e.g. the weekday of the day."""

    @property
    def day(self) -> date:
        """Calendar day as printed."""
        return self.when.date() if isinstance(self.when, datetime) else self.when


def alternatives(words: Iterable[str]) -> str:
    """Pattern of any of these words, the longest first.

    Case is folded within ASCII only: Unicode folding would let `ſ` and `ı` pass for s and i, and
    what is found is looked up in tables.
    """
    return f"(?a:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"


def offset_of(number: str | None, zulu: str | None) -> tuple[timedelta | None, str | None]:
    """Offset and how it is said, from the number (+07:00) or the Z of a zone."""
    if zulu:
        return timedelta(0), "utc"
    if not number:
        return None, None
    digits = number[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14:
        return None, None
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if number[0] == "-" else 1)
    return offset, "numeric" if offset else "utc"


def time_of(hour: str, minute: str | None, second: str | None, half: str | None) -> time | None:
    """Time of day from its digits, with the a of AM or the p of PM; None: there is no such time."""
    number = int(hour)
    if half and 1 <= number <= 12:
        number = number % 12 + (12 if half in "pP" else 0)
    return time(number, int(minute or 0), int(second or 0)) if number < 24 else None
