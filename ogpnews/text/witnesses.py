"""What metadata and URL say about a time, and whether their zone can be believed.

Metadata often calls local time UTC (a false Z). A second time decides: the printed clock, another
meta, a clock in the URL; the day, where only that is printed; the time of fetching, before which an
article must have appeared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property
from zoneinfo import ZoneInfo

from ogpnews.text.dates import Moment, from_url, parse_clock, parse_day_month, parse_machine
from ogpnews.text.moments import INDONESIAN

_SAME = timedelta(seconds=60)
_CLOCK_SKEW = timedelta(minutes=5)  # how far a server's clock may run ahead of ours
_MIDNIGHT = time(0, 0)


@dataclass(frozen=True, slots=True)
class Settled:
    """A time whose zone is settled."""

    when: datetime | date
    """With its offset; a bare date where only the day is known."""
    tz_source: str | None = None
    precision: str = "day"

    @property
    def day(self) -> date:
        """Local calendar day."""
        return self.when.date() if isinstance(self.when, datetime) else self.when


def fixed(wall: datetime, offset: timedelta) -> datetime:
    """A wall clock with its offset."""
    return wall.replace(tzinfo=timezone(offset))


def same_minute(one: datetime, other: datetime) -> bool:
    """True where two wall clocks show the same minute."""
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


def _wall(moment: Moment) -> datetime:
    assert isinstance(moment.when, datetime)  # noqa: S101 - only clocked moments come here
    return moment.when


def _instant(moment: Moment) -> datetime:
    """UTC wall clock of a moment that has an offset."""
    return _wall(moment) - (moment.offset or timedelta())


def _gap(later: datetime, earlier: datetime) -> timedelta | None:
    """The Indonesian offset that one time lies ahead of another, to the minute."""
    distance = later - earlier
    return next((offset for offset in INDONESIAN if abs(distance - offset) < _SAME), None)


class Witnesses:
    """The machine-readable times of one page, read against the zone of its outlet."""

    def __init__(
        self,
        metas: Sequence[str],
        zone: ZoneInfo,
        url: str | None = None,
        now: datetime | None = None,
        *,
        local_as_utc: bool = False,
    ) -> None:
        """`metas` the most trustworthy first; `now`, the time of fetching, with its zone.

        `local_as_utc`: the page's software is known for false UTC labels; believed where nothing
        on the page tells otherwise.
        """
        read = (parse_machine(meta) for meta in dict.fromkeys(metas) if meta)
        self.metas = [moment for moment in read if moment]
        self.clocked = [moment for moment in self.metas if isinstance(moment.when, datetime)]
        self.url = from_url(url) if url else None
        self._zone, self._now, self._local_as_utc = zone, now, local_as_utc

    def outlet(self, wall: datetime) -> timedelta:
        """Offset of the outlet's zone at a wall clock."""
        return wall.replace(tzinfo=self._zone).utcoffset() or timedelta()

    def local(self, moment: Moment) -> datetime:
        """A moment with an offset, as wall clock of the outlet."""
        return _instant(moment).replace(tzinfo=UTC).astimezone(self._zone).replace(tzinfo=None)

    def days(self, moment: Moment) -> set[date]:
        """The days that a machine time may mean: as written, and at the outlet."""
        if moment.offset is None or not isinstance(moment.when, datetime):
            return {moment.day}
        return {moment.day, self.local(moment).date()}

    @cached_property
    def meta_days(self) -> set[date]:
        """Every day that some meta may mean."""
        return {day for moment in self.metas for day in self.days(moment)}

    def offset_for(self, wall: datetime) -> tuple[timedelta, str]:
        """Offset of a clock without zone, and where it comes from (RECORD's tz_source)."""
        outlet = self.outlet(wall)
        aware = [moment for moment in self.clocked if moment.offset is not None]
        utc = [moment for moment in aware if moment.zone == "utc"]
        for moment in aware:
            if moment.zone != "utc" and same_minute(_wall(moment), wall):
                return moment.offset or outlet, "meta"
        if any(same_minute(_instant(moment), wall - outlet) for moment in aware):
            return outlet, "outlet"
        for moment in utc:
            if gap := _gap(wall, _wall(moment).replace(second=wall.second)):
                return gap, "meta"
        if any(same_minute(_wall(moment), wall) for moment in utc):
            return outlet, "meta_corrected"
        return outlet, "outlet"

    def seconds(self, wall: datetime, offset: timedelta) -> int | None:
        """Seconds of a printed minute, from a machine time in the same minute."""
        for moment in self.clocked:
            if moment.precision == "second" and (
                (moment.offset is not None and same_minute(_instant(moment), wall - offset))
                or (not moment.offset and same_minute(_wall(moment), wall))
            ):
                return _wall(moment).second
        return None

    def zulu(self, moment: Moment) -> tuple[bool | None, timedelta | None]:
        """Whether a UTC label is true (None: nothing tells), and the offset that another shows."""
        others = [other for other in self.clocked if other is not moment]
        if self.url and isinstance(self.url.when, datetime):
            others.append(self.url)
        for other in others:
            same = abs(_wall(other) - _wall(moment)) < _SAME
            if other.zone in ("numeric", "printed"):
                if abs(_instant(other) - _wall(moment)) < _SAME:
                    return True, other.offset if other.offset in INDONESIAN else None
                if same:
                    return False, other.offset if other.offset in INDONESIAN else None
            elif gap := _gap(_wall(other), _wall(moment)):
                return True, gap
            elif (other.zone is None and same) or (
                other.zone == "utc" and _gap(_wall(moment), _wall(other))
            ):
                return False, None
        return None, None

    def settle(
        self, moment: Moment, day: date | None = None, *, false_z: bool | None = None
    ) -> Settled:
        """A machine time with its zone decided.

        `day`: the local day that is known from elsewhere. `false_z`: the verdict on the page's
        other UTC labels. Midnight to the second is a day that a machine filled up: a bare date.
        """
        if not isinstance(moment.when, datetime) or moment.when.time() == _MIDNIGHT:
            return Settled(moment.day)
        wall = moment.when
        if moment.offset is None:
            offset, source = self.offset_for(wall)
        elif moment.zone != "utc":
            wall, offset, source = self._numeric(moment, day)
        else:
            wall, offset, source = self._utc(moment, day, false_z)
        if wall.time() == _MIDNIGHT:
            return Settled(wall.date())
        return Settled(fixed(wall, offset), source, moment.precision)

    def _numeric(self, moment: Moment, day: date | None) -> tuple[datetime, timedelta, str]:
        """A numeric offset is believed; one from abroad is an account's, shown as local time."""
        offset, local = moment.offset or timedelta(), self.local(moment)
        abroad_day = day is not None and local.date() != day and moment.day == day
        if offset in INDONESIAN or abroad_day:
            return _wall(moment), offset, "meta"
        return local, self.outlet(local), "meta"

    def _utc(
        self, moment: Moment, day: date | None, false_z: bool | None
    ) -> tuple[datetime, timedelta, str]:
        wall, local = _wall(moment), self.local(moment)
        true, offset = self.zulu(moment)
        if true is None and false_z is not None:
            true = not false_z
        if true is None and self._local_as_utc:
            true = False
        if true is None:
            true = day is None or local.date() == day or wall.date() != day
            true = true and not self._only_past_if_local(wall, local)
        if not true:
            return wall, offset or self.outlet(wall), "meta_corrected"
        offset = offset or self.outlet(local)
        return wall + offset, offset, "meta"

    def _only_past_if_local(self, wall: datetime, local: datetime) -> bool:
        """True where the UTC reading would lie after the fetch, and the local reading not."""
        if self._now is None:
            return False
        limit = self._now.astimezone(self._zone).replace(tzinfo=None) + _CLOCK_SKEW
        return local > limit >= wall

    def clock_on(self, day: date) -> Settled | None:
        """The first machine time with a clock that falls on a local day."""
        for moment in self.clocked:
            settled = self.settle(moment, day)
            if settled.precision != "day" and settled.day == day:
                return settled
        return None

    def best(self) -> Settled | None:
        """The time where none is printed: the first meta, those on the URL's day before others."""
        day = self.url.day if self.url else None
        agreeing = [moment for moment in self.metas if day in self.days(moment)]
        if not (agreeing or self.metas):
            return None
        first = (agreeing or self.metas)[0]
        settled = self.settle(first, day if agreeing else None)
        return settled if settled.precision != "day" else self.clock_on(settled.day) or settled

    def complete(self, line: str) -> Moment | None:
        """A printed line without year or without date ("September 25th", "18.57"), completed by a
        machine time that agrees with what it prints."""
        clock, day_month = parse_clock(line), parse_day_month(line)
        if day_month:
            dated = [*self.metas, *([self.url] if self.url else [])]
            for day in (day for moment in dated for day in sorted(self.days(moment))):
                if (day.day, day.month) == day_month:
                    when = datetime.combine(day, clock[0]) if clock else day
                    return _completed(when, clock[1] if clock else None)
        elif clock:
            for moment in self.clocked:
                walls = [_wall(moment)] + (
                    [self.local(moment)] if moment.offset is not None else []
                )
                for wall in walls:
                    if same_minute(wall, datetime.combine(wall.date(), clock[0])):
                        return _completed(datetime.combine(wall.date(), clock[0]), clock[1])
        return None


def _completed(when: datetime | date, offset: timedelta | None) -> Moment:
    precision = "minute" if isinstance(when, datetime) else "day"
    return Moment(when, offset, "printed" if offset is not None else None, precision, None)
