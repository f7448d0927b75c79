"""Builds data/sample/sample.warc.gz and expected.jsonl from the stories and templates beside them.

    python tools/build_sample.py [--out FOLDER]

The same sources give the same bytes (on the same zlib). See docs/sample.md.
"""

import argparse
import json
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import sample_index
from sample_pages import Family
from sample_story import SampleError, Story, expected, load, read_toml

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
FETCHED = datetime(2025, 3, 20, 2, 0, 0, tzinfo=UTC)
"""When the invented crawl began; each page took a second."""
PER_LISTING = 3
"""Stories on one listing page."""
HTML, TEXT = "text/html; charset=utf-8", "text/plain"
XML, GZIP = "application/xml", "application/gzip"


@dataclass(frozen=True, slots=True)
class Capture:
    """One response of the archive."""

    url: str
    body: bytes
    content_type: str = HTML
    status: str = "200 OK"


@dataclass(frozen=True, slots=True)
class Site:
    """One outlet of the sample: its catalogue file, its extra pages, its stories (newest first)."""

    outlet: dict[str, Any]
    extra: dict[str, Any]
    family: Family
    stories: list[Story]

    @property
    def root(self) -> str:
        return str(self.outlet["url"])

    @property
    def name(self) -> str:
        return str(self.outlet["name"])


def sites(folder: Path) -> Iterator[Site]:
    """The outlets of the catalogue in the order of their ids."""
    extras = read_toml(folder / "sites.toml")
    files = sorted((folder / "catalogue").glob("*/*.toml"), key=lambda path: path.stem)
    for path in files:
        outlet = read_toml(path)
        stories = [load(file) for file in sorted((folder / "stories" / path.stem).glob("*.toml"))]
        if "robots" not in extras.get(path.stem, {}):
            raise SampleError(f"{folder / 'sites.toml'}: no [{path.stem}] with `robots`")
        if not stories:
            raise SampleError(f"{folder / 'stories' / path.stem}: no story for this outlet")
        stories.sort(key=lambda story: str(story.record["published"]), reverse=True)
        family = Family(folder / "templates" / f"{outlet['family']}.html")
        yield Site(outlet, extras[path.stem], family, stories)


def captures(site: Site) -> Iterator[Capture]:
    """Everything that the archive holds of one site."""
    root, discover = site.root, site.outlet["discover"]
    yield Capture(urljoin(root, "/robots.txt"), site.extra["robots"].encode(), TEXT)
    for path in discover.get("sitemaps", ()):
        for url, body in sample_index.sitemaps(root, path, site.name, site.stories):
            yield Capture(url, body, GZIP if url.endswith(".gz") else XML)
    for path in discover.get("feeds", ()):
        yield Capture(*sample_index.feed(root, path, site.name, site.stories), XML)
    for path in discover.get("listings", ()):
        yield from _listings(site, path)
    for story in site.stories:
        for number in range(1, len(story.bodies) + 1):
            body = site.family.article(story, number).encode()
            others = story.also if number == 1 else ()
            for url in (story.page_url(number), *others):
                yield Capture(url, body)
    yield from _odd_pages(site)


def _listings(site: Site, path: str) -> Iterator[Capture]:
    last = -(-len(site.stories) // PER_LISTING)
    for number in range(1, last + 1):
        url = urljoin(site.root, path.replace("{page}", str(number)))
        following = urljoin(site.root, path.replace("{page}", str(number + 1)))
        shown = site.stories[(number - 1) * PER_LISTING : number * PER_LISTING]
        page = site.family.listing(url, site.name, shown, following if number < last else None)
        yield Capture(url, page.encode())


def _odd_pages(site: Site) -> Iterator[Capture]:
    """Pages that are no articles: of a tag, and of what is not there."""
    for tag, path in site.extra.get("tags", {}).items():
        url = urljoin(site.root, path)
        shown = [story for story in site.stories if tag in story.tags]
        yield Capture(url, site.family.listing(url, tag, shown).encode())
    for path, status in site.extra.get("missing", {}).items():
        url = urljoin(site.root, path)
        yield Capture(url, site.family.missing(url).encode(), HTML, status)


def warc(pages: list[Capture]) -> bytes:
    """The archive; ids and dates depend on the pages alone."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    info = writer.create_warcinfo_record(
        None, {"description": "pages about invented events, our own writing", "format": "WARC/1.0"}
    )
    _stamp(info, FETCHED, "warcinfo")
    writer.write_record(info)
    for number, page in enumerate(pages):
        length = str(len(page.body))
        http = [("Content-Type", page.content_type), ("Content-Length", length)]
        record = writer.create_warc_record(
            page.url,
            "response",
            payload=BytesIO(page.body),
            length=len(page.body),
            http_headers=StatusAndHeaders(page.status, http, protocol="HTTP/1.1"),
        )
        name = f"{page.url} {sha256(page.body).hexdigest()}"
        _stamp(record, FETCHED + timedelta(seconds=number), name)
        writer.write_record(record)
    return out.getvalue()


def _stamp(record: Any, date: datetime, name: str) -> None:
    record.rec_headers.replace_header("WARC-Date", date.strftime("%Y-%m-%dT%H:%M:%SZ"))
    identity = uuid.uuid5(uuid.NAMESPACE_URL, name)
    record.rec_headers.replace_header("WARC-Record-ID", f"<urn:uuid:{identity}>")


def build(folder: Path, out: Path) -> tuple[int, int]:
    """Writes both files into `out`; gives the numbers of captures and stories."""
    pages: list[Capture] = []
    rows: list[dict[str, Any]] = []
    for site in sites(folder):
        pages += captures(site)
        rows += map(expected, site.stories)
    out.mkdir(parents=True, exist_ok=True)
    (out / "sample.warc.gz").write_bytes(warc(pages))
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    (out / "expected.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    return len(pages), len(rows)


def main() -> int:
    """The command line; 1 where a source file is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=SAMPLE, help="folder to write into")
    out = parser.parse_args().out
    try:
        pages, stories = build(SAMPLE, out)
    except (SampleError, OSError) as error:
        sys.stderr.write(f"build_sample: {error}\n")
        return 1
    sys.stdout.write(f"{out / 'sample.warc.gz'}: {pages} responses, {stories} articles\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
