"""`ogpnews describe`: manifest, schema, outlets and data card of a dataset's folder."""

import argparse
import sys
from pathlib import Path

from ogpnews.commands import progress, say
from ogpnews.commands.options import add_catalogue

_EXAMPLES = """\
examples:
  ogpnews describe out/                 as each crawl does at its end
  ogpnews describe out/ --contact data@example.org
                                        who answers for the dataset: goes into the card, and stays
  ogpnews describe out/ --full          hash every file, also those whose size and time are as before

Writes manifest.json, schema.json, outlets.csv and README.md, the data card. A README.md of your own
is left alone. Exit status: 0, 1 where something could not be read or written, 75 while a crawl runs.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews describe`."""
    parser = subparsers.add_parser(
        "describe",
        help="write what explains a dataset's folder",
        description="Write manifest, schema, table of outlets and data card of a dataset's folder.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", metavar="DATASET", type=Path, help="what a crawl had as -o")
    parser.add_argument("--contact", metavar="URL-OR-MAIL", help="who answers for the dataset")
    parser.add_argument(
        "--full", action="store_true", help="trust no size and time: hash every file"
    )
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Describe; 1 where there are problems."""
    from ogpnews import contact
    from ogpnews.dataset import Dataset
    from ogpnews.folder import datacard, description
    from ogpnews.lock import Lock
    from ogpnews.outlets import Catalogue
    from ogpnews.runreport import now

    Dataset(args.dataset)
    answers = contact.resolve(args.contact) if args.contact is not None else None
    catalogue = Catalogue.load(args.catalogue)
    with Lock(args.dataset, ["ogpnews", *sys.argv[1:]], now()), progress(" files") as tick:
        asked = description.Asked(catalogue, answers, full=args.full, tick=tick)
        problems = description.describe(args.dataset, asked)
    for problem in problems:
        say(f"ogpnews: {problem}")
    card = args.dataset / datacard.NAME
    if not datacard.is_ours(card):
        say(f"ogpnews: {card}: is your own, and was left alone; remove it to have a data card")
    if not problems:
        print(f"{args.dataset}: described")
    return 1 if problems else 0
