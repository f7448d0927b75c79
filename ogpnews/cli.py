"""The `ogpnews` command."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from ogpnews import __version__
from ogpnews.errors import OgpnewsError, Terminated

COMMANDS = (
    "outlets", "extract", "pack", "crawl", "discover", "check", "runs", "schema",
    "describe", "verify", "withdraw", "dedupe", "export", "report", "serve",
)  # fmt: skip
"""Modules of `ogpnews.commands`, in the order of the help."""

_START = """\
five minutes with ogpnews:
  ogpnews outlets --province jateng     whom could we read?
  ogpnews extract page.html             what does this saved page say?
  ogpnews crawl sinarjateng --limit 20 -o out/
                                        the latest articles of one outlet
  ogpnews export out/ -o news.csv       what was crawled, as a table
  ogpnews report out/ -o report.html    … and as a page to look at

Every command explains itself: ogpnews COMMAND --help
"""


def parser() -> argparse.ArgumentParser:
    """The argument parser with all sub-commands."""
    top = argparse.ArgumentParser(
        prog="ogpnews",
        description="Crawler and dataset builder for Indonesian regional government news.",
        epilog=_START,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"ogpnews {__version__}")
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"ogpnews.commands.{name}").add(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit status, 2 for a wrong argument and 130 after Ctrl-C, 143 after SIGTERM."""
    args = parser().parse_args(argv)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except OgpnewsError as error:
        print(f"ogpnews: {error}", file=sys.stderr)
        return error.status
    except BrokenPipeError:
        return _closed()
    except KeyboardInterrupt as error:
        print("ogpnews: interrupted", file=sys.stderr)
        return 143 if isinstance(error, Terminated) else 130
    return status


def _closed() -> int:
    """The reader of our output is gone, as in `ogpnews … | head`: end quietly as SIGPIPE would."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


if __name__ == "__main__":
    sys.exit(main())
