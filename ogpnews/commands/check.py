"""`ogpnews check`: do robots.txt, discovery and extraction of one outlet still work?"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from ogpnews.commands.options import add_catalogue, add_contact, add_replay
from ogpnews.errors import visible

if TYPE_CHECKING:
    from ogpnews.outlets import Outlet
    from ogpnews.runreport import OutletRun, RunReport

_EXAMPLES = """\
examples:
  ogpnews check sinarjateng                        asks for about ten pages
  ogpnews check sinarjateng --articles 10
  ogpnews check sinarjateng --replay saved.warc.gz

Each line is `ok`, `wrong` or `-` (nothing to say), then what was looked at. Fields are compared with
[expect] of the outlet's file; without it headline, date and text must be there.
Exit status: 0 it works, 1 something is wrong, 2 for a wrong argument, 3 nothing could be reached.
"""
_NEEDED = {"title": 1.0, "published": 1.0, "text": 1.0}
_SHOWN = ("title", "published", "text", "authors", "images", "dateline", "section", "tags")

_NEVER_ASKED_FOR = frozenset(
    {"off-site", "address of another kind", "address too long", "address that is none"}
)


class Finding(NamedTuple):
    """One line of the answer."""

    ok: bool | None
    """None where it is neither right nor wrong."""
    what: str
    said: str


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews check`."""
    parser = subparsers.add_parser(
        "check",
        help="does one outlet still work: robots.txt, discovery, extraction?",
        description="Look at one outlet and say whether robots.txt, discovery and extraction work.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("outlet", metavar="OUTLET", help="id of the catalogue")
    parser.add_argument(
        "--articles", metavar="N", type=int, default=3, help="articles to read (default: 3)"
    )
    add_replay(parser)
    add_contact(parser)
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check and print; the exit status."""
    from ogpnews.commands import choice
    from ogpnews.dataset import Dataset
    from ogpnews.errors import UsageError
    from ogpnews.outlets import Catalogue

    catalogue = Catalogue.load(args.catalogue)
    outlet = catalogue.get(args.outlet)
    if args.articles < 1:
        raise UsageError(f"--articles {args.articles}: give 1 or more")
    args.since = args.until = None
    args.limit = args.articles
    told = choice.told(args)
    from ogpnews import crawl  # Scrapy and Twisted: half a second, after the checks
    from ogpnews.plan import Plan
    from ogpnews.sources import Mode

    with TemporaryDirectory(prefix="ogpnews-") as folder:
        out = Path(folder)
        plan = Plan(
            out=out,
            outlets=[outlet],
            catalogue=catalogue,
            mode=Mode.CHECK,
            **told,
        )
        report = crawl.run(plan)
        records = list(Dataset(out).records())
    return _tell(outlet, report, records)


def _tell(outlet: "Outlet", report: "RunReport", records: Sequence[dict[str, Any]]) -> int:
    from ogpnews.runreport import OutletRun

    done = report.outlets.get(outlet.id, OutletRun())
    findings = [*_robots(done), *_discovery(done), *_articles(done, records)]
    findings += _fields(records, outlet.expect or _NEEDED)
    findings += [Finding(False, "run", problem) for problem in report.problems]
    print(f"{outlet.id}: {outlet.name}, {outlet.url}")
    for finding in findings:
        mark = {True: "ok   ", False: "wrong", None: "-    "}[finding.ok]
        print(visible(f"{mark}  {finding.what:<10}  {finding.said}".rstrip()))
    wrong = [finding for finding in findings if finding.ok is False]
    if report.state == "interrupted":
        print("verdict: interrupted")
        return report.exit_status or 1
    if not done.pages_read:
        print("verdict: nothing could be reached")
        return 3
    print(f"verdict: {f'{len(wrong)} of {len(findings)} wrong' if wrong else 'it works'}")
    return 1 if wrong else 0


def _robots(done: "OutletRun") -> Iterator[Finding]:
    from ogpnews.reasons import FORBIDDEN

    asked = f", asks for {done.crawl_delay:g} s between requests" if done.crawl_delay else ""
    if done.robots:
        fine = done.robots.startswith(("HTTP 2", "HTTP 4"))
        yield Finding(fine, "robots.txt", f"{done.robots}{asked}")
    else:
        yield Finding(None, "robots.txt", "not asked for")
    if shut := done.skipped.get(FORBIDDEN):
        most = shut > done.fetched  # many sites keep parts of theirs to themselves
        said = f"forbids {shut} of the articles looked at"
        yield Finding(False if most else None, "robots.txt", said)


def _discovery(done: "OutletRun") -> Iterator[Finding]:
    from ogpnews.middlewares import NOT_IN_ARCHIVE

    if not done.sources:
        yield Finding(False, "discovery", "the outlet's file names nothing to look at")
    for source in done.sources:
        status = f"HTTP {source['status']}" if source["status"] else "no answer"
        said = f"{source['url']}: {status}, {source['found']} addresses"
        if source["newest"]:
            said += f", the newest of {source['newest']}"
        problem = source["problem"]
        absent = problem == NOT_IN_ARCHIVE
        fine = None if absent else not problem and source["found"] > 0
        if problem and problem != status:
            said += f": {problem}"
        yield Finding(fine, source["kind"], said)


def _articles(done: "OutletRun", records: Sequence[dict[str, Any]]) -> Iterator[Finding]:
    tried = done.fetched + sum(done.failed.values())
    reasons = {**done.failed, **done.skipped}
    why = "".join(
        f", {count} {reason}"
        for reason, count in sorted(reasons.items())
        if reason not in _NEVER_ASKED_FOR
    )
    fine = len(records) > sum(done.failed.values())  # one that is gone says nothing
    yield Finding(fine, "articles", f"{len(records)} of {tried} asked for are good{why}")


def _fields(
    records: Sequence[dict[str, Any]], expected: "dict[str, float] | Any"
) -> Iterator[Finding]:
    for name in dict.fromkeys((*_SHOWN, *expected)) if records else ():
        have = sum(bool(record.get(name)) for record in records)
        share = expected.get(name)
        said = f"in {have} of {len(records)}"
        if share is None:
            yield Finding(True if have == len(records) else None, name, said)
        else:
            fine = have >= share * len(records)
            yield Finding(fine, name, said if fine else f"{said}, expected of {share:.0%}")
