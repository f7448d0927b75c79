"""One printed name → a person, a collective, or neither."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash
from ogpnews.text.organisations import HOST, OWN, kind

_MAX_PERSON = 60
_MAX_WORDS = 8
_BRACKETED = re.compile(r"[(\[{][^()\[\]{}]{0,60}(?:[)\]}]|$)")
_LINK = re.compile(r"://|\S@\S|\bwww\.|\.(?:php|html?|jpe?g|png)\b", re.IGNORECASE)
_TAIL = re.compile(r"(?:\s[-–—]{1,2}|\s?[|•·,/])\s{0,3}(?=[^\s|•·,/–—-][^|•·,/–—]{0,60}$)")
_HANDLE = re.compile(r"(?=(?:[^a-z]*[a-z]){4})[a-z][a-z0-9]*(?:_[a-z0-9]+)+", re.IGNORECASE)
_SEPARATOR = re.compile(
    r"\s*[;|•·\n]\s*|\s*/\s*|\s*&\s*|\s+(?:dan|and|serta)\s+|\s+-\s+|\s*,\s*(?:dan|and)\s+",
    re.IGNORECASE,
)
_EDGE = " \t,;:|/•·*_–—-\"'“”‘’`<>=©~+…"
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_INITIALS: Final = re.compile(r"[^\W\d_]{1,4}|[A-Za-z]{1,3}\d{1,4}|[A-Z]-\d{1,2}")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon("credits")["persons"][key])


@cache
def _never() -> frozenset[str]:
    roles = lexicon("credits")["roles"]
    labels = [label for names in roles.values() for label in names]
    return frozenset(map(loose, (*labels, *_words("never"))))


@cache
def _label() -> re.Pattern[str]:
    labels = [label for names in lexicon("credits")["roles"].values() for label in names]
    longest_first = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    return re.compile(
        rf"(?:{longest_first})\s{{0,3}}(?::|(?<=oleh)\s|(?<=by)\s)\s{{0,3}}", re.IGNORECASE
    )


def is_degree(text: str) -> bool:
    """Whether `text`, what follows a comma, is an academic degree: `S.Sos`, `M.Si.`, `SH`."""
    return loose(text) in _words("degrees")


def is_initials(text: str) -> bool:
    """Whether `text` is too short to be a name: `ANA`, `hid`, `rs616`, but not `Ilo`."""
    if not _INITIALS.fullmatch(text):
        return False
    return not (text.istitle() and len(text) > 2 and _VOWEL.search(text))


def is_user_name(name: str) -> bool:
    """Whether a byline is the name of an account and tells no person: `dulido`."""
    return name.isalpha() and name.islower()


def split_names(text: str) -> list[str]:
    """The names in a printed list; a degree after a comma stays with its name."""
    names: list[str] = []
    for part in _SEPARATOR.split(squash_lines(text)):
        start = len(names)
        for piece in part.split(","):
            name = piece.strip(_EDGE)
            if not name:
                continue
            if len(names) > start and is_degree(name):
                names[-1] += f", {name}"
            else:
                names.append(name)
    return names


def squash_lines(text: str) -> str:
    """Like `squash`, but a line break remains a separator."""
    return "\n".join(filter(None, map(squash, text.splitlines())))


def person(name: str, *, outlet_names: Sequence[str] = ()) -> str | None:
    """The name of a person as printed, without label, place, unit or outlet; None: no person.

    A doubled name (`Kuntadi Kuntadi`) is given once. Outlets, desks, units, initials, addresses and
    dates are no persons.
    """
    return _person(name[:400], tuple(outlet_names))


@lru_cache(maxsize=4096)
def _person(name: str, outlet_names: tuple[str, ...]) -> str | None:
    text = "" if _LINK.search(name) else _clean(name, outlet_names)
    words = text.split()
    if not text or len(text) > _MAX_PERSON or len(words) > _MAX_WORDS:
        return None
    if HOST.search(text) or loose(text) in _never():
        return None
    if not all(map(is_degree, text.split(",")[1:])):
        return None  # a list
    if kind(text, outlet_names) or is_initials(text) or not _is_name(words):
        return None
    return text


def _clean(name: str, outlet_names: tuple[str, ...]) -> str:
    text = squash(name)
    if label := _label().match(text):
        text = text[label.end() :]
    text = _strip(_BRACKETED.sub(" ", text))
    while tail := _TAIL.search(text):
        rest = text[tail.end() :]
        if not (kind(rest, outlet_names) or HOST.match(rest) or rest[:1].isdigit()):
            break
        text = _strip(text[: tail.start()])
    words = text.split()
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        return " ".join(words[:half])
    return text


def _strip(text: str) -> str:
    """`text` without stray punctuation; the full stop of an initial or a degree stays."""
    text = " ".join(text.split()).strip(_EDGE)
    last = text.rpartition(" ")[2]
    if text.endswith(".") and not (len(last) == 2 or "." in last[:-1]):
        text = text.rstrip("." + _EDGE)
    return text.lstrip(".")


def _is_name(words: list[str]) -> bool:
    """Whether these can be a name: no words of a sentence, digits in user names only."""
    if words[0].casefold() in _words("never"):
        return False  # "Baca Juga", "Foto Bersama"
    if any(word.casefold().strip(".,") in _words("function") for word in words):
        return False
    for word in words:
        if not any(map(str.isalpha, word)):
            return False
        if any(map(str.isdigit, word)) and not _HANDLE.fullmatch(word):
            return False
    return not any(mark in word for word in words for mark in '?!…:;=<>"')


def collective(name: str, *, outlet_names: Sequence[str] = ()) -> str | None:
    """The desk, unit or outlet that stands in the place of a person, as printed; None: it is none.

    `Tim Redaksi`, `MC Kota Padang`, `Admin`, the outlet's own name or host.
    """
    text = squash(name[:400])
    if label := _label().match(text):
        text = text[label.end() :]
    text = text.strip(_EDGE).rstrip(".").strip(_EDGE)
    whole_host = HOST.fullmatch(text)
    if (
        not text
        or len(text) > _MAX_PERSON + 20
        or (_LINK.search(text) and not whole_host)
        or "://" in text
    ):
        return None
    if loose(text) in _never() and kind(text, outlet_names) != OWN:
        return None
    if not kind(text, outlet_names) or person(text, outlet_names=outlet_names):
        return None
    return text
