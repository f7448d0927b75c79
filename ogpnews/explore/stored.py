"""The SQLite file that is shown: beside the dataset, made anew where the dataset has changed."""

import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from ogpnews import __version__, disk
from ogpnews.columns import COLUMNS
from ogpnews.dataset import COPIES, WITHDRAWN, Dataset
from ogpnews.formats import sqlite
from ogpnews.lock import Locked
from ogpnews.outlets import Catalogue
from ogpnews.resources import DATA

FOLDER = ".explore"
"""Inside the dataset; nobody but its owner may look into it."""
NAME = "ogpnews.sqlite"
_IN_USE = ".in-use"


def state(dataset: Dataset, catalogue: Catalogue) -> str:
    """A name for all that the file hangs on: record files, side files, outlets, this program."""
    found = hashlib.sha256(f"{__version__} {sqlite.VERSION}".encode())
    found.update(repr([(column.name, column.kind) for column in COLUMNS]).encode())
    for made in sorted((DATA / "sqlite").iterdir()):
        found.update(made.read_bytes())
    for outlet in catalogue.outlets.values():
        found.update(repr((outlet.id, outlet.name, outlet.url, outlet.rights)).encode())
    side = [dataset.folder / WITHDRAWN, dataset.folder / COPIES]
    for path in (*dataset.files(), *filter(Path.exists, side)):
        about = path.stat()
        found.update(
            f"{path.relative_to(dataset.folder)} {about.st_size} {about.st_mtime_ns}\n".encode()
        )
    return found.hexdigest()[:16]


@contextmanager
def home(dataset: Dataset) -> Iterator[Path]:
    """A folder that is ours alone: in the dataset, else a temporary one, gone at the end.

    Temporary where the dataset cannot be written, or where others could have put a folder there.
    """
    folder = dataset.folder / FOLDER
    if _private(folder):
        yield folder
    else:
        with TemporaryDirectory(prefix="ogpnews-") as name:
            yield Path(name)


@contextmanager
def prepared(folder: Path, name: str, write: Callable[[Path], object]) -> Iterator[Path]:
    """The file of that name (kind, hyphen, state), written where it is not there yet.

    It stays while this process, or another one, holds it; older ones of its kind are removed.
    Locked where another process is writing.
    """
    place = folder / name
    place.mkdir(exist_ok=True)
    with (place / _IN_USE).open("ab") as used:
        _lock(used, shared=True)
        if not (place / NAME).exists():
            _write(place, write)
        yield place / NAME


def _write(place: Path, write: Callable[[Path], object]) -> None:
    with (place.parent / ".writing").open("ab") as writing:
        if not _lock(writing):
            raise Locked(
                f"{place.parent}: another ogpnews serve is at work there; try again in a minute"
            )
        _tidy(place.parent, place.name)
        write(place / NAME)


def _tidy(folder: Path, name: str) -> None:
    kind = name.partition("-")[0]
    for old in folder.glob(f"{kind}-*"):
        if old.name == name:
            continue
        with suppress(OSError), (old / _IN_USE).open("ab") as file:
            if disk.lock(file):
                shutil.rmtree(old, ignore_errors=True)


def _lock(file: IO[bytes], *, shared: bool = False) -> bool:
    try:
        return disk.lock(file, shared=shared)
    except OSError:  # a file system without locks: nobody is kept out, and nobody is turned away
        return True


def _private(folder: Path) -> bool:
    if {*"?#%"} & {*str(folder.resolve())}:  # Datasette puts the path into a URI as it is
        return False
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        about = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(about.st_mode) or not os.access(folder, os.W_OK):
        return False
    return os.name == "nt" or (about.st_uid == os.getuid() and not about.st_mode & 0o077)
