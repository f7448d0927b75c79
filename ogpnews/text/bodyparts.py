"""Body and Item: what the stages of `body.read` hand on."""

import re
from dataclasses import dataclass, field

from ogpnews.raw import Block
from ogpnews.text.datelines import Dateline
from ogpnews.text.inserts import Related, Verdict, is_link

_ENDED = re.compile(r"[.!?…:][\"'”’)\]]{0,2}$")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNCOUNTED = frozenset({"body", "tail", "label"})
_LINE = 100  # characters; links and buttons of a tail are shorter


def ended(text: str) -> bool:
    """Whether punctuation ends a sentence at the end of a text."""
    return _ENDED.search(text, max(0, len(text) - 4)) is not None


def is_prose(text: str) -> bool:
    """True for a sentence or what is as long as one, not for a line of a list of links."""
    return len(text) * (2 if ended(text) else 1) > _LINE


@dataclass(slots=True)
class Body:
    """The text of an article and what was taken out of it."""

    paragraphs: list[str] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    removed: dict[str, int] = field(default_factory=dict)
    """What was cut out of the body and how often; credit lines and tails are not counted."""
    dateline: Dateline | None = None
    credit_lines: list[str] = field(default_factory=list)
    """Credit lines at the head and the foot of the body, verbatim, in order."""
    initials: str | None = None
    source: str | None = None
    syndicated_from: str | None = None
    rights_notice: str | None = None
    captions: list[str] = field(default_factory=list)
    """Captions and photo credits that stood between the paragraphs, verbatim."""
    labels: list[str] = field(default_factory=list)
    """Labels of paid content that stood in the body: ADVERTORIAL, PARIWARA."""
    warnings: list[str] = field(default_factory=list)

    def count(self, what: str, times: int = 1) -> None:
        """Note that `what` was cut out of the body; a negative number takes it back."""
        if times and what not in _UNCOUNTED:
            self.removed[what] = self.removed.get(what, 0) + times
            if not self.removed[what]:
                del self.removed[what]


@dataclass(slots=True)
class Item:
    """One block on its way through the stages."""

    text: str
    block: Block
    verdict: Verdict
    broken: bool = False
    """An insert stood between this paragraph and the one before."""
    closed: bool = False
    """An end mark stood behind it."""

    @property
    def heading(self) -> bool:
        """A subheading, by its element or by being all bold."""
        return self.block.tag in HEADINGS or self.block.strong

    @property
    def prose(self) -> bool:
        """A sentence that is no link."""
        return is_prose(self.text) and not is_link(self.block)
