"""The region that is named beside a body or an office: `DPRD Kota Semarang`."""

import re

from ogpnews.resources import lexicon
from ogpnews.text import regions
from ogpnews.text.mentions import AGENCY, BODY, COUNCIL, OFFICE, REGION, TYPE, Mention, Part
from ogpnews.text.offices import LIST, NAME

_SPECIAL = lexicon("government")["special"]
_SPECIAL_CODES = frozenset(_SPECIAL["codes"])
_BEFORE = re.compile(
    r"\b(?:({})|({})) $".format("|".join(_SPECIAL["bodies"]), "|".join(_SPECIAL["councils"])),
    re.IGNORECASE,
)
_GAP = re.compile(r"(?: \([\w .-]{2,25}\))?[ ().]{0,3}(?:(?:dan|serta) )?")
_TAIL = re.compile(rf"(?=[ ,].)(?: {NAME})?{LIST} ")
"""The rest of an agency's name: `Dinas Bina Marga | dan Pertamanan | Kota …`."""
_MORE = 3  # bodies, offices and words for regions that may stand between the two
_ABBREVIATION = re.compile(r" \(?([A-Z][\w.]{1,12}(?: [A-Z][a-z]{2,12})?)\b")
_LEVELS = ("province", "regency", "city")


def beside(part: Part, number: int) -> tuple[tuple[str, ...], int, str]:
    """(codes of the region behind that mention, where it ends, the level that words there say)."""
    text, mentions = part.text, part.mentions
    mention = mentions[number]
    end, level = mention.end, ""
    for other in mentions[number + 1 : number + 2 + _MORE]:
        gap = text[end : min(other.start, end + 80)]
        tail = mention.term.kind == AGENCY and end == mention.end and _TAIL.fullmatch(gap)
        if not tail and not _GAP.fullmatch(gap):
            break
        if other.term.kind == REGION:
            return fitting(other.term.codes, level or mention.term.level), other.end, level
        if other.term.kind == TYPE and other.term.level in _LEVELS:
            level = other.term.level
        elif other.term.kind not in (BODY, COUNCIL, AGENCY, OFFICE):
            break
        end = other.end
    found = _ABBREVIATION.match(text, end) if level in ("", "province") else None
    for name in (found[1], found[1].split()[0]) if found else ():
        if row := regions.province(name):
            return (row.code,), end + text[end : end + 40].index(name) + len(name), level
    return (), mention.end, level


def fitting(codes: tuple[str, ...], level: str) -> tuple[str, ...]:
    """The codes of that level; all of them where none fits or the level is not known."""
    if level not in _LEVELS:
        return codes
    rows = [row for code in codes if (row := regions.by_code(code))]
    return tuple(row.code for row in rows if row.level == level) or codes


def special(part: Part, region: Mention) -> tuple[int, int, str, str, str, tuple[str, ...]] | None:
    """What is a regional body only in front of this region: `Pemerintah Aceh`, `DPR Papua`."""
    if not _SPECIAL_CODES.intersection(region.term.codes):
        return None
    found = _BEFORE.search(part.text, max(0, region.start - 26), region.start)
    if not found:
        return None
    codes = tuple(code for code in region.term.codes if code in _SPECIAL_CODES)
    council = "DPRA" if codes == ("11",) else "DPRP"
    body = "Pemprov" if found[1] else council
    return found.start(), region.end, body, "", "province", codes
