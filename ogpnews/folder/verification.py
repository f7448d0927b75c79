"""A dataset's folder checked against its manifest, its schema and itself."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ogpnews import lock
from ogpnews.dataset import ARTICLES, PACKED, PLAIN, Dataset, run_of
from ogpnews.folder import manifest, sidefiles
from ogpnews.folder.filechecks import Known, Read, check
from ogpnews.folder.findings import Finding, Report
from ogpnews.processes import in_order


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
    undescribed = at_work and not (out / manifest.NAME).exists()  # yet: the first run is at work
    report.add(() if undescribed else found)
    files = sorted(dataset.files(), key=lambda path: (path.parent.name, run_of(path)))
    names = {path.relative_to(out).as_posix(): path for path in files}
    if at_work:
        said = "what it writes is not checked"
        report.notes.append(f"a run is at work in this folder ({at_work}): {said}")
        names = {name: path for name, path in names.items() if name in listed or _packed(path)}
    report.notes += _left(out)
    if not at_work:
        report.add(_strange(out, files))
    gone, found = sidefiles.withdrawn(out)
    report.add(found)
    if listed and not at_work:  # which packs files, and then writes the manifest
        report.add(_unlike(listed, names))
    known = Known(gone)
    for _, read in in_order(partial(check, out), names.values(), jobs):
        report.files += 1
        report.records += read.lines
        report.add(read.found)
        report.add(_as_listed(read, listed.get(read.path)))
        report.add(known.check(read))
        tick()
    report.add(known.missing())
    report.add(sidefiles.copies(out, known.revisions, gone))
    report.add(() if undescribed else sidefiles.described(out))
    return report


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


def _strange(out: Path, files: Iterable[Path]) -> Iterator[Finding]:
    """What is called like a record file and is read by no command."""
    ours = {(path.parent.name, run_of(path)) for path in files}
    for path in sorted((out / ARTICLES).glob("*/*")):
        if path.name.endswith((PLAIN, PACKED)) and (path.parent.name, run_of(path)) not in ours:
            yield Finding(str(path.relative_to(out)), "no name of a record file; it is not read")


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
