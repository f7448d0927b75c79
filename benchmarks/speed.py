"""Speed: ours and other extractors, on the same pages, in one process and one run.

    python benchmarks/speed.py [FOLDER] [--rounds N] [--readers NAME …] [--json | --write]

Every reader gets the bytes of a page and does all of its own work: decode, parse, extract. Rounds
are interleaved, so that whatever slows the machine down slows every reader; the best round of each
counts. Time is CPU time of this process, for none of the readers waits or starts threads. Then, in
processes of their own: memory of each reader, and `ogpnews extract` over archives. Peers come from
the extra `bench`; one that is missing or broken is said and left out.
"""

import gc
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import memory
import million
import processes
from corpus import CorpusError, Page, pages
from readers import FLOOR, OURS, PEERS, Reader, quiet, ready
from report import circumstances, left_out, mib, options, show, table
from stages import dates_per_second, stages

FIRST = next(iter(OURS))
NAMES = [FIRST, "ogpnews-generic", FLOOR, *PEERS]
SECONDS = 8
"""After so much time a reader has enough rounds, once it has two."""


@dataclass(slots=True)
class Timing:
    """CPU seconds that one reader takes for all pages, round by round."""

    reader: Reader
    rounds: list[float] = field(default_factory=list)
    failed: int = 0
    """Pages that it raised an error on; their time counts."""

    @property
    def best(self) -> float:
        return min(self.rounds)

    def due(self, rounds: int) -> bool:
        """Whether another round is wanted: slow readers take fewer."""
        done = len(self.rounds)
        return done < min(2, rounds) or (done < rounds and sum(self.rounds) < SECONDS)


def race(timings: Sequence[Timing], found: Sequence[Page], rounds: int) -> None:
    """One round to warm up, then up to `rounds` that count, reader after reader in each."""
    for timing in timings:
        _once(timing, found, count=True)
    while due := [timing for timing in timings if timing.due(rounds)]:
        for timing in due:
            timing.rounds.append(_once(timing, found, count=False))


def _once(timing: Timing, found: Sequence[Page], *, count: bool) -> float:
    extract = timing.reader.extract
    gc.collect()
    start = process_time()
    for page in found:
        try:
            extract(page)
        except Exception:  # whatever a peer raises on a page
            timing.failed += count
    return process_time() - start


def result(
    name: str, found: Sequence[Page], names: Sequence[str], rounds: int, total: int
) -> dict[str, Any]:
    """Everything measured, ready for JSON."""
    readers, missing = ready(names)
    work = processes.measure(found, total, min(rounds, 3))
    remembered = _memory([reader.name for reader in readers], found)
    timings = [Timing(reader) for reader in readers]
    race(timings, found, rounds)
    return {
        **circumstances(),
        "pages": name,
        "bytes": sum(len(page.body) for page in found),
        "readers": _rows(timings, found),
        "left_out": missing,
        "stages_ms_per_page": {
            stage: round(1000 * seconds / len(found), 3)
            for stage, seconds in stages(found, rounds).items()
        },
        "dates_per_s": round(dates_per_second(rounds)),
        "memory": remembered,
        "processes": work,
        "million": million.estimate(work),
    }


def _rows(timings: Sequence[Timing], found: Sequence[Page]) -> list[dict[str, Any]]:
    size = sum(len(page.body) for page in found)
    best = {timing.reader.name: timing.best for timing in timings}
    return [
        {
            "name": timing.reader.name,
            "version": timing.reader.version,
            "how": timing.reader.how,
            "rounds": len(timing.rounds),
            "ms_per_page": round(1000 * timing.best / len(found), 3),
            "pages_per_s": round(len(found) / timing.best, 1),
            "mb_per_s": round(size / timing.best / 1e6, 2),
            "times_ours": round(timing.best / best[FIRST], 2) if FIRST in best else None,
            "times_floor": round(timing.best / best[FLOOR], 2) if FLOOR in best else None,
            "failed": timing.failed,
        }
        for timing in timings
    ]


def _memory(names: Sequence[str], found: Sequence[Page]) -> dict[str, dict[str, int]]:
    """Memory of each reader; several passes of ours, to see whether it grows."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        memory.lay(folder, found)
        told = {
            reader: memory.measure(reader, folder, 5 if reader in OURS else 1) for reader in names
        }
    return {reader: sizes for reader, sizes in told.items() if sizes}


def markdown(found: dict[str, Any]) -> str:
    """The result as tables."""
    parts = found["stages_ms_per_page"]
    total = sum(parts.values())
    lines = [
        f"{found['date']}, Python {found['python']}, {found['machine']}; {found['pages']}, "
        f"{found['bytes'] / 1e6:.1f} MB; CPU time, the best round of each reader.",
        "",
        *_speeds(found["readers"]),
        *_aims(found["readers"]),
        *table(
            ["stage of ours", "ms a page", "share"],
            [[name, f"{ms:.3f}", f"{ms / total:.0%}"] for name, ms in parts.items()],
        ),
        f"Printed dates: {found['dates_per_s']:,} a second.",
        "",
        *_memories(found["memory"], len(found["readers"])),
        *_jobs(found["processes"]),
        *million.lines(found["million"], found["processes"]),
        *left_out(found["left_out"]),
    ]
    return "\n".join(lines).rstrip()


def _speeds(rows: Sequence[dict[str, Any]]) -> list[str]:
    head = ["reader", "ms a page", "pages/s", "MB/s", "× ours", "× floor", "rounds"]
    return table(
        head,
        [
            [
                _label(row),
                f"{row['ms_per_page']:.2f}",
                f"{row['pages_per_s']:,.0f}",
                f"{row['mb_per_s']:.1f}",
                *(
                    "" if row[key] is None else f"{row[key]:.2f}"
                    for key in ("times_ours", "times_floor")
                ),
                str(row["rounds"]),
            ]
            for row in rows
        ],
    )


def _label(row: dict[str, Any]) -> str:
    words = f"{row['name']} {row['version']}"
    if row["name"] == FLOOR:
        words = f"floor: {row['how']}, selectolax {row['version']}"
    return f"{words} ({row['failed']} pages failed)" if row["failed"] else words


def _aims(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Where ours stands, in words."""
    named = {row["name"]: row for row in rows}
    said = []
    if FIRST in named and FLOOR in named:
        said.append(f"The whole record takes {named[FIRST]['times_floor']:.1f} times the floor")
    if FIRST in named and "trafilatura" in named:
        said.append(f"trafilatura takes {named['trafilatura']['times_ours']:.1f} times ours")
    return ["; ".join(said) + ".", ""] if said else []


def _memories(told: dict[str, dict[str, int]], asked: int) -> list[str]:
    if not told:
        return []
    bare = min(sizes["bare"] for sizes in told.values())
    lines = table(
        ["memory, MiB", "libraries loaded", "peak over the pages", "pages alone"],
        [
            [name, mib(sizes["loaded"]), mib(sizes["once"]), mib(sizes["once"] - sizes["loaded"])]
            for name, sizes in told.items()
        ],
    )
    said = f"The bare interpreter has {mib(bare)} MiB."
    if FIRST in told:
        sizes = told[FIRST]
        said += f" After five passes the peak of ours is {mib(sizes['peak'])} MiB."
    if len(told) < asked:
        said += f" {asked - len(told)} readers ended badly in a process of their own."
    return [*lines, said, ""]


def _jobs(work: dict[str, Any]) -> list[str]:
    first = work["jobs"][0]
    lines = table(
        [
            "`ogpnews extract --jobs`",
            "start-up, s",
            "whole run, s",
            "pages/s after start-up",
            "gain",
            "CPU, ms a page",
        ],
        [
            [
                str(row["jobs"]),
                f"{row['start_s']:.2f}",
                f"{row['wall_s']:.2f}",
                f"{row['steady_pages_per_s']:,.0f}",
                f"{row['steady_pages_per_s'] / first['steady_pages_per_s']:.2f} ×",
                f"{row['steady_cpu_ms_per_page']:.2f}",
            ]
            for row in work["jobs"]
        ],
    )
    return [
        *lines,
        f"Wall time over {work['archives']} archives with {work['pages']:,} pages, the same ones "
        f"over and over, best of {work['rounds']} runs, on {work['processors']} processors whose load "
        f"was {work['load_before']:.1f} when it began; reading an archive alone takes "
        f"{work['reading_ms_per_page']:.2f} ms a page.",
        "",
    ]


def main() -> int:
    """Measure and print; 1 where there is nothing to measure."""
    parser = options(__doc__, NAMES, "performance.md")
    parser.add_argument("--rounds", type=int, default=5, help="rounds that count (default: 5)")
    parser.add_argument(
        "--pages", type=int, default=1400, metavar="N",
        help="pages of the archives that several processes read (default: 1400)",
    )  # fmt: skip
    args = parser.parse_args()
    quiet()
    try:
        name, found = pages(args.folder)
        told = result(name, found, args.readers, max(1, args.rounds), args.pages)
        show(args, "speed", told, markdown(told))
    except CorpusError as error:
        print(f"speed: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
