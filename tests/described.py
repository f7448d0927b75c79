"""A sound dataset of the tests' own writing, and what verify finds in it once it is changed."""

from pathlib import Path
from typing import Any

from recordsets import RUN, article, dataset, reported

from ogpnews import description
from ogpnews.findings import Finding
from ogpnews.outlets import Catalogue
from ogpnews.verification import verify

FILE = f"articles/lereng/{RUN}.jsonl"
LATER = "20261121T010000Z-bbbbbb"


def describe(out: Path) -> None:
    description.describe(out, description.Asked(Catalogue(()), "data@example.org"))


def sound(out: Path) -> Path:
    """Three articles in order, described."""
    reported(dataset(out, [article(1), article(2), article(3)]))
    describe(out)
    return out


def found(out: Path, **how: Any) -> list[Finding]:
    """Everything that is wrong."""
    return [finding for finding, _ in verify(out, everything=True, **how).findings()]
