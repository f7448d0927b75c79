"""One date, printed or machine-readable → Moment; docs/dates.md says what is read and refused."""

import re
import unicodedata
from datetime import datetime, time, timedelta

from ogpnews.text.date_shapes import DAY_MONTH, LETTERS, LONE_CLOCK, TAIL, find, read
from ogpnews.text.machine_dates import parse_machine
from ogpnews.text.moments import (
    APOSTROPHES,
    BETWEEN,
    MONTHS,
    WEEKDAYS,
    WORDS,
    ZONES,
    Moment,
    offset_of,
    time_of,
)
from ogpnews.text.relative_dates import AGO, relative
from ogpnews.text.url_dates import from_url

__all__ = [
    "Moment",
    "from_url",
    "is_date_line",
    "parse",
    "parse_clock",
    "parse_day_month",
    "parse_machine",
]

_GLUE = BETWEEN | frozenset(WEEKDAYS) | frozenset(ZONES) | frozenset(WORDS["clock_words"])
_FULL_YEAR = re.compile(r"(?<![0-9])(?:199|20[0-9])[0-9](?![0-9])")
_SHORT_NUMBER = re.compile(r"(?<![0-9:.])[0-3]?[0-9](?![0-9:.])")
_SLOW = 120  # characters: a longer line that the fast path cannot read is not worth more effort
_DATE_LINE = 120  # characters of the longest date line, byline included


def parse(line: str, *, now: datetime | None = None) -> Moment | None:
    """The first date in a printed line, whatever words surround it; None: no date or no such day.

    Relative forms ("5 menit lalu") are read only with `now`, the time of fetching, and come back in
    its zone. The year is never guessed.
    """
    plain = line.isprintable() and "  " not in line  # then its only white space is single spaces
    text = line if plain else " ".join(line.split())
    seen = read(text)
    if isinstance(seen, Moment):
        return seen
    if seen or len(text) > _SLOW:
        return None
    if not text.isascii():
        folded = "".join(
            c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf"
        )
        if folded != text:
            return parse(folded, now=now)
    if now is not None and (moment := relative(text, now)):
        return moment
    return _by_dateparser(text)


def _by_dateparser(text: str) -> Moment | None:
    """What only dateparser reads ("2021 Maret 5"), held to what the line says.

    dateparser fills in what is missing and drops what it does not understand, so it is asked only
    where one full year, one month name and a day stand in the line, and its answer must be them.
    """
    years = _FULL_YEAR.findall(text)
    months = {MONTHS[w] for w in map(str.lower, LETTERS.findall(text)) if w in MONTHS}
    if len(years) != 1 or len(months) != 1 or not _SHORT_NUMBER.search(text):
        return None
    import dateparser

    try:
        got = dateparser.parse(
            text,
            languages=["id", "en"],
            settings={"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True},
        )
    except Exception:  # hostile strings make it fail in ways that it does not document
        return None
    if not got or got.year != int(years[0]) or got.month not in months:
        return None
    if str(got.day) not in {number.lstrip("0") for number in _SHORT_NUMBER.findall(text)}:
        return None
    clock = parse_clock(text)
    if clock is None:
        return Moment(got.date(), None, None, "day", None)
    when = datetime.combine(got.date(), clock[0])
    return Moment(when, clock[1], "printed" if clock[1] else None, "minute", None)


def parse_clock(line: str) -> tuple[time, timedelta | None] | None:
    """The first clock of a line that need not hold a date ("pukul 17.28 Wita"), and its offset."""
    found = LONE_CLOCK.search(line)
    if not found:
        return None
    hour, minute, second, half, name, number, zulu = found.groups()
    clock = time_of(hour, minute, second, half)
    if clock is None:
        return None
    return clock, ZONES[name.lower()] if name else offset_of(number, zulu)[0]


def parse_day_month(line: str) -> tuple[int, int] | None:
    """Day and month of a line without a year ("September 25th", "27 Mar")."""
    found = DAY_MONTH.search(" ".join(line.split()))
    if not found:
        return None
    day, month = int(found[1] or found[4]), MONTHS[(found[2] or found[3]).lower()]
    return (day, month) if 1 <= day <= 31 else None


def is_date_line(text: str) -> bool:
    """True where a short string looks like a printed date line, not like prose with a date."""
    if len(text) > 4 * _DATE_LINE:
        return False
    line = " ".join(text.split())
    if not 6 <= len(line) <= _DATE_LINE or line[-1] in ".?!;" or "©" in line:
        return False
    seen = find(line)
    if not seen:
        ago = AGO.search(line)
        return ago is not None and len(LETTERS.findall(line)) <= 7
    start, end = seen[:2]
    tail = TAIL.match(line, end)
    before, after = line[:start], line[tail.end() :] if tail else line[end:]
    words = [word.translate(APOSTROPHES).lower() for word in LETTERS.findall(f"{before} {after}")]
    clock = tail is not None and tail[1] is not None
    if before.endswith("(") and not clock:
        return False
    strong = clock or any(word in WEEKDAYS for word in words[:8])
    return sum(word not in _GLUE for word in words) <= (6 if strong else 3)
