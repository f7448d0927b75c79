"""Stories of the sample archive: TOML files → what their pages print and what a reader must get."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

_INSERT = re.compile(r"> (?P<label>[^:]{1,40}): (?P<title>.+) <(?P<url>[^<>]+)>")
_MARKS = {"## ": "heading", "- ": "item", "! ": "promo"}
_PAGE_BREAK = "-----"
_TEXT = frozenset({"paragraph", "heading", "item"})
_KEYS = frozenset({"url", "also", "title", "section", "tags", "body", "page", "picture", "record"})
_REQUIRED = ("url", "title", "body", "page", "record")
_EMPTY: dict[str, Any] = {
    "kind": "article", "published": None, "modified": None,
    "authors": [], "editors": [], "contributors": [], "collective": [], "initials": None,
    "source": None, "dateline": None, "dateline_place": None,
    "origin": "unknown", "rights_notice": None,
}  # fmt: skip
_SAID = frozenset({"published_precision", "tz_source"})
"""Keys of [record] that a story may leave open."""
_PICTURE = ("caption", "credit", "photographer", "organisation", "credit_type")


class SampleError(ValueError):
    """A source file of the sample is wrong; the message names file and fault."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a body as the page prints it."""

    kind: str
    """paragraph, heading, item, related or promo."""
    text: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One story file."""

    path: Path
    url: str
    title: str
    section: str
    tags: list[str]
    also: list[str]
    """Other addresses under which the site serves the same page."""
    page: dict[str, Any]
    """What the page prints, by part of the template."""
    picture: dict[str, str]
    record: dict[str, Any]
    """What a reader must make of it, where that is not what is printed."""
    bodies: list[list[Piece]] = field(default_factory=list)
    """One list a page of the article."""

    @property
    def when(self) -> date:
        """Publication: an aware datetime, or a date where only the day is known."""
        text = str(self.record["published"])
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)

    def page_url(self, number: int) -> str:
        """Address of page 1, 2, … of the article."""
        return self.url if number == 1 else f"{self.url}?page={number}"


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; SampleError names the file where it is none."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SampleError(f"{path}: {error}") from None


def load(path: Path) -> Story:
    """The story of one file; SampleError names what is wrong with it."""
    table = read_toml(path)
    if unknown := sorted(table.keys() - _KEYS):
        raise SampleError(f"{path}: unknown keys {', '.join(unknown)}")
    if missing := [key for key in _REQUIRED if key not in table]:
        raise SampleError(f"{path}: missing keys {', '.join(missing)}")
    if "date" not in table["page"] or "published" not in table["record"]:
        raise SampleError(f"{path}: [page] needs `date`, [record] needs `published`")
    if unknown := sorted(table["record"].keys() - _EMPTY.keys() - _SAID):
        raise SampleError(f"{path}: [record] has unknown keys {', '.join(unknown)}")
    return Story(
        path,
        table["url"],
        table["title"],
        table.get("section", ""),
        table.get("tags", []),
        table.get("also", []),
        table["page"],
        table.get("picture", {}),
        table["record"],
        _bodies(table["body"], path),
    )


def _bodies(text: str, path: Path) -> list[list[Piece]]:
    pages: list[list[Piece]] = [[]]
    for block in re.split(r"\n\s*\n", text.strip()):
        line = " ".join(block.split())
        if line == _PAGE_BREAK:
            pages.append([])
        else:
            pages[-1].append(_piece(line, path))
    return pages


def _piece(line: str, path: Path) -> Piece:
    if line.startswith("> "):
        found = _INSERT.fullmatch(line)
        if found is None:
            raise SampleError(f"{path}: {line!r} is not `> Label: Title <address>`")
        return Piece("related", found["title"], found["label"], found["url"])
    for mark, kind in _MARKS.items():
        if line.startswith(mark):
            return Piece(kind, line.removeprefix(mark))
    return Piece("paragraph", line)


def expected(story: Story) -> dict[str, Any]:
    """Fields of the record that a reader must get, from the story file alone."""
    row = {"url": story.url, "outlet": story.path.parent.name, "title": story.title, **_EMPTY}
    row |= story.record
    row["published_raw"] = story.page.get("date")
    row["section"] = story.section or None
    row["tags"] = story.tags
    row["pages"] = len(story.bodies)
    pieces = list(_pieces(story))
    row["text"] = "\n\n".join(piece.text for piece in pieces if piece.kind in _TEXT)
    row["related"] = [
        {"label": piece.label, "title": piece.text, "url": urljoin(story.url, piece.url)}
        for piece in pieces
        if piece.kind == "related"
    ]
    row["image"] = _image(story)
    return row


def _pieces(story: Story) -> Iterator[Piece]:
    for body in story.bodies:
        yield from body


def _image(story: Story) -> dict[str, str | None] | None:
    if not story.picture:
        return None
    image: dict[str, str | None] = dict.fromkeys(("caption", "credit"))
    image["url"] = urljoin(story.url, story.picture["file"])
    return image | {key: story.picture[key] for key in _PICTURE if key in story.picture}
