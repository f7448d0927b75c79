"""What the words around the name of a region leave of it: a street, a club, a place where somebody spoke."""

import re
from typing import NamedTuple

from ogpnews.text import scenes
from ogpnews.text.mentions import Mention, Part
from ogpnews.text.regionterms import ORDINARY
from ogpnews.text.scenes import words

_BEFORE = re.compile(r"([\w'’.]+)\)?[ \xa0-]$")
_AFTER = re.compile(r"[ \xa0]([\w'’]+)")
_REACH = 24  # characters looked at before a name: one word
_SENTENCE = (".", "!", "?", "\n", "")
_BEARS, _BEARS_WORD, _SCENE, _SPOKEN, _ORIGIN, _UNKNOWN = 0.4, 0.2, 0.3, 0.15, 0.5, 0.7
"""Factors: what bears the name, or bears a word; Jakarta as a scene; a place of speech; where
somebody comes from, or what he once governed; a capital before."""


class Weight(NamedTuple):
    """How a name counts where it stands."""

    factor: float
    """0 where no region is meant, 1 where nothing speaks against it."""
    support: bool
    """True where the words around say that it is a place."""


class Surroundings:
    """The text around the mentions of one part."""

    def __init__(self, part: Part) -> None:
        self.text, self.name = part.text, part.name
        self.titled = part.name == "tags" or (part.name != "text" and titled(part.text))
        self.ends = {mention.end for mention in part.mentions}

    def weigh(self, mention: Mention) -> Weight:
        """The weight of a name that no type word, body or office explains."""
        ordinary = mention.term.care == ORDINARY
        before = _BEFORE.search(self.text, max(0, mention.start - _REACH), mention.start)
        after = _AFTER.match(self.text, mention.end)
        word = before[1].casefold().strip(".") if before else ""
        if self.name == "dateline":
            return Weight(1.0, True)
        if word in words("never") or (after and after[1].casefold() in words("after")):
            return Weight(0.0, False)
        if word in words("weak"):
            return Weight(_BEARS_WORD if ordinary else _BEARS, False)
        if scenes.is_scene(self.name, self.text, mention, word):
            return Weight(_SCENE, True)
        if scenes.is_spoken(self.text, mention):
            return Weight(_SPOKEN, True)
        if word in words("origin"):
            return Weight(_ORIGIN, True)
        if word in words("locative"):
            return Weight(1.0, not self.titled or mention.term.name not in words("verbs"))
        if self.titled:
            return Weight(1.0, False)
        if before and before[1][0].isupper() and not self._explained(before):
            return Weight(0.0 if ordinary else _UNKNOWN, False)
        if ordinary and after and after[1][0].isupper():  # Bima Arya
            return Weight(0.0, False)
        inside = before is not None and before[1][0].islower() and before[1][-1] != "."
        return Weight(1.0, inside and mention.term.name not in words("persons"))

    def explicit(self, start: int) -> Weight:
        """The weight of a name with words for its kind, which begin at `start`."""
        before = _BEFORE.search(self.text, max(0, start - _REACH), start)
        word = before[1].casefold() if before else ""
        former = word in words("former") and self.name in ("text", "caption")
        return Weight(_ORIGIN if former or word in words("origin") else 1.0, True)

    def _explained(self, before: re.Match[str]) -> bool:
        """True where the capital before begins a sentence or belongs to another term."""
        start = before.start()
        behind = self.text[max(0, start - 2) : start].rstrip(" \"“'(")
        return behind[-1:] in _SENTENCE or before.end(1) in self.ends


def titled(text: str) -> bool:
    """True where capitals say nothing: a headline in Title Case or ALL CAPS."""
    letters = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in letters) >= 0.7 * len(letters)
