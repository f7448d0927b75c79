"""The regions that an article is about: evidence weighed, a threshold, one primary."""

from collections.abc import Iterable, Sequence

from ogpnews.text import places
from ogpnews.text.levels import dangling, level
from ogpnews.text.meanings import settle
from ogpnews.text.mentions import Part
from ogpnews.text.regionhosts import Home
from ogpnews.text.weights import About

_HOST = {"province": 2.0, "regency": 4.0, "city": 4.0}
_LEAST = 2.0  # a headline, a lead, or several weaker pieces
_CORE = (
    0.4  # … of which headline, text or host say so much: channels tag every story with their city
)
_SHARE = 0.25  # … and this share of the best region's score
_MOST = 8
_AHEAD = 1.4  # a primary is ahead of the next by this factor
_NEAR = 0.7  # a government in the headline decides from this share of the best score on


def about(parts: Sequence[Part], home: Home) -> list[About]:
    """Regions that the article is about, the best supported first, at most 8."""
    found = [place for part in parts for place in places.read(part)]
    votes = {said for part in parts for said in dangling(part)}
    entries: dict[tuple[str, ...], About] = {}
    for place in settle(found, votes, home):
        entries.setdefault(place.codes, About(place.codes)).add(place)
    if home.host:
        entry = entries.setdefault((home.code,), About((home.code,)))
        entry.add_host(home.host, _HOST[level(home.code)])
    return _chosen(entries.values())


def _chosen(entries: Iterable[About]) -> list[About]:
    ranked = sorted(entries, key=lambda entry: (-entry.score, entry.codes))
    least = max(_LEAST, _SHARE * ranked[0].score) if ranked else _LEAST
    kept = [entry for entry in ranked if entry.score >= least and entry.core >= _CORE][:_MOST]
    if first := _primary(kept):
        first.primary = True
        kept.remove(first)
        kept.insert(0, first)
    return kept


def _primary(kept: Sequence[About]) -> About | None:
    """The one far ahead of all but its own province, else the one government in the headline."""
    if not kept:
        return None
    first = kept[0]
    rivals = [other for other in kept[1:] if other.codes != (first.codes[0][:2],)]
    if len(first.codes) == 1 and (not rivals or first.score >= _AHEAD * rivals[0].score):
        return first
    near = [entry for entry in kept if entry.governs and entry.score >= _NEAR * first.score]
    return near[0] if len(near) == 1 and len(near[0].codes) == 1 else None
