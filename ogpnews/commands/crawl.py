"""`ogpnews crawl`: outlets, live or out of archives → JSON Lines and a run report."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import add_catalogue, add_filters, printable, say, width

if TYPE_CHECKING:
    from ogpnews.outlets import Catalogue, Outlet
    from ogpnews.runreport import RunReport

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_EXAMPLES = """\
examples:
  ogpnews crawl sinarjateng --limit 20 -o out/     the latest 20 articles of one outlet
  ogpnews crawl --province jateng --since 2026-11-01 -o out/
  ogpnews crawl --replay saved.warc.gz -o out/     everything in an archive; no network

Writes out/articles/<outlet>/<run>.jsonl, the run report out/runs/<run>.json and the log of all
runs, out/log/crawl.log. ogpnews runs out/ lists what was done; docs/cron.md tells of cron.

Exit status, the first that applies:
  2    a wrong argument, a folder that cannot be written: nothing was fetched
  75   another run is at work in the folder: nothing was fetched
  130  interrupted by Ctrl-C, 143 by SIGTERM: stopped cleanly, what was fetched is kept
  3    nothing could be fetched
  4    drift: fields of an outlet fell below the [expect] of its file
  1    partial: something failed, and the report says what
  0    complete
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews crawl`."""
    parser = subparsers.add_parser(
        "crawl",
        help="crawl outlets, live or out of archives, into JSON Lines",
        description="Crawl the outlets named, those that fit the filters, or all: --all, or those of"
        " a catalogue of one's own, or in a replay those that the archives hold.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("outlets", metavar="OUTLET", nargs="*", help="ids of the catalogue")
    parser.add_argument(
        "-o", "--output", metavar="DIR", type=Path, required=True, help="folder for the results"
    )
    add_filters(parser)
    parser.add_argument(
        "--all", action="store_true", help="every outlet of the packaged catalogue, live"
    )
    parser.add_argument("--since", metavar="D", help="first day, YYYY-MM-DD, local to each outlet")
    parser.add_argument("--until", metavar="D", help="last day, likewise")
    parser.add_argument("--limit", metavar="N", type=int, help="articles of each outlet, at most")
    parser.add_argument(
        "--replay", metavar="ARCHIVE", nargs="+", action="extend", default=[],
        help="serve every request from these WARC files and touch no network",
    )  # fmt: skip
    add_catalogue(parser)
    _add_told(parser)
    parser.set_defaults(run=run)


def _add_told(parser: argparse.ArgumentParser) -> None:
    """What the command says, and where."""
    much = parser.add_mutually_exclusive_group()
    much.add_argument(
        "--quiet", action="store_true", help="say nothing but problems, one line each (for cron)"
    )
    much.add_argument(
        "--verbose", action="store_true", help="every outlet in the table, however many there are"
    )
    parser.add_argument(
        "--log-level", choices=_LEVELS, default="INFO",
        help="least level of what goes into DIR/log/crawl.log (default: INFO)",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Crawl, print the table; the exit status."""
    from ogpnews.outlets import Catalogue

    catalogue = Catalogue.load(args.catalogue)
    outlets = _chosen(catalogue, args)
    _check(args)
    from ogpnews.crawl import Plan, run  # Scrapy and Twisted: half a second, after the checks

    plan = Plan(
        args.output, outlets, catalogue, args.catalogue, args.since, args.until, args.limit,
        args.replay, sys.argv[1:], args.log_level, args.quiet,
    )  # fmt: skip
    report = run(plan)
    _tell(report, args)
    return report.exit_status or 0


def _chosen(catalogue: "Catalogue", args: argparse.Namespace) -> list["Outlet"]:
    """Outlets named and fitting all filters; none where neither names nor filters are given."""
    from ogpnews.errors import UsageError

    named = [catalogue.get(name) for name in dict.fromkeys(args.outlets)]
    filters = {name: getattr(args, name) for name in ("province", "region", "family", "network")}
    if not any(filters.values()):
        if not (named or args.replay or args.catalogue or args.all):
            raise UsageError(
                "which outlets? name some, give a filter such as --province jateng, or say --all "
                f"for the {len(catalogue.outlets)} of the catalogue"
            )
        return named
    fitting = [outlet for outlet in catalogue.select(**filters) if not named or outlet in named]
    if not fitting:
        asked = " ".join(f"--{name} {value}" for name, value in filters.items() if value)
        raise UsageError(f"no outlet fits {asked}; ogpnews outlets lists what there is")
    return fitting


def _check(args: argparse.Namespace) -> None:
    """UsageError for what would only be found out by each outlet on its own."""
    from ogpnews.errors import UsageError
    from ogpnews.frontier import Window

    Window.parse(args.since, args.until, "Asia/Jakarta")
    if args.limit is not None and args.limit < 1:
        raise UsageError(f"--limit {args.limit}: give 1 or more")
    for archive in args.replay:
        if not Path(archive).is_file():
            raise UsageError(f"{archive}: no such archive; --replay takes WARC files")


def _tell(report: "RunReport", args: argparse.Namespace) -> None:
    """Problems to standard error, the table to standard output; with --quiet problems alone."""
    from ogpnews import summary

    for line in summary.problems(report):
        say(f"ogpnews: {line}")
    if args.quiet:
        return
    for line in summary.table(report, width(), verbose=args.verbose):
        print(printable(line))
    print(f"{report.state}: {args.output / 'runs' / report.run}.json")
