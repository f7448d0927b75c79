"""Bodies and offices of regional governments in a text, each with the region named beside it."""

from itertools import islice

from ogpnews.resources import lexicon
from ogpnews.text import opd
from ogpnews.text.actor import FORMS, Actor
from ogpnews.text.bodyplaces import beside, special
from ogpnews.text.mentions import (
    ACTING,
    AGENCY,
    BODY,
    COUNCIL,
    FALSE,
    OFFICE,
    REGION,
    Mention,
    Part,
)
from ogpnews.text.offices import agency_name, composed, in_office, is_abroad, is_building

_KINDS = (BODY, COUNCIL, AGENCY, OFFICE)
_UNSURE = frozenset(lexicon("government")["false"]["unsure"])
_MOST = 500  # mentions of one part that are looked at


def find(part: Part) -> list[Actor]:
    """Bodies and offices in the order of the text; former holders, candidates, foreigners are none."""
    found: list[Actor] = []
    bank = any(_is_of_a_bank(part.text, mention) for mention in islice(part.mentions, _MOST))
    left_out = -1  # behind the last one that holds no office
    for number, mention in enumerate(islice(part.mentions, _MOST)):
        kind = mention.term.kind
        if kind == REGION:
            body = special(part, mention)
            found += [Actor(*body)] if body else []
        if kind not in _KINDS:
            continue
        actor = _office(part, number) if kind == OFFICE else _body(part, number)
        if kind == OFFICE and is_building(part.text, actor.start):
            found += [actor._replace(office="")] if part.name == "title" and actor.codes else []
        elif kind == OFFICE and (
            not in_office(part.text, actor.start)
            or (left_out >= 0 and part.text[left_out : actor.start] == " dan ")
            or (not actor.codes and (bank and mention.term.level == "province"))
            or (not actor.codes and is_abroad(part.text, mention.end))
        ):
            left_out = mention.end
        elif (actor.body or actor.office) and _is_sure(part.text, actor, mention):
            found.append(actor)
    return found


def _office(part: Part, number: int) -> Actor:
    mention = part.mentions[number]
    codes, end, level = beside(part, number)
    start, office = _acting(part, number, mention.start, mention.term.name)
    body = mention.term.name.removeprefix("Kepala ")
    body = body if body in opd.urusan() else ""
    return Actor(start, end, body, office, level or mention.term.level, codes)


def _body(part: Part, number: int) -> Actor:
    mention = part.mentions[number]
    term, start = mention.term, mention.start
    codes, end, level = beside(part, number)
    name = FORMS[term.level] if term.kind == BODY else term.name
    if name == opd.DINAS:
        name = agency_name(part, number)
        end = max(end, start + len(name))
    office, former = "", False
    if name and term.kind != BODY:
        start, office = composed(part.text, mention, name)
        if office:
            start, office = _acting(part, number, start, office)
            former = not in_office(part.text, start)
            office = "" if former else office
    return Actor(start, end, name, office, level or term.level, codes or term.codes, former)


def _acting(part: Part, number: int, start: int, office: str) -> tuple[int, str]:
    """Where an office begins, and its name, with the acting form in front of it."""
    before = part.mentions[number - 1] if number else None
    if before is None or before.term.kind != ACTING:
        return start, office
    between = part.text[before.end : start] if start - before.end < 5 else "?"
    return (
        (before.start, f"{before.term.name} {office}")
        if not between.strip(" ().")
        else (start, office)
    )


def _is_of_a_bank(text: str, mention: Mention) -> bool:
    """`Gubernur BI`: where he is named, a Gubernur of no region is he."""
    printed = text[mention.start : mention.end] if mention.term.kind == FALSE else ""
    return "gubernur b" in printed.casefold()


def _is_sure(text: str, actor: Actor, mention: Mention) -> bool:
    """True where it has a region, or a capital and no other meaning: `menjadi bupati` names nobody."""
    printed = text[mention.start : mention.end]
    return bool(actor.codes) or (printed[0].isupper() and printed.casefold() not in _UNSURE)
