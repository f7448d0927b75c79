"""Places where something was only said or done, and which an article need not be about."""

import re
from functools import cache

from ogpnews.resources import lexicon
from ogpnews.text.mentions import Mention

_DAY = re.compile(r",?\s*(?:pada\s+)?\(?(?:hari\s+)?([A-Z][a-z'’]+|\d+/\d+)")
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
    return _is_dated(text, mention)


def is_spoken(text: str, mention: Mention) -> bool:
    """True for the place where something was said: `kata dia di Semarang, Senin (12/3)`."""
    if not _is_dated(text, mention):
        return False
    before = text[max(0, mention.start - _SENTENCE) : mention.start]
    sentence = before.rpartition("\n")[2].casefold()
    return not words("speech").isdisjoint(_WORDS.findall(sentence))


def _is_dated(text: str, mention: Mention) -> bool:
    """True where a day follows: `Jakarta, Senin (12/3)`."""
    found = _DAY.match(text, mention.end)
    return found is not None and (found[1][0].isdigit() or found[1].casefold() in words("days"))
