"""Prose of invented words: as many different ones as news have, as unevenly used."""

import random
from itertools import accumulate

_COMMON = """
yang dan di ke dari untuk pada dengan dalam ini itu akan juga oleh karena tidak telah sudah bahwa agar para
sebagai adalah atau saat secara serta tersebut kata dapat lebih hingga sejak antara masih bisa ada menjadi
"""
_PARTICLES = _COMMON.split()
_ONSETS = (*"bcdghjklmnprstwy", "ng", "ny", "pr", "tr", "kr")
_VOWELS = "aaaiueo"
_CODAS = ["", "", "", "n", "ng", "r", "k", "s", "t", "m"]
_MANY = 30_000


class Words:
    """Words, sentences and names out of one source of chance."""

    def __init__(self, draw: random.Random) -> None:
        """`draw`: the same seed gives the same prose."""
        self._draw = draw
        self._words = list({self._word() for _ in range(_MANY)})
        self._words.sort()
        draw.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(len(self._words))))
        self._names = [self._word().capitalize() for _ in range(4000)]

    def _word(self) -> str:
        return "".join(
            self._draw.choice(_ONSETS) + self._draw.choice(_VOWELS) + self._draw.choice(_CODAS)
            for _ in range(self._draw.choice((2, 2, 3, 3, 4)))
        )

    def name(self) -> str:
        """Two capitalised words."""
        return " ".join(self._draw.choices(self._names, k=2))

    def word(self) -> str:
        """One word, by its frequency."""
        return self._draw.choices(self._words, cum_weights=self._weights)[0]

    def sentence(self) -> str:
        """8 to 24 words: two fifths particles, some names and numbers."""
        words = self._draw.choices(
            self._words, cum_weights=self._weights, k=self._draw.randint(8, 24)
        )
        for place in range(len(words)):
            chance = self._draw.random()
            if chance < 0.4:
                words[place] = self._draw.choice(_PARTICLES)
            elif chance < 0.48:
                words[place] = self.name()
            elif chance < 0.51:
                words[place] = str(self._draw.randint(2, 5000))
        words[0] = words[0][0].upper() + words[0][1:]
        return " ".join(words)

    def prose(self, count: int) -> list[str]:
        """Paragraphs of two or three sentences, `count` words or a few more."""
        paragraphs: list[str] = []
        while count > 0:
            sentences = [self.sentence() for _ in range(self._draw.randint(2, 3))]
            paragraphs.append(f"{'. '.join(sentences)}.")
            count -= len(paragraphs[-1].split())
        return paragraphs
