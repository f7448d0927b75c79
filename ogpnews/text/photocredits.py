"""One photo credit, found by captions: what it says, and whether a string can be one."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash
from ogpnews.text.organisations import (
    AGENCY,
    DESK,
    HOST,
    OTHER,
    OUTLET,
    OWN,
    SITE,
    SOCIAL,
    STOCK,
    UNIT,
    abbreviates,
    is_title,
    kind,
)
from ogpnews.text.persons import is_initials, person
from ogpnews.text.signatures import is_named, split_outlet

MAX_CREDIT = 140
_MAX_WORDS = 14
_YEAR = re.compile(
    r"^\s?(?:(?:©|(?i:copyright))\s{0,2}(?:19|20)\d\d|(?i:copyright))\s{1,3}(?=[^\W\d])"
)
_BY = re.compile(r"(?:(?:photo|foto|image|gambar|picture) (?:by|oleh)|copyright)\s", re.IGNORECASE)
_EDGE = " \t/|,;:©-–—*·"
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_CODE = re.compile(r"[a-z]{2,4}|\d{1,4}|[A-Z][a-z]{2}")
_DATE = re.compile(
    r"[\d\s./:,–-]+|.{0,30}\b(?:senin|selasa|rabu|kamis|jumat|jum.at|sabtu|minggu|ahad)\b.{0,30}\d"
    r"|.{0,12}\d{1,2}[\s/-](?:\d{1,2}[/-]\d{2,4}|[A-Za-z]{3,9} \d{4}).{0,12}",
    re.IGNORECASE,
)
_WORDS_OF = re.compile(r"[\s/]")
_PARTS = re.compile(r"\s?[/|]\s?|\s[-–—]\s")
_DOTTED = re.compile(r"[a-z]\.[a-z]")
_FOR = re.compile(r"\s(?:for|untuk|via|courtesy of)\s", re.IGNORECASE)
_HANDOUT = re.compile(r"(?:HO|[Hh]andout|HANDOUT)(?:\s?[-–:]\s?|$)")
_UNIT_DASH = re.compile(r"\s?[-–]\s?")
_WORDS = re.compile(r"[^\W\d_]+")


class Reading(NamedTuple):
    """What a credit says; the fields of `Image` of the same names."""

    photographer: str | None
    organisation: str | None
    credit_type: str


@cache
def _set(group: str, key: str) -> frozenset[str]:
    return frozenset(map(loose, lexicon("captions")[group][key]))


def alternatives(labels: Iterable[str]) -> str:
    """A regular expression's alternatives for `labels`, the longest first."""
    longest_first = sorted(labels, key=len, reverse=True)
    return "|".join(re.escape(label).replace(r"\ ", r"\s{1,3}") for label in longest_first)


@cache
def _prefixes() -> dict[str, re.Pattern[str]]:
    labels = lexicon("captions")["labels"]
    photo = alternatives((*labels["photo"], *labels["source"]))
    archive, shot = alternatives(labels["archive"]), alternatives(labels["screenshot"])
    return {
        "label": re.compile(rf"(?:{photo})\s{{0,3}}[:=]\s{{0,3}}", re.IGNORECASE),
        "bare label": re.compile(r"(?:foto|photo|fotografer)(?:\s{1,3}|/)(?=\S)", re.IGNORECASE),
        "archive": re.compile(
            rf"(?:{archive})(?:\s{{0,3}}[.:]\s{{0,3}}|\s{{1,3}})(?=\S)", re.IGNORECASE
        ),
        "shot": re.compile(rf"(?:{shot})\b[\s:.]{{0,4}}", re.IGNORECASE),
    }


def bare(raw: str) -> str | None:
    """A printed credit without brackets, slashes around it, labels and trailing stops."""
    text = _YEAR.sub("", squash(raw), count=1)
    for _ in range(4):
        before = text
        text = _unbracket(text.strip(_EDGE))
        if label := _prefixes()["label"].match(text) or _BY.match(text):
            text = text[label.end() :]
        if before == text:
            break
    label = _prefixes()["bare label"].match(text)
    # "Foto Antara Kalteng/Nama", but "Foto Bersama" is no credit and "Photo Agency" a name
    if (
        label
        and loose(text) not in _flags()
        and any(map(_is_known, text[label.end() :].split("/")))
    ):
        text = text[label.end() :]
    last = _WORDS_OF.split(text)[-1]
    if text.endswith(".") and not (len(last) == 2 and last[0].isupper()):
        text = text.rstrip(". ")
    return text.strip(_EDGE) or None


def _is_known(part: str) -> bool:
    return is_named(part.strip()) or kind(part) is not None


def _unbracket(text: str) -> str:
    """`text` without brackets around it, also where one of the pair is missing."""
    for opening, closing in _PAIRS:
        if text.startswith(opening) and closing not in text[1:-2]:
            text = text[1:].rstrip(". ").removesuffix(closing)
        elif text.endswith((closing, closing + ".")) and opening not in text:
            text = text.rstrip(". ").removesuffix(closing)
    return text.strip(_EDGE)


@cache
def _flags() -> frozenset[str]:
    return frozenset().union(*(_set("flags", key) for key in lexicon("captions")["flags"]))


def is_flag(text: str) -> bool:
    """Whether `text` is a credit word that names nobody: `Istimewa`, `ist`, `Dokpri`, `net`."""
    return loose(text) in _flags()


def is_note(text: str) -> bool:
    """Whether a bracket holds a position, clothes, a date or a number: part of the caption."""
    words = [word.casefold() for word in _WORDS.findall(text)]
    return (
        bool(_DATE.fullmatch(text)) or not words or not _set("notes", "position").isdisjoint(words)
    )


def is_plausible(text: str) -> bool:
    """Whether `text` has the size of a credit and is no sentence, note or date."""
    value = bare(text)
    if not value or len(value) > MAX_CREDIT or len(value.split()) > _MAX_WORDS or "?" in value:
        return False
    if is_note(value) and not is_flag(value) and not is_strong(value):
        return False
    return is_title(value) or not has_sentence_words(value)


def has_sentence_words(text: str) -> bool:
    """Whether `text` holds lower-case words of a description: `saat`, `di`, `yang`."""
    words = {word for word in text.split() if word[0].islower()}
    return not _set("notes", "sentence").isdisjoint(words)


def is_strong(text: str, outlet_names: Sequence[str] = ()) -> bool:
    """Whether `text` is a credit by its words: agency, outlet, site, press unit, credit word."""
    stripped = text.strip(_EDGE + "()[]")
    if any(_prefixes()[key].match(stripped) for key in ("label", "archive", "shot")):
        return True
    value = bare(text) or ""
    for part in value.split("/"):
        name = part.strip(" .")
        if name and (is_flag(name) or _is_strong_part(name, outlet_names)):
            return True
    return _is_account(value)


def _is_account(value: str) -> bool:
    """`Instagram Nama`, `Twitter @akun`."""
    first = value.split(maxsplit=1)[:1]
    return bool(first) and len(first[0]) > 1 and kind(first[0]) == SOCIAL and len(value.split()) < 6


def _is_strong_part(name: str, outlet_names: Sequence[str]) -> bool:
    what = kind(name, outlet_names)
    if what in (OWN, AGENCY, STOCK, SOCIAL, SITE) or bool(HOST.fullmatch(name)):
        return True
    if what == OUTLET:
        return is_named(name, outlet_names) or len(name.split()) < 4
    return what == UNIT and is_press_unit(name)


def is_press_unit(name: str) -> bool:
    """Whether `name` is an office that hands out pictures: Humas, Diskominfo, Prokopim …"""
    words = [word.casefold() for word in name.split()]
    press = lexicon("captions")["units"]["press"]
    return (
        words[0] in press
        or " ".join(words[:2]) in press
        or words[0].startswith(tuple(unit for unit in press if len(unit) > 4))
    )


def analyse(value: str, outlet_names: Sequence[str] = ()) -> Reading:
    """Who is in a bare credit, and the kind of credit.

    The organisation is the first that is named. A handout stays one when an agency or an outlet
    passes it on. A photographer is only told where one side is a known organisation.
    """
    people: list[str] = []
    bodies: list[tuple[str, str]] = []
    kinds: list[str] = []
    for number, part in enumerate(_parts(value, outlet_names)):
        if handout := _HANDOUT.match(part):
            kinds.append("handout")  # "ANTARA/HO-Pemkab X": given out by whoever follows
            part = part[handout.end() :]  # noqa: PLW2901 - the rest of the part is the body
            if part:
                bodies.append((part, OTHER))
            continue
        name, shot = _without_prefix(part)
        what = _kind(name, outlet_names)
        if is_flag(part) or is_flag(name):
            kinds.append(_flag_type(part))
        elif what == SOCIAL or name.startswith("@"):
            kinds.append("social")
        elif what:
            bodies.append((name, what))
            kinds.append("unspecified" if shot and what != UNIT else _body_type(what))
        elif not (number and _CODE.fullmatch(name)) and (one := _photographer(name)):
            people.append(one)
    if people and any(what == SITE for _, what in bodies):
        kinds.append("staff")  # "sembada.id/Nama": the site's own picture
    organisation = bodies[0][0] if bodies else None
    order = ("handout", "personal", "social", "stock", "agency", "staff", "illustration")
    return Reading(
        photographer=people[0] if people and organisation else None,
        organisation=organisation,
        credit_type=next((name for name in order if name in kinds), "unspecified"),
    )


def _kind(name: str, outlet_names: Sequence[str]) -> str | None:
    what = kind(name, outlet_names)
    if what is None and abbreviates(name, outlet_names):
        return OWN
    return SOCIAL if what is None and _is_account(name) else what


def _parts(value: str, outlet_names: Sequence[str]) -> Iterable[str]:
    for part in _PARTS.split(value):
        if not part.strip(" ."):
            continue
        pieces = _FOR.split(part.strip(" "), maxsplit=1)
        if len(pieces) == 2 and not kind(pieces[1], outlet_names):
            pieces.pop()  # what stands after "for" is an outlet, known or not, and no photographer
        for piece in pieces:
            head, _, tail = piece.partition("-") if _UNIT_DASH.search(piece) else (piece, "", "")
            named = split_outlet(piece)
            if tail and kind(head, outlet_names) == UNIT:
                yield from (head.strip(), tail.strip())  # "Humas Pemprov Jateng-Nama"
            elif named and len(piece.split()) > 2:
                yield from named
            else:
                yield piece


def _without_prefix(part: str) -> tuple[str, bool]:
    name, shot = part.strip(" "), False
    for key in ("label", "shot", "archive"):
        if found := _prefixes()[key].match(name):
            if rest := name[found.end() :].strip():
                name = rest
            shot = shot or key == "shot"
    return name, shot


def _flag_type(text: str) -> str:
    for name in ("personal", "illustration"):
        if loose(text) in _set("flags", name):
            return name
    return "unspecified"


def _body_type(what: str) -> str:
    return {
        UNIT: "handout",
        AGENCY: "agency",
        STOCK: "stock",
        OWN: "staff",
        OUTLET: "staff",
        DESK: "staff",
    }.get(what, "unspecified")


def _photographer(name: str) -> str | None:
    if _DOTTED.search(name) or (is_initials(name) and name.isupper()):
        return None
    return person(name)
