"""Head of the first paragraph → dateline, its place and outlet, and the rest of the text.

A dateline is known by its pieces, not by its dash: each piece between the separators of the head is
looked up as a region, an outlet or a rubric, and the head is cut off only when what is left unknown
fits beside what is known.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text import regions
from ogpnews.text.clean import loose

_WINDOW = 140  # characters; the longest dateline on record has 60
_WORDS = lexicon("datelines")
_TLDS = "|".join(re.escape(tld) for tld in sorted(_WORDS["tlds"], key=len, reverse=True))
# A host name; some print a blank before its last part. What is glued to it begins with a capital.
_HOST = re.compile(
    r"(?<![\w.-])(?:www\.)?[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}\.){0,3}[A-Za-z0-9-]{0,40}"
    rf"(?:\.(?i:{_TLDS})|\. (?:COM|CO\.ID))(?![a-z0-9])"
)
_END = re.compile(r"\s*,?\s*(?:--+|[-–—|:])(?:\s*[-–—])?\s*|\s*\.(?:\s*[-–—]+)?\s*|\s*,\s*")
_PIECES = re.compile(r"\s*(?:[,|:()\[\]–—]|--+|\.(?:\s|(?=[A-Z]))|(?<=\s)-|-(?=\s))\s*")
_ABBREVIATION = re.compile(rf"\b({'|'.join(_WORDS['abbreviations'])})\.\s?", re.IGNORECASE)
_STARTS = re.compile(r"[A-Z0-9À-Ý\"'“”‘’«(\[]|[a-z]{1,3}[A-Z]")
_GLUED = re.compile(r"([A-Z][a-z]{2,20})(?=[A-Z][a-z])")
_DATE = re.compile(r"\d{1,2}(?:[/.-]\d{1,2}){1,2}(?:[/.-]\d{4})?|\d{1,2} [A-Za-z]{3,9}(?: \d{4})?")
_UPPER = re.compile(r"[A-Z][A-Z'’-]{1,20}(?: [A-Z][A-Z'’-]{0,20}){0,3}")
_MIXED = re.compile(r"[A-Z][\w'’.-]{0,24}(?: [A-Z][\w'’.-]{0,24}){0,3}")
_DOT = "\u2024"  # stands in for a full stop that ends no piece
_VOWEL = re.compile(r"[AEIOU]")


_UNKNOWN = re.compile(
    r"([A-Z][\w'’]{2,20}(?:\s[A-Z][\w'’]{1,20}){0,2})\s{1,2}[-–—]{1,2}\s{1,2}(?=[A-Z\"“])"
)
_LOCATIVE = "|".join(_WORDS["locatives"])
_DASHES = frozenset(("-", "–", "—", "--"))
_INNER_DASH = re.compile(r"\s[-–—]\s")


class Dateline(NamedTuple):
    """What stands before the dash of the first paragraph."""

    raw: str
    """Verbatim head without its dash: `SEMARANG, KOMPAS.com`, `Jakarta (ANTARA News)`."""
    place: str | None
    """Place as printed; None where only an outlet is named."""
    outlet: str | None
    """Outlet, agency or government unit as printed."""


class _Piece(NamedTuple):
    text: str
    kind: str
    """place, outlet, unit, rubric, date; unknown: upper, mixed; bad: no part of a dateline."""


class _Cut(NamedTuple):
    start: int
    end: int
    mark: str
    pieces: tuple[_Piece, ...]

    def of(self, *kinds: str) -> list[str]:
        return [piece.text for piece in self.pieces if piece.kind in kinds]


def split(paragraph: str, *, outlet_names: Sequence[str] = ()) -> tuple[Dateline, str] | None:
    """Dateline and the rest of the paragraph, or None where it opens with no dateline.

    `outlet_names` are names or hosts of the page's own outlet, known beside the lexicon's. The rest
    is empty where the dateline fills the whole paragraph.
    """
    text = paragraph.strip()
    names = _names(tuple(outlet_names))
    window = text[:_WINDOW].replace("\xa0", " ")
    hosts = [match.span() for match in _HOST.finditer(window)] if "." in window else []
    best: _Cut | None = None
    for cut in _cuts(window, hosts, names):
        rest = text[cut.end :]
        if cut.pieces[0].kind == "bad" or any(p.kind == "bad" for p in cut.pieces[:-1]):
            break  # every longer head has this piece, too
        if _accept(cut, window, rest) and (best is None or _extends(best, cut)):
            best = cut
    if best is None:
        return _alone(text, hosts, names)
    return _result(best, text)


def _names(outlet_names: tuple[str, ...]) -> frozenset[str]:
    return _own_names(outlet_names) if outlet_names else frozenset()


@lru_cache(maxsize=4096)
def _own_names(outlet_names: tuple[str, ...]) -> frozenset[str]:
    """Loose names; of a host each label but the last: `sinarjateng` and `pikiranrakyat`."""
    found = set()
    for name in outlet_names:
        found.add(loose(name))
        if "." in name and " " not in name:
            found |= {loose(label) for label in name.removeprefix("www.").split(".")[:-1]}
    return frozenset(key for key in found if len(key) > 3)


@cache
def _places() -> frozenset[str]:
    aliases = [
        alias.alias for alias in regions.aliases() if not alias.ambiguous or len(alias.code) == 2
    ]
    known = [*regions.names(), *aliases, *_WORDS["aliases"], *_WORDS["towns"]]
    return frozenset(loose(name) for name in known)


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(loose(word) for word in _WORDS[key])


def _cuts(window: str, hosts: list[tuple[int, int]], names: frozenset[str]) -> Iterator[_Cut]:
    for match in _END.finditer(window):
        start, end = match.span()
        if start == 0 or any(low < start + 1 < high and end <= high for low, high in hosts):
            continue
        mark = match[0].strip()
        if mark == "." and loose(window[:start].rpartition(" ")[2]) in _set("abbreviations"):
            continue
        yield _Cut(start, end, match[0], _pieces(window[:start], hosts, names))


def _pieces(head: str, hosts: list[tuple[int, int]], names: frozenset[str]) -> tuple[_Piece, ...]:
    """The head between its separators; a host name is one piece, whatever is glued to it."""
    if loose(head) in names:
        return (_Piece(head, "outlet"),)  # also where no list knows the host's last label
    found: list[_Piece] = []
    at = 0
    for begin, high in [*hosts, (len(head), len(head))]:
        low = min(begin, len(head))  # the window goes on behind the head
        plain = head[at:low]
        if "." in plain:
            plain = _ABBREVIATION.sub(rf"\1{_DOT} ", plain)
        for part in _PIECES.split(plain):
            found += _classify(part.strip(" .-'"), names)
        if low < high <= len(head):
            found.append(_Piece(head[low:high], "outlet"))
        at = max(at, min(high, len(head)))
    return tuple(found) or (_Piece(head, "bad"),)


@lru_cache(maxsize=2048)
def _classify(text: str, names: frozenset[str]) -> tuple[_Piece, ...]:
    if not text:
        return ()
    text = text.replace(_DOT, ".")
    words = text.split()
    first = loose(words[0])
    if len(words) > 6 or not first:
        return (_Piece(text, "bad"),)
    if kind := _known(text, words, names):
        return (_Piece(text, kind),)
    if len(words) > 1 and _is_outlet(words[0], names) and is_place(" ".join(words[1:])):
        return (_Piece(words[0], "outlet"), _Piece(" ".join(words[1:]), "place"))
    if "-" in text:
        parts = [part.strip() for part in text.split("-")]
        kinds = [_known(part, part.split(), names) for part in parts]
        if all(kinds):
            return tuple(_Piece(part, kind or "") for part, kind in zip(parts, kinds, strict=True))
    if first in _set("before_region") and _MIXED.fullmatch(text):
        return (_Piece(text, "mixed"),)  # may name an outlet, never a place: "Kabar Duka"
    if first in _set("not_places"):
        return (_Piece(text, "bad"),)
    if _UPPER.fullmatch(text):
        return (_Piece(text, "upper"),)
    return (_Piece(text, "mixed" if _MIXED.fullmatch(text) else "bad"),)


def _known(text: str, words: list[str], names: frozenset[str]) -> str | None:
    key = loose(text)
    if key in _set("weekdays") or _DATE.fullmatch(text):
        return "date"
    if is_place(text):
        return "place"
    if _is_outlet(text, names):
        return "outlet"
    if key in _set("rubrics"):
        return "rubric"
    return "unit" if words and text[0].isupper() and loose(words[0]) in _set("units") else None


def is_place(text: str) -> bool:
    """True for a region, a town or an alias of one, also behind its kind or before its province."""
    words = text.split()
    if not words or len(words) > 6 or not text[0].isupper():
        return False
    if loose(words[0]) in _set("place_kinds") and len(words) > 1:
        return words[1][0].isupper() and len(words) < 5
    keys = [loose(word) for word in words]
    if "".join(keys) in _places():
        return True
    halves = (("".join(keys[:i]), "".join(keys[i:])) for i in range(1, len(keys)))
    return any(a in _places() and b in _places() for a, b in halves)


def _is_outlet(text: str, names: frozenset[str]) -> bool:
    if not text[0].isalnum() or (text.islower() and "." not in text):
        return False
    key = loose(text)
    if key in _set("outlets") or key in names or _HOST.fullmatch(text):
        return True
    if "/" in text:
        return any(part and _is_outlet(part, names) for part in map(str.strip, text.split("/")))
    return _is_compound(text, key, names)


def _is_compound(text: str, key: str, names: frozenset[str]) -> bool:
    """A network or outlet and a channel, a region and a media word, or a name of media words."""
    channels, places = _set("channels"), _places()
    for cut in range(2, len(key)):
        head, tail = key[:cut], key[cut:]
        if head in _set("networks") or head in names:
            if tail in channels or tail in places:
                return True
        elif head in places and tail in _set("after_region"):
            return True
        if head in _set("before_region") and tail in places:
            return True
    words = text.split()
    if len(words) > 1:
        # a brand in capitals before a region: PR DEPOK, MANTRA SUKABUMI
        brand = text.isupper() and loose(words[0]) not in _set("not_places") | _set("place_kinds")
        if brand and any(loose("".join(words[i:])) in places for i in range(1, len(words))):
            return True
        if loose(words[-1]) in ("id", "com") and _HOST.fullmatch(".".join(words)):
            return True
        return loose(words[-1]) in _set("media_words") and loose(words[0]) not in _set("not_places")
    return any(key.endswith(end) and len(key) > len(end) + 2 for end in _set("media_endings"))


def _accept(cut: _Cut, window: str, rest: str) -> bool:
    unknown = cut.of("upper", "mixed")
    if cut.of("bad") or len(unknown) > 2 or (rest and not _STARTS.match(rest)):
        return False
    mark = cut.mark.strip()
    if mark in _DASHES and [piece.kind for piece in cut.pieces][1:] == ["date"]:
        return cut.pieces[0].kind in {"place", "upper", "mixed"}  # "Somagede, 27 Mei 2026 -"
    if mark == ",":
        return _accept_comma(cut, window, rest)
    if mark == ".":
        return _accept_stop(cut)
    if mark == ":":
        if cut.of("outlet"):  # a kicker in capitals looks like an outlet: "DARI SAMARINDA:"
            return bool(cut.of("place")) or _HOST.search(window[: cut.start]) is not None
        return not unknown and cut.of("place") == [window[: cut.start]]
    if mark == "-" and cut.mark == mark and rest:
        return _accept_glued(cut, window, rest)
    if cut.of("outlet"):
        return True
    if cut.of("place") or cut.of("rubric"):
        return len(unknown) < 2 and (bool(cut.of("place")) or bool(unknown))
    if cut.of("mixed"):  # a town that no list holds, alone in its block: "Cikande -"
        return not rest and len(unknown) == 1
    return bool(unknown) and _is_placelike(unknown[0])


def _accept_comma(cut: _Cut, window: str, rest: str) -> bool:
    """`SEKAYU - Sumbarnet,` and `LIPUTAN6.COM,` by the outlet, `Jayapura, Dinas …` by what follows."""
    if cut.pieces[-1].kind == "outlet":
        if len(cut.pieces) == 1:  # a host alone: "REPUBLIKA.CO.ID, Perintah …"
            return bool(rest) and _HOST.fullmatch(window[: cut.start]) is not None
        return _INNER_DASH.search(window[: cut.start]) is not None
    words = rest.split(None, 2)
    return (
        [piece.kind for piece in cut.pieces] == ["place"]
        and len(words) > 2
        and loose(words[0]) in _set("openers")
        and words[1][0].isalpha()
    )


def _accept_stop(cut: _Cut) -> bool:
    """A full stop ends a dateline that names an outlet and a place, or a place in capitals."""
    if cut.of("outlet"):
        return bool(cut.of("place", "upper", "mixed"))
    known, unknown = cut.of("place"), cut.of("upper")
    return bool(known) and not cut.of("mixed", "date") and all(t.isupper() for t in known + unknown)


def _accept_glued(cut: _Cut, window: str, rest: str) -> bool:
    """A hyphen without blanks: after an outlet, or between a place in capitals and a plain word."""
    if cut.of("outlet"):
        return True
    return bool(cut.of("place")) and window[: cut.start].isupper() and rest[1:2].islower()


def _is_placelike(text: str) -> bool:
    """A word of capitals that may be read aloud: KLOJEN, AALST; not PPKM or KPU."""
    words = text.split()
    return len(text) > 3 and all(len(_VOWEL.findall(word)) > (len(word) > 3) for word in words)


def _extends(old: _Cut, new: _Cut) -> bool:
    """A longer head is better where it adds the place or the outlet that the shorter one lacks."""
    added = {piece.kind for piece in new.pieces[len(old.pieces) :]}
    if not added or old.mark.strip()[0] in "|:,.":
        return True
    if added & {"upper", "mixed"}:
        return False
    return any(kind in added and not old.of(kind) for kind in ("outlet", "place"))


def _alone(
    text: str, hosts: list[tuple[int, int]], names: frozenset[str]
) -> tuple[Dateline, str] | None:
    """A dateline without a dash that fills its block: `MIMIKA, BM`."""
    if len(text) > 80 or text.endswith((".", "!", "?", ":")):
        return None
    cut = _Cut(len(text), len(text), "", _pieces(text, hosts, names))
    if cut.of("bad", "mixed") or len(cut.pieces) < 2 or not cut.of("place"):
        return None
    return _result(cut, text) if cut.of("outlet", "upper") else None


def _result(cut: _Cut, text: str) -> tuple[Dateline, str]:
    raw, rest = text[: cut.start].rstrip(" ,.;"), text[cut.end :].lstrip(" -–—")
    place, outlet = _place(cut), next(iter(cut.of("outlet")), None)
    if place is None and (match := _GLUED.match(rest)) and is_place(match[1]):
        place, rest = match[1], rest[match.end() :]
        raw = text[: cut.end] + place
    if place is None and cut.mark.strip() == "," and (place := _leading_place(rest)):
        raw, rest = f"{text[: cut.end]}{place}", rest[len(place) :].lstrip()
    if outlet is None:
        outlet = next(iter(cut.of("unit")), None)
    if outlet is None:  # beside a place an unknown word is the outlet: "TERNATE, OT"
        outlet = next((text for text in cut.of("upper", "mixed") if text != place), None)
    return Dateline(raw, place, outlet), rest


def _leading_place(rest: str) -> str | None:
    """The place between an outlet's comma and the sentence: `Liputan6.com, Jakarta Warga …`."""
    words = rest.split(" ", 4)
    for size in (3, 2, 1):
        place = " ".join(words[:size])
        known = loose(place) in _places() or loose(words[0]) in _set("place_kinds")
        if len(words) > size and known and is_place(place) and _STARTS.match(words[size]):
            return place
    return None


def by_text(paragraph: str, text: str) -> tuple[Dateline, str] | None:
    """A dateline of one unknown place before a dash, where the text says that it is a place.

    `Ratatotok - Pemerintah …`, where `text` has `di Ratatotok` or `Kecamatan Ratatotok`: the lists
    hold no kecamatan and no villages.
    """
    found = _UNKNOWN.match(paragraph)
    if not found or loose(found[1].split()[0]) in _set("not_places"):
        return None
    place = found[1].title() if found[1].isupper() else found[1]
    if not re.search(rf"\b(?:{_LOCATIVE})\s+{re.escape(place)}\b", text):
        return None
    return Dateline(found[1], found[1], None), paragraph[found.end() :]


def _place(cut: _Cut) -> str | None:
    """The narrowest place: a region before its province, a known place before an unknown word."""
    known = cut.of("place")
    narrow = [text for text in known if regions.province(text) is None]
    return next(iter(narrow + known + cut.of("upper", "mixed")), None)
