"""A draft with what the crawl knows of its page."""

from dataclasses import dataclass, fields
from typing import Any

from ogpnews.draft import Draft
from ogpnews.entries import Entry


@dataclass(slots=True)
class Fetched(Draft):
    """A draft with what the crawl knows of its page."""

    entry: Entry | None = None
    """How it was found."""
    before: bool = False
    """True where an earlier run exported it, and it is looked at again."""
    etag: str | None = None
    last_modified: str | None = None
    """What the server asks for in conditional requests."""

    @classmethod
    def of(cls, draft: Draft, **known: Any) -> "Fetched":
        """The draft with more that is known; what was fetched has no `input`."""
        told = {part.name: getattr(draft, part.name) for part in fields(Draft) if part.init}
        return cls(**{**told, "input": None, **known})

    @property
    def listed(self) -> str | None:
        """Publication as sitemap or feed give it."""
        return self.entry.when if self.entry else None
