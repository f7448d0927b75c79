"""`ogpnews crawl`: outlets, live or out of archives → JSON Lines and a run report."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import say, width
from ogpnews.commands.choice import chosen, told
from ogpnews.commands.options import (
    add_catalogue,
    add_contact,
    add_outlets,
    add_replay,
    add_window,
)
from ogpnews.errors import visible

if TYPE_CHECKING:
    from ogpnews.runreport import RunReport

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
_EXAMPLES = """\
examples:
  ogpnews crawl sinarjateng --limit 20 -o out/ --contact https://example.org/crawler
                                                   the latest 20 articles of one outlet; the contact
                                                   goes to the site and is remembered
  ogpnews crawl --province jateng --since 2026-11-01 -o out/
  ogpnews crawl sinarjateng --keyword banjir --keyword longsor -o out/
  ogpnews crawl sinarjateng -o out/ --warc warc/   keep what was fetched, as WARC files
  ogpnews crawl --replay warc/ -o again/           everything in archives; no network

Writes out/articles/<outlet>/<run>.jsonl, packed as .jsonl.gz when the run has ended, the run report
out/runs/<run>.json and the log of all runs, out/log/crawl.log; then out/README.md, manifest.json,
outlets.csv and schema.json describe the folder. ogpnews runs out/ lists what was done, ogpnews
verify out/ checks it; docs/cron.md tells of cron, docs/dataset.md of the folder.

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
    add_outlets(parser)
    parser.add_argument(
        "-o", "--output", metavar="DIR", type=Path, required=True, help="folder for the results"
    )
    add_window(parser)
    _add_news(parser)
    add_replay(parser)
    parser.add_argument(
        "--warc", metavar="DIR", type=Path,
        help="write every request and response into WARC files in this folder",
    )  # fmt: skip
    parser.add_argument(
        "--warc-size", metavar="MB", type=int,
        help="begin another WARC file when one has this size (default: 1000)",
    )  # fmt: skip
    parser.add_argument(
        "--compress", choices=("gz", "none"), default="gz",
        help="how record files are packed once their run has ended (default: gz)",
    )  # fmt: skip
    add_contact(parser)
    add_catalogue(parser)
    _add_told(parser)
    parser.set_defaults(run=run)


def _add_news(parser: argparse.ArgumentParser) -> None:
    """Which of the articles, and what is remembered of them."""
    parser.add_argument(
        "--keyword", metavar="WORD", action="append", default=[],
        help="only articles with this word in headline or text, whole and in any case; "
        "more than once: with any of them",
    )  # fmt: skip
    parser.add_argument(
        "--update", metavar="DAYS", type=int,
        help="look again at articles published in the last DAYS days; a changed text is exported as"
        " the article's next revision",
    )  # fmt: skip
    parser.add_argument(
        "--state", metavar="URL",
        help="PostgreSQL server that remembers what was exported, for several machines"
        " (postgresql://user@host/name); default: DIR/state.sqlite",
    )  # fmt: skip


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
    outlets = chosen(catalogue, args)
    said = told(args)
    from ogpnews.crawl import run  # Scrapy and Twisted: half a second, after the checks
    from ogpnews.plan import Plan

    plan = Plan(
        out=args.output,
        outlets=outlets,
        catalogue=catalogue,
        since=args.since,
        until=args.until,
        keywords=args.keyword,
        max_pages=args.max_pages,
        update=args.update,
        state=args.state,
        compress=args.compress == "gz",
        warc=args.warc,
        warc_size=args.warc_size or 1000,
        log_level=args.log_level,
        quiet=args.quiet,
        **said,
    )
    report = run(plan)
    _tell(report, args)
    return report.exit_status or 0


def _tell(report: "RunReport", args: argparse.Namespace) -> None:
    """Problems to standard error, the table to standard output; with --quiet problems alone."""
    from ogpnews import summary

    for line in summary.problems(report):
        say(f"ogpnews: {line}")
    if args.quiet:
        return
    for line in summary.table(report, width(), verbose=args.verbose):
        print(visible(line))
    print(f"{report.state}: {args.output / 'runs' / report.run}.json")
