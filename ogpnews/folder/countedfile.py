"""A record file with its hash and the counts of what is in it."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

import orjson

from ogpnews.dataset import lines, run_of
from ogpnews.errors import OgpnewsError
from ogpnews.folder.counting import Counts


@dataclass(slots=True)
class Counted:
    """One record file and what is in it."""

    path: str
    """Below the dataset's folder, with `/`."""
    outlet: str
    """Folder that it lies in: an id of the catalogue, or `_unlisted`."""
    run: str
    bytes: int
    mtime_ns: int
    sha256: str
    counts: Counts

    @classmethod
    def read(cls, folder: Path, path: Path, sha256: str) -> Self:
        """Counts a file whose hash is known; OSError where it is gone meanwhile."""
        told, counts = path.stat(), Counts()
        try:
            for line in lines(path):
                try:
                    counts.add(orjson.loads(line))
                except (ValueError, KeyError, TypeError, AttributeError):
                    counts.damaged += 1
        except OgpnewsError:
            counts.damaged += 1
        name = path.relative_to(folder).as_posix()
        return cls(
            name, path.parent.name, run_of(path), told.st_size, told.st_mtime_ns, sha256, counts
        )

    @classmethod
    def of(cls, row: dict[str, Any]) -> Self:
        """From the cache; KeyError or TypeError where it is not one of this version."""
        told = row["counts"]
        counters: dict[str, Any] = {
            part.name: Counter(told[part.name]) if isinstance(told[part.name], dict)
            else told[part.name] for part in fields(Counts)
        }  # fmt: skip
        return cls(**{**row, "counts": Counts(**counters)})


def sha256(path: Path) -> str:
    """Of the file as it lies there, packed or plain; OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def total(counted: Iterable[Counted]) -> Counts:
    """The sums of several files."""
    made = Counts()
    for each in counted:
        made.merge(each.counts)
    return made
