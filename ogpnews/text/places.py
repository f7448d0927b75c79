"""Mentions of regions, read with the words that say what they are."""

import re
from collections.abc import Iterator

from ogpnews.text.levels import before, level
from ogpnews.text.mentions import REGION, Part
from ogpnews.text.place import Place, printed, read_before, read_kecamatan
from ogpnews.text.regionterms import EXPLICIT
from ogpnews.text.surroundings import Surroundings, Weight

_LIST = re.compile(r"\s*(?:,|,?\s*dan|&|,?\s*serta|hingga|maupun|/)\s*")
_OUTSIDE = re.compile(r"\s?[,(/–-]?\s?")  # "Solok, Sumbar", "Garut Jabar"
_LOCATES = 0.3  # the weight of a province that says only where its part lies
_LISTS, _LONGEST = ((3, 1.0), (5, 0.6)), 0.3  # members of an enumeration, weight of each
_MENTIONS = 5000  # of one part; no article has that many


def read(part: Part) -> Iterator[Place]:
    """The places of one part, in its order; what is no place at all is left out."""
    said = [
        (number, mention)
        for number, mention in enumerate(part.mentions[:_MENTIONS])
        if mention.term.kind == REGION or mention.term.level == "below"
    ]
    if not said:
        return
    around, text = Surroundings(part), part.text
    last: Place | None = None
    end = paragraph = at = 0
    run: list[Place] = []
    for number, mention in said:
        paragraph += text.count("\n\n", at, mention.start)
        at = mention.start
        if mention.term.kind != REGION:
            yield from _shared(run)
            run = []
            yield from (
                place._replace(paragraph=paragraph) for place in read_kecamatan(part, mention)
            )
            continue
        listed = last is not None and bool(_LIST.fullmatch(text, end, mention.start))
        if not listed:
            yield from _shared(run)
            run = []
        places = list(_region(part, number, around, (last, end, listed)))
        run += [place._replace(paragraph=paragraph) for place in places]
        last, end = (places[-1] if places else None), mention.end
    yield from _shared(run)


def _shared(run: list[Place]) -> list[Place]:
    """A long enumeration is about none of its members in particular."""
    share = next((share for most, share in _LISTS if len(run) <= most), _LONGEST)
    return run if share == 1.0 else [place._replace(factor=place.factor * share) for place in run]


def _region(
    part: Part, number: int, around: Surroundings, behind: tuple[Place | None, int, bool]
) -> Iterator[Place]:
    """`behind`: the region before, where it ends, and whether this one is listed with it."""
    last, end, listed = behind
    mention = part.mentions[number]
    said = before(part, number)
    if said.below:
        return  # a kecamatan, read where its type word stands; a street, a village
    codes = mention.term.codes
    fitting = tuple(code for code in codes if level(code) in said.levels)
    explicit = bool(fitting) or (said.government and len(codes) == 1)
    codes = fitting or codes
    outer = _outer(part.text, codes, last, end, mention.start)
    if listed and last and last.explicit and not (explicit or outer):
        codes = _same_level(codes, last.codes)
    named = explicit or said.government
    weight = around.explicit(said.start) if named else around.weigh(mention)
    if last and not explicit and part.text[end : mention.start] == "-":  # rute Makassar-Manado
        weight = Weight(min(weight.factor, last.factor), weight.support)
    if not weight.factor or (mention.term.care == EXPLICIT and not explicit):
        return
    start = said.start if named else mention.start
    place = Place(
        part.name, 0, mention.term.name, outer or codes, printed(part.text, start, mention.end),
        mention.term.care, explicit and weight.factor == 1.0, said.government, weight.support or listed,
        weight.factor * (_LOCATES if outer else 1.0),
    )  # fmt: skip
    if len(codes) > 1 and not (explicit or outer):
        yield from read_before(part, mention, codes)
    if explicit and len(said.levels) > 1:
        yield from (place._replace(codes=(code,)) for code in codes)
    else:
        yield place


def _same_level(codes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """In an enumeration the word for the kind holds on: `Kabupaten Semarang, Tegal, dan Demak`."""
    said = {level(code) for code in others}
    return tuple(code for code in codes if level(code) in said) or codes


def _outer(
    text: str, codes: tuple[str, ...], last: Place | None, end: int, start: int
) -> tuple[str, ...]:
    """Provinces among `codes` that only say where the region before lies: `Solok, Sumbar`."""
    if last is None or start - end > 3 or not _OUTSIDE.fullmatch(text, end, start):
        return ()
    provinces = {code[:2] for code in last.codes if len(code) > 2}
    return tuple(code for code in codes if code in provinces)
