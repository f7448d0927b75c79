"""One record file, checked, and its ids against those of the files before it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ogpnews.dataset import lines
from ogpnews.errors import OgpnewsError
from ogpnews.folder.countedfile import sha256
from ogpnews.folder.findings import Finding
from ogpnews.folder.recordchecks import faults, parse


class Read(NamedTuple):
    """One record file, read."""

    path: str
    size: int
    sha256: str
    lines: int
    found: list[Finding]
    seen: list[tuple[int, str, int]]
    """Line, id, revision of each record."""


def check(out: Path, path: Path) -> Read:
    """One record file; also in a process of its own."""
    name, folder = path.relative_to(out).as_posix(), path.parent.name
    found: list[Finding] = []
    seen: list[tuple[int, str, int]] = []
    number = 0
    try:
        size, digest = path.stat().st_size, sha256(path)
        for number, line in enumerate(lines(path), 1):  # counted, also where it breaks off
            record, fault = parse(line)
            if record is None:
                key, what, detail = fault or ("", "", "")
                found.append(Finding(name, what, number, key, detail))
                continue
            for key, what, detail in faults(line, record, folder):
                found.append(Finding(name, what, number, key, detail))
            told = record.get("id"), record.get("revision")
            if isinstance(told[0], str) and isinstance(told[1], int):
                seen.append((number, *told))  # type: ignore[arg-type]  # checked above
    except (OSError, OgpnewsError) as error:
        said = str(error).removeprefix(f"{path}: ")
        found.append(Finding(name, "cannot be read to its end", number or None, "", said))
        size, digest = -1, ""
    return Read(name, size, digest, number, found, seen)


class Known:
    """Ids seen so far, with their revisions: one record of each, in whichever order the runs were."""

    def __init__(self, gone: frozenset[str]) -> None:
        self.revisions: dict[str, int] = {}
        """Id → last revision."""
        self._places: dict[str, dict[int, tuple[str, int]]] = {}
        """Id → revision → file and line, of articles with later revisions."""
        self._gone = gone

    def check(self, read: Read) -> Iterator[Finding]:
        """Of the next file: what is there twice, or was withdrawn."""
        for line, name, revision in read.seen:
            if not name:
                continue  # an address that nobody knows
            last = self.revisions.get(name, 0)
            places = self._places.get(name, {1: ("", 0)} if last == 1 else {})
            if name in self._gone:
                said = "withdrawn and still there; ogpnews withdraw finishes the job"
                yield Finding(read.path, said, line, "id", name)
            elif revision in places:
                yield Finding(read.path, "a second record of this revision", line, "id", name)
            if last or revision > 1:
                self._places[name] = {**places, revision: (read.path, line)}
            self.revisions[name] = max(last, revision)

    def missing(self) -> Iterator[Finding]:
        """Behind the last file: revisions before which one is missing."""
        for name, places in self._places.items():
            if name in self._gone:
                continue
            for revision, (path, line) in places.items():
                if revision > 1 and revision - 1 not in places:
                    said = "the revision before it is missing"
                    yield Finding(path, said, line, "revision", name)
