"""From a dataset to the report's file."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from ogpnews.dataset import Dataset, Record
from ogpnews.errors import UsageError
from ogpnews.formats.whole import whole
from ogpnews.report.census import count
from ogpnews.report.outlets import names
from ogpnews.report.page import Heading, html
from ogpnews.report.texts import Texts

Watched = Callable[[Iterable[Record]], Iterable[Record]]
"""Shows progress while records pass."""


def write(
    dataset: Dataset,
    out: Path,
    language: str,
    title: str | None = None,
    catalogue: Path | None = None,
    watched: Watched = iter,
) -> int:
    """Writes the report, whole or not at all; the number of articles in it.

    `catalogue`: folder of outlet files to use instead of the packaged ones.
    UsageError where `out` is a folder or lies in none, OgpnewsError where it cannot be written.
    """
    if out.is_dir():
        raise UsageError(f"{out}: is a folder; name a file in it, as in -o {out / 'report.html'}")
    if not out.parent.is_dir():
        raise UsageError(f"{out}: there is no folder {out.parent}; make it first")
    census = count(dataset, watched(dataset.records()))
    heading = Heading(dataset.folder.resolve().name, datetime.now(UTC), title)
    page = html(census, heading, Texts(language, names(catalogue)))
    with whole(out) as part:
        part.write_text(page, encoding="utf-8", errors="backslashreplace")
    return census.articles
