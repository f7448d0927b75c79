"""`ogpnews dedupe`: which articles of a dataset are copies of each other."""

import argparse
import json
from pathlib import Path

from ogpnews.commands import watched, width
from ogpnews.errors import visible

_EXAMPLES = """\
examples:
  ogpnews dedupe out/                     write out/copies.jsonl, say what was found
  ogpnews dedupe out/ --threshold 0.8     only what was hardly edited
  ogpnews dedupe out/ --full              read nothing of earlier runs
  ogpnews dedupe out/ --json | jq .copies

copies.jsonl has a line for each article: its cluster (the id of the article that was published
first), how many are in it, and which share of the article stands in the first one. The records stay
as crawled. Later runs sign new texts alone, by copies.index; what they write is the same. docs/copies.md
says what counts as a copy.
Exit status: 0, 1 where a record is damaged or nothing can be written, 2 for a wrong argument, 75
where another run is at work in the folder.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews dedupe`."""
    parser = subparsers.add_parser(
        "dedupe",
        help="find copies of articles: press releases over many outlets",
        description="Find exact and near copies among the articles of a dataset.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="DATASET", type=Path, help="what a crawl had as -o")
    parser.add_argument(
        "--threshold", metavar="SHARE", type=float, default=0.5,
        help="share of the shorter text's runs of three words that the longer one has, 1 at most "
        "(default: 0.5)",
    )  # fmt: skip
    parser.add_argument("--full", action="store_true", help="sign all texts anew")
    parser.add_argument("--json", action="store_true", help="say what was found as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Find copies; the exit status."""
    from ogpnews.copies.dedupe import dedupe
    from ogpnews.copies.summary import lines, summary

    words = ["ogpnews", "dedupe", str(args.folder)]
    found = dedupe(args.folder, args.threshold, full=args.full, watch=watched, command=words)
    told = summary(found)
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        for line in lines(told, width()):
            print(visible(line))
    return 0
