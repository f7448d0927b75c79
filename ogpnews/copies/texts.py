"""The texts of a dataset, each once, signed, with the articles that have it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ogpnews.copies.index import Signed
from ogpnews.copies.minhash import SIZE, signatures
from ogpnews.copies.precedence import Published
from ogpnews.dataset import Record
from ogpnews.errors import OgpnewsError
from ogpnews.text.clean import sha256
from ogpnews.text.shingles import shingles, words

LEAST = 30
"""Words of a text that is compared: captions and "see the video" are no copies of each other."""
_EMPTY = sha256("")
_BATCH = 200
"""Texts signed in one call."""


@dataclass(frozen=True, slots=True)
class Member:
    """What is kept of an article."""

    id: str
    outlet: str
    title: str
    published: str | None
    when: Published


@dataclass(slots=True)
class Text:
    """A text and its articles."""

    members: list[Member] = field(default_factory=list)
    signed: Signed | None = None
    """None where no article has the text itself: its outlet's rights keep it out of the record."""

    @property
    def is_short(self) -> bool:
        """Too short, or empty, to say anything: its articles are no copies of each other."""
        return self.signed is not None and self.signed.words < LEAST

    @property
    def first(self) -> Published:
        """When the first of its articles came out."""
        return min(member.when for member in self.members)


def key(record: Record) -> str:
    """SHA-256 of the record's text; what the record says of it where the text is not in there."""
    return sha256(record["text"]) if record["text"] else record["text_sha256"] or _EMPTY


class Texts:
    """All texts of a dataset by SHA-256."""

    def __init__(self, known: Mapping[str, Signed]) -> None:
        """`known`: what earlier runs have signed."""
        self.by_hash: dict[str, Text] = {_EMPTY: Text(signed=Signed(0, bytes(SIZE)))}
        self.articles = 0
        self.new = 0
        """Texts that had to be signed."""
        self._known = known
        self._waiting: list[tuple[Text, list[str]]] = []

    def read(self, records: Iterable[Record]) -> None:
        """Take in the records; of one id the first counts, and those without one do not.

        OgpnewsError for one whose parts are not as they should be.
        """
        seen: set[str] = set()
        for record in records:
            if record["id"] and record["id"] not in seen:
                seen.add(record["id"])
                try:
                    self._take(record)
                except (AttributeError, KeyError, TypeError) as error:
                    raise OgpnewsError(
                        f"article {record['id']} is no record of this version "
                        f"({type(error).__name__}: {error}); ogpnews verify says more"
                    ) from error
        self._sign()
        self.articles = len(seen)

    def _take(self, record: Record) -> None:
        name = key(record)
        text = self.by_hash.setdefault(name, Text())
        text.members.append(
            Member(record["id"], record["outlet"], record["title"], record["published"],
                   Published.of(record))
        )  # fmt: skip
        if text.signed is None and record["text"]:
            text.signed = self._known.get(name)
            if text.signed is None:
                self._wait(text, words(record["text"]))

    def _wait(self, text: Text, printed: list[str]) -> None:
        self.new += 1
        text.signed = Signed(len(printed), bytes(SIZE))
        if not text.is_short:
            self._waiting.append((text, shingles(printed)))
        if len(self._waiting) == _BATCH:
            self._sign()

    def _sign(self) -> None:
        made = signatures([found for _, found in self._waiting])
        for (text, _), signature in zip(self._waiting, made, strict=True):
            if text.signed is not None:
                text.signed = text.signed._replace(signature=signature)
        self._waiting.clear()

    def signed(self) -> dict[str, Signed]:
        """What the next run may know."""
        return {
            name: text.signed
            for name, text in self.by_hash.items()
            if text.signed is not None and text.members and text.signed.words
        }
