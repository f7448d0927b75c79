"""Date lines and metadata together → published, modified, conflict; the rules: docs/dates.md."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ogpnews.text.dates import Moment, parse
from ogpnews.text.moments import INDONESIAN, WORDS, alternatives, stamp
from ogpnews.text.witnesses import Settled, Witnesses, fixed, same_minute

_UPDATE = re.compile(
    rf"(?:\b(?:{alternatives(WORDS['update']['labels'])})\b"
    rf"|(?:^\W{{0,5}}|(?<=\s))(?:{alternatives(WORDS['update']['weak'])})\b(?= ?:)"
    rf"|^\W{{0,5}}(?:{alternatives(WORDS['update']['weak'])})\b)",
    re.IGNORECASE,
)
_DISTINCT = timedelta(minutes=1)  # an earlier "change" is the act of publishing itself
_A_DAY = timedelta(days=1)


@dataclass(slots=True)
class Published:
    """The date fields of a record; each value as RECORD has it."""

    published: str | None = None
    published_utc: str | None = None
    published_raw: str | None = None
    published_precision: str | None = None
    tz_source: str | None = None
    modified: str | None = None
    date_conflict: str | None = None
    where: str | None = None
    """Where the value was read: css (the printed line), meta (its clock or all of it), url."""


@dataclass(frozen=True, slots=True)
class _Line:
    raw: str
    moment: Moment


def resolve(
    lines: Sequence[str],
    metas: Sequence[str],
    zone: str,
    *,
    modified_lines: Sequence[str] = (),
    meta_modified: Sequence[str] = (),
    url: str | None = None,
    now: datetime | None = None,
    local_as_utc: bool = False,
) -> Published:
    """The publication time of a page from everything that states it.

    `lines`: printed date lines, the likeliest first; `metas`: machine-readable times, the most
    trustworthy first; `zone`: the outlet's IANA zone; `now`: the time of fetching (UTC if it names
    no zone), without which relative lines are not read; `local_as_utc`: the page's software is known
    for false UTC labels. Raises ValueError for an unknown `zone`.
    """
    outlet = _zone(zone)
    now = now.replace(tzinfo=UTC) if now and now.tzinfo is None else now
    local_now = now.astimezone(outlet).replace(tzinfo=None) if now else None
    witnesses = Witnesses(metas, outlet, url, now, local_as_utc=local_as_utc)
    heads, tails = _split_updates(lines)
    candidates = [(raw, parse(head, now=local_now)) for raw, head in heads]
    line, overruled = _choose(candidates, witnesses)
    settled, where = _settle(line, witnesses)
    out = Published(
        published=_text(settled),
        published_utc=_utc(settled),
        published_raw=line.raw if line else None,
        published_precision=settled.precision if settled else None,
        tz_source=settled.tz_source if settled else None,
        date_conflict=_conflict(line, overruled, witnesses),
        where=where,
    )
    changes = [parse(text, now=local_now) for text in (*modified_lines, *tails)]
    changed = Witnesses(meta_modified, outlet, None, now, local_as_utc=local_as_utc)
    out.modified = _modified(settled, [c for c in changes if c], changed, witnesses)
    return out


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        message = f"time zone {name!r} is unknown: use an IANA name such as Asia/Makassar"
        raise ValueError(message) from error


def _split_updates(lines: Iterable[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Lines with the part before an update label, and the parts after one."""
    heads, tails = [], []
    for line in lines:
        raw = " ".join(line.split())
        label = _UPDATE.search(raw)
        if label:
            tails.append(raw[label.end() :])
        if head := raw[: label.start()] if label else raw:
            heads.append((raw, head))
    return heads, tails


def _choose(
    candidates: list[tuple[str, Moment | None]], witnesses: Witnesses
) -> tuple[_Line | None, _Line | None]:
    """The line to believe, and one that metadata and URL overrule together."""
    dated = [_Line(raw, moment) for raw, moment in candidates if moment]
    url_day = witnesses.url.day if witnesses.url else None
    for line in dated:
        if line.moment.day == url_day:
            return line, None
    for line in dated:
        if line.moment.day in witnesses.meta_days:
            return line, None
    for raw, moment in candidates:
        if not moment and (completed := witnesses.complete(raw)):
            return _Line(raw, completed), None
    if not dated:
        return None, None
    first = dated[0]
    if url_day in witnesses.meta_days and url_day and abs(url_day - first.moment.day) > _A_DAY:
        return (
            None,
            first,
        )  # two witnesses against one: a header clock, or the date of another story
    return first, None


def _settle(line: _Line | None, witnesses: Witnesses) -> tuple[Settled | None, str | None]:
    """The time of the chosen line, or else of metadata, or else the day of the URL."""
    if not line:
        if best := witnesses.best():
            return best, "meta"
        return (Settled(witnesses.url.day), "url") if witnesses.url else (None, None)
    moment = line.moment
    if not isinstance(moment.when, datetime):
        clock = witnesses.clock_on(moment.when)
        return (clock, "meta") if clock else (Settled(moment.when), "css")
    wall, precision = moment.when, moment.precision
    if moment.offset is None:
        offset, source = witnesses.offset_for(wall)
    else:
        offset, source = moment.offset, "printed"
        if offset not in INDONESIAN:  # a printed GMT: the record has the outlet's wall clock
            wall = witnesses.local(moment)
            offset = witnesses.outlet(wall)
    if precision == "minute" and (seconds := witnesses.seconds(wall, offset)) is not None:
        wall, precision = wall.replace(second=seconds), "second"
    return Settled(fixed(wall, offset), source, precision), "css"


def _conflict(line: _Line | None, overruled: _Line | None, witnesses: Witnesses) -> str | None:
    if overruled:
        return f"printed: {overruled.moment.day}, metadata and URL say otherwise"
    if not line:
        return None
    said = [line.moment.conflict] if line.moment.conflict else []
    day = line.moment.day
    written = any(moment.day == day for moment in witnesses.metas)
    if witnesses.metas and not written and day not in witnesses.meta_days:
        said.append(f"metadata: {witnesses.metas[0].when.isoformat()}, {day} printed")
    elif not witnesses.metas and witnesses.url and abs(witnesses.url.day - day) > _A_DAY:
        said.append(f"url: {witnesses.url.day}, {day} printed")
    return "; ".join(said) or None


def _modified(
    published: Settled | None, printed: list[Moment], changed: Witnesses, witnesses: Witnesses
) -> str | None:
    """The first time of change that is later than publication, in the zone of publication."""
    zone = published.when.tzinfo if published and isinstance(published.when, datetime) else None
    false_z = _false_z(published, witnesses)
    for moment in (*printed, *changed.metas):
        settled = changed.settle(moment, false_z=false_z)
        if isinstance(settled.when, datetime) and isinstance(moment.when, datetime) and zone:
            unzoned = moment.offset is None
            when = moment.when.replace(tzinfo=zone) if unzoned else settled.when.astimezone(zone)
            settled = Settled(when, None, settled.precision)
        if _later(settled, published):
            return _text(settled)
    return None


def _false_z(published: Settled | None, witnesses: Witnesses) -> bool | None:
    """Whether this page's UTC labels are false; None: nothing tells, or it has both kinds."""
    if not published or not isinstance(published.when, datetime):
        return None
    wall = published.when.replace(tzinfo=None)
    utc = published.when.astimezone(UTC).replace(tzinfo=None)
    labelled = [
        m.when for m in witnesses.clocked if m.zone == "utc" and isinstance(m.when, datetime)
    ]
    true = any(same_minute(when, utc) for when in labelled)
    false = any(same_minute(when, wall) for when in labelled)
    return None if true == false else false


def _later(change: Settled, published: Settled | None) -> bool:
    if published is None:
        return True
    if isinstance(change.when, datetime) and isinstance(published.when, datetime):
        return change.when - published.when >= _DISTINCT
    return change.day > published.day


def _text(settled: Settled | None) -> str | None:
    if settled is None:
        return None
    when: date = settled.when
    return when.isoformat(timespec="seconds") if isinstance(when, datetime) else when.isoformat()


def _utc(settled: Settled | None) -> str | None:
    if settled is None or not isinstance(settled.when, datetime):
        return None
    return stamp(settled.when)
