"""`ogpnews crawl`: outlets, live or out of archives → JSON Lines and a run report."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import add_catalogue, add_contact, add_filters, contact_of, say

if TYPE_CHECKING:
    from ogpnews.outlets import Catalogue, Outlet
    from ogpnews.runreport import RunReport

_EXAMPLES = """\
examples:
  ogpnews crawl sinarjateng --limit 20 -o out/ --contact https://example.org/crawler
                                                   the latest 20 articles of one outlet; the contact
                                                   goes to the site and is remembered
  ogpnews crawl --province jateng --since 2026-11-01 -o out/
  ogpnews crawl --replay saved.warc.gz -o out/     everything in an archive; no network

Writes out/articles/<outlet>/<run>.jsonl, out/runs/<run>.json and out/runs/<run>.log.
Exit status: 0 complete, 1 partial (the report says what failed), 2 for a wrong argument,
3 nothing could be fetched, 130 interrupted.
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
    add_contact(parser)
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Crawl, print the table; the exit status."""
    from ogpnews.outlets import Catalogue

    catalogue = Catalogue.load(args.catalogue)
    outlets = _chosen(catalogue, args)
    _check(args)
    contact = None if args.replay else contact_of(args)
    from ogpnews.crawl import Plan, run  # Scrapy and Twisted: half a second, after the checks

    plan = Plan(
        args.output, outlets, catalogue, args.catalogue, args.since, args.until, args.limit,
        args.replay, contact, sys.argv[1:],
    )  # fmt: skip
    report = run(plan)
    _tell(report, args.output)
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


def _tell(report: "RunReport", out: Path) -> None:
    for problem in report.problems:
        say(f"ogpnews: {problem}")
    for name, outlet in sorted(report.outlets.items()):
        for error in outlet.errors[:5]:
            say(f"ogpnews: {name}: {error['url']}: {error['what']}")
        if outlet.error_count > 5:
            say(f"ogpnews: {name}: {outlet.error_count - 5} more errors")
    for line in report.table():
        print(line)
    print(f"{report.state}: {out / 'runs' / report.run}.json")
