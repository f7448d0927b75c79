"""Counts of record files, kept so that a later description reads only what is new."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import orjson

from ogpnews import __version__
from ogpnews.dataset import Dataset
from ogpnews.disk import whole
from ogpnews.folder.countedfile import Counted, sha256

NAME = ".counts.json"
"""File of the dataset's folder; it may be removed, and is made again."""
_LAYOUT = f"1 {__version__}"
"""Counts of another version are counted anew."""


def counted(
    out: Path, *, full: bool, problems: list[str], stopped: Callable[[], bool]
) -> Iterator[Counted]:
    """Each record file with its counts; what cannot be read goes to the problems.

    A file that has neither changed its size nor its time is not read; `full`: hashed all the same.
    """
    known = _read(out / NAME)
    for path in Dataset(out).files():
        if stopped():
            return
        try:
            before, told = known.get(path.relative_to(out).as_posix()), path.stat()
            same = before is not None and before.bytes == told.st_size
            if before and same and before.mtime_ns == told.st_mtime_ns and not full:
                yield before
                continue
            found = sha256(path)
            if before and same and before.sha256 == found:
                yield replace(before, mtime_ns=told.st_mtime_ns)
            else:
                yield Counted.read(out, path, found)
        except OSError as error:
            problems.append(f"{path}: cannot be read ({error.strerror or error})")


def keep(out: Path, files: list[Counted]) -> None:
    """OSError where the disk does not take it."""
    with whole(out / NAME) as file:
        file.write(orjson.dumps({"layout": _LAYOUT, "files": files}))


def _read(path: Path) -> dict[str, Counted]:
    """By path; empty where there is none, or none that can be used."""
    try:
        told = orjson.loads(path.read_bytes())
        if told["layout"] != _LAYOUT:
            return {}
        return {row["path"]: Counted.of(row) for row in told["files"]}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
