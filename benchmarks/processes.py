"""`ogpnews extract --jobs N` over archives: wall and CPU time, start-up apart, and what it writes."""

import gzip
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from corpus import ROOT, CorpusError, Page, archive, archives

FILES = 8
"""Archives: more than processes, so that none of them waits long at the end."""
JOBS = (1, 2)
_PEAK = """
import sys
sys.path.append("benchmarks")
from memory import peak
from ogpnews.cli import main
main(sys.argv[1:])
print(peak())
"""


@dataclass(slots=True)
class Run:
    """The best of some runs of the command."""

    wall: float = float("inf")
    cpu: float = float("inf")


def measure(pages: Sequence[Page], total: int, rounds: int) -> dict[str, Any]:
    """Times of the command by number of processes, over archives of about `total` pages."""
    load = os.getloadavg()[0]
    with TemporaryDirectory() as name:
        folder, out = Path(name), Path(name) / "records.jsonl"
        first = folder / "first.warc.gz"
        archive(first, pages[:1])
        several = archives(folder, pages, total, FILES)
        runs: dict[tuple[int, bool], Run] = {}
        for _ in range(rounds):
            for jobs in JOBS:
                for start, paths in ((True, [first]), (False, several)):
                    _run(runs.setdefault((jobs, start), Run()), paths, out, jobs)
        lines = out.read_bytes().splitlines(keepends=True)
        if not lines:
            raise CorpusError("none of the pages is an article")
        size = sum(path.stat().st_size for path in several)
        seconds, count, read = _reading(several[0])
        return {
            "rounds": rounds,
            "processors": os.cpu_count(),
            "load_before": round(load, 1),
            "archives": FILES,
            "pages": FILES * count,
            "records": len(lines),
            "archive_bytes_per_page": round(size / FILES / count),
            "page_bytes_per_page": round(read / count),
            "record_bytes": round(sum(map(len, lines)) / len(lines)),
            "record_bytes_gzip": _squeezed(lines[: len(pages)]),
            "reading_ms_per_page": round(1000 * seconds / count, 3),
            "process_bytes": _peak(several, out),
            "jobs": [_row(jobs, runs, FILES * count) for jobs in JOBS],
        }


def _row(jobs: int, runs: dict[tuple[int, bool], Run], count: int) -> dict[str, float]:
    start, whole = runs[jobs, True], runs[jobs, False]
    steady = whole.wall - start.wall
    return {
        "jobs": jobs,
        "start_s": round(start.wall, 3),
        "wall_s": round(whole.wall, 3),
        "cpu_s": round(whole.cpu, 3),
        "steady_pages_per_s": round(count / steady, 1),
        "steady_cpu_ms_per_page": round(1000 * (whole.cpu - start.cpu) / count, 3),
    }


def _run(best: Run, paths: Sequence[Path], out: Path, jobs: int) -> None:
    command = [sys.executable, "-m", "ogpnews", "extract", *map(str, paths), "-o", str(out)]
    before, start = getrusage(RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(
        [*command, "--jobs", str(jobs)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    wall, after = perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    if done.returncode not in {0, 1}:  # 1: a page among them is no article
        raise CorpusError(f"ogpnews extract ended badly: {done.stderr.strip()}")
    best.wall = min(best.wall, wall)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    best.cpu = min(best.cpu, used)


def _peak(paths: Sequence[Path], out: Path) -> int:
    """Peak resident memory of the command with one process."""
    command = [sys.executable, "-c", _PEAK, "extract", *map(str, paths), "-o", str(out)]
    # in ROOT, as `_run`: elsewhere an installed ogpnews would be measured, whichever that is
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CorpusError(f"ogpnews extract ended badly: {done.stderr.strip()}")
    return int(done.stdout.splitlines()[-1])


def _reading(path: Path) -> tuple[float, int, int]:
    """CPU seconds, pages and their bytes of reading an archive through, nothing extracted."""
    from ogpnews.archive import read

    start = process_time()
    sizes = [len(capture.body) for capture in read(path) if capture.header.is_page]
    return process_time() - start, len(sizes), sum(sizes)


def _squeezed(lines: Sequence[bytes]) -> int:
    """Bytes of a record in a compressed file, no record in it twice."""
    return round(len(gzip.compress(b"".join(lines), 6)) / len(lines))
