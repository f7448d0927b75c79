"""A dataset's folder checked against its manifest, its schema and itself."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ogpnews import lock, manifest, sidefiles
from ogpnews.counting import sha256
from ogpnews.dataset import ARTICLES, PACKED, PLAIN, Dataset, lines, run_of
from ogpnews.errors import OgpnewsError
from ogpnews.findings import Finding, Report
from ogpnews.processes import in_order
from ogpnews.recordchecks import faults, parse


class Read(NamedTuple):
    """One record file, read."""

    path: str
    size: int
    sha256: str
    lines: int
    found: list[Finding]
    seen: list[tuple[int, str, int]]
    """Line, id, revision of each record."""


def verify(
    out: Path, jobs: int = 1, *, everything: bool = False,
    tick: Callable[[], object] = lambda: None,
) -> Report:  # fmt: skip
    """Reads every record; UsageError where the folder holds no dataset.

    `everything`: each finding is kept; `tick` is called after each file.
    """
    dataset, report = Dataset(out), Report(everything=everything)
    at_work = lock.held(out)
    listed, found = _listed(out)
    report.add(found)
    files = sorted(dataset.files(), key=lambda path: (path.parent.name, run_of(path)))
    names = {path.relative_to(out).as_posix(): path for path in files}
    if at_work:
        said = "what it writes is not checked"
        report.notes.append(f"a run is at work in this folder ({at_work}): {said}")
        names = {name: path for name, path in names.items() if name in listed or _packed(path)}
    report.notes += _left(out)
    gone, found = sidefiles.withdrawn(out)
    report.add(found)
    if listed:
        report.add(_unlike(listed, names))
    known = _Known(gone)
    for _, read in in_order(partial(_read, out), names.values(), jobs):
        report.files += 1
        report.records += read.lines
        report.add(read.found)
        report.add(_as_listed(read, listed.get(read.path)))
        report.add(known.check(read))
        tick()
    report.add(sidefiles.copies(out, known.revisions, gone))
    report.add(sidefiles.described(out))
    return report


class _Known:
    """Ids seen so far, with their last revisions; files come in the order of their runs."""

    def __init__(self, gone: frozenset[str]) -> None:
        self.revisions: dict[str, int] = {}
        self._gone = gone

    def check(self, read: Read) -> Iterator[Finding]:
        for line, name, revision in read.seen:
            if not name:
                continue  # an address that nobody knows
            last = self.revisions.get(name, 0)
            if name in self._gone:
                said = "withdrawn and still there; ogpnews withdraw finishes the job"
                yield Finding(read.path, said, line, "id", name)
            elif revision == last:
                yield Finding(read.path, "a second record of this revision", line, "id", name)
            elif revision < last:
                yield Finding(read.path, "comes behind a later revision", line, "revision", name)
            elif revision > last + 1:
                yield Finding(
                    read.path, "the revision before it is missing", line, "revision", name
                )
            self.revisions[name] = max(last, revision)


def _read(out: Path, path: Path) -> Read:
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


def _listed(out: Path) -> tuple[dict[str, dict[str, Any]], list[Finding]]:
    """Rows of the manifest by path."""
    try:
        return {row["path"]: row for row in manifest.read(out)["files"]}, []
    except FileNotFoundError:
        said = "not there; ogpnews describe makes it"
    except manifest.ManifestError as error:
        said = str(error).removeprefix(f"{out / manifest.NAME}: ")
    return {}, [Finding(manifest.NAME, said)]


def _unlike(listed: Iterable[str], names: Iterable[str]) -> Iterator[Finding]:
    there, told = set(names), set(listed)
    for name in sorted(told - there):
        yield Finding(name, "in manifest.json, and not in the folder")
    for name in sorted(there - told):
        said = "not in manifest.json; the next crawl, or ogpnews describe, puts it there"
        yield Finding(name, said)


def _as_listed(read: Read, row: dict[str, Any] | None) -> Iterator[Finding]:
    if row is None or read.size < 0:
        return
    told = (row["bytes"], row["sha256"], row["records"])
    is_so = (read.size, read.sha256, read.lines)
    for what, ours, theirs in zip(("bytes", "SHA-256", "records"), is_so, told, strict=True):
        damaged = what == "records" and read.found  # lines that the manifest does not count
        if ours != theirs and not damaged:
            said = f"{what} are not those of manifest.json: the file has changed"
            yield Finding(read.path, said, None, "", f"{ours}, not {theirs}")


def _packed(path: Path) -> bool:
    return path.name.endswith(PACKED)


def _left(out: Path) -> list[str]:
    """What a kill left beside record files; the next run removes it."""
    paths = sorted((out / ARTICLES).glob("*/*"))
    there = {path.name for path in paths}
    left = [
        path for path in paths
        if path.name.endswith(".part") or (path.name.endswith(PLAIN) and f"{path.name}.gz" in there)
    ]  # fmt: skip
    said = "left by a kill; the next crawl removes it"
    return [f"{path.relative_to(out)}: {said}" for path in left]
