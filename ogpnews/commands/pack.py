"""`ogpnews pack`: a folder of saved pages → a WARC archive."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from ogpnews.commands import say

_EXAMPLES = """\
examples:
  ogpnews pack saved/ -o saved.warc.gz
  ogpnews pack saved/ -o saved.warc.gz --manifest saved/urls.tsv
  ogpnews crawl --replay saved.warc.gz -o out/    crawl them without a network

The URL of a page comes from the manifest, else from the page itself (canonical link, og:url).
Pages without one are said and left out. The same folder gives the same archive, byte for byte.
Exit status: 0, 1 where something was left out, 2 for a wrong argument.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews pack`."""
    parser = subparsers.add_parser(
        "pack",
        help="make a WARC archive of a folder of saved pages",
        description="Make a WARC archive of a folder's .html, .xml, .txt, .json and .gz files.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="folder of saved pages")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True,
        help="archive to write: .warc.gz, or .warc without compression",
    )  # fmt: skip
    parser.add_argument(
        "--manifest", metavar="FILE.tsv", type=Path,
        help="tab-separated, with the columns file and url; paths count from DIR, "
        "from the manifest's folder or from the folder above that",
    )  # fmt: skip
    parser.add_argument(
        "--date", metavar="TIME",
        help="time of capture of all pages, ISO 8601 (default: when each file was changed)",
    )  # fmt: skip
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Pack; the exit status."""
    from ogpnews.errors import UsageError
    from ogpnews.packing import pack

    if not args.output.name.endswith((".warc", ".warc.gz")):
        raise UsageError(f"-o {args.output}: name it .warc.gz (or .warc)")
    done = pack(
        args.folder,
        args.output,
        args.manifest,
        _date(args.date),
        lambda line: say(f"ogpnews: {line}"),
    )
    out = f", {done.left_out} left out" if done.left_out else ""
    print(f"{args.output}: {done.pages} pages{out}", file=sys.stderr)
    return 1 if done.left_out else 0


def _date(text: str | None) -> datetime | None:
    from ogpnews.errors import UsageError

    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"--date {text!r}: write it as 2026-11-23 or 2026-11-23T09:30:00Z"
        ) from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
