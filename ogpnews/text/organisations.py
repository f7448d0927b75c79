"""Is this name an organisation, and of what kind? Shared by credits, bylines and photo credits."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash

OWN: Final = "own"
OUTLET: Final = "outlet"
AGENCY: Final = "agency"
STOCK: Final = "stock"
SOCIAL: Final = "social"
UNIT: Final = "unit"
DESK: Final = "desk"
SITE: Final = "site"
OTHER: Final = "other"

_TLD = "com|co|id|net|org|tv|news|info|biz|asia|me|go|online|press|xyz|mil|ac|sch"
_LABEL = r"[a-z0-9][a-z0-9-]{0,62}"
HOST: Final = re.compile(
    rf"(?:https?://)?(?<![\w.@-])(?:{_LABEL}\.){{1,5}}(?:{_TLD})(?![\w-])(?!\.\w)", re.IGNORECASE
)
"""A host name as printed in the news, with or without its scheme."""
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)
_GOVERNMENT_HOST = re.compile(r"\.(?:go|mil)\.id$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_LIST = re.compile(r"[,/|;]")
_MAX_NAME = 120


class _Names(NamedTuple):
    exact: dict[str, str]
    """Loose name → kind."""
    brands: tuple[str, ...]
    unit_stems: tuple[str, ...]
    first: dict[str, str]
    """First word or two → kind."""
    anywhere: frozenset[str]
    endings: tuple[str, ...]


@cache
def _names() -> _Names:
    words = lexicon("credits")
    exact: dict[str, str] = {}
    for key, kind_ in (
        ("desks", DESK),
        ("outlets", OUTLET),
        ("social", SOCIAL),
        ("stock", STOCK),
        ("agencies", AGENCY),
    ):
        exact.update((loose(name), kind_) for name in words["names"][key])
    first: dict[str, str] = {}
    for key, kind_ in (
        ("other_first", OTHER),
        ("outlet_first", OUTLET),
        ("desk_words", DESK),
        ("unit_words", UNIT),
    ):
        first.update(dict.fromkeys(words["words"][key], kind_))
    return _Names(
        exact,
        tuple(loose(brand) for brand in words["names"]["brands"]),
        tuple(words["words"]["unit_stems"]),
        first,
        frozenset(words["words"]["outlet_words"]),
        tuple(words["words"]["outlet_endings"]),
    )


def kind(name: str, outlet_names: Sequence[str] = ()) -> str | None:
    """The kind of organisation `name` is, one of this module's constants; None: none known."""
    return _kind(squash(name[: _MAX_NAME + 1]), tuple(outlet_names))


@lru_cache(maxsize=8192)
def _kind(name: str, outlet_names: tuple[str, ...]) -> str | None:
    key = loose(name)
    if not key or len(name) > _MAX_NAME:
        return None
    if _forms(name) & _own(outlet_names):
        return OWN
    names = _names()
    if known := names.exact.get(key):
        return known
    if _LIST.search(name) and "://" not in name:
        # a list of names, unless "Dinas Komunikasi, Informatika dan Statistik"
        whole = " dan " in name and "/" not in name
        return UNIT if whole and _kind_by_words(name, key, names) == UNIT else None
    return _kind_by_host(name) or _kind_by_words(name, key, names)


def is_title(name: str) -> bool:
    """Whether `name` has a name's capitals (but for small words), or is short and lower-case."""
    words = name.split()
    lower = [word for word in words if word[0].islower() and not HOST.match(word)]
    return (len(lower) == len(words) < 5) or _small_words().issuperset(map(str.casefold, lower))


@cache
def _small_words() -> frozenset[str]:
    words = lexicon("credits")
    return frozenset(
        (*words["words"]["small"], *words["names"]["brands"], *words["words"]["unit_stems"])
    )


def _kind_by_host(name: str) -> str | None:
    found = HOST.search(name)
    if not found or found.start() > 0:
        return None
    host = found.group()
    if _GOVERNMENT_HOST.search(host):
        return UNIT
    stem = loose(_stem(host))
    names = _names()
    known = names.exact.get(stem) or names.exact.get(loose(host))
    if known:
        return known
    return OUTLET if stem.startswith(names.brands) else SITE


def _kind_by_words(name: str, key: str, names: _Names) -> str | None:
    words = [word.casefold() for word in _WORD.findall(name)]
    if not words or not is_title(name):
        return None
    if key.startswith(names.brands):
        return OUTLET
    if words[0].startswith(names.unit_stems):
        return UNIT
    head = names.first.get(" ".join(words[:2])) or names.first.get(words[0])
    if head and (len(words) > 1 or head in (DESK, UNIT)):
        return head
    # "Antara Kalteng": a bureau of an agency; short names (AP, UPI) begin personal names as well
    if len(words) in (2, 3) and len(words[0]) > 4 and names.exact.get(words[0]) == AGENCY:
        return AGENCY
    if len(words) > 1 and not names.anywhere.isdisjoint(words):
        return OUTLET
    # "Prolitenews" is an outlet, "Andi Simamora News" too, "Kartini" is not
    return OUTLET if len(words) == 1 and len(key) > 7 and key.endswith(names.endings) else None


def _stem(host: str) -> str:
    """The label of a host that names the site: `kompas` of `www.bola.kompas.com`."""
    labels = [label for label in host.casefold().split(".") if label not in _TLD.split("|")]
    return labels[-1] if labels else host


@lru_cache(maxsize=4096)
def _forms(name: str) -> frozenset[str]:
    forms = {loose(name)}
    if found := HOST.fullmatch(name):
        host = _SCHEME.sub("", found.group()).casefold()
        forms.add(loose(host.removeprefix("www.")))
        forms.add(loose(_stem(host)))
    return frozenset(forms)


@lru_cache(maxsize=1024)
def _own(outlet_names: tuple[str, ...]) -> frozenset[str]:
    forms: set[str] = set()
    for name in outlet_names:
        forms |= _forms(squash(name))
        if HOST.fullmatch(name):
            labels = name.casefold().removeprefix("www.").split(".")
            # the subdomain names a regional outlet; short ones (news, bola) are channels
            forms.update(loose(label) for label in labels[:1] if len(label) > 6)
    return frozenset(form for form in forms if form)


def abbreviates(short: str, names: Sequence[str]) -> bool:
    """True where `short` is made of the heads of all words of one of `names`: RaBa, Cepos, TN."""
    letters = loose(short)
    if not 1 < len(letters) <= 12:
        return False
    for name in names:
        ends = {0}
        words = [word.casefold() for word in _WORD.findall(squash(name))][:8]
        for word in words:
            ends = {
                end + size
                for end in ends
                for size in range(1, min(len(word), len(letters) - end) + 1)
                if letters.startswith(word[:size], end)
            }
        if len(words) > 1 and len(letters) in ends:
            return True
    return False
