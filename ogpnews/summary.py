"""A run report, said to people: a table with reasons, and one line for each problem."""

import signal
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ogpnews import drift
from ogpnews.runreport import COLUMNS, OutletRun, RunReport

LONG = 40
"""Outlets from which on a table names only those with problems."""
_INDENT = "  "
_HARD = "\N{NO-BREAK SPACE}"
_LABEL = 10
"""Columns of the longest label, with the space behind it."""


def table(report: RunReport, width: int = 80, *, verbose: bool = False) -> list[str]:
    """One line an outlet with its reasons below it, then the total.

    `width` in columns; a table of more than LONG outlets is short unless `verbose`.
    """
    runs = sorted(report.outlets.items())
    shown = [pair for pair in runs if verbose or len(runs) <= LONG or troubled(pair[1])]
    rows = [(name, *run.numbers()) for name, run in shown]
    if len(runs) > 1:
        sums = map(sum, zip(*(run.numbers() for _, run in runs), strict=True))
        rows.append(("total", *sums))
    cells = [("outlet", *COLUMNS), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
    lines = ["  ".join(_pad(row, widths)).rstrip() for row in cells]
    body = [[line, *_reasons(run, width)] for line, (_, run) in zip(lines[1:], shown, strict=False)]
    said = [lines[0], *(line for part in body for line in part), *lines[1 + len(shown) :]]
    if hidden := len(runs) - len(shown):
        said.append(f"{hidden} outlets without problems are not shown; --verbose shows them")
    return said


def troubled(run: OutletRun) -> bool:
    """True where an operator should look."""
    return bool(run.error_count or run.failed or run.drift or run.blocked or not run.pages_read)


def problems(report: RunReport) -> list[str]:
    """One line a problem: outlet, what, how often, the first address."""
    lines = list(report.problems)
    for name, run in sorted(report.outlets.items()):
        if run.blocked:
            lines.append(f"{name}: blocked: {run.blocked}")
        lines += [f"{name}: drift: {drift.sentence(entry)}" for entry in run.drift]
        for problem in run.problems:
            count, url = problem["count"], problem["url"]
            often = f" ({count} times)" if count > 1 else ""
            lines.append(f"{name}: {problem['what']}{often}: {url}")
        if (more := run.error_count - sum(problem["count"] for problem in run.problems)) > 0:
            lines.append(f"{name}: {more} more errors of other kinds")
    if report.state == "interrupted" and report.exit_status:
        name = signal.Signals(report.exit_status - 128).name
        lines.append(f"interrupted by {name}; what was fetched is kept")
    if report.state == "nothing fetched" and not lines:
        lines.append("nothing could be fetched")
    return lines


def _reasons(run: OutletRun, width: int) -> Iterator[str]:
    """What stands below an outlet's line."""
    yield from _wrapped("skipped", _counts(run.skipped), width)
    yield from _wrapped("failed", _counts(run.failed), width)
    for outcome in ("missing", "unparsed"):
        found = {name: counts.get(outcome, 0) for name, counts in run.fields.items()}
        yield from _wrapped(outcome, _counts(found), width)
    yield from _wrapped("blocked", run.blocked, width)
    yield from _wrapped("drift", "; ".join(map(drift.sentence, run.drift)), width)


def _counts(counts: Mapping[str, int]) -> str:
    """`HTTP 404 2, timeout 1`; a name and its count stay on one line."""
    pairs = (f"{name} {count}" for name, count in sorted(counts.items()) if count)
    return ", ".join(pair.replace(" ", _HARD) for pair in pairs)


def _wrapped(label: str, text: str, width: int) -> list[str]:
    head = f"{_INDENT}{label.ljust(_LABEL)}"
    lines = textwrap.wrap(
        text, max(width, 40), initial_indent=head, subsequent_indent=" " * len(head)
    )
    return [line.replace(_HARD, " ") for line in lines]


def _pad(row: Sequence[str], widths: Iterable[int]) -> list[str]:
    first, *rest = zip(row, widths, strict=True)
    return [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
