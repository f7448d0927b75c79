"""Language of a text by its function words: Indonesian, Malay, Javanese, Sundanese, English."""

from ogpnews.resources import lexicon

_WORDS = {code: frozenset(words) for code, words in lexicon("language").items()}
_LEAST_SHARE = 0.08
_LEAST_WORDS = 8
_MOST_READ = 800
"""Characters: a hundred words tell the language."""


def language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or of another language."""
    words = text[:_MOST_READ].lower().split()
    if len(words) < _LEAST_WORDS:
        return None
    counts = {code: sum(map(own.__contains__, words)) for code, own in _WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= _LEAST_SHARE * len(words) else None
