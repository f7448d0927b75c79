"""The runs of an output folder, out of their reports."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ogpnews import lock
from ogpnews.errors import UsageError
from ogpnews.runreport import RunReport

KILLED = "killed"
"""State of a run whose report says `running` though nobody is at work in the folder."""


def runs(out: Path) -> Iterator[RunReport | str]:
    """Reports, the oldest first; for a damaged one its path and what is wrong with it.

    UsageError where no run ever wrote into the folder.
    """
    if not (out / "runs").is_dir():
        raise UsageError(f"{out}: no runs in there; name the folder that a crawl had as -o")
    at_work = lock.held(out)
    for path in sorted((out / "runs").glob("*.json")):
        yield _told(path, at_work)


def read(out: Path, run: str) -> RunReport | str:
    """The report of a run with this very name; else its path and what is wrong with it."""
    return _told(out / "runs" / f"{run}.json", lock.held(out))


def _told(path: Path, at_work: str | None) -> RunReport | str:
    try:
        return _read(path, at_work)
    except (OSError, ValueError, RecursionError) as error:
        return f"{path}: cannot be read ({error}); the run's records are not touched by this"


def one(out: Path, run: str) -> RunReport:
    """The report of one run, by its name or the beginning of it; UsageError where none is."""
    found = [path for path in sorted((out / "runs").glob("*.json")) if path.name.startswith(run)]
    if len(found) != 1:
        what = "no such run" if not found else f"{len(found)} runs begin so"
        raise UsageError(f"{run}: {what}; ogpnews runs {out} names them all")
    try:
        return _read(found[0], lock.held(out))
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"{found[0]}: cannot be read ({error})") from error


def _read(path: Path, at_work: str | None) -> RunReport:
    report = RunReport.read(path)
    others = at_work is None or (at_work.startswith("pid ") and report.started not in at_work)
    if report.state == "running" and others:
        report.state = KILLED
    return report


def seconds(report: RunReport) -> float | None:
    """How long a run took; None where it has no end, or the clock was set back meanwhile."""
    if report.ended is None:
        return None
    start, end = map(datetime.fromisoformat, (report.started, report.ended))
    return max(0.0, (end - start).total_seconds())
