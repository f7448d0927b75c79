"""What both benchmarks read: pages, what careful readers noted on them, the scorer, archives."""

import importlib.util
import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol, cast

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "data" / "sample" / "sample.warc.gz"

Record = dict[str, Any]
"""A record as `ogpnews extract` prints it, or a part of one: what is not in it is empty."""


class CorpusError(Exception):
    """There is nothing to measure; the message says what is missing where."""


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page: the same bytes, and the same address, for every reader."""

    name: str
    body: bytes
    url: str | None = None
    """The article's own address."""


class Scorer(Protocol):
    """What the project's scorer offers."""

    CORE: Sequence[str]
    """Fields whose mean is the headline figure."""
    score_page: Callable[[Record, Record], dict[str, float]]
    """(what a reader noted, record) → score by field, each from 0 to 1."""


def pages(folder: Path | None) -> tuple[str, list[Page]]:
    """Name and pages of a folder, else of the project's evaluation pages, else of the sample."""
    folder = folder or (SHARED / "pages" if (SHARED / "pages").is_dir() else None)
    if folder is None:
        found = list(_sample())
        return f"the bundled sample, {len(found)} pages", found
    paths = saved(folder)
    if not paths:
        raise CorpusError(f"{folder}: no saved pages in this folder")
    return f"{len(paths)} pages", [page(path) for path in paths]


def page(path: Path, url: str | None = None) -> Page:
    """A saved page; where nobody noted its address, the one that it calls its own."""
    from ogpnews.pages.document import Document

    body = path.read_bytes()
    return Page(str(path), body, url or Document(body).canonical)


def saved(folder: Path) -> list[Path]:
    """The saved pages of a folder, in order."""
    from ogpnews.tasks import HTML_SUFFIXES

    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in HTML_SUFFIXES)


def _sample() -> Iterator[Page]:
    from ogpnews.archive import read

    for capture in read(SAMPLE):
        if capture.header.is_page and "html" in (capture.content_type or ""):
            yield Page(capture.url, capture.body, capture.url)


def golds(folder: Path, notes: Path) -> list[tuple[Page, Record]]:
    """Each article of a folder with what a reader noted on it: NOTES/x/y.json for FOLDER/x/y.html."""
    if not notes.is_dir() or not folder.is_dir():
        raise CorpusError(f"{folder if notes.is_dir() else notes}: no such folder")
    found = []
    paths = {path.relative_to(folder).with_suffix(""): path for path in saved(folder)}
    for note in sorted(notes.rglob("*.json")):
        gold = json.loads(note.read_text(encoding="utf-8"))
        if gold.get("kind") != "article" or "body" not in gold:
            continue
        path = paths.get(note.relative_to(notes).with_suffix(""))
        if path is None:
            raise CorpusError(f"{note}: no page of that name in {folder}")
        found.append((page(path, gold.get("url")), gold))
    if not found:
        raise CorpusError(f"{notes}: no annotated article in this folder")
    return found


def scorer(path: Path) -> Scorer:
    """The scorer, from where it lies: the benchmark has none of its own."""
    spec = importlib.util.spec_from_file_location("score", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise CorpusError(f"{path}: no scorer there; name one: --scorer FILE")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Scorer", module)


def archive(path: Path, found: Iterable[Page], times: int = 1) -> None:
    """Write the pages, `times` over, as an archive with one gzip member a record, like crawlers do."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    found = list(found)
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(times):
            for index, item in enumerate(found):
                writer.write_record(
                    writer.create_warc_record(
                        item.url or f"https://halaman.example/{number}/{index}.html",
                        "response",
                        payload=BytesIO(item.body),
                        http_headers=StatusAndHeaders(
                            "200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"
                        ),
                    )
                )


def archives(folder: Path, found: Sequence[Page], total: int, files: int) -> list[Path]:
    """`files` equal archives in the folder that hold about `total` pages together."""
    first = folder / "0.warc.gz"
    archive(first, found, max(1, round(total / files / len(found))))
    rest = [folder / f"{number}.warc.gz" for number in range(1, files)]
    for path in rest:
        shutil.copyfile(first, path)
    return [first, *rest]
