"""Topics of an article: open_government, and the urusan pemerintahan of UU 23/2014."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text import opd
from ogpnews.text.gazetteer import Gazetteer
from ogpnews.text.mentions import AGENCY, Part

OPEN_GOVERNMENT = "open_government"
_WEAK, _FALSE = "weak", "false"
_ENOUGH = 3  # points; see _POINTS
_POINTS = {"title": 3, "tags": 2, "text": 1}
_AGENCY = {"title": 3, "text": 2}
_STRONG = {"title": 4, "tags": 3, "text": 2}
_TITLE = 3  # points of a weak word that says in a title what it is about
_OPEN = 4  # points of strong and weak words together
_OFTEN = 2  # times that a word counts
_PAST = re.compile(
    rf"\b(?:{'|'.join(lexicon('places')['former'])}) (?:\w+ ){{1,2}}$", re.IGNORECASE
)
_SHARE = 2  # a topic has at least half of the points of the first one


class Word(NamedTuple):
    """A word of the vocabulary, as printed there, and what it speaks for."""

    printed: str
    topic: str


@cache
def _slugs() -> frozenset[str]:
    return frozenset(lexicon("topics")["urusan"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(lexicon("topics")[OPEN_GOVERNMENT]["title"])


@cache
def _gazetteer() -> Gazetteer[list[Word]]:
    words: dict[str, list[Word]] = {}
    for word in _vocabulary():
        words.setdefault(word.printed.casefold().replace("-", " "), []).append(word)
    return Gazetteer(words)


def _vocabulary() -> Iterator[Word]:
    said = lexicon("topics")[OPEN_GOVERNMENT]
    for topic, words in (
        (OPEN_GOVERNMENT, said["strong"]),
        (_WEAK, said["weak"]),
        (_FALSE, said["false"]),
    ):
        yield from (Word(word, topic) for word in words)
    for slug, urusan in lexicon("topics")["urusan"].items():
        yield from (Word(word, slug) for word in urusan["words"])


def names(language: str) -> dict[str, str]:
    """Slug → what readers are told of it, in Indonesian (`id`) or English (`en`)."""
    said, key = lexicon("topics"), {"id": "name", "en": "english"}[language]
    known = {OPEN_GOVERNMENT: said[OPEN_GOVERNMENT], **said["urusan"]}
    return {slug: topic[key] for slug, topic in known.items()}


def read(parts: Sequence[Part], *, about: bool) -> list[str]:
    """Slugs of the topics, the best supported first; urusan only where a government is the subject."""
    counted: dict[str, Counter[Word]] = {}
    agencies: dict[str, set[str]] = {}
    for part in parts:
        if part.name in _POINTS:
            counted[part.name] = Counter(_words(part.text))
            agencies[part.name] = {
                mention.term.name
                for mention in part.mentions
                if mention.term.kind == AGENCY and not _is_past(part.text, mention.start)
            }
    found = [OPEN_GOVERNMENT] if _is_open(counted, about=about) else []
    return found + (_urusan(counted, agencies) if about else [])


def of_title(text: str) -> frozenset[str]:
    """Urusan that a title speaks of."""
    return frozenset(word.topic for word in _words(text) if word.topic in _slugs())


def _words(text: str) -> Iterator[Word]:
    for start, end, words in _gazetteer().find(text):
        yield from (word for word in words if _is_so(word.printed, text[start:end]))


def _is_past(text: str, start: int) -> bool:
    """True for an office that somebody has left: `mantan Kepala Dinas Pendidikan`."""
    return _PAST.search(text, max(0, start - 40), start) is not None


def _is_so(word: str, printed: str) -> bool:
    """True where the text has capitals wherever the vocabulary has them."""
    return word.islower() or all(
        b.isupper() for a, b in zip(word, printed, strict=False) if a.isupper()
    )


def _is_open(counted: dict[str, Counter[Word]], *, about: bool) -> bool:
    topics = {word.topic for words in counted.values() for word in words}
    if OPEN_GOVERNMENT not in topics and not (about and _WEAK in topics):
        return False
    strong = sum(
        _STRONG[part] * min(count, _OFTEN)
        for part, words in counted.items()
        for word, count in words.items()
        if word.topic == OPEN_GOVERNMENT
    )
    weak = {word for words in counted.values() for word in words if word.topic == _WEAK}
    if _FALSE in topics:
        weak = {word for word in weak if not word.printed.isupper()}
    titled = {word.printed for word in counted.get("title", ()) if word in weak}
    loud = _TITLE - 1 if titled.intersection(_titles()) else 0
    return bool(strong or about) and strong + len(weak) + loud >= _OPEN


def _urusan(counted: dict[str, Counter[Word]], agencies: dict[str, set[str]]) -> list[str]:
    points: Counter[str] = Counter()
    for part, words in counted.items():
        for word, count in words.items():
            if word.topic in _slugs():
                points[word.topic] += _POINTS[part] * min(count, _OFTEN if part == "text" else 1)
    for part, names in agencies.items():
        for name in names:
            for slug in opd.urusan().get(name, ()):
                points[slug] += _AGENCY.get(part, 0)
    best = max(points.values(), default=0)
    return [s for s, n in points.most_common() if n >= _ENOUGH and n * _SHARE >= best]
