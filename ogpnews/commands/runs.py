"""`ogpnews runs`: the history of an output folder."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ogpnews.commands import say, width
from ogpnews.errors import visible

if TYPE_CHECKING:
    from ogpnews.runreport import RunReport

_EXAMPLES = """\
examples:
  ogpnews runs out/                              every run, the newest last
  ogpnews runs out/ 20261123T094004Z-3fa91c      its table and its problems again
  ogpnews runs out/ --json                       one JSON object a line

A run that was killed has no end: its report says so, and its records are whole lines.
Exit status: 0, 1 where a report is damaged, 2 for a wrong argument.
"""
_HEAD = ("run", "started", "took", "outlets", "exported", "failed", "state")


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews runs`."""
    parser = subparsers.add_parser(
        "runs",
        help="list the runs of an output folder",
        description="List the runs of an output folder, or show one of them again.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="what a crawl had as -o")
    parser.add_argument(
        "name", metavar="RUN", nargs="?", help="name of a run, or the beginning of it"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--verbose", action="store_true", help="with RUN: every outlet, however many there are"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the history, or one run; the exit status."""
    from ogpnews import history

    if args.name is not None:
        return _show(history.one(args.folder, args.name), as_json=args.json, verbose=args.verbose)
    reports, damaged = [], 0
    for report in history.runs(args.folder):
        if isinstance(report, str):
            damaged += 1
            say(f"ogpnews: {report}")
        else:
            reports.append(report)
    rows = [_row(report) for report in reports]
    if args.json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    else:
        _print(rows)
    return 1 if damaged else 0


def _show(report: "RunReport", *, as_json: bool, verbose: bool) -> int:
    from dataclasses import asdict

    from ogpnews import summary

    if as_json:
        print(json.dumps(asdict(report), ensure_ascii=False))
        return 0
    for line in summary.table(report, width(), verbose=verbose):
        print(visible(line))
    for line in summary.problems(report):
        print(visible(line))
    print(f"{report.state}: {report.run}, started {report.started}")
    return 0


def _row(report: "RunReport") -> dict[str, Any]:
    from ogpnews import history

    outlets = report.outlets.values()
    return {
        "run": report.run,
        "started": report.started,
        "seconds": history.seconds(report),
        "outlets": len(outlets),
        "exported": sum(outlet.exported for outlet in outlets),
        "failed": sum(sum(outlet.failed.values()) for outlet in outlets),
        "state": report.state,
        "exit_status": report.exit_status,
    }


def _print(rows: list[dict[str, Any]]) -> None:
    cells = [_HEAD, *map(_cells, rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(_HEAD))]
    for row in cells:
        padded = [
            cell.rjust(size) if 2 <= place <= 5 else cell.ljust(size)
            for place, (cell, size) in enumerate(zip(row, widths, strict=True))
        ]
        print(visible("  ".join(padded).rstrip()))


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    seconds, status = row["seconds"], row["exit_status"]
    state = row["state"] if status is None else f"{row['state']} ({status})"
    return (
        row["run"], row["started"], "-" if seconds is None else f"{seconds:.0f} s",
        str(row["outlets"]), str(row["exported"]), str(row["failed"]), state,
    )  # fmt: skip
