"""`ogpnews extract`: saved pages, dumps and archives → records."""

import argparse
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ogpnews.commands import progress, say, terminable
from ogpnews.commands.options import add_catalogue
from ogpnews.errors import OgpnewsError, Terminated, UsageError, WorkerLost

if TYPE_CHECKING:
    from ogpnews.extract import Result

_EXAMPLES = """\
examples:
  ogpnews extract page.html                        one saved page, record to standard output
  ogpnews extract saved/ -o records.jsonl          every .html, .txt and .warc.gz below a folder
  ogpnews extract crawl/ --jobs 2 -o r.jsonl       two processes; run again after an interruption,
                                                   the same command goes on where it stopped
  curl -s URL | ogpnews extract - --url URL        a page from standard input
  ogpnews extract dump.txt --outlet sinarjateng    a text dump whose outlet you know

One record a line, in input order; the record's `input` says where it came from (an archive's
record as FILE#OFFSET). What cannot be read or is no article is said on standard error, the rest
goes on, and the exit status is 1. FILE appears when it is whole; until then the work stands in
FILE.partial/. Stopped by Ctrl-C the exit status is 130, by SIGTERM 143.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define the command."""
    parser = subparsers.add_parser(
        "extract",
        help="read saved pages, text dumps and WARC files",
        description="Read saved pages, text dumps and WARC files into clean records (JSON Lines).",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder, archive, or - for standard input"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write records there (default: standard output); an interrupted run can go on",
    )
    parser.add_argument(
        "--url", help="where the page came from (for - and for files without a canonical URL)"
    )
    parser.add_argument("--outlet", metavar="ID", help="read every page as this outlet's")
    parser.add_argument(
        "--family", metavar="NAME", help="read every page with this template family"
    )
    add_catalogue(parser)
    parser.add_argument("--jobs", metavar="N", type=int, default=1, help="processes (default: 1)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Extract; 0 when every input gave its record, else 1; 130 or 143 when stopped on the way."""
    from ogpnews.extract import Options, check
    from ogpnews.tasks import plan
    from ogpnews.tasks import run as extract
    from ogpnews.unfinished import extract_to

    if args.jobs < 1:
        raise UsageError(f"--jobs {args.jobs}: give 1 or more processes")
    options = Options(args.outlet, args.family, args.catalogue)
    check(options)
    tasks = plan(args.paths, args.url)
    if args.output is None:
        return _tell(extract(tasks, options, args.jobs), sys.stdout.buffer)
    out = Path(args.output)
    if out.exists() and not out.is_file() and not out.is_dir():  # a device, a pipe
        with out.open("wb") as file:
            return _tell(extract(tasks, options, args.jobs), file)
    out = out.resolve() if out.is_symlink() else out
    with _resumable(out):
        return _tell(extract_to(out, tasks, options, args.jobs, _say), None)


def _tell(results: "Generator[Result, None, None]", out: IO[bytes] | None) -> int:
    bad = good = 0
    with closing(results), progress(" pages") as tick:
        for result in results:
            if result.line is None:
                bad += 1
                _say(f"{result.name}: {result.problem}")
            else:
                good += 1
                if out is not None:
                    out.write(result.line)
            tick()
    if bad:
        _say(f"records: {good}, inputs without one: {bad}")
    return 1 if bad else 0


def _say(line: str) -> None:
    say(f"ogpnews: {line}")


class Stopped(OgpnewsError):
    """A run that was stopped before its end."""


@contextmanager
def _resumable(out: Path) -> Iterator[None]:
    """Whatever ends the run early is told with what to do next."""
    try:
        with terminable():
            yield
    except KeyboardInterrupt as error:
        stopped = Stopped(f"{out}: stopped; the same command goes on from here")
        stopped.status = 143 if isinstance(error, Terminated) else 130
        raise stopped from None
    except WorkerLost as error:
        raise WorkerLost(f"{out}: {error}; the same command goes on from here") from error
