"""A source that is another outlet: the text was published there first."""

import re
from collections.abc import Sequence

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose
from ogpnews.text.organisations import HOST

_NAMES = lexicon("credits")["names"]
_OUTLETS = frozenset(loose(name) for name in _NAMES["outlets"]) - {
    loose(name) for name in _NAMES["agencies"]
}
_URL = re.compile(r"https?://\S{4,300}")


def origin(source: str | None, own_names: Sequence[str]) -> str | None:
    """The outlet or address that a source line names, where it is neither the outlet itself nor an agency."""
    if not source:
        return None
    if url := _URL.match(source):
        return None if any(loose(name) in loose(url[0]) for name in own_names if name) else url[0]
    key = loose(source.removeprefix("www."))
    if any(key.startswith(own) or own.startswith(key) for own in map(loose, own_names) if own):
        return None
    return source if key in _OUTLETS or HOST.fullmatch(source) else None
