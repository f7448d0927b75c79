"""Which of the regions of one name an article means: by what it says elsewhere, or not at all."""

from collections.abc import Iterator, Sequence

from ogpnews.text import kecamatan
from ogpnews.text.levels import level
from ogpnews.text.place import Place
from ogpnews.text.regionhosts import Home
from ogpnews.text.regionterms import KECAMATAN, ORDINARY, SEAT, UNSURE_SEAT


def settle(found: Sequence[Place], votes: set[str], home: Home) -> Iterator[Place]:
    """The places that count, each with the one code that it means or with all that it may mean.

    `votes` are the levels of offices and bodies that stand alone: `Wali Kota` without a name.
    """
    known = _Known(found, votes, home)
    for place in found:
        if not known.counts(place):
            continue
        if both := known.named_apart(place):
            share = place.factor / len(both)
            yield from (place._replace(codes=(code,), factor=share) for code in both)
        elif codes := known.meaning(place):
            yield place._replace(codes=codes)


class _Known:
    """What the article says surely, by which the rest of it is read."""

    def __init__(self, found: Sequence[Place], votes: set[str], home: Home) -> None:
        sure = [place for place in found if len(place.codes) == 1]
        self.explicit = {place.codes[0] for place in sure if place.explicit}
        if home.host:
            self.explicit.add(home.code)
        # An office alone is that of a region of its level that is named, where one is.
        named = {level(place.codes[0]) for place in sure if place.care != KECAMATAN}
        self.votes = (votes & {"regency", "city"}) - named - {level(code) for code in self.explicit}
        self.below = {place.codes[0] for place in sure if place.care in (KECAMATAN, SEAT)}
        self.supported = {place.name for place in found if place.support}
        mapped = (KECAMATAN, UNSURE_SEAT)
        self.named = {code for place in found if place.care not in mapped for code in place.codes}
        self.provinces = {place.codes[0][:2] for place in sure if place.care != ORDINARY}
        self.home = home.code

    def counts(self, place: Place) -> bool:
        """False for a word, a namesake, a seat of a region that is not named."""
        if place.explicit:
            return True
        if place.care == ORDINARY:
            return place.name in self.supported or self.home in place.codes
        if place.care == UNSURE_SEAT:
            return not self.named.isdisjoint(place.codes)
        return not self._namesake(place)

    def _namesake(self, place: Place) -> bool:
        """True for a kecamatan of a region that the article names: Karanganyar, Pekalongan."""
        if place.care or not self.explicit.isdisjoint(place.codes):
            return False
        return not self.explicit.isdisjoint(kecamatan.parents(place.name))

    def named_apart(self, place: Place) -> list[str]:
        """Codes of a name whose regions are all named: Kota and Kabupaten; it may be any of them."""
        both = sorted(self.explicit.intersection(place.codes))
        return both if len(place.codes) > 1 and len(both) > 1 else []

    def meaning(self, place: Place) -> tuple[str, ...]:
        """One code, or all that may be; none for a kecamatan that may lie in several."""
        codes = place.codes
        if len(codes) == 1:
            return codes
        if place.care == KECAMATAN:
            inside = tuple(code for code in codes if code in self.explicit | self.named)
            return inside if len(inside) == 1 else ()
        for choice in self._choices(codes):
            if len(choice) == 1:
                return tuple(choice)
        return codes

    def _choices(self, codes: tuple[str, ...]) -> Iterator[set[str]]:
        """What narrows the choice, the strongest first."""
        yield self.explicit.intersection(codes)
        yield {code for code in codes if self.votes == {level(code)}}
        yield self.below.intersection(codes)
        if len({code[:2] for code in codes}) > 1:  # Banjar: a province tells which
            yield {code for code in codes if code[:2] in self.provinces}
            yield {code for code in codes if code[:2] == self.home[:2]}
