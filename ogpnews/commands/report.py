"""`ogpnews report`: a dataset as one HTML file to look at."""

import argparse
from pathlib import Path

from ogpnews.commands import say, watched
from ogpnews.commands.options import add_catalogue

_EXAMPLES = """\
examples:
  ogpnews report out/ -o report.html             in Indonesian
  ogpnews report out/ -o report.html --lang en   in English
  ogpnews report out/ -o report.html --title 'Jateng 2026'

One file that loads nothing from the network: it can be mailed, printed and opened anywhere. It shows
articles over time, regions, bodies, topics, origins, which fields are missing where, copies
(after ogpnews dedupe), rights reservations and known limits. docs/report.md explains each part.
Exit status: 0, 1 where a record is damaged or FILE cannot be written, 2 for a wrong argument.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews report`."""
    parser = subparsers.add_parser(
        "report",
        help="show a dataset as one HTML file",
        description="Show a dataset as one self-contained HTML file.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", metavar="DATASET", type=Path, help="what a crawl had as -o")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, required=True, help="write the report there"
    )
    parser.add_argument(
        "--lang", choices=("id", "en"), default="id", help="its language (default: id)"
    )
    parser.add_argument("--title", metavar="T", help="its title (default: made of DATASET)")
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the report; 0."""
    from ogpnews.dataset import Dataset
    from ogpnews.report.file import write

    dataset = Dataset(args.dataset)
    articles = write(dataset, args.output, args.lang, args.title, args.catalogue, watched)
    size = args.output.stat().st_size
    say(f"{args.output}: {articles} articles, {size / 1000:.0f} kB")
    return 0
