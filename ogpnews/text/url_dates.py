"""The date in the path of an article's URL.

The day is strong evidence. A clock behind it is the time when the story was created, or a number
that only looks like a clock: use it to confirm another one, never alone.
"""

import re
from datetime import date, datetime, time

from ogpnews.text.moments import Moment

_YEAR = r"(?:199|20[0-9])[0-9]"
_CLOCK = r"(?P<clock>[0-2][0-9][0-5][0-9][0-5][0-9])"
_YMD = [
    # /2022/05/15/, /2020/06/09/220144/, /2022/08/23/220225478/
    rf"/(?P<y>{_YEAR})/(?P<m>[0-9]{{1,2}})/(?P<d>[0-9]{{1,2}})(?:/{_CLOCK}[0-9]{{0,3}}(?=[/-]|$)|(?=[/.]|$))",
    # /20190214/, /20201124/035900/
    rf"/(?P<y>{_YEAR})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?:/{_CLOCK})?(?=[/.]|$)",
    # /2017-01-30
    rf"/(?P<y>{_YEAR})-(?P<m>[01][0-9])-(?P<d>[0-3][0-9])(?=[/.]|$)",
    # /20200630184738-20-519273/
    rf"/(?P<y>{_YEAR})(?P<m>[01][0-9])(?P<d>[0-3][0-9]){_CLOCK}(?=[/-]|$)",
    # /26/10/2023/
    rf"/(?P<d>[0-9]{{1,2}})/(?P<m>[0-9]{{1,2}})/(?P<y>{_YEAR})(?=[/.]|$)",
    # /info/t-2608221600: year of the century, month, day, hour, minute
    r"/t-(?P<y>[0-5][0-9])(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?P<clock>[0-2][0-9][0-5][0-9])(?=[/.]|$)",
]
_SHAPES = [re.compile(shape) for shape in _YMD]
# /baca/<id>/<Ymd>/<his>: PHP's h is the 12-hour clock, so the clock says nothing
_TWELVE_HOURS = re.compile(r"/baca/[0-9]{1,12}/[0-9]{8}/[0-9]{6}(?:/|$)")
_LONGEST = 2000  # characters, as browsers and sitemaps have it


def from_url(url: str) -> Moment | None:
    """Day, and where the path holds one the clock, of an article's URL; None where it names no day.

    Two-digit years between slashes (/16/02/15/) are read two ways by different sites: None.
    """
    path = url[:_LONGEST].partition("?")[0].partition("#")[0]
    _, slashes, rest = path.partition("//")
    path = rest[rest.find("/") :] if slashes and "/" in rest else path if not slashes else ""
    for shape in _SHAPES:
        for found in shape.finditer(path):
            moment = _moment(found.groupdict(), twelve=bool(_TWELVE_HOURS.search(path)))
            if moment:
                return moment
    return None


def _moment(parts: dict[str, str | None], *, twelve: bool) -> Moment | None:
    year, month, number = (int(parts[key] or 0) for key in "ymd")
    try:
        day = date(year if year > 99 else 2000 + year, month, number)
    except ValueError:
        return None
    clock = parts.get("clock")
    if not clock or twelve or int(clock[:2]) > 23:
        return Moment(day, None, None, "day", None)
    when = datetime.combine(day, time(int(clock[:2]), int(clock[2:4]), int(clock[4:] or 0)))
    return Moment(when, None, None, "second" if len(clock) > 4 else "minute", None)
