"""Language of a text by its function words: Indonesian, Malay, Javanese, Sundanese, English."""

import re

from ogpnews.resources import lexicon

_WORDS = {code: frozenset(words) for code, words in lexicon("language").items()}
_WORD = re.compile(r"[a-z]+")
_LEAST_SHARE = 0.08
_MOST_READ = 4000


def language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or of another language."""
    words = _WORD.findall(text[:_MOST_READ].lower())
    if len(words) < 8:
        return None
    counts = {code: sum(word in own for word in words) for code, own in _WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= _LEAST_SHARE * len(words) else None
