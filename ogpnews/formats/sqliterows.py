"""Rows of the tables beside `articles`, out of one record."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ogpnews.dataset import Record
from ogpnews.formats import Options

Row = tuple[Any, ...]
_ROLES = {
    "authors": "author", "editors": "editor", "contributors": "contributor",
    "collective": "collective",
}  # fmt: skip


def _regions(record: Record, _: Options) -> Iterator[Row]:
    for region in record["regions"]:
        if region["code"]:
            yield record["id"], region["code"], region["primary"]


def _names(key: str, part: str | None = None) -> Callable[[Record, Options], Iterator[Row]]:
    def read(record: Record, _: Options) -> Iterator[Row]:
        for value in (record[part] if part else record)[key]:
            yield record["id"], value

    return read


def _people(record: Record, _: Options) -> Iterator[Row]:
    for key, role in _ROLES.items():
        for name in record[key]:
            yield record["id"], name, role


def _evidence(record: Record, _: Options) -> Iterator[Row]:
    said: dict[str, list[tuple[str | None, str]]] = {
        "published": [(None, record["published_raw"])] if record["published_raw"] else [],
        "credits": [(None, line) for line in record["credits_raw"]],
        "regions": [
            (region["code"] or " ".join(region["candidates"]), words)
            for region in record["regions"]
            for words in (region["evidence"] or [region["name"]])
        ],
        "government": [(None, words) for words in record["government"]["evidence"]],
        "origin": [(None, words) for words in record["origin_evidence"]],
    }
    for concern, found in said.items():
        for position, (key, words) in enumerate(found):
            yield record["id"], concern, position, key, words


def _images(record: Record, _: Options) -> Iterator[Row]:
    for position, image in enumerate(record["images"]):
        yield (
            record["id"], position, image["url"], image["caption"], image["credit"],
            image["photographer"], image["organisation"], image["credit_type"],
        )  # fmt: skip


def _copies(record: Record, options: Options) -> Iterator[Row]:
    if found := options.copies.get(record["id"]):
        keys = ("cluster", "cluster_size", "first_published", "copy_ratio")
        yield (record["id"], *(found.get(key) for key in keys))


ROWS: Mapping[str, tuple[int, Callable[[Record, Options], Iterator[Row]]]] = {
    "article_regions": (3, _regions),
    "article_bodies": (2, _names("bodies", "government")),
    "article_offices": (2, _names("offices", "government")),
    "article_topics": (2, _names("topics")),
    "article_tags": (2, _names("tags")),
    "article_people": (3, _people),
    "article_evidence": (5, _evidence),
    "images": (8, _images),
    "copies": (5, _copies),
}
"""Table → how many columns it has, and its rows for a record."""
