"""Articles with planted copies, and with look-alikes that are none; all of it invented.

Copies are made of an ordinary article: words changed here and there (replaced, left out, or one put
in, a third each), paragraphs dropped, a new first paragraph. Look-alikes are bulletins
(`bulletins.py`), articles that end in the same paragraphs, and one event told by two reporters, who
have three quotations in common.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bulletins import FORMS, Issue
from pseudowords import Words

SHARES = {
    "5 % of words edited": 0.04, "10 % of words edited": 0.02, "20 % of words edited": 0.01,
    "a third of the paragraphs dropped": 0.02, "half of the paragraphs dropped": 0.01,
    "a new first paragraph, another added": 0.02, "word for word": 0.01,
    "bulletins": 0.15, "the same two paragraphs at the end": 0.05, "one event, two reporters": 0.04,
}  # fmt: skip
"""Kind → its part of all articles; the others are ordinary articles."""
COPIES = tuple(SHARES)[:7]
_BEGIN = datetime(2025, 1, 1, tzinfo=UTC)
_SERIES = 100
"""Bulletins of one series, a day each."""


@dataclass(frozen=True, slots=True)
class Made:
    """An article, and the truth about it."""

    text: str
    kind: str
    published: datetime
    outlet: int
    original: int | None = None
    """Number of the article that it is a copy of."""


class Maker:
    """Makes articles, the same ones for the same seed."""

    def __init__(self, count: int = 0, seed: int = 5) -> None:
        """`count`: articles that `make` makes, about."""
        self._draw = random.Random(seed)  # noqa: S311  # invents sentences
        self.words = Words(self._draw)
        self._count = count
        self.made: list[Made] = []

    def make(self) -> list[Made]:
        """All of them: ordinary ones first."""
        ordinary = 1 - sum(SHARES.values())
        for _ in range(round(self._count * ordinary)):
            paragraphs = self.words.prose(self._draw.randint(200, 600))
            self._add("\n\n".join(paragraphs), "ordinary", self._moment())
        originals = self._draw.sample(range(len(self.made)), self._many(*COPIES) // 3)
        for kind in COPIES:
            for _ in range(self._many(kind)):
                self.copy(kind, self._draw.choice(originals))
        self._bulletins()
        self._endings()
        self._events()
        return self.made

    def plant(self, texts: Iterable[str]) -> list[Made]:
        """These texts, an hour apart, and a copy of every kind of each."""
        for hours, text in enumerate(texts):
            self._add(text, "ordinary", _BEGIN + timedelta(hours=hours))
        for number in range(len(self.made)):
            for kind in COPIES:
                self.copy(kind, number)
        return self.made

    def _many(self, *kinds: str) -> int:
        return sum(round(self._count * SHARES[kind]) for kind in kinds)

    def _moment(self) -> datetime:
        return _BEGIN + timedelta(minutes=self._draw.randrange(365 * 24 * 60))

    def _add(
        self, text: str, kind: str, when: datetime, outlet: int | None = None, of: int | None = None
    ) -> None:
        outlet = self._draw.randrange(60) if outlet is None else outlet
        self.made.append(Made(text, kind, when, outlet, of))

    def copy(self, kind: str, number: int) -> None:
        """Add a copy of that kind, one of COPIES, of an article."""
        original = self.made[number]
        when = original.published + timedelta(minutes=self._draw.randint(1, 3 * 24 * 60))
        paragraphs = original.text.split("\n\n")
        if "edited" in kind:
            paragraphs = [
                self.edited(text, int(kind.partition(" ")[0]) / 100) for text in paragraphs
            ]
        elif "dropped" in kind:
            part = 2 / 3 if "third" in kind else 1 / 2
            kept = sorted(
                self._draw.sample(range(len(paragraphs)), max(1, round(part * len(paragraphs))))
            )
            paragraphs = [self.edited(paragraphs[place], 0.02) for place in kept]
        elif "first paragraph" in kind:
            rest = [self.edited(text, 0.02) for text in paragraphs[1:]]
            paragraphs = [*self.words.prose(30), *rest, *self.words.prose(30)]
        self._add("\n\n".join(paragraphs), kind, when, of=number)

    def edited(self, text: str, share: float) -> str:
        """The text with this share of its words changed, whatever they are."""
        words: list[str] = []
        for word in text.split():
            chance = self._draw.random() / share
            if chance >= 1:
                words.append(word)
            elif chance >= 1 / 3:
                words += [self.words.word()] if chance < 2 / 3 else [self.words.word(), word]
        return " ".join(words)

    def _bulletins(self) -> None:
        for number in range(self._many("bulletins") // _SERIES):
            form, outlet = FORMS[number % len(FORMS)], self._draw.randrange(60)
            for day in range(_SERIES):
                text = form(Issue(self._draw, self.words, day, number))
                self._add(text, "bulletins", _BEGIN + timedelta(days=day, minutes=number), outlet)

    def _endings(self) -> None:
        kind = "the same two paragraphs at the end"
        ends = ["\n\n".join(self.words.prose(1) + self.words.prose(1)) for _ in range(60)]
        for _ in range(self._many(kind)):
            outlet = self._draw.randrange(60)
            body = self.words.prose(self._draw.randint(150, 400))
            self._add("\n\n".join([*body, ends[outlet]]), kind, self._moment(), outlet)

    def _events(self) -> None:
        kind = "one event, two reporters"
        for _ in range(self._many(kind) // 2):
            when, shared = self._moment(), self._shared()
            for hours in (0, self._draw.randint(1, 20)):
                body = [*self.words.prose(self._draw.randint(180, 350)), *shared]
                self._draw.shuffle(body)
                self._add("\n\n".join(body), kind, when + timedelta(hours=hours))

    def _shared(self) -> list[str]:
        """Three quotations, each with who said it."""
        return [f'"{self.words.sentence()}," kata {self.words.name()}.' for _ in range(3)]
