"""A dataset: the output folder of crawls, read as one table of articles."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from operator import itemgetter
from pathlib import Path
from typing import IO, Any, cast

import orjson
from zlib_ng import gzip_ng, zlib_ng

from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.items import SCHEMA_VERSION

ARTICLES = "articles"
"""Folder of the records: `articles/<outlet>/<run>.jsonl`, or `.jsonl.gz` once the run has ended."""
UNLISTED = "_unlisted"
"""Folder in there for articles whose outlet the catalogue does not know."""
PLAIN, PACKED = ".jsonl", ".jsonl.gz"
WITHDRAWN = "withdrawn.jsonl"
"""One object a line for each article that was withdrawn: `id`, `url`, `outlet`, `at`, `reason`."""
COPIES = "copies.jsonl"
"""One object a line for each article, from `ogpnews dedupe`: `id`, `cluster`, …"""

BROKEN: tuple[type[Exception], ...] = (OSError, EOFError, zlib_ng.error)  # type: ignore[assignment]  # its stub calls the class an object
"""What reading and unpacking a file may raise."""

Record = dict[str, Any]
"""One article as in the record files: the keys of items.Article."""
MAJOR = SCHEMA_VERSION.partition(".")[0]
"""Major version of the records that can be read."""
_REVISED = b"previous_text_sha256"
"""Key that second and later revisions alone have."""
_STEP = 1 << 20


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
        """Record files by outlet; of each outlet the latest run first.

        Hidden files, as other systems leave them, folders, and names that are no UTF-8 are none.
        """
        found: dict[tuple[str, str], Path] = {}
        for path in sorted((self.folder / ARTICLES).glob(f"*/*{PLAIN}*")):
            if path.name.endswith((PLAIN, PACKED)) and _is_ours(path):
                # both after a kill: the packed one, which stands behind it, is whole
                found[path.parent.name, run_of(path)] = path
        latest_first = sorted(found, key=itemgetter(1), reverse=True)
        return [found[key] for key in sorted(latest_first, key=itemgetter(0))]

    def records(self) -> Iterator[Record]:
        """Each article once, in its last revision, without what was withdrawn; newest runs first.

        Names of runs do not say which revision is the last: a clock may have been set back. The torn
        end of a plain file is no record yet. OgpnewsError names file and line of what is none.
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

    def _read(self, files: list[Path], *, latest: bool) -> Iterator[Record]:
        gone, seen = self.withdrawn(), set[str]()
        last = _revised(files) if latest else {}
        for path in files:
            for name, revision, record in _records(path):
                if name in gone:
                    continue
                if latest and name:  # without an address nobody knows which articles are the same
                    if name in seen or revision < last.get(name, revision):
                        continue
                    seen.add(name)
                yield record

    def holds(self, path: Path) -> bool:
        """True for a path that is the dataset's own: what is written there would be read as its records."""
        folder, target = self.folder.resolve(), path.resolve()
        return target.is_relative_to(folder / ARTICLES) or target in (
            folder / WITHDRAWN,
            folder / COPIES,
        )

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


def _is_ours(path: Path) -> bool:
    names = path.parent.name, path.name
    plain = not any(name.startswith(".") or not _is_utf8(name) for name in names)
    return plain and not path.is_dir()


def _is_utf8(name: str) -> bool:
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def run_of(path: Path) -> str:
    """Name of the run that wrote a record file."""
    return path.name.removesuffix(".gz").removesuffix(PLAIN)


def opened(path: Path) -> AbstractContextManager[IO[bytes]]:
    """A record file for reading, unpacked; also where a crawl has packed it since it was listed."""
    packed = path if path.name.endswith(".gz") else path.with_name(f"{path.name}.gz")
    if packed != path:
        try:
            return path.open("rb")
        except FileNotFoundError:
            if not packed.exists():
                raise
    found = gzip_ng.open(packed, "rb")  # type: ignore[no-untyped-call]  # as its library left it
    return cast("AbstractContextManager[IO[bytes]]", found)


def lines(path: Path) -> Iterator[bytes]:
    """Lines of a record file; OgpnewsError where it cannot be read or unpacked."""
    try:
        with opened(path) as file:
            yield from file
    except BROKEN as error:
        raise OgpnewsError(f"{path}: cannot be read ({error})") from error


def _revised(files: Iterable[Path]) -> dict[str, int]:
    """Id → last revision of each article that has more than one; files without any are not parsed."""
    last: dict[str, int] = {}
    for path in files:
        if _holds(path, _REVISED):
            for name, revision, _ in _records(path):
                if revision > last.get(name, 1):
                    last[name] = revision
    return last


def _holds(path: Path, words: bytes) -> bool:
    """True where the words stand in a record file, or may do so across the border of two blocks."""
    end = b""
    try:
        with opened(path) as file:
            while block := file.read(_STEP):
                if words in block or words in end + block[: len(words)]:
                    return True
                end = block[-len(words) :]
    except BROKEN as error:
        raise OgpnewsError(f"{path}: cannot be read ({error})") from error
    return False


def _records(path: Path) -> Iterator[tuple[str, int, Record]]:
    """Id, revision and record of each line; OgpnewsError names the line of what is none."""
    for number, line in enumerate(lines(path), 1):
        try:
            record: Record = orjson.loads(line)
            yield *_known(record), record
        except (ValueError, KeyError, TypeError) as error:
            if path.suffix == PLAIN and not line.endswith(b"\n"):
                return  # being written, or torn by a power cut: the next crawl cuts it off
            raise OgpnewsError(
                f"{path}: line {number} is no record ({error}); ogpnews verify says more"
            ) from error


def _known(record: Record) -> tuple[str, int]:
    """Id and revision; KeyError, TypeError or ValueError where this version cannot read the record."""
    name, revision, version = record["id"], record["revision"], record["schema_version"]
    if not (isinstance(name, str) and isinstance(revision, int) and isinstance(version, str)):
        raise TypeError("its id, revision or schema_version is of another type")
    if version.partition(".")[0] != MAJOR:
        raise ValueError(f"schema {version}, and this ogpnews reads {MAJOR}.x")
    return name, revision
