"""Dates as machines write them: metadata, feeds, structured data, in all their broken forms."""

import re
from datetime import UTC, date, datetime, timedelta

from ogpnews.text.date_shapes import TAIL_MACHINE, ZONE_MACHINE, read
from ogpnews.text.moments import ZONES, Moment, alternatives, offset_of, time_of

_ISO = re.compile(
    rf"""
    ([0-9]{{4}})(?:([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}})|([0-9]{{2}})([0-9]{{2}}))(?![0-9])
    (?:[\s,]{{0,3}}
      (?:T|({alternatives(ZONES)}))?[ ]?   # PHP's T for the letter T: 2019-09-28WIB19:17
      ([0-9]{{1,2}})[:.-]?([0-9]{{2}})            # 20-59 occurs
      (?:[:.-]?([0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?(?![0-9])
      (?:[ ]?([ap])\.?m\b)?{ZONE_MACHINE}
    )?""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPACT = re.compile(
    r"((?:199|20[0-9])[0-9])([01][0-9])([0-3][0-9])(?:([0-2][0-9])([0-5][0-9])([0-5][0-9]))?"
)
_UNIX = (datetime(1990, 1, 1, tzinfo=UTC).timestamp(), 2.0**31)
_LONGEST = 200  # characters: whatever is longer is no date


def parse_machine(value: str) -> Moment | None:
    """A machine-readable date; None where it is none, impossible or a placeholder (0000-00-00, 9999-12-31).

    Reads ISO 8601 as broken as it occurs (a space before T, 0700 without colon, 20-59-53, slashes,
    a zone name in the place of T), RFC 822 with English or Indonesian months, unix time in seconds
    or milliseconds, 14- and 8-digit stamps, and whatever a printed line may hold.
    """
    if len(value) > _LONGEST:
        return None
    text = " ".join(value.split())
    if text.isdecimal() and text.isascii():
        return _digits(text)
    found = _ISO.match(text)
    if not found:
        seen = read(text, TAIL_MACHINE)
        return seen if isinstance(seen, Moment) else None
    year, _, month, day, month2, day2, name, *clock, zone_name, number, zulu = found.groups()
    try:
        when = date(int(year), int(month or month2), int(day or day2))
    except ValueError:
        return None
    if not 1990 <= when.year < 9999:  # 9999-12-31 is never, and an hour more does not exist
        return None
    offset, zone = offset_of(number, zulu)
    if offset is None and (said := name or zone_name):
        offset, zone = ZONES[said.lower()], "printed"
    return _moment(when, clock, offset, zone)


def _moment(
    day: date, clock: list[str | None], offset: timedelta | None, zone: str | None
) -> Moment | None:
    hour, minute, second, half = clock
    if hour is None:
        return Moment(day, None, None, "day", None)
    try:
        time = time_of(hour, minute, second, half)
    except ValueError:  # minute or second beyond 59
        time = None
    if time is None:
        return Moment(day, offset, zone, "day", f"clock: no such time as {hour}.{minute}")
    precision = "second" if second else "minute"
    return Moment(datetime.combine(day, time), offset, zone, precision, None)


def _digits(text: str) -> Moment | None:
    """Unix time in seconds or milliseconds, YYYYMMDD, YYYYMMDDHHMMSS."""
    if len(text) in (10, 13):
        seconds = int(text[:10])
        if not _UNIX[0] <= seconds < _UNIX[1]:
            return None
        when = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
        return Moment(when, timedelta(0), "utc", "second", None)
    found = _COMPACT.fullmatch(text)
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part]
    try:
        stamp = datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - a wall clock: no zone is said
    except ValueError:
        return None
    if len(parts) == 3:
        return Moment(stamp.date(), None, None, "day", None)
    return Moment(stamp, None, None, "second", None)
