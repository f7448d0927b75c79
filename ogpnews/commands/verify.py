"""`ogpnews verify`: a dataset checked against its schema, its manifest and itself."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import progress
from ogpnews.errors import UsageError, visible

if TYPE_CHECKING:
    from ogpnews.folder.findings import Report

_EXAMPLES = """\
examples:
  ogpnews verify out/                   what is wrong, one line a kind, with its first place
  ogpnews verify out/ --all             every place
  ogpnews verify out/ --json --jobs 2   one JSON object; two processes

Checks every line (JSON, schema, order of keys, line ends), what must agree (id and url, text and
its SHA-256, both times of publication), ids and revisions over all files, every file against
manifest.json, and withdrawn.jsonl and copies.jsonl. What a run at work is writing is not checked.
Exit status: 0 all in order, 1 something is not, 2 a wrong argument.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews verify`."""
    parser = subparsers.add_parser(
        "verify",
        help="check a dataset: schema, hashes, duplicates, order",
        description="Check every record of a dataset, and its files against its manifest.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", metavar="DATASET", type=Path, help="what a crawl had as -o")
    parser.add_argument("--all", action="store_true", help="say everything, not one of each kind")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="processes (default: 1)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check and say; 1 where something is wrong."""
    from ogpnews.folder.verification import verify

    if args.jobs < 1:
        raise UsageError(f"--jobs {args.jobs}: give 1 or more processes")
    with progress(" files") as tick:
        report = verify(args.dataset, args.jobs, everything=args.all, tick=tick)
    if args.json:
        print(json.dumps(report.table(), ensure_ascii=False))
    else:
        _tell(args.dataset, report)
    return 1 if report.count else 0


def _tell(dataset: Path, report: "Report") -> None:
    for finding, number in report.findings():
        more = f" – {number} of this kind" if number > 1 else ""
        print(visible(f"{finding}{more}"))
    for note in report.notes:
        print(visible(f"note: {note}"))
    found = "all in order" if not report.count else f"problems: {report.count}"
    print(f"{dataset}: {report.records:,} records in {report.files:,} files, {found}")
