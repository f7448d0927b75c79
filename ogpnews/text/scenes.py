"""Places where something was only said or done, and which an article need not be about."""

import re
from functools import cache

from ogpnews.resources import lexicon
from ogpnews.text.mentions import Mention

_DAY = re.compile(
    r"(?:, [A-Z][\w ]{1,24})??,?\s*(?:pada\s+)?\(?(?:hari\s+)?(?:(?i:"
    + "|".join(lexicon("places")["days"])
    + r")\b|\d+/\d+)"
)
"""A day behind a place, perhaps with its province between: `, Jawa Tengah, Senin`."""
_BEHIND = re.compile(r" ?(?:\([\d/]{3,10}\))?,? (\w+)")  # " (12/3), mengatakan"
_WORDS = re.compile(r"[a-z]+")
_SENTENCE = 160  # characters in which a word of speech is looked for
_JAKARTA = "31"


@cache
def words(key: str) -> frozenset[str]:
    """A list of data/lexicon/places.toml."""
    return frozenset(lexicon("places")[key])


def is_scene(part: str, text: str, mention: Mention, word: str) -> bool:
    """True for Jakarta as the scene of what concerns the nation, not itself.

    Its own affairs are those of `DKI Jakarta`, of a body or an office, of `warga Jakarta`: `word`
    is what stands before it.
    """
    codes = mention.term.codes
    if part not in ("text", "caption") or not codes[0].startswith(_JAKARTA):
        return False
    if codes == (_JAKARTA,) and mention.end - mention.start == len("Jakarta"):
        return part == "caption" or word not in words("own")
    return _DAY.match(text, mention.end) is not None


def is_spoken(text: str, mention: Mention) -> bool:
    """True for the place where something was said: `kata dia di Semarang, Senin (12/3)`.

    The word of speech may follow: `di Semarang, Senin, mengatakan`.
    """
    day = _DAY.match(text, mention.end)
    if day is None:
        return False
    before = text[max(0, mention.start - _SENTENCE) : mention.start]
    sentence = before.rpartition("\n")[2]
    behind = _BEHIND.match(text, day.end())
    said = f"{sentence} {behind[1] if behind else ''}".casefold()
    return not words("speech").isdisjoint(_WORDS.findall(said))
