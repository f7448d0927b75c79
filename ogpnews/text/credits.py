"""Printed credit lines → authors, editors, contributors, desks, initials, source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text import signatures
from ogpnews.text.clean import loose, squash
from ogpnews.text.credit_words import BOTH, NOISE, patterns, roles
from ogpnews.text.organisations import AGENCY, HOST, OUTLET, OWN, UNIT, kind
from ogpnews.text.persons import collective, is_initials, is_user_name, person, split_names
from ogpnews.text.signatures import trailing_initials

__all__ = ["Credits", "is_credit_line", "read", "trailing_initials"]

_MAX_LINE = 600
_MAX_CREDIT = 220
_SHORT_SOURCE = 3  # words of a source that need no capitals: "Source: bola okezone"
_DESKS = tuple(word for word in lexicon("credits")["words"]["desk_words"] if len(word) > 4)
_PARTICLES = frozenset(("dan", "and", "bin", "binti", "van", "de", "al", "el", "serta", "dkk"))
_UNKNOWN: Final = "?"

_OF_SOURCE = re.compile(
    r"(?:sumber|source)\s?:\s?[^():]{2,60}(?=\([^()]{0,120}\b(?:penulis|reporter|editor)\s?:)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_COPYRIGHT = re.compile(r"(?:copyright|hak cipta|©|\(c\)\s).*", re.IGNORECASE)
_MONTH = r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|nop|des|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"[\s|•·,(–—-]{0,8}"
    r"(?:\b(?:senin|selasa|rabu|kamis|jum['’‘`]?at|sabtu|minggu|ahad)\s{0,2},?\s{0,3})?"
    rf"\b(?:\d{{1,2}}\s{{0,3}}[-/ ]\s{{0,3}}{_MONTH}"
    rf"|{_MONTH}\s{{0,3}}\d{{1,2}}(?:st|nd|rd|th)?\s{{0,3}},"
    r"|\d{1,4}[-/]\d{1,2}[-/]\d{2,4}|\d{1,2}[.:]\d{2}\s{0,3}(?:wib|wita|wit)?\b)",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\b[\d.,]{1,12}\s{0,3}(?:views?|kali dibaca|dilihat|komentar|comments?|shares?)\b"
    r"|\b\d{1,3}\s{0,3}(?:menit baca|min(?:utes?)? read)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\s*[/|,•·-]?\s*\b(?:published|posted|diterbitkan|dipublikasikan)?\s+on\b.*|\s*[/|]\s*published\b.*"
    r"|\bauthor photo\b.*",
    re.IGNORECASE,
)
# "… Ida Bastian Portalindonews.com – Jayapura": the dateline that follows is glued on
_DATELINE = re.compile(rf"(?<=\S)\s+{HOST.pattern}\s{{0,3}}(?:--?|[–—|]).*", re.IGNORECASE)
_LEAD = re.compile(r"[\s*•·–—|/-]*(?:[(\[]\s?\*{1,3}\s?[)\]]\s*)?[\s*•·–—|/-]*")
_OUTER = re.compile(r"[(\[]([^()\[\]]*)[)\]]?[.\s*]*")
_CLAUSE = re.compile(r"[,.(]\s|[.(]$")
_FOR_BY = re.compile(r"written\s+(?:for\s.{1,60}?\s)?by\s+", re.IGNORECASE)
_BY_AFTER = re.compile(r"(.{1,40}?)\s+by\s+(?=\S)", re.IGNORECASE)
_UNKNOWN_LABEL = re.compile(
    r"([A-Z][A-Za-z/]{2,20}(?:\s[A-Za-z]{2,15}){0,2})\s{0,3}:\s{0,3}(?=\S)(?!//)"
)


@dataclass(slots=True)
class Credits:
    """What credit lines say; names in printed order, none twice."""

    authors: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    contributors: list[str] = field(default_factory=list)
    collective: list[str] = field(default_factory=list)
    initials: str | None = None
    source: str | None = None
    raw: list[str] = field(default_factory=list)
    """The lines, verbatim, that anything was read from."""
    unknown: list[str] = field(default_factory=list)
    """Lines with a role word that the vocabulary lacks, or with names whose roles are not said."""


class _Segment(NamedTuple):
    role: str | None
    """A field of Credits; None: a bare byline; `?`: unknown label; `-`: noise."""
    value: str


def read(lines: Sequence[str], *, outlet_names: Sequence[str] = ()) -> Credits:
    """Printed credit lines (byline elements of the page, the foot of the body) → `Credits`.

    A bare name without a label is a byline; the name of an account is one where nobody else is
    named. A label alone gives its role to the next line. A sign-off in brackets is read as
    initials, names and wire: `(ds/islampos/upi)`.
    """
    found = Credits()
    pending: str | None = None
    for line in lines:
        text = squash(line[: _MAX_LINE + 1])
        if not text or len(text) > _MAX_LINE:
            continue
        before = _state(found)
        segments = _segments(text)
        if pending and segments and segments[0].role is None:
            segments[0] = _Segment(pending, segments[0].value)
        for segment in segments:
            _take(segment, text, found, tuple(outlet_names))
        pending = segments[-1].role if segments and not segments[-1].value else None
        if _state(found) != before and line not in found.raw:
            found.raw.append(line)
    if found.editors or len(found.authors) > 1:
        found.authors = [name for name in found.authors if not is_user_name(name)]
    return found


def _state(found: Credits) -> tuple[object, ...]:
    lists = (found.authors, found.editors, found.contributors, found.collective, found.unknown)
    return (*map(len, lists), found.initials, found.source)


def _segments(text: str) -> list[_Segment]:
    """`text` cut at its labels; the value of each segment still as printed."""
    text = _LEAD.sub("", _COUNTER.sub("", text) if _DIGIT.search(text) else text, count=1)
    if borrowed := _OF_SOURCE.match(text):
        text = borrowed[0]  # "Sumber: Kompas.com (Penulis: X | Editor: Y)": that story's people
    text = patterns()["before name"].sub(r"\1: ", text)
    if prose := _prose(text):
        return [prose]
    marks: list[re.Match[str]] = []
    if ":" in text:
        marks = [*patterns()["label"].finditer(text), *patterns()["glued"].finditer(text)]
    if not marks:
        return [_unlabelled(text)]
    marks.sort(key=re.Match.start)
    head = text[: marks[0].start()].strip(" ([|/•·-–—*")
    segments = [_unlabelled(head)] if head else []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        role = roles()[squash(mark[1]).casefold()]
        value = text[mark.end() : end]
        if (
            role == "authors"
            and (report := patterns()["reporter"].match(value))
            and mark[1][0] in "lL"
        ):
            value = value[report.end() :]  # "Laporan: Wartawan Tribun X, Nama"
        segments.append(_Segment(role, _trim(value)))
    return segments


def _prose(text: str) -> _Segment | None:
    low = text.casefold()
    for phrase in lexicon("credits")["prose"]["contributed"]:
        if 0 < (at := low.find(phrase)) <= 80:
            return _Segment("contributors", _trim(text[:at]))
    for phrase in lexicon("credits")["prose"]["written"]:
        if low.startswith(phrase):
            return _Segment("authors", _trim(_CLAUSE.split(text[len(phrase) :] + " ")[0]))
    if written := _FOR_BY.match(text):
        return _Segment("authors", _trim(text[written.end() :]))
    return None


def _unlabelled(text: str) -> _Segment:
    """A line without `Label:`: `Oleh Nama`, `Laporan Wartawan Koran, Nama`, `Nama Jurnalis`."""
    known = patterns()
    if report := known["report"].match(text):
        return _Segment("authors", _after_outlet(_trim(text[report.end() :])))
    if bracketed := _OUTER.fullmatch(text):
        inner = bracketed[1].strip()
        if known["start"].match(inner) and " " in inner:  # "(Ditulis oleh Nama)"
            return _unlabelled(inner)
        return _Segment(None, f"({inner})")
    if start := known["start"].match(text):
        return _Segment(roles()[squash(start[1]).casefold()], _trim(text[start.end() :]))
    if trailing := known["trailing"].fullmatch(text):
        return _Segment(roles().get(trailing[2].casefold()), _trim(trailing[1]))
    if unknown := _UNKNOWN_LABEL.match(text):
        return _Segment(_UNKNOWN, text[unknown.end() :])
    if by := _BY_AFTER.match(text):
        return _Segment(None, _trim(text[by.end() :]))
    return _Segment(None, _trim(text))


def _trim(value: str) -> str:
    """`value` without what stands behind it (date, counter, copyright) and without loose marks."""
    value = _COPYRIGHT.sub("", value)
    if "." in value:
        value = _DATELINE.sub("", value)
    value = _PUBLISHED.sub("", value)
    digits = _DIGIT.search(value) is not None
    value = (_COUNTER.sub("", value) if digits else value).strip()
    if digits and (date := _DATE.search(value)):
        value = value[: date.start()] or value[date.end() :]
    value = value.strip(" \t|/•·–—-*;:,=")
    if value.count("(") < value.count(")"):
        value = value.rstrip(") ")
    if value.count("(") > value.count(")"):
        value = value.rstrip("( ")
    return value.strip(" |/•·–—-*;:,")


def _take(segment: _Segment, line: str, found: Credits, outlet_names: tuple[str, ...]) -> None:
    role, value = segment
    if not value or role == NOISE:
        return
    if role == _UNKNOWN:
        _add(found.unknown, line)
    elif role == "source":
        found.source = found.source or value.rstrip(". ") or None
    elif role is None and value.startswith("("):
        _sign_off(value[1:-1], line, found, outlet_names)
    else:
        for each in ("authors", "editors") if role == BOTH else (role or "authors",):
            _people(each, value, found, outlet_names)


def _people(role: str, value: str, found: Credits, outlet_names: tuple[str, ...]) -> None:
    people: list[str] = []
    bodies: list[str] = []
    for name in _pieces(value, outlet_names):
        if body := collective(name, outlet_names=outlet_names):
            bodies.append(body)
        elif one := person(name, outlet_names=outlet_names):
            (bodies if _is_own_account(one, outlet_names) else people).append(one)
        elif is_initials(name) and name.casefold() not in signatures.not_initials():
            found.initials = found.initials or name
    for one in people:
        _add(getattr(found, role), one)
    if len(bodies) > 1:
        # "Tim Redaksi - Outlet": the outlet's own name only says whose desk it is
        bodies = [body for body in bodies if kind(body, outlet_names) != OWN] or bodies[:1]
    for body in bodies:
        # beside a person an outlet is where he works ("Nama, Kompas TV"); a unit says who released
        if not people or kind(body, outlet_names) == UNIT:
            _add(found.collective, body)
        if not people and role == "authors" and _elsewhere(body, outlet_names):
            found.source = found.source or body


def _is_own_account(name: str, outlet_names: tuple[str, ...]) -> bool:
    """Whether a byline is an account of a desk or the outlet's own: `redaksikita`, `lawu`."""
    return is_user_name(name) and (
        name.startswith(_DESKS) or any(loose(name) in loose(outlet) for outlet in outlet_names)
    )


def _pieces(value: str, outlet_names: tuple[str, ...]) -> Iterable[str]:
    """Names and bodies in `value`; a title (`Kontributor Semarang`) before a name is dropped."""
    if kind(value, outlet_names) and not person(value, outlet_names=outlet_names):
        yield value
        return
    for name in split_names(value.replace(" – ", " - ").replace(" — ", " - ")):
        if not patterns()["reporter"].match(name) or kind(name, outlet_names):
            yield name


def _after_outlet(value: str) -> str:
    """The name out of `Tribun Timur Andi Saputra`, what follows "Laporan Wartawan"."""
    named = None if "," in value or "/" in value else signatures.split_outlet(value)
    return named[1] if named else value


def _elsewhere(body: str, outlet_names: tuple[str, ...]) -> bool:
    """Whether `body`, printed as the byline, is a wire or another outlet: the text's origin."""
    what = kind(body, outlet_names)
    return what == AGENCY or (what == OUTLET and bool(outlet_names))


def _sign_off(inner: str, line: str, found: Credits, outlet_names: tuple[str, ...]) -> None:
    signed = signatures.read(inner, outlet_names)
    found.initials = found.initials or signed.initials
    found.source = found.source or signed.source
    for name in signed.authors:
        _add(found.authors, name)
    for body in signed.collective:
        _add(found.collective, body)
    if signed.undecided:
        _add(found.unknown, line)


def _add(names: list[str], name: str) -> None:
    if name.casefold() not in (known.casefold() for known in names):
        names.append(name)


def is_credit_line(text: str) -> bool:
    """Whether this whole short paragraph is nothing but a credit line; false for a sentence.

    `Editor: Nama`, `Penulis: A | Editor: B`, `Laporan wartawan Tribun X, Nama`, `Sumber: Antara`,
    `(Outlet/A/B)`. A name alone is not told from a subheading here.
    """
    if len(text) > 4 * _MAX_CREDIT:
        return False
    line = squash(text)
    if not line or len(line) > _MAX_CREDIT or not _may_be_credit(line):
        return False
    body = _LEAD.sub("", line, count=1)
    if _prose(body):
        return True
    known = patterns()
    if (bracketed := _OUTER.fullmatch(body)) and ":" not in body:
        return trailing_initials(body) is not None or _is_oleh(bracketed[1].strip())
    if report := known["report"].match(body):
        return _is_report(body[report.end() :])
    body = body.lstrip("([ ")
    label = known["label"].match(body)
    if label is None:
        return _is_oleh(body)
    return all(_is_credit_value(role, value) for role, value in _segments(body))


def _may_be_credit(line: str) -> bool:
    """A quick look: a label's colon, a bracket, or a word that opens or marks a credit line."""
    if ":" in line or not line[0].isalnum():
        return True
    low = line.lower()
    return low.startswith(_openings()) or "berkontribusi" in low


@cache
def _openings() -> tuple[str, ...]:
    words = lexicon("credits")
    starts = [*words["labels"]["start"], *words["labels"]["alone"], *words["prose"]["written"]]
    return tuple({*starts, "laporan", "written"})


def _is_report(rest: str) -> bool:
    """Whether what follows "Laporan Wartawan" is an outlet and a name, not a sentence."""
    value = rest.rstrip(". ")
    return (
        bool(value) and value[0].isupper() and _is_capitalised(value.split()) and len(value) <= 90
    )


def _is_oleh(body: str) -> bool:
    """`Oleh Andi Saputra`, `Tim Redaksi`: without a colon only names in capitals are trusted."""
    start = patterns()["start"].match(body)
    if start and roles().get(start[1].casefold()) == "source":  # "Sumber ChinaNews"
        words = body[start.end() :].rstrip(". ").split()
        return 0 < len(words) <= _SHORT_SOURCE and _is_capitalised(words)
    if start and start[1].casefold().endswith(("oleh", "by")):
        name = body[start.end() :].rstrip(". ")
        words = name.split()
        if not 0 < len(words) < 6 or not _is_capitalised(words):
            return False
        return bool(collective(name) or (len(words) > 1 and person(name)))
    return body.casefold().rstrip(".") in lexicon("credits")["labels"]["alone"]


def _is_credit_value(role: str | None, value: str) -> bool:
    if not value:
        return role != NOISE
    if role is None or role in (_UNKNOWN, NOISE) or len(value) > 120:
        return False
    words = value.rstrip(".").split()
    if role == "source":
        return (
            "://" in value
            or (value.islower() and len(words) <= _SHORT_SOURCE)
            or (
                len(words) <= 12
                and not value[0].islower()
                and (_is_capitalised(words) or bool(kind(value)))
            )
        )
    names = [name for name in _pieces(value, ()) if not is_initials(name)]
    return all(person(name) or collective(name) or len(name) < 4 for name in names) and (
        _is_capitalised(words) or (len(words) <= 5 and value.islower())
    )


def _is_capitalised(words: list[str]) -> bool:
    """Whether these words are names: capitals, but for particles, hosts and marks between names."""
    return all(
        word[0].isupper() or not word[0].isalpha() or word in _PARTICLES or HOST.match(word)
        for word in words
    )
