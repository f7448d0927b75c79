"""`ogpnews crawl`: outlets, live or out of archives → JSON Lines and a run report."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import add_catalogue, add_filters, add_replay, add_window, say

if TYPE_CHECKING:
    from ogpnews.outlets import Catalogue, Outlet
    from ogpnews.runreport import RunReport

_EXAMPLES = """\
examples:
  ogpnews crawl sinarjateng --limit 20 -o out/     the latest 20 articles of one outlet
  ogpnews crawl --province jateng --since 2026-11-01 -o out/
  ogpnews crawl sinarjateng --keyword banjir --keyword longsor -o out/
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
    add_window(parser)
    parser.add_argument(
        "--keyword", metavar="WORD", action="append", default=[],
        help="only articles with this word in headline or text, whole and in any case; "
        "more than once: with any of them",
    )  # fmt: skip
    add_replay(parser)
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Crawl, print the table; the exit status."""
    from ogpnews.outlets import Catalogue

    catalogue = Catalogue.load(args.catalogue)
    outlets = chosen(catalogue, args)
    check(args)
    from ogpnews.crawl import Plan, run  # Scrapy and Twisted: half a second, after the checks

    plan = Plan(
        args.output, outlets, catalogue, args.catalogue, args.since, args.until, args.limit,
        args.replay, sys.argv[1:], args.keyword, args.max_pages,
    )  # fmt: skip
    report = run(plan)
    _tell(report, args.output)
    return report.exit_status or 0


def chosen(catalogue: "Catalogue", args: argparse.Namespace) -> list["Outlet"]:
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


def check(args: argparse.Namespace) -> None:
    """UsageError for what would only be found out by each outlet on its own."""
    from ogpnews.errors import UsageError
    from ogpnews.frontier import Window
    from ogpnews.keywords import Keywords

    Window.parse(args.since, args.until, "Asia/Jakarta")
    for name in ("limit", "max_pages"):
        if (number := getattr(args, name, None)) is not None and number < 1:
            raise UsageError(f"--{name.replace('_', '-')} {number}: give 1 or more")
    Keywords(getattr(args, "keyword", ()))
    for archive in args.replay:
        if not Path(archive).is_file():
            raise UsageError(f"{archive}: no such archive; --replay takes WARC files")


def _tell(report: "RunReport", out: Path) -> None:
    tell_errors(report)
    for line in report.table():
        print(line)
    print(f"{report.state}: {out / 'runs' / report.run}.json")


def tell_errors(report: "RunReport") -> None:
    """What went wrong, the first of it, on standard error."""
    for problem in report.problems:
        say(f"ogpnews: {problem}")
    for name, outlet in sorted(report.outlets.items()):
        for error in outlet.errors[:5]:
            say(f"ogpnews: {name}: {error['url']}: {error['what']}")
        if outlet.error_count > 5:
            say(f"ogpnews: {name}: {outlet.error_count - 5} more errors")
