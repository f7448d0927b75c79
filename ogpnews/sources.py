"""What a spider is for, and what became of each entry of an outlet's file."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """What a spider is for."""

    CRAWL = "crawl"
    """Articles, as soon as some are known."""
    DISCOVER = "discover"
    """Addresses alone; no article is asked for."""
    CHECK = "check"
    """The first page of every entry, then a few articles."""


@dataclass(slots=True)
class Source:
    """One entry of the outlet's file, and what came of it."""

    kind: str
    """sitemap or feed (both `index`), listing, archive, api."""
    url: str
    """As the file has it, fields not filled in."""
    status: int | None = None
    """HTTP status of the first answer; None where there was none."""
    found: int = 0
    """Addresses that it named, over all its pages."""
    newest: str | None = None
    """Latest day of publication or change that it gave."""
    problem: str | None = None
    """The first thing that went wrong."""
