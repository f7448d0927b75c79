"""Words around a body or an office: who heads it, who has left it, and whose it is."""

import re

from ogpnews.resources import lexicon
from ogpnews.text.mentions import COUNCIL, Mention, Part

_WORDS = lexicon("government")
_HEADS = {
    kind: re.compile(
        rf"\b({'|'.join(title.replace(' ', '.') for title, _ in titles)})(?: (?:[A-Z]|IX|IV|V?I{{0,3}}))? $",
        re.IGNORECASE,
    )
    for kind, titles in _WORDS["heads"].items()
}
_TITLES = {title: name for titles in _WORDS["heads"].values() for title, name in titles}
_BEFORE = frozenset(_WORDS["false"]["before"])
_BUILDINGS = frozenset(_WORDS["false"]["buildings"])
_PAST = re.compile(rf"\b(?:{'|'.join(_WORDS['false']['past'])}) $", re.IGNORECASE)
_ABROAD = frozenset(_WORDS["false"]["abroad"])
_OTHERS = frozenset(_WORDS["false"]["others"])
NAME = r"[A-Z][\w/-]{1,25}(?: [A-Z][\w/-]{1,25}){0,4}"
"""Words of the name of an office, as far as one conjunction."""
LIST = rf"(?:(?:, {NAME}){{0,4}},? (?:dan|serta|&) {NAME})?"
"""What may follow them: `, Y, dan Z`; a comma alone is none, for a person may follow it."""
_PERSON = re.compile(r"(Dinas [A-Z\d-]{3,}) [A-Z][a-z]")  # `Kepala Dinas PUPRKP Anwar`
_DINAS = re.compile(rf"Dinas( {NAME}{LIST})")


def composed(text: str, body: Mention, name: str) -> tuple[int, str]:
    """(where it begins, `Ketua DPRD`) of a title in front of a body; an empty office where none is."""
    heads = _HEADS["council" if body.term.kind == COUNCIL else "agency"]
    found = heads.search(text, max(0, body.start - 30), body.start)
    if not found:
        return body.start, ""
    return found.start(1), f"{_TITLES[' '.join(found[1].casefold().split())]} {name}"


def in_office(text: str, start: int) -> bool:
    """False for `mantan Bupati`, `calon Gubernur`, `Bakal Calon Wali Kota`, `saat menjabat Bupati`."""
    before = text[max(0, start - 24) : start].casefold().split()
    if before and before[-1].strip(".,()") in _BEFORE and not before[-1].endswith((".", ",")):
        return False
    return not _PAST.search(text, max(0, start - 45), start)


def is_building(text: str, start: int) -> bool:
    """True for `Kantor Bupati`: it stands for a government, but nobody acts."""
    return bool(_BUILDINGS.intersection(text[max(0, start - 24) : start].casefold().split()[-1:]))


def is_abroad(text: str, end: int) -> bool:
    """True where the name of a place abroad follows: `Wali Kota London`."""
    words = [word.strip(".,;:()'’”") for word in text[end : end + 40].split()[:2]]
    names = [" ".join(words[:size]) for size in range(1, len(words) + 1)]
    return any(name in _ABROAD or name.casefold() in _ABROAD for name in names)


def agency_name(part: Part, number: int) -> str:
    """`Dinas X` as printed, where the table does not know it; empty where no name follows."""
    start = part.mentions[number].start
    behind = part.mentions[number + 1 : number + 2]
    end = min([start + 120, *(mention.start for mention in behind)])
    found = _DINAS.match(part.text, start, end) if part.name != "title" else None
    if not found or _OTHERS.intersection(found[1].casefold().split()):
        return ""
    person = _PERSON.match(found[0])
    return (person[1] if person else found[0]).rstrip(" ,")
