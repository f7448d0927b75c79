"""Names of regions, bodies and offices in a text, found in one pass."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from ogpnews.resources import lexicon
from ogpnews.text import opd, regionterms
from ogpnews.text.gazetteer import Gazetteer

REGION, TYPE, BODY, OFFICE, ACTING = "region", "type", "body", "office", "acting"
"""Kinds of terms."""
COUNCIL, AGENCY, INSTRUMENT, FALSE = "council", "agency", "instrument", "false"
"""Further kinds: DPRD and the like; an OPD; what governments make and own; a name that misleads."""


class Term(NamedTuple):
    """What a name stands for."""

    kind: str
    name: str
    """Normalised: the office, the short form, …; for a region its casefolded name."""
    level: str = ""
    """province, regency, city, below or any, where the term says it."""
    codes: tuple[str, ...] = ()
    """For a region: Kemendagri codes that the name may mean; for a body that only one has: its code."""
    care: str = ""
    """For a region: what the name needs, as in regionterms."""
    capitals: bool = False
    """For a region: True for an abbreviation that counts in capitals only."""


class Mention(NamedTuple):
    """A term in a text."""

    start: int
    end: int
    term: Term


class Part(NamedTuple):
    """One part of an article."""

    name: str
    """title, text, caption, credit, section, tags or dateline."""
    text: str
    mentions: list[Mention]


@cache
def _gazetteer() -> Gazetteer[Term]:
    return Gazetteer([*_region_terms(), *_government_terms()])


def find(text: str, *, any_case: bool = False) -> list[Mention]:
    """Mentions in the order of the text, none inside another; names of regions only as names.

    `any_case` takes names that are no other words in lower case, too: tags are printed so.
    """
    found = (Mention(*place) for place in _gazetteer().find(text))
    return [
        mention
        for mention in found
        if mention.term.kind != REGION
        or (any_case and not mention.term.care)
        or _is_name(text[mention.start : mention.end], mention.term.capitals)
    ]


def read_parts(parts: Mapping[str, str]) -> list[Part]:
    """Parts of an article that say something, with what they mention."""
    return [
        Part(name, text, find(text, any_case=name == "tags"))
        for name, text in parts.items()
        if text
    ]


def _is_name(printed: str, capitals: bool) -> bool:
    """True where each word begins with a capital: `pati` is no Pati; `ntb` and `Ntb` no NTB."""
    if capitals:
        return printed.isupper()
    return all(word[0].isupper() or not word[0].isalpha() for word in printed.split())


def _region_terms() -> Iterator[tuple[str, Term]]:
    for written, name, codes, care, capitals in regionterms.terms():
        yield written, Term(REGION, name, "", codes, care, capitals)


def _government_terms() -> Iterator[tuple[str, Term]]:
    words = lexicon("government")
    for level, written in words["types"].items():
        yield from ((word, Term(TYPE, level, level)) for word in written)
    for level, written in words["bodies"].items():
        yield from ((word, Term(BODY, written[0], level)) for word in written)
    for name, office in words["offices"].items():
        yield from ((word, Term(OFFICE, name, office["level"])) for word in office["written"])
    for name, written in words["acting"].items():
        yield from ((word, Term(ACTING, name)) for word in written)
    yield from _body_terms(words)
    for kind, written in words["instruments"].items():
        yield from ((word, Term(INSTRUMENT, kind)) for word in written)
    yield from ((word, Term(FALSE, "")) for word in words["false"]["names"])


def _body_terms(words: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    for name, council in words["councils"].items():
        term = Term(COUNCIL, name, "any", tuple(council.get("codes", ())))
        yield from ((word, term) for word in council["written"])
    yield opd.DINAS.casefold(), Term(AGENCY, opd.DINAS, "any")
    for agency in opd.rows():
        yield from ((word, Term(AGENCY, agency.name, "any")) for word in agency.names)
        head = Term(OFFICE, f"Kepala {agency.name}", "any")
        yield from ((word, head) for word in agency.heads)
