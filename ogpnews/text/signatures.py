"""The sign-off at the very end of a text: `(rin/ian)`, `[*/pkt]`, `(Outlet/Nama)`, `AZF`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from ogpnews.resources import lexicon
from ogpnews.text.clean import loose, squash
from ogpnews.text.organisations import AGENCY, HOST, OUTLET, OWN, UNIT, is_title, kind
from ogpnews.text.persons import collective, is_initials, person

_MAX_SIGN_OFF = 60
_MARKS = "* \t\n\xa0"
_END_MARK = re.compile(r"[(\[]\s?\*{1,3}\s?[)\]]$")
_BRACKETS = re.compile(rf"[(\[]\s*([^()\[\]]{{1,{_MAX_SIGN_OFF}}}?)\s*[)\]]\s?(\.?)$")
_SENTENCE_END = re.compile(r"(?:[.!?…][\"'”“’‘»)\]\s]*|[”\"»’])$")
_BARE = re.compile(
    r"(?:^|(?<=[.!?…\"”“’])\s{0,3})([A-Z]{2,4}(?:\s?/\s?[A-Z]{2,4}){0,2}|[a-z0-9]{2,4}(?:/[a-z0-9]{2,4}){1,2})$"
)
_ROMAN = re.compile(r"[IVXLCDM]+")
_CODES = re.compile(r"(?:\*/)?[a-z][a-z0-9]{1,4}(?:/[a-z0-9]{2,5}){0,3}")
_TOKEN = re.compile(r"[^\W\d_][\w.*'’-]{0,23}|\*|[a-z0-9]{2,6}")
_DATE = re.compile(r"\d{1,4}\s?[-/.–]\s?\d{1,2}(?:\s?[-/.–]\s?\d{2,4})?|[\d\s.,:%/–-]+")
_PARTS = re.compile(r"\s*/\s*|\s+[–—-]\s+")
_GLOSS = re.compile(r"[,–—-]\s?red$", re.IGNORECASE)
_DASH = re.compile(r"\s+[–—-]\s+")


@dataclass(slots=True)
class Signed:
    """What a sign-off says."""

    initials: str | None = None
    source: str | None = None
    authors: list[str] = field(default_factory=list)
    collective: list[str] = field(default_factory=list)
    undecided: bool = False
    """True where it names several people and no role."""


@cache
def not_initials() -> frozenset[str]:
    """Short words in brackets that end a text and are nobody's initials."""
    return frozenset(lexicon("credits")["persons"]["never_initials"])


def is_named(name: str, outlet_names: Sequence[str] = ()) -> bool:
    """Whether `name` is an outlet or agency known by its name, not by the shape of its words."""
    what = kind(name, outlet_names)
    words = name.split()
    if what in (OWN, AGENCY) or HOST.fullmatch(name):
        return True
    brands = lexicon("credits")["names"]["brands"]
    known = map(loose, lexicon("credits")["names"]["outlets"])
    return what == OUTLET and (
        loose(name) in known or (len(words) < 3 and words[0].casefold() in brands)
    )


def split_outlet(text: str) -> tuple[str, str] | None:
    """Outlet and person where nothing stands between: `Tribun Timur Andi Saputra`."""
    words = text.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:size]), " ".join(words[size:])
        if is_named(head) and person(rest):
            return head, rest
    return None


def read(inner: str, outlet_names: Sequence[str] = ()) -> Signed:
    """The inside of the brackets → initials, wire, people."""
    text = squash(inner).strip(" *").removeprefix("*/").strip(" /*")
    signed = Signed()
    parts = [part.strip(" .*") for part in text.split("/") if part.strip(" .*")]
    if not parts or _DATE.fullmatch(text) or text.casefold() in not_initials():
        return signed
    kinds = [kind(part, outlet_names) for part in parts]
    for part, what in zip(parts, kinds, strict=True):
        if not signed.source and what in (AGENCY, OUTLET) and is_named(part, outlet_names):
            signed.source = part
    if len(parts) == 1 and (kinds[0] or len(parts[0].split()) > 1):
        return _single(parts[0], signed, outlet_names)
    if all(_is_token(part) for part in parts) and not (HOST.fullmatch(parts[0]) and len(parts) > 1):
        signed.initials = text
        return signed
    return _people(parts, kinds, signed, outlet_names)


def _single(name: str, signed: Signed, outlet_names: Sequence[str]) -> Signed:
    if body := collective(name, outlet_names=outlet_names):
        if not signed.source:
            signed.collective.append(body)
    elif _is_token(name) or _DASH.search(name):
        signed.initials = name
    elif one := person(name, outlet_names=outlet_names):
        signed.authors.append(one)
    return signed


def _people(
    parts: list[str], kinds: list[str | None], signed: Signed, outlet_names: Sequence[str]
) -> Signed:
    people: list[str] = []
    for part, what in zip(parts, kinds, strict=True):
        if what == UNIT and not HOST.fullmatch(part):
            signed.collective.append(part)
        elif not what and (one := person(part, outlet_names=outlet_names)):
            people.append(one)
        elif not what and is_initials(part):
            signed.initials = signed.initials or part
    outlet_only = signed.source if kinds[0] == OUTLET else None
    if outlet_only == parts[0]:
        signed.source = None  # "(Outlet/A/B)": the outlet's own people wrote it
    if any(kinds) or len(people) == 1:
        signed.authors.extend(people)
    else:
        signed.undecided = bool(people)
    return signed


def _is_token(part: str) -> bool:
    """Whether `part` is one short word, or two of initials' length (`Ac Dt`)."""
    words = part.split()
    if len(words) == 1:
        return bool(_TOKEN.fullmatch(part)) or is_initials(part)
    return len(words) == 2 and all(len(word) < 4 and word.isalpha() for word in words)


def trailing_initials(text: str) -> tuple[str, str] | None:
    """Cut the sign-off from the end of a last paragraph: `("… sekitar.", "rin/ian")`.

    None where there is none: a gloss inside the sentence, a date, a number, an abbreviation that
    the sentence explains. A sign-off may hold names or a wire: credits.read(["(…)"]) tells which.
    """
    tail = text[-400:].rstrip()
    core = tail.rstrip(_MARKS)
    if core[-1:] in ")]" and (mark := _END_MARK.search(core[-9:])):
        core = core[: mark.start() - len(mark.string)].rstrip(_MARKS)
    cut = len(text) - len(text[-400:])
    if found := _BRACKETS.search(core[-_MAX_SIGN_OFF - 8 :]):
        start = max(0, len(core) - _MAX_SIGN_OFF - 8) + found.start()
        before = core[:start].rstrip()
        ended = not before or bool(_SENTENCE_END.search(before[-8:]))
        inner = squash(found[1]).lstrip("*/ ")
        if _is_sign_off(inner, ended=ended, stop=bool(found[2])):
            return text[:cut] + before, inner.removeprefix("*/").strip(" *")
        return None
    if (bare := _BARE.search(core[-24:])) and not _is_number_or_zone(bare[1]):
        return text[: cut + len(core) - len(bare[1])].rstrip(), bare[1]
    return None


def _is_number_or_zone(text: str) -> bool:
    return bool(_ROMAN.fullmatch(text)) or text.casefold() in not_initials()


def _is_sign_off(inner: str, *, ended: bool, stop: bool) -> bool:
    low = inner.casefold()
    if not inner.strip("* ") or _DATE.fullmatch(inner) or ":" in inner or low in not_initials():
        return False
    if not ended:
        # inside a sentence only the codes of a desk are told from a gloss
        return not stop and ("/" in inner or len(inner) == 3) and bool(_CODES.fullmatch(inner))
    parts = [part.strip() for part in _PARTS.split(inner) if part.strip()]
    if _GLOSS.search(inner) and " " in inner:
        return False
    if all(map(_is_token, parts)):
        return True
    # "(MC Balangan/ragil)": beside a body a short name is enough
    bodies = any(map(kind, parts))
    return all(_is_body_or_person(part) or (bodies and _is_token(part)) for part in parts)


def _is_body_or_person(part: str) -> bool:
    return (
        part[0].isupper()
        and is_title(part)
        and (kind(part) is not None or person(part) is not None)
    )
