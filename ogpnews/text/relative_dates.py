"""Dates that are told from the time of fetching: "5 menit lalu", "kemarin 14.30 WIB"."""

import re
from datetime import datetime, timedelta, timezone

from ogpnews.text.date_shapes import CLOCK, WORD, ZONE
from ogpnews.text.moments import WORDS, ZONES, Moment, alternatives, offset_of, time_of

_UNITS: dict[str, int] = WORDS["ago"]
_DAYS: dict[str, int] = WORDS["named_days"]
AGO = re.compile(
    rf"(?<![\w.,:/-])(?:([0-9]{{1,3}}) ?|(?:se|satu |an? ))({alternatives(_UNITS)})\b"
    rf"(?: ([0-9]{{1,2}}) ?(?:menit|min|minutes)\b)?(?: yang)? (?:lalu|ago)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\b({alternatives(_DAYS)})\b[\s,|•–-]{{0,4}}{WORD}{CLOCK}{ZONE}", re.IGNORECASE
)
_NOW = re.compile(r"\W{0,5}(?:baru saja|just now)\W{0,5}", re.IGNORECASE)
_LONGEST = 120  # characters of a line that may be a relative date; longer ones are prose


def relative(line: str, now: datetime) -> Moment | None:
    """A date told from `now`, the time of fetching, as wall clock in the zone of `now`.

    Hours and days ago name a day and no clock; where the hours may reach back over midnight they do
    not even name the day: None. Weeks, months and weekdays ("Senin lalu") are not read.
    """
    if len(line) > _LONGEST:
        return None
    if found := _NAMED.search(line):
        return _named(found, now)
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    if _NOW.fullmatch(line):
        return Moment(wall, None, None, "minute", None)
    found = AGO.search(line)
    if not found:
        return None
    seconds = _UNITS[found[2].lower()] * int(found[1] or 1)
    if found[3] or _UNITS[found[2].lower()] < 3600:
        return Moment(
            wall - timedelta(seconds=seconds, minutes=int(found[3] or 0)),
            None,
            None,
            "minute",
            None,
        )
    latest = wall - timedelta(seconds=seconds)
    if (
        _UNITS[found[2].lower()] == 3600
        and (latest - timedelta(minutes=59)).date() != latest.date()
    ):
        return None
    return Moment(latest.date(), None, None, "day", None)


def _named(found: re.Match[str], now: datetime) -> Moment | None:
    word, hour, minute, second, half, name, number, zulu = found.groups()
    clock = time_of(hour, minute, second, half)
    if clock is None:
        return None
    offset, zone = (ZONES[name.lower()], "printed") if name else offset_of(number, zulu)
    if offset is not None and now.tzinfo:
        now = now.astimezone(timezone(offset))
    day = now.date() - timedelta(days=_DAYS[word.lower()])
    return Moment(
        datetime.combine(day, clock), offset, zone, "second" if second else "minute", None
    )
