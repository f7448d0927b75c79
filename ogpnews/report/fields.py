"""Fields whose coverage the report counts, and when a record has them."""

from collections.abc import Callable

from ogpnews.dataset import Record


def _image(key: str) -> Callable[[Record], bool]:
    return lambda record: any(image[key] for image in record["images"])


def _plain(key: str) -> Callable[[Record], bool]:
    return lambda record: bool(record[key])


FIELDS: dict[str, Callable[[Record], bool]] = {
    "title": _plain("title"),
    "text": _plain("text"),
    "published": _plain("published"),
    "time": lambda record: record["published_precision"] in ("minute", "second"),
    "authors": _plain("authors"),
    "editors": _plain("editors"),
    "dateline": _plain("dateline"),
    "image": _plain("images"),
    "caption": _image("caption"),
    "credit": _image("credit"),
    "section": _plain("section"),
    "tags": _plain("tags"),
    "regions": _plain("regions"),
    "bodies": lambda record: bool(record["government"]["bodies"]),
    "topics": _plain("topics"),
}
"""Name of a column → whether a record has it; each name is a text of data/report/texts.*.toml."""
