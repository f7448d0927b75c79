"""`ogpnews extract`: saved pages, dumps and archives → records."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ogpnews.commands import add_catalogue, say
from ogpnews.errors import UsageError

_EXAMPLES = """\
examples:
  ogpnews extract page.html                        one saved page, record to standard output
  ogpnews extract saved/ -o records.jsonl          every .html, .txt and .warc.gz below a folder
  ogpnews extract crawl.warc.gz --jobs 2 -o r.jsonl
                                                   an archive, two processes
  curl -s URL | ogpnews extract - --url URL        a page from standard input
  ogpnews extract dump.txt --outlet sinarjateng    a text dump whose outlet you know

One record a line, in input order; the record's `input` says where it came from (an archive's
record as FILE#OFFSET). What cannot be read or is no article is said on standard error, the rest
goes on, and the exit status is 1.
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
        "-o", "--output", metavar="FILE", help="write records there (default: standard output)"
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
    """Extract; 0 when every input gave its record, else 1."""
    from ogpnews.extract import Options, check, sources
    from ogpnews.extract import run as extract

    if args.jobs < 1:
        raise UsageError(f"--jobs {args.jobs}: give 1 or more processes")
    options = Options(args.outlet, args.family, args.catalogue)
    check(options)
    bad = good = 0
    with _output(args.output) as out, _progress() as tick:
        for result in extract(sources(args.paths, args.url), options, args.jobs):
            if result.line is not None:
                out.write(result.line)
                good += 1
            else:
                bad += 1
                say(f"ogpnews: {result.name}: {result.problem}")
            tick()
    if bad:
        say(f"ogpnews: records: {good}, inputs without one: {bad}")
    return 1 if bad else 0


@contextmanager
def _output(name: str | None) -> Iterator[IO[bytes]]:
    if name is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with Path(name).open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except (IsADirectoryError, FileNotFoundError, PermissionError) as error:
        raise UsageError(f"{name}: cannot be written: {error.strerror}") from error


@contextmanager
def _progress() -> Iterator[Callable[[], object]]:
    if not sys.stderr.isatty():
        yield _quiet
        return
    from tqdm import tqdm

    with tqdm(unit=" pages", file=sys.stderr, mininterval=0.5) as bar:
        yield bar.update


def _quiet() -> None:
    return None
