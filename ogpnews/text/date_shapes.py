"""The fast path: one compiled pattern for every absolute date form, a table for its words."""

import re
from datetime import date, datetime

from ogpnews.text.moments import (
    APOSTROPHES,
    BETWEEN,
    MONTHS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    WORDS,
    ZONES,
    Moment,
    alternatives,
    offset_of,
    time_of,
)

_MONTH = rf"({alternatives(MONTHS)})(?![^\W\d_])\.?"
_YEAR = r"((?:199|20[0-9])[0-9])(?![0-9])"
_ORDINAL = r"(?:st|nd|rd|th)?"

# The first digit stands alone at the front: a pattern that opens with a plain class is searched for
# several times as fast as one that opens with a choice or a look-behind.
_DAY_FIRST = re.compile(
    rf"""
    ([0-9])(?<![0-9][0-9])(?:
      # 24 Nov 2020, 24 - Nov - 2020, 26 Sep, 2013; a short year only where nothing else can follow
      ([0-9]?){_ORDINAL}[ ]?[-–/.,]?[ ]?(?=[a-z]){_MONTH}[ ]?[-–/.,]?[ ]?
        ((?:199|20[0-9])[0-9](?![0-9])|[0-5][0-9](?=[ ]?(?:$|[,|)(–-]|[0-2]?[0-9][:.][0-5][0-9])))
    | # 24/07/25, 29-04-2025, 26.03/2022, 14/2 - 2019
      (?<![0-9][/.:-].)([0-9]?)[ ]?[/.-][ ]?([0-3]?[0-9])[ ]?
        (?:[/.-][ ]?{_YEAR}|[/-]([0-5][0-9])(?![0-9]|[/.:-][0-9]))
    | # 2025-07-24, 2016/02/08
      ([0-9]{{3}})[-/.]([01]?[0-9])[-/.]([0-3]?[0-9])(?![0-9])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# Oktober 27, 2015; Okt 10th, 2015
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH} ?([0-3]?[0-9]){_ORDINAL} ?,? ?{_YEAR}",
    re.IGNORECASE,
)
# KAMIS 911/02/2021): the 9 is an opening bracket typed without shift
_UNSHIFTED = re.compile(rf"\b9([0-3][0-9])/([01]?[0-9])/{_YEAR}\)")
DAY_MONTH = re.compile(
    rf"(?<![0-9/.])([0-3]?[0-9]){_ORDINAL} ?[-–/.]? ?{_MONTH}|\b{_MONTH} ?([0-3]?[0-9])(?![0-9])",
    re.IGNORECASE,
)

_GAP = r"[\s,.|/•·–—@(■:-]{0,6}"
WORD = rf"(?:(?:{alternatives(WORDS['clock_words'])})\b[.: ]{{0,3}}|T)?"
_TIME = r"([0-2]?[0-9])[:.]([0-5][0-9])(?:[:.]([0-5][0-9]))?(?![0-9]|[.:][0-9])"


def _zone(signs: str) -> str:
    """Pattern of a zone: its name, a number after one of the signs, or Z."""
    number = rf"(?:GMT|UTC)?[ ]?([{signs}][01]?[0-9](?::?[0-5][0-9])?)(?![0-9])"
    return rf"(?:[ ]?\(?(?:({alternatives(ZONES)})\b|{number}|(Z|UTC|GMT)\b))?"


# A minus sign after a printed clock is a range (10:00-11:30); only machines mean an offset by it.
ZONE, ZONE_MACHINE = _zone("+"), _zone("+-")
CLOCK = rf"{_TIME}(?: ?([ap])\.?m\b\.?)?"
TAIL = re.compile(rf"(?: ?M\b)?{_GAP}{WORD}(?:{CLOCK})?{ZONE}", re.IGNORECASE)
TAIL_MACHINE = re.compile(rf"{_GAP}{WORD}(?:{CLOCK})?{ZONE_MACHINE}", re.IGNORECASE)
LONE_CLOCK = re.compile(
    rf"(?<![0-9.:/-]){CLOCK}(?: ?[-–] ?[0-2]?[0-9][:.][0-5][0-9])?{ZONE}", re.IGNORECASE
)
_RANGE = re.compile(r"(?:(?:^|[\s(])[0-3]?[0-9] ?|\bke)[-–] ?$")
_BEFORE = re.compile(
    rf"(?<![0-9.:/-]){CLOCK}{ZONE}\)?[\s,.|•·–—-]{{0,4}}(?:([^\W\d_]{{3,9}})[\s,.]{{1,2}})?$",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]+(?:['’‘`´ʼ′ʻ][^\W\d_]+)?")


def weekday_before(head: str) -> str | None:
    """The weekday that stands right before a date, as printed; market days and the like skipped."""
    last = head.rstrip(" ,(|-–/").rpartition(" ")[2]
    if not last or last.lower() in WEEKDAYS:
        return last or None
    for word in reversed(LETTERS.findall(head[-60:])):
        plain = word.translate(APOSTROPHES).lower()
        if plain in WEEKDAYS:
            return str(word)
        if plain not in BETWEEN:
            return None
    return None


def clock_before(head: str) -> re.Match[str] | None:
    """A clock right before a date ("19.18 WIB, Selasa 30 Juni 2020")."""
    found = _BEFORE.search(head[-60:])
    if found and found[8] and found[8].lower() not in WEEKDAYS:
        return None
    return found


_NOTHING: tuple[str | None, ...] = (None,) * 7
_OLDEST = 1990  # older years are history told in a line, not a publication on the web
_NEVER = 9999  # a placeholder, and where calendars end: nothing can be reckoned beyond it


def _day_first(found: re.Match[str]) -> tuple[int, int, int, str | None]:
    """Year, month and day of a date that opens with a digit, and what is odd about its notation."""
    first, second, month, year, tail, numeral, full, short, rest, middle, last = found.groups()
    if month:
        return _year(year), MONTHS[month.lower()], int(first + second), None
    if rest:
        return int(first + rest), int(middle), int(last), None
    day, number = int(first + tail), int(numeral)
    if number > 12 >= day:  # no day-first reading exists: a spreadsheet's month/day/year
        return _year(full or short), day, number, f"order: month first in {found[0]}"
    return _year(full or short), number, day, None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def find(line: str) -> tuple[int, int, int, int, int, str | None] | None:
    """Start, end, year, month, day and oddity of the first thing in the shape of a date."""
    found = _DAY_FIRST.search(line)
    if found:
        start = found.start()
        if (
            start < 12
            or "20" not in line[:start]
            or not (earlier := _MONTH_FIRST.search(line, 0, start))
        ):
            return start, found.end(), *_day_first(found)
        found = earlier
    elif "20" in line or "199" in line:  # its year has four digits
        found = _MONTH_FIRST.search(line)
    if found:
        day = int(found[2])
        return found.start(), found.end(), int(found[3]), MONTHS[found[1].lower()], day, None
    if ")" in line and (found := _UNSHIFTED.search(line)):
        odd = f"typing: 9 for ( in {found[0]}"
        return found.start(), found.end(), int(found[3]), int(found[2]), int(found[1]), odd
    return None


def _weekday_conflict(head: str, day: date) -> str | None:
    printed = weekday_before(head)
    if not printed:
        return None
    name = printed.lower()
    number = WEEKDAYS[name if name in WEEKDAYS else name.translate(APOSTROPHES)]
    if number == day.weekday():
        return None
    return f"weekday: {printed} printed, {day:%Y-%m-%d} is {WEEKDAY_NAMES[day.weekday()]}"


def _moment(
    day: date, groups: tuple[str | None, ...], conflict: str | None, half_known: bool
) -> Moment:
    hour, minute, second, half, name, number, zulu = groups
    offset, zone = (ZONES[name.lower()], "printed") if name else offset_of(number, zulu)
    if hour is None or not (half_known or half or not 1 <= int(hour) <= 12):
        return Moment(day, offset, zone, "day", conflict)
    clock = time_of(hour, minute, second, half)
    if clock is None:
        return Moment(
            day, offset, zone, "day", conflict or f"clock: no such time as {hour}.{minute}"
        )
    when = datetime.combine(day, clock)
    return Moment(when, offset, zone, "second" if second else "minute", conflict)


def read(line: str, tail: re.Pattern[str] = TAIL) -> Moment | bool:
    """The first absolute date of a line whose white space is single spaces.

    True: an impossible date or a range of days stands there, so there is nothing more to try.
    False: no date is seen.
    """
    seen = find(line)
    if not seen:
        return False
    start, end, year, month, number, odd = seen
    rest = tail.match(line, end)
    groups = rest.groups() if rest else _NOTHING
    head = line[:start]
    if head:
        if ("-" in head or "–" in head) and _RANGE.search(head[-8:]):
            return True
        if groups[0] is None and (":" in head or "." in head):
            groups = _earlier_clock(head, groups)
    try:
        day = date(year, month, number)
    except ValueError:
        return True
    if not _OLDEST <= year < _NEVER:
        return True
    conflict = (_weekday_conflict(head, day) if head else None) or odd
    # PHP's `d - M - Y, h:i` prints a 12-hour clock without AM or PM
    return _moment(day, groups, conflict, line[start + 2 : start + 5] != " - ")


def _earlier_clock(head: str, groups: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """The clock right before a date, with its zone or else the one after the date."""
    before = clock_before(head)
    if not before:
        return groups
    clock = before.groups()[:7]
    return clock if any(clock[4:]) else clock[:4] + groups[4:]
