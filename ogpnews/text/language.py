"""Language of a text by its function words: Indonesian, Malay, Javanese, Sundanese, English."""

from collections import Counter

from ogpnews.resources import lexicon

_WORDS: dict[str, list[str]] = lexicon("language")
_LEAST_SHARE = 0.08
_LEAST_WORDS = 8
_MOST_READ = 2500


def language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or of another language."""
    words = Counter(text[:_MOST_READ].lower().split())
    total = words.total()
    if total < _LEAST_WORDS:
        return None
    counts = {code: sum(map(words.__getitem__, own)) for code, own in _WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= _LEAST_SHARE * total else None
