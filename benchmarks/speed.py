"""Speed: ours against other extractors, on the same pages, in one process and one run.

    python benchmarks/speed.py [FOLDER] [--rounds N] [--json]

Every reader gets the bytes of a page and does all of its own work: decode, parse, extract. Rounds
are interleaved, so that whatever slows the machine down slows every reader; the best round of each
counts. Time is CPU time of this process, for none of the readers waits or starts threads. Peers come
from the extra `bench`; one that is missing is said and left out.
"""

import argparse
import gc
import json
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from time import process_time

from ogpnews.errors import OgpnewsError
from ogpnews.extract import HTML_SUFFIXES, Options, Source, attempt, dump, read
from ogpnews.normalise import normalise
from ogpnews.pages.document import Document, decode
from ogpnews.text import dates

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "pages"
SAMPLE = ROOT / "data" / "sample" / "sample.warc.gz"
OURS = "ogpnews, whole record"
BARE = "decode and Lexbor parse alone"

LINES = (
    "Selasa, 24 November 2020, 15:59 WIB",
    "- 24 November 2020, 15:59 WIB",
    "Kompas.com - 24/11/2020, 15:59 WIB",
    "Selasa, 24 Nov 2020 15:59 WIB",
    "Jum'at, 6 Agustus 2021 | 10.05 Wita",
    "Rabu 3 Maret 2021 pukul 07.30 WIT",
    "24 November 2020",
    "2020-11-24T15:59:00+07:00",
    "24-11-2020 15:59",
    "Diterbitkan: Senin, 1 Pebruari 2021 08:00",
)
"""Printed dates of the commonest forms."""

Reader = Callable[[bytes], object]


@dataclass(slots=True)
class Timing:
    """CPU seconds that one reader takes for all pages, round by round."""

    name: str
    reader: Reader
    rounds: list[float] = field(default_factory=list)
    failed: int = 0
    """Pages that it raised an error on; their time counts."""

    @property
    def best(self) -> float:
        return min(self.rounds)


def ours(body: bytes) -> object:
    """Bytes → one line of JSON Lines, the way `ogpnews extract` makes it."""
    return attempt(Source("page.html", body), Options())


def bare(body: bytes) -> object:
    """What no extractor on this engine can go below."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(decode(body))


def _trafilatura() -> Reader:
    from trafilatura import bare_extraction

    return lambda body: bare_extraction(body, with_metadata=True)


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    return lambda body: extract_plain_text(
        HTMLTree.parse_from_bytes(body, detect_encoding(body) or "utf-8"), main_content=True
    )


PEERS = {
    "trafilatura": ("bare_extraction with metadata", _trafilatura),
    "resiliparse": ("plain text of the main content, no metadata", _resiliparse),
}


def readers() -> Iterator[Timing]:
    """Ours, the floor, and the peers that are installed."""
    yield Timing(OURS, ours)
    yield Timing(BARE, bare)
    for package, (what, make) in PEERS.items():
        try:
            yield Timing(f"{package} {version(package)}, {what}", make())
        except ImportError:
            print(f"{package} is not installed; left out (make bench installs it)", file=sys.stderr)


def pages(folder: Path | None) -> tuple[str, list[bytes]]:
    """Name and bodies of the pages to read: a folder's, else the real ones, else the sample's."""
    folder = folder or (SHARED if SHARED.is_dir() else None)
    if folder is None:
        from ogpnews.archive import read as captures

        found = [c.body for c in captures(SAMPLE) if "html" in (c.content_type or "")]
        return "the bundled sample", found
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in HTML_SUFFIXES)
    if not paths:
        raise OgpnewsError(f"{folder}: no saved pages in this folder")
    return f"{len(paths)} pages", [path.read_bytes() for path in paths]


def race(timings: Sequence[Timing], bodies: Sequence[bytes], rounds: int) -> None:
    """One round to warm up, then `rounds` that count, reader after reader in each."""
    for number in range(rounds + 1):
        for timing in timings:
            seconds = _once(timing, bodies, count=number == 0)
            if number:
                timing.rounds.append(seconds)


def _once(timing: Timing, bodies: Sequence[bytes], *, count: bool) -> float:
    reader = timing.reader
    gc.collect()
    start = process_time()
    for body in bodies:
        try:
            reader(body)
        except Exception:
            timing.failed += count
    return process_time() - start


def stages(bodies: Sequence[bytes], rounds: int) -> dict[str, float]:
    """CPU seconds of ours for all pages by stage, the best of the rounds for each."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        total = dict.fromkeys(("decode", "parse", "family", "normalise", "serialise"), 0.0)
        gc.collect()
        for body in bodies:
            with suppress(OgpnewsError):
                for name, seconds in _stages(body):
                    total[name] += seconds
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in total.items()}
    return best


def _stages(body: bytes) -> Iterator[tuple[str, float]]:
    marks = [process_time()]
    decode(body)
    marks.append(process_time())
    _ = Document(body).tree
    marks.append(process_time())
    draft = read(Source("page.html", body), Options())
    marks.append(process_time())
    article = normalise(draft)
    marks.append(process_time())
    dump(article)
    marks.append(process_time())
    decoding, parsing, reading, cleaning, writing = (
        after - before for before, after in pairwise(marks)
    )
    yield "decode", decoding
    yield "parse", parsing - decoding
    yield "family", reading - parsing
    yield "normalise", cleaning
    yield "serialise", writing


def dates_per_second(rounds: int) -> float:
    """Printed dates read in a second."""
    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        for _ in range(200):
            for line in LINES:
                dates.parse(line)
        best = min(best, process_time() - start)
    return 200 * len(LINES) / best


def result(name: str, bodies: Sequence[bytes], rounds: int) -> dict[str, object]:
    """Everything measured, ready for JSON."""
    timings = list(readers())
    race(timings, bodies, rounds)
    own = timings[0].best
    size = sum(map(len, bodies))
    return {
        "pages": name,
        "bytes": size,
        "rounds": rounds,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "readers": [
            {
                "name": timing.name,
                "ms_per_page": round(1000 * timing.best / len(bodies), 3),
                "pages_per_s": round(len(bodies) / timing.best, 1),
                "mb_per_s": round(size / timing.best / 1e6, 2),
                "times_ours": round(timing.best / own, 2),
                "failed": timing.failed,
            }
            for timing in timings
        ],
        "stages_ms_per_page": {
            stage: round(1000 * seconds / len(bodies), 3)
            for stage, seconds in stages(bodies, rounds).items()
        },
        "dates_per_s": round(dates_per_second(rounds)),
    }


def markdown(found: dict[str, object]) -> str:
    """The result as tables."""
    rows = found["readers"]
    parts = found["stages_ms_per_page"]
    assert isinstance(rows, list)  # noqa: S101  # for the type checker
    assert isinstance(parts, dict)  # noqa: S101
    total = sum(parts.values())
    lines = [
        f"{found['pages']}, {found['bytes']:,} bytes; best of {found['rounds']} rounds; "
        f"Python {found['python']}, {found['machine']}",
        "",
        "| reader | ms a page | pages/s | MB/s | time against ours |",
        "|---|--:|--:|--:|--:|",
    ]
    for row in rows:
        failed = f" ({row['failed']} pages failed)" if row["failed"] else ""
        lines.append(
            f"| {row['name']}{failed} | {row['ms_per_page']:.2f} | {row['pages_per_s']:,.0f} "
            f"| {row['mb_per_s']:.1f} | {row['times_ours']:.2f} × |"
        )
    lines += ["", "| stage of ours | ms a page | share |", "|---|--:|--:|"]
    lines += [f"| {name} | {ms:.3f} | {ms / total:.0%} |" for name, ms in parts.items()]
    lines += ["", f"Printed dates: {found['dates_per_s']:,} a second."]
    return "\n".join(lines)


def main() -> int:
    """Measure and print; 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder of saved pages")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (default: 5)")
    parser.add_argument("--json", action="store_true", help="JSON instead of tables")
    args = parser.parse_args()
    try:
        name, bodies = pages(args.folder)
    except OgpnewsError as error:
        print(f"speed: {error}", file=sys.stderr)
        return 1
    found = result(name, bodies, max(1, args.rounds))
    print(json.dumps(found, indent=2) if args.json else markdown(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
