"""HTML of the sample archive: one template file a family, filled with stories."""

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urljoin

from sample_story import Piece, SampleError, Story

_PART = re.compile(r"^<!-- part: ([a-z_]+) -->\n", re.MULTILINE)


class Family:
    """The parts of one template file, each begun by `<!-- part: name -->`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        _, *found = _PART.split(path.read_text(encoding="utf-8"))
        names, texts = found[::2], found[1::2]
        self.parts = {
            name: Template(text.strip("\n")) for name, text in zip(names, texts, strict=True)
        }

    def fill(self, part: str, values: Mapping[str, Any]) -> str:
        """One part with escaped values; `$x_json` gives the value of `x` for scripts."""
        try:
            return self.parts[part].substitute(values)
        except KeyError as error:
            raise SampleError(f"{self.path}: part {part}: nothing to put for {error}") from None

    def article(self, story: Story, number: int = 1) -> str:
        """One page of an article."""
        values = self._told(story, number)
        values["body"] = self._body(story, number)
        values["tags"] = self._wrapped("tags", "tag", [{"text": tag} for tag in story.tags])
        values["pages"] = self._paging(story, number)
        if story.picture:
            values["picture"] = self.fill("picture", {**values, **_safe(story.picture)})
        return self.fill("page", values) + "\n"

    def listing(
        self, url: str, name: str, stories: Iterable[Story], following: str | None = None
    ) -> str:
        """A page of headlines, with a link to the next one."""
        values = {**self._blank(), **_safe({"url": url, "name": name})}
        values["items"] = "\n".join(
            self.fill(
                "listing_item", _safe({"url": s.url, "title": s.title, "date": s.page["date"]})
            )
            for s in stories
        )
        if following:
            values["listing_next"] = self.fill("listing_next", _safe({"url": following}))
        return self.fill("listing", values) + "\n"

    def missing(self, url: str) -> str:
        """What the site says where it has no such page."""
        return self.fill("missing", {**self._blank(), **_safe({"url": url})}) + "\n"

    def _blank(self) -> dict[str, str]:
        return dict.fromkeys(self.parts, "")

    def _told(self, story: Story, number: int) -> dict[str, str]:
        """Every placeholder that the story itself answers."""
        plain = {"url": story.url, "here": story.page_url(number), "title": story.title}
        values = {**self._blank(), **_safe({**plain, "section": story.section})}
        for key, value in story.page.items():
            values |= _safe({key: value}) if key not in self.parts else {}
            if key in self.parts:
                printed = value if isinstance(value, list) else [value]
                values[key] = "\n".join(self.fill(key, _safe({"text": text})) for text in printed)
        if isinstance(story.when, datetime):
            values["unix_ms"] = str(int(story.when.timestamp() * 1000))
        return values

    def _body(self, story: Story, number: int) -> str:
        first, last = number == 1, number == len(story.bodies)
        pieces = story.bodies[number - 1]
        shown = []
        for index, piece in enumerate(pieces):
            text = html.escape(piece.text)
            if first and index == 0 and "opening" in story.page:
                text = self.fill("opening", _safe({"text": story.page["opening"]})) + " " + text
            if last and index == len(pieces) - 1:
                text += html.escape(story.page.get("end", ""))
            shown.append(self._piece(piece, text, story.url))
        return "\n".join(shown)

    def _piece(self, piece: Piece, text: str, base: str) -> str:
        told = _safe({"label": piece.label, "url": urljoin(base, piece.url)})
        return self.fill(piece.kind, {**told, "text": text})

    def _wrapped(self, outer: str, inner: str, rows: Sequence[Mapping[str, str]]) -> str:
        if not rows:
            return ""
        items = "\n".join(self.fill(inner, _safe(row)) for row in rows)
        return self.fill(outer, {"items": items})

    def _paging(self, story: Story, number: int) -> str:
        if len(story.bodies) == 1:
            return ""
        links = []
        for other in range(1, len(story.bodies) + 1):
            part = "page_here" if other == number else "page_link"
            links.append(self.fill(part, _safe({"text": str(other), "url": story.page_url(other)})))
        return self.fill("pages", {"items": "\n".join(links)})


def _safe(values: Mapping[str, Any]) -> dict[str, str]:
    """The values for HTML, and those named `…_json` for JSON inside a script element."""
    told = {key: html.escape(str(value)) for key, value in values.items()}
    return told | {
        f"{key}_json": json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
        for key, value in values.items()
    }
