"""`ogpnews withdraw`: takes articles out of a dataset for good."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ogpnews.commands import say
from ogpnews.errors import OgpnewsError, UsageError, visible

if TYPE_CHECKING:
    from ogpnews.folder.withdrawal import Done

_MOST = 20
_EXAMPLES = """\
examples:
  ogpnews withdraw out/ https://kabarlereng.example/daerah/pr-12/pasar --reason "asked by the paper"
  ogpnews withdraw out/ 5b0f1f0e-8a0c-5d5e-9f57-1f6a0d9d2c11 --reason "a minor is named"
  ogpnews withdraw out/ --list          what was withdrawn, when and why

All revisions go out of the record files and of copies.jsonl. A line in withdrawn.jsonl stays, with
id, address, day and reason, and nothing of the article: later crawls into the folder neither fetch
nor export it. Archives (WARC) and exports made before are not touched; those in the folder are named.
Exit status: 0, 1 where something could not be written, 2 for an unknown article, 75 while a crawl runs.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews withdraw`."""
    parser = subparsers.add_parser(
        "withdraw",
        help="take articles out of a dataset for good",
        description="Take articles out of a dataset, for good, and leave a tombstone of each.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", metavar="DATASET", type=Path, help="what a crawl had as -o")
    parser.add_argument("articles", metavar="ID-OR-URL", nargs="*", help="which articles")
    parser.add_argument("--reason", metavar="TEXT", help="why; goes into the tombstone")
    parser.add_argument("--list", action="store_true", help="list what was withdrawn")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Withdraw, or list; the exit status."""
    from ogpnews.dataset import Dataset
    from ogpnews.folder import tombstones

    Dataset(args.dataset)
    if args.list:
        for row in tombstones.rows(args.dataset):
            print(visible("  ".join(str(row[key]) for key in ("at", "id", "url", "reason"))))
        return 0
    reason = " ".join((args.reason or "").split())
    if not args.articles:
        raise UsageError("which articles? give ids or addresses, or --list for those withdrawn")
    if not reason:
        raise UsageError("--reason is missing: say why, for those who find the tombstone")
    return _withdraw(args.dataset, args.articles, reason)


def _withdraw(out: Path, articles: list[str], reason: str) -> int:
    from ogpnews.folder import description
    from ogpnews.folder.withdrawal import withdraw
    from ogpnews.lock import Lock
    from ogpnews.outlets import Catalogue
    from ogpnews.runreport import now

    with Lock(out, ["ogpnews", *sys.argv[1:]], now()):
        try:
            done = withdraw(out, articles, reason)
        except OSError as error:
            raise OgpnewsError(
                f"{error.filename or out}: cannot be written ({error.strerror}); the same command "
                "finishes the job"
            ) from error
        # no catalogue: what is known of outlets stays as the last crawl described it
        problems = description.describe(out, description.Asked(Catalogue(())))
    _tell(out, done)
    for problem in problems:
        say(f"ogpnews: {problem}")
    return 1 if problems else 0


def _tell(out: Path, done: "Done") -> None:
    from ogpnews.folder.leftovers import leftovers

    for row in done.articles:
        print(visible(f"withdrawn: {row['id']}  {row['url']}"))
    print(f"records taken out: {done.records}, of {len(done.files)} files")
    if done.copies:
        print(f"near-copies that stay: {', '.join(done.copies)}")
    if left := leftovers(out):
        print("may still hold what was withdrawn, and is yours to mend:")
        for path in left[:_MOST]:
            print(visible(f"  {path}"))
        if (more := len(left) - _MOST) > 0:
            print(f"  … and {more} more")
    print("Archives and exports elsewhere are not known here; the log names addresses.")
