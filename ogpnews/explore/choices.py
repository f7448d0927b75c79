"""Addresses of the list of articles: a filter more, a filter less."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from ogpnews.explore.facets import FACETS
from ogpnews.explore.words import Words

ARTICLES = "/ogpnews/articles"
"""Path of the list: the name of the database file, and its table."""
_NAMES = {facet.parameter: name for name, facet in FACETS.items()}
_OTHERS = {"_search": "search", "published_day__gte": "since", "published_day__lte": "until"}
_SORTED = ("_sort", "_sort_desc", "_facet_size")

Labels = Mapping[str, Mapping[str, str]]
"""Facet → stored value → name for people, where they differ."""


def toggled(query: str, name: str, value: str) -> str:
    """Where one value of a facet is asked for besides, or no more."""
    facet, pairs = FACETS[name], _pairs(query)
    pair = (facet.parameter, str(value))
    if pair in pairs:
        return _address(kept for kept in pairs if kept != pair)
    if not facet.linked:
        pairs = [kept for kept in pairs if kept[0] != facet.parameter]
    return _address([*pairs, pair])


def changed(query: str, **values: str | None) -> str:
    """Where parameters have these values, or are gone."""
    pairs = [pair for pair in _pairs(query) if pair[0] not in values]
    return _address([*pairs, *((key, value) for key, value in values.items() if value)])


def kept(query: str) -> list[tuple[str, str]]:
    """What a new search keeps of the query: the facets, and the order."""
    return [pair for pair in _pairs(query) if pair[0] not in _OTHERS and pair[0] != "_facet_size"]


def is_chosen(query: str, name: str, value: str) -> bool:
    """Whether a value of a facet is asked for."""
    return (FACETS[name].parameter, str(value)) in _pairs(query)


def has_chosen(query: str, name: str) -> bool:
    """Whether any value of a facet is asked for."""
    return any(key == FACETS[name].parameter for key, _ in _pairs(query))


def label(labels: Labels, words: Words, name: str, value: str) -> str:
    """A value of a facet for people."""
    return labels.get(name, {}).get(value) or words.value(name, value) or words.texts["unlisted"]


def chips(query: str, labels: Labels, words: Words) -> Iterator[tuple[str, str, str]]:
    """Each filter that is set: what it is, its value, and the address without it."""
    pairs = _pairs(query)
    for pair in pairs:
        key, value = pair
        if key in _SORTED:
            continue
        if key in _NAMES:
            name = _NAMES[key]
            what, shown = words.texts["facets"][name], label(labels, words, name, value)
        else:
            what, shown = words.texts.get(_OTHERS.get(key, ""), key), value
        yield what, shown, _address(kept for kept in pairs if kept != pair)


def _pairs(query: str) -> list[tuple[str, str]]:
    """Without the place in the list, which another filter makes void."""
    found = parse_qsl(query, keep_blank_values=True)
    return [(key, value) for key, value in found if key != "_next"]


def _address(pairs: Any) -> str:
    query = urlencode([*pairs])
    return f"{ARTICLES}?{query}" if query else ARTICLES
