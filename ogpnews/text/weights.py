"""What one mention of a region weighs, and what all mentions of it come to."""

from dataclasses import dataclass, field

from ogpnews.text.place import Place
from ogpnews.text.regionterms import SEAT, UNSURE_SEAT

_PARTS = {"title": 5.0, "caption": 1.0, "credit": 0.5, "section": 1.0, "tags": 1.0, "dateline": 1.5}
_PARAGRAPHS = (2.5, 1.2, 1.2, 0.6)  # the last one for all that follow
_JAKARTA_DATELINE = 0.3  # the nation's desks file from there
_GOVERNMENT = 1.3  # factor of a name with a body or an office
_SEAT = 0.7  # … of the town for its kabupaten
_CAPS = {"caption": 1.5, "tags": 1.5, "section": 1.0, "credit": 0.5, "dateline": 1.5}
"""The most that one part gives, however often it names the region."""
_EVIDENCE = 5


@dataclass(slots=True)
class About:
    """One region that the article may be about, or one name that may mean several."""

    codes: tuple[str, ...]
    """One code, or the candidates."""
    score: float = 0.0
    evidence: list[str] = field(default_factory=list)
    """Part and words as printed: `title: Pemkot Semarang`."""
    core: float = 0.0
    """What headline, text and host gave of the score."""
    printed: str = ""
    governs: bool = False
    """True where the headline names its government."""
    primary: bool = False
    given: dict[str, float] = field(default_factory=dict)
    """Part with a cap → what it gave so far."""

    def add(self, place: Place) -> None:
        """Count one more mention."""
        weight = _weight(place)
        if cap := _CAPS.get(place.part):
            given = self.given.get(place.part, 0.0)
            weight = min(weight, cap - given)
            self.given[place.part] = given + weight
        else:
            self.core += weight
        self.score += weight
        self.printed = self.printed or place.printed
        self.governs |= place.government and place.part == "title"
        if len(self.evidence) < _EVIDENCE:
            said = f"{place.part}: {place.printed}"
            if said.casefold() not in (known.casefold() for known in self.evidence):
                self.evidence.append(said)

    def add_host(self, host: str, weight: float) -> None:
        """Count the host of its own government; it is said even where there is much else."""
        self.score += weight
        self.core += weight
        self.evidence = [*self.evidence[: _EVIDENCE - 1], f"host: {host}"]


def _weight(place: Place) -> float:
    if place.part == "text":
        weight = _PARAGRAPHS[min(place.paragraph, len(_PARAGRAPHS) - 1)]
    elif place.part == "dateline" and place.codes == ("31",):
        weight = _JAKARTA_DATELINE
    else:
        weight = _PARTS[place.part]
    if place.government:
        weight *= _GOVERNMENT
    return weight * place.factor * (_SEAT if place.care in (SEAT, UNSURE_SEAT) else 1.0)
