"""What shows that an outlet reported itself: it was told, it was there, its reporter took the photo."""

import re
from collections.abc import Iterator, Sequence

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose

_ASKED = re.compile(
    rf"\b({'|'.join(lexicon('origin')['asked'])})[\s:,]{{1,3}}([\w.-]{{2,30}}(?:\s[\w.-]{{2,30}})?)",
    re.IGNORECASE,
)
_LEAST = 4  # letters of a name that is believed
_MOST = 50  # phrases looked at


def signs(
    text: str,
    credits_raw: Sequence[str],
    names: Sequence[str],
    authors: Sequence[str],
    photographer: str | None,
) -> list[str]:
    """Evidence of the outlet's own work; `names` are what it calls itself."""
    own = tuple(key for name in names if len(key := loose(name)) >= _LEAST)
    lowered = text.lower()
    named = any(name.lower() in lowered for name in names if len(name) >= _LEAST)
    found = [f"text: {said}" for said in _asked(text, own)][:1] if named else []
    found += [f"byline: {line}"[:100] for line in credits_raw for _ in [*_asked(line, own)][:1]][:1]
    if photographer and loose(photographer) in {loose(author) for author in authors}:
        found.append(f"photo: {photographer}")
    return found


def _asked(text: str, own: Sequence[str]) -> Iterator[str]:
    for number, match in enumerate(_ASKED.finditer(text)):
        if number == _MOST:
            return
        if own and loose(match[2]).startswith(tuple(own)):
            yield " ".join(match[0].split())
