"""Language of a text by its function words: Indonesian, Malay, Javanese, Sundanese, English."""

from ogpnews.resources import lexicon

_CODES: dict[str, list[str]] = {}
for _code, _words in lexicon("language").items():
    for _word in _words:
        _CODES.setdefault(_word, []).append(_code)
_LEAST_SHARE = 0.08
_LEAST_WORDS = 8
_MOST_READ = 800
"""Characters: a hundred words tell the language."""


def language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short or of another language."""
    words = text[:_MOST_READ].lower().split()
    if len(words) < _LEAST_WORDS:
        return None
    counts: dict[str, int] = {}
    for word in words:
        for code in _CODES.get(word, ()):
            counts[code] = counts.get(code, 0) + 1
    best = max(counts, key=counts.__getitem__, default=None)
    return best if best and counts[best] >= _LEAST_SHARE * len(words) else None
