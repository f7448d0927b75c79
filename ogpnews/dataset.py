"""A dataset: the output folder of crawls, read as one table of articles."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, cast

import orjson
from zlib_ng import gzip_ng, zlib_ng

from ogpnews.errors import OgpnewsError, UsageError

ARTICLES = "articles"
"""Folder of the records: `articles/<outlet>/<run>.jsonl`, or `.jsonl.gz` once the run has ended."""
PLAIN, PACKED = ".jsonl", ".jsonl.gz"
WITHDRAWN = "withdrawn.jsonl"
"""One object a line for each article that was withdrawn: `id`, `url`, `outlet`, `at`, `reason`."""
COPIES = "copies.jsonl"
"""One object a line for each article, from `ogpnews dedupe`: `id`, `cluster`, …"""

BROKEN: tuple[type[Exception], ...] = (OSError, EOFError, zlib_ng.error)  # type: ignore[assignment]  # its stub calls the class an object
"""What reading and unpacking a file may raise."""

Record = dict[str, Any]
"""One article as in the record files: the keys of items.Article."""


class Dataset:
    """Reads only; UsageError where the folder holds no dataset."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        if not (self.folder / ARTICLES).is_dir():
            raise UsageError(
                f"{self.folder}: no dataset; give a folder that ogpnews crawl had as -o, "
                f"with {ARTICLES}/ in it"
            )

    def files(self) -> list[Path]:
        """Record files by outlet; of each outlet the latest run first."""
        found: dict[tuple[str, str], Path] = {}
        for path in sorted((self.folder / ARTICLES).glob(f"*/*{PLAIN}*")):
            if path.name.endswith((PLAIN, PACKED)):  # both after a kill: the packed one is whole
                found[path.parent.name, run_of(path)] = path
        latest_first = sorted(found, key=itemgetter(1), reverse=True)
        return [found[key] for key in sorted(latest_first, key=itemgetter(0))]

    def records(self) -> Iterator[Record]:
        """Each article once, in its last revision, without what was withdrawn; newest runs first.

        OgpnewsError names file and line of what is no record.
        """
        return self._read(self.files(), latest=True)

    def select(
        self, outlets: Iterable[str] | None = None, *, latest: bool = True
    ) -> Iterator[Record]:
        """Like `records`, of some outlets alone, or with all revisions.

        UsageError, at once, for an outlet of which the dataset holds nothing.
        """
        files = self.files()
        if outlets is not None:
            names = {outlets} if isinstance(outlets, str) else {*outlets}
            there = {path.parent.name for path in files}
            if unknown := sorted(names - there):
                raise UsageError(
                    f"{self.folder}: no records of {', '.join(unknown)}; there are some of "
                    f"{', '.join(sorted(there)) or 'nobody'}"
                )
            files = [path for path in files if path.parent.name in names]
        return self._read(files, latest=latest)

    def _read(self, files: Iterable[Path], *, latest: bool) -> Iterator[Record]:
        gone, revised = self.withdrawn(), set[str]()
        for path in files:
            for number, line in enumerate(lines(path), 1):
                try:
                    record: Record = orjson.loads(line)
                    name, revision = record["id"], record["revision"]
                except (ValueError, KeyError, TypeError) as error:
                    raise OgpnewsError(
                        f"{path}: line {number} is no record ({error}); ogpnews verify says more"
                    ) from error
                if name in gone or name in revised:
                    continue
                if latest and revision > 1:
                    revised.add(name)
                yield record

    def withdrawn(self) -> frozenset[str]:
        """Ids of withdrawn articles."""
        return frozenset(row["id"] for row in self.side(WITHDRAWN))

    def copies(self) -> dict[str, Record]:
        """Id → what `ogpnews dedupe` says of it; empty where it never ran."""
        return {row["id"]: row for row in self.side(COPIES)}

    def side(self, name: str) -> Iterator[Record]:
        """Objects of a side file, each with an `id`; none where it is not there."""
        path = self.folder / name
        if not path.exists():
            return
        for number, line in enumerate(lines(path), 1):
            try:
                row = orjson.loads(line)
            except ValueError as error:
                raise OgpnewsError(f"{path}: line {number} is no JSON ({error})") from error
            if not isinstance(row, dict) or not isinstance(row.get("id"), str):
                raise OgpnewsError(f"{path}: line {number} is no object with an id")
            yield row


def run_of(path: Path) -> str:
    """Name of the run that wrote a record file."""
    return path.name.removesuffix(".gz").removesuffix(PLAIN)


def opened(path: Path) -> AbstractContextManager[IO[bytes]]:
    """A record file for reading, unpacked."""
    if path.name.endswith(".gz"):
        found = gzip_ng.open(path, "rb")  # type: ignore[no-untyped-call]  # as its library left it
        return cast("AbstractContextManager[IO[bytes]]", found)
    return path.open("rb")


def lines(path: Path) -> Iterator[bytes]:
    """Lines of a record file; OgpnewsError where it cannot be read or unpacked."""
    try:
        with opened(path) as file:
            yield from file
    except BROKEN as error:
        raise OgpnewsError(f"{path}: cannot be read ({error})") from error
