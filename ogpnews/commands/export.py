"""`ogpnews export`: a dataset in a format of other tools."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import say, terminable, watched
from ogpnews.commands.filters import add_filters, said, selected
from ogpnews.commands.options import add_catalogue

if TYPE_CHECKING:
    from ogpnews.dataset import Dataset
    from ogpnews.export import Selected
    from ogpnews.formats import Options

_EXAMPLES = """\
examples:
  ogpnews export out/ -o news.parquet                    pandas, DuckDB, R: the format by the ending
  ogpnews export out/ -o semarang.xlsx --region 33.74 --since 2026-01-01
  ogpnews export out/ -o press.csv --government --dedupe --bom
                                                         CSV that Excel takes for UTF-8
  ogpnews export out/ -f huggingface -o dataset/         a folder for datasets.load_dataset
  ogpnews export --columns                               what each column means

Text and captions stay behind where the outlet or the page reserves them; the column text_withheld
says so. TARGET appears when it is whole. Exit status: 0; 1 where it cannot be written or a record
is damaged, 2 for a wrong argument, 3 where no article fits.
docs/export.md shows how to read each format.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews export`."""
    parser = subparsers.add_parser(
        "export",
        help="write a dataset as Parquet, CSV, SQLite, XLSX, …",
        description="Write the articles of a dataset as a table for other tools.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", metavar="DATASET", nargs="?", help="what a crawl had as -o")
    parser.add_argument("-o", "--output", metavar="TARGET", type=Path, help="file, or folder")
    parser.add_argument(
        "-f", "--format", metavar="FORMAT",
        help="parquet, csv, sqlite, xlsx, huggingface or jsonl (default: by the ending of TARGET)",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="replace what is at TARGET")
    parser.add_argument(
        "--bom", action="store_true", help="csv: begin with a byte-order mark, for Excel"
    )
    parser.add_argument(
        "--columns", action="store_true", help="print what each column means, and do nothing else"
    )
    add_filters(parser)
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export; the exit status."""
    from ogpnews.columns import COLUMNS, of_copies
    from ogpnews.dataset import Dataset
    from ogpnews.dictionary import markdown
    from ogpnews.errors import UsageError
    from ogpnews.formats.target import chosen, seldom_collecting, writer

    if args.columns:
        print(markdown((*COLUMNS, *of_copies({}))), end="")
        return 0
    if not (args.dataset and args.output):
        raise UsageError("export what, and where? ogpnews export DATASET -o TARGET")
    dataset = Dataset(args.dataset)
    name, target = chosen(args.output, args.format, force=args.force)
    if dataset.holds(target):
        raise UsageError(f"{target}: is where the dataset itself lies; give another name")
    going = selected(dataset, args)
    if args.with_reserved_text:
        say("ogpnews: reserved texts are left in: for your own use; do not pass them on")
    with terminable(), seldom_collecting(), going.reading():
        writer(name)(watched(going), target, _options(args, dataset))
    print(_counts(going, target))
    return 0


def _options(args: argparse.Namespace, dataset: "Dataset") -> "Options":
    from ogpnews import __version__
    from ogpnews.columns import of_dataset
    from ogpnews.formats import Options
    from ogpnews.runreport import now

    copies = dataset.copies()
    about = {
        "dataset": dataset.folder.resolve().name,
        "filters": said(args),
        "made": now(),
        "software": f"ogpnews {__version__}",
        "rights": "the articles belong to their outlets; text_withheld: reserved, left out",
    }
    return Options(
        of_dataset(copies),
        args.bom,
        copies,
        about,
        args.catalogue,
        lambda line: say(f"ogpnews: {line}"),
    )


def _counts(going: "Selected", target: Path) -> str:
    parts = [f"{target}: {going.rows:,} rows"]
    if going.withheld:
        parts.append(f"{going.withheld:,} of them without text")
    if reasons := going.reasons():
        parts.append(f"left out by {reasons}")
    if going.unknown:
        parts.append(
            f"{going.unknown:,} of them new since ogpnews dedupe ran, and compared with none: run it again"
        )
    return "; ".join(parts)
