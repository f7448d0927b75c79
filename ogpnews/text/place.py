"""One mention of a region, and the kecamatan that are mapped upward to one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ogpnews.text import kecamatan
from ogpnews.text.mentions import Mention, Part
from ogpnews.text.regionterms import KECAMATAN
from ogpnews.text.scenes import words

_KECAMATAN = 0.5  # factor of a kecamatan
_REACH = 80  # characters behind the word in which its name is looked for
_INSIDE = re.compile(r"\b([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}), ?$")
_EVIDENCE = 60  # characters of one piece of evidence


class Place(NamedTuple):
    """One mention of a region."""

    part: str
    paragraph: int
    """Number of its paragraph in the part, from 0."""
    name: str
    """Casefolded name of the region."""
    codes: tuple[str, ...]
    """Codes that it may mean here."""
    printed: str
    """As printed, with the words that say what it is: `Pemkot Semarang`."""
    care: str = ""
    """What the name needs, as in regionterms."""
    explicit: bool = False
    """True where a word for its kind, a body or an office stands before it."""
    government: bool = False
    """True where that is a body or an office."""
    support: bool = False
    """True where it is surely a place: explicit, behind `di`, in an enumeration of regions."""
    factor: float = 1.0
    """How much the words around leave of it, from 0 to 1."""


def printed(text: str, start: int, end: int) -> str:
    """The words between two places as evidence shows them."""
    return " ".join(text[start:end].split())[-_EVIDENCE:]


def read_before(part: Part, mention: Mention, codes: tuple[str, ...]) -> Iterator[Place]:
    """The kecamatan before a name that may mean several, where it tells which: `Cileungsi, Bogor`."""
    found = _INSIDE.search(part.text, max(0, mention.start - _REACH), mention.start)
    words = found[1].split() if found else []
    for first in range(len(words)):
        name = " ".join(words[first:])
        inside = tuple(code for code in kecamatan.parents(name) if code in codes)
        if len(inside) == 1:
            said = f"{name}, {part.text[mention.start : mention.end]}"[:_EVIDENCE]
            yield Place(part.name, 0, name.casefold(), inside, said, KECAMATAN, factor=_KECAMATAN)
            return


def read_kecamatan(part: Part, mention: Mention) -> Iterator[Place]:
    """The kecamatan behind a word for one, mapped upward."""
    word = part.text[mention.start : mention.end]
    if word.casefold().rstrip(".") not in words("kecamatan"):
        return
    name, codes = kecamatan.at(part.text[mention.end : mention.end + _REACH].lstrip(" .\xa0"))
    if codes:
        said = f"{word} {name}"[:_EVIDENCE]
        yield Place(
            part.name,
            0,
            name.casefold(),
            codes,
            said,
            KECAMATAN,
            support=True,
            factor=_KECAMATAN,
        )
