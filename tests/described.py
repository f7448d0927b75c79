"""A sound dataset of the tests' own writing, and what verify finds in it once it is changed."""

from pathlib import Path
from typing import Any

from recordsets import RUN, article, dataset, reported

from ogpnews.folder import description
from ogpnews.folder.findings import Finding
from ogpnews.folder.verification import verify
from ogpnews.outlets import Catalogue

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
