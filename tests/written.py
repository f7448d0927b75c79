"""Pages of our own writing: `pages/html/<name>.html`, and beside it what an attentive reader would want."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ogpnews.extract import Options, Source, read
from ogpnews.items import Article
from ogpnews.normalise import normalise
from ogpnews.outlets import UNKNOWN
from ogpnews.pages import open_page
from ogpnews.pages.base import Page
from ogpnews.pages.document import Document

FOLDER = Path(__file__).parent / "pages" / "html"
SILENT: dict[str, Any] = {
    "title": "",
    "kind": "article",
    "published": None,
    "modified": None,
    "authors": [],
    "editors": [],
    "contributors": [],
    "collective": [],
    "initials": None,
    "source": None,
    "caption": None,
    "credit": None,
    "dateline": None,
    "tags": [],
    "section": None,
    "pages": 1,
    "related": [],
    "rights": False,
    "paragraphs": [],
}
"""What a page says of which its expectation says nothing."""


@dataclass(frozen=True)
class Written:
    """One page and its expectation."""

    name: str
    url: str
    outlet: str | None
    expect: dict[str, Any]

    @property
    def body(self) -> bytes:
        """The page's bytes."""
        return (FOLDER / f"{self.name}.html").read_bytes()


@cache
def load(name: str) -> Written:
    """A page by its name; KeyError for an expectation that the tests would not look at."""
    told = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    unknown = told["expect"].keys() - SILENT.keys()
    if unknown:
        raise KeyError(f"{name}.toml expects {', '.join(sorted(unknown))}: no such field")
    return Written(name, told["url"], told.get("outlet"), {**SILENT, **told["expect"]})


def names(*, generic: bool) -> list[str]:
    """Pages of unknown hosts, or those of the families."""
    found = sorted(path.stem for path in FOLDER.glob("*.toml"))
    return [name for name in found if name.startswith("generic-") == generic]


@cache
def article(name: str) -> Article:
    """The record of a page: of its outlet where it names one, of an unknown host otherwise."""
    page = load(name)
    return normalise(read(Source(name, page.body, page.url), Options(outlet=page.outlet)))


@cache
def opened(name: str) -> Page:
    """The page as an unknown host's, recognised by its marks alone."""
    page = load(name)
    return open_page(Document(page.body, page.url), UNKNOWN)


def found(name: str, field: str) -> Any:
    """What the record says of one field of the expectation."""
    record = article(name)
    if field in {"caption", "credit"}:
        return getattr(record.images[0], field) if record.images else None
    if field == "related":
        return [item.title for item in record.related]
    if field == "paragraphs":
        return record.text.split("\n\n") if record.text else []
    if field == "rights":
        return record.rights_notice is not None
    return getattr(record, field)
