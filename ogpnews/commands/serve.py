"""`ogpnews serve`: a dataset to search and read in a browser."""

import argparse
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from ogpnews.commands import say, terminable, watched
from ogpnews.commands.options import add_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ogpnews.dataset import Dataset, Record

_EXAMPLES = """\
examples:
  ogpnews serve out/                     http://127.0.0.1:8001/, for this machine alone
  ogpnews serve out/ --lang en --open    in English, and open it in the browser
  ogpnews serve out/ --port 0            at any free port
  ogpnews serve out/ --host 0.0.0.0      for others, too: what outlets reserve is left out then

Search headlines and texts, narrow by region, outlet, body, topic, origin and month, read one
article with what the page says for each value; tables, SQL, JSON and CSV besides. The SQLite file
behind it lies in DATASET/.explore/ and is made anew when the dataset has changed; Ctrl-C ends it.
It needs Datasette: pip install 'ogpnews[explore]'
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews serve`."""
    parser = subparsers.add_parser(
        "serve",
        help="search and read a dataset in a browser",
        description="Search and read a dataset in a browser.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dataset", metavar="DATASET", type=Path, help="what a crawl had as -o")
    parser.add_argument(
        "--host",
        metavar="NAME",
        default="127.0.0.1",
        help="address to serve at (default: 127.0.0.1)",
    )
    parser.add_argument(
        "--port", metavar="N", type=int, help="port, 0 for any (default: the first free from 8001)"
    )
    parser.add_argument(
        "--lang", choices=("id", "en"), default="id", help="language of the pages (default: id)"
    )
    parser.add_argument("--open", action="store_true", help="open the start page in the browser")
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until Ctrl-C, which is its regular end: 0; SIGTERM: 143."""
    from ogpnews.dataset import Dataset
    from ogpnews.errors import Terminated, UsageError

    if args.port is not None and not 0 <= args.port <= 65535:
        raise UsageError(f"--port {args.port}: give 0 to 65535")
    if not find_spec("datasette"):
        raise UsageError(
            "serve needs Datasette, which is not installed: pip install 'ogpnews[explore]'"
        )
    with terminable():
        try:
            _serve(Dataset(args.dataset), args)
        except Terminated:
            raise
        except KeyboardInterrupt:
            say("ogpnews: ended")
    return 0


def _serve(dataset: "Dataset", args: argparse.Namespace) -> None:
    import webbrowser

    from ogpnews.explore import server, sockets, stored
    from ogpnews.explore.words import Words
    from ogpnews.outlets import Catalogue

    with sockets.listen(args.host, args.port) as found, stored.home(dataset) as home:
        public = not sockets.is_local(found)
        if public:
            say(f"ogpnews: --host {args.host}: whoever reaches this machine can read the dataset;"
                " texts that outlets reserve are left out")  # fmt: skip
        name = f"{'public' if public else 'own'}-{stored.state(dataset, Catalogue.load(args.catalogue))}"
        write = partial(_write, dataset, args.catalogue, public)
        with stored.prepared(home, name, write) as path:
            names = None if public else sockets.hosts(args.host)
            app = server.application(path, Words.read(args.lang), names, public=public)
            address = sockets.address(args.host, found)
            print(f"{address}  (Ctrl-C ends it)", flush=True)
            if args.open:  # in a thread: a browser of the terminal keeps its caller waiting
                Thread(target=webbrowser.open, args=[address], daemon=True).start()
            server.run(app, found)


def _write(dataset: "Dataset", catalogue: Path | None, public: bool, path: Path) -> None:
    from ogpnews.errors import UsageError
    from ogpnews.export import reading
    from ogpnews.formats import Options, sqlite
    from ogpnews.reserved import Rights

    records: Iterator[Record] = dataset.records()
    if public:
        records = map(Rights(catalogue=catalogue).apply, records)
    say(f"ogpnews: preparing {path}")
    options = Options(copies=dataset.copies(), catalogue=catalogue)
    with reading(dataset.folder):
        count = sqlite.write(watched(records), path, options)
    if not count:
        path.unlink()
        raise UsageError(f"{dataset.folder}: no articles in it yet; ogpnews crawl fills it")
