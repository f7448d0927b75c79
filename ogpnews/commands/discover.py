"""`ogpnews discover`: the addresses that a crawl would fetch."""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote

from ogpnews.commands import say
from ogpnews.commands.options import (
    add_catalogue,
    add_contact,
    add_outlets,
    add_replay,
    add_window,
)

if TYPE_CHECKING:
    from ogpnews.entries import Entry

_EXAMPLES = """\
examples:
  ogpnews discover sinarjateng --since 2026-11-01     what would a crawl of this month fetch?
  ogpnews discover sinarjateng --limit 20 --json      as JSON Lines
  ogpnews discover --replay saved.warc.gz             out of archives; no network

A line is: address, day where one is known (else -), where it was found; tabs between them, the
newest first. Sitemaps, feeds, listings, archives and APIs are asked for, articles never; so what
only an article's page says, such as its day, is not known here, nor what earlier crawls had.
Exit status: 0 complete, 1 partial, 2 for a wrong argument, 3 nothing could be fetched,
130 or 143 interrupted.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews discover`."""
    parser = subparsers.add_parser(
        "discover",
        help="print the addresses that a crawl would fetch, and fetch no article",
        description="Print the addresses of articles that a crawl of these outlets would fetch.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_outlets(parser)
    add_window(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_replay(parser)
    add_contact(parser)
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Discover and print; the exit status."""
    from ogpnews.commands import choice
    from ogpnews.outlets import Catalogue

    catalogue = Catalogue.load(args.catalogue)
    outlets = choice.chosen(catalogue, args)
    told = choice.told(args)
    from ogpnews import crawl, summary  # Scrapy and Twisted: half a second, after the checks
    from ogpnews.plan import Plan
    from ogpnews.sources import Mode

    line = _json if args.json else _tabbed
    with TemporaryDirectory(prefix="ogpnews-") as folder:
        plan = Plan(
            out=Path(folder),
            outlets=outlets,
            catalogue=catalogue,
            since=args.since,
            until=args.until,
            max_pages=args.max_pages,
            mode=Mode.DISCOVER,
            found=lambda outlet, entry: print(line(outlet, entry)),
            **told,
        )
        report = crawl.run(plan)
    sys.stdout.flush()
    for problem in summary.problems(report):
        say(f"ogpnews: {problem}")
    return report.exit_status or 0


def _day(entry: "Entry") -> str | None:
    """As the sitemap prints it: of publication, else of the last change."""
    stamp = entry.when or entry.changed
    return stamp[:10] if stamp else None


def _tabbed(outlet: str, entry: "Entry") -> str:  # noqa: ARG001  # the address tells the outlet
    return "\t".join((_clean(entry.url), _day(entry) or "-", _clean(entry.found_in)))


def _json(outlet: str, entry: "Entry") -> str:
    values = {
        "outlet": outlet,
        "url": entry.url,
        "published": entry.when,
        "changed": entry.changed,
        "found_in": entry.found_in,
    }
    return json.dumps(values)  # in ASCII: no character of an address reaches the terminal


def _clean(url: str) -> str:
    """What would break the line, as the percent signs that it should have been."""
    return "".join(c if c.isprintable() and c != " " else quote(c) for c in url)
