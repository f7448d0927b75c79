"""Many pages: arguments → tasks → lines → results; one process or several, input order kept.

A task is a batch of saved pages or a span of an archive, and what it gives is lines of bytes: so
they travel between processes, and so an unfinished output keeps them (see `unfinished`).
"""

import json
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from ogpnews.extract import Options, Result, Source, attempt, printable
from ogpnews.pages.document import MAX_BYTES
from ogpnews.processes import in_order

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"})
ARCHIVE_SUFFIXES = (".warc", ".warc.gz", ".wet", ".wet.gz", ".warc.wet", ".warc.wet.gz")
_BATCH = 64
"""Saved pages of one task."""
_SPAN = 8 * 1024 * 1024
"""Bytes of an archive, as it lies on the disk, of one task."""
_AHEAD = 16
"""Stops that a span knows of: a body that looks like a record may stand at the next one."""

RECORD, PROBLEM, DAMAGE, END = b"{", b"!", b"~", b"@"
"""First byte of a line: a record, why a page gave none, a fault of the archive, where a span ended."""


@dataclass(frozen=True, slots=True)
class Task:
    """Saved pages, or an archive from `start` up to the next of `stops` that reading comes to."""

    pages: tuple[Source, ...] = ()
    archive: str = ""
    start: int = 0
    stops: Sequence[int] = ()


def plan(paths: Iterable[str], url: str | None = None) -> Iterator[Task | Result]:
    """What the arguments name, in order: files, folders (sorted), archives, `-` for standard input."""
    batch: list[Source] = []
    for item in _inputs(paths, printable(url) if url else None):
        if isinstance(item, Source):
            batch.append(item)
        if batch and (len(batch) >= _BATCH or not isinstance(item, Source)):
            yield Task(tuple(batch))
            batch = []
        if isinstance(item, str):
            yield from _spans(item)
        elif isinstance(item, Result):
            yield item
    if batch:
        yield Task(tuple(batch))


def run(
    tasks: Iterable[Task | Result], options: Options, jobs: int = 1
) -> Generator[Result, None, None]:
    """Results in input order; one process reads a page when its result is asked for."""
    return results(
        in_order(partial(lines if jobs <= 1 else _all_lines, options=options), tasks, jobs)
    )


def lines(task: Task | Result, options: Options, done: int | None = None) -> Iterator[bytes]:
    """What a task gives; `done` is where it goes on, as `resume` says it."""
    if isinstance(task, Result):
        return
    if task.archive:
        yield from _archived(task, options, task.start if done is None else done)
    else:
        for source in islice(task.pages, done, None):
            yield _line(attempt(source, options))


def _all_lines(task: Task | Result, options: Options) -> list[bytes]:
    return list(lines(task, options))


def resume(task: Task, old: list[bytes]) -> tuple[list[bytes], int]:
    """Of the lines of an interrupted task those that stand, and where it goes on.

    The last page of an archive is read again, so that faults found behind it are not told twice.
    """
    told = [number for number, line in enumerate(old) if line[:1] in (RECORD, PROBLEM)]
    if not task.archive:
        return old[: len(told)], len(told)
    offset = _offset(old[told[-1]]) if told else None
    if offset is None:
        return [], task.start
    first = next(number for number in told if _offset(old[number]) == offset)
    return old[:first], offset


def results(
    given: Iterable[tuple[Task | Result, Iterable[bytes]]],
) -> Generator[Result, None, None]:
    """Results in order; an archive's damage is told behind its last page.

    A span counts only where the one before it ended: reading came to no record elsewhere.
    """
    at, damage = 0, list[str]()
    for task, found in given:
        if isinstance(task, Result):
            yield task
            continue
        if task.start == 0:
            at, damage = 0, []
        elif task.start != at:
            continue
        for line in found:
            mark = line[:1]
            if mark == RECORD:
                yield Result(task.archive, line)
            elif mark == PROBLEM:
                name, problem = json.loads(line[1:])
                yield Result(name, problem=problem)
            elif mark == DAMAGE:
                damage.append(json.loads(line[1:]))
            elif mark == END:
                at = int(line[1:])
        if damage and at < 0:
            yield Result(task.archive, problem=_report(damage))


def _inputs(paths: Iterable[str], url: str | None) -> Iterator[Source | Result | str]:
    """Saved pages, archives by their names, and what is not there."""
    for name in paths:
        path = Path(name)
        if name == "-":
            yield Source("-", sys.stdin.buffer.read(MAX_BYTES + 1), url)
        elif path.is_dir():
            files = sorted(item for item in path.rglob("*") if _readable(item) and item.is_file())
            if not files:
                yield Result(name, problem="no HTML, text or WARC file in this folder")
            for item in files:
                yield _input(str(item), url)
        elif not path.exists():
            yield Result(name, problem="no such file or folder")
        else:
            yield _input(name, url)


def _readable(path: Path) -> bool:
    name = path.name.lower()
    return path.suffix.lower() in HTML_SUFFIXES | {".txt"} or name.endswith(ARCHIVE_SUFFIXES)


def _input(name: str, url: str | None) -> Source | str:
    lower = name.lower()
    if lower.endswith(ARCHIVE_SUFFIXES):
        return name
    return Source(name, url=url, text=lower.endswith(".txt"))


def _spans(name: str) -> Iterator[Task]:
    from ogpnews.warc import ArchiveError, starts

    try:
        found = starts(name, _SPAN)
    except ArchiveError:  # the task says why
        found = [0]
    for number, start in enumerate(found, 1):
        yield Task((), name, start, found[number : number + _AHEAD])


def _archived(task: Task, options: Options, start: int) -> Iterator[bytes]:
    from ogpnews.archive import ArchiveError, pages

    damage: list[str] = []
    try:
        for page in pages(task.archive, damage, start, task.stops):
            yield from _flawed(damage)
            if isinstance(page, int):
                yield b"%b%d\n" % (END, page)
                continue
            header = page.header
            source = Source(
                f"{task.archive}#{header.where.offset}", page.body, page.url,
                header.content_type, page.fetched_at, header.is_text, header.headers,
            )  # fmt: skip
            yield _line(attempt(source, options))
    except ArchiveError as error:
        problem = str(error).removeprefix(f"{task.archive}: ")
        yield _line(Result(task.archive, problem=problem))
        yield b"%b-1\n" % END


def _flawed(damage: list[str]) -> Iterator[bytes]:
    """Faults as lines, each told once."""
    while damage:
        yield DAMAGE + json.dumps(damage.pop(0)).encode() + b"\n"


def _line(result: Result) -> bytes:
    if result.line is not None:
        return result.line
    return PROBLEM + json.dumps([result.name, result.problem]).encode() + b"\n"


def _offset(line: bytes) -> int | None:
    """Where in its archive the page of a line lies."""
    told = json.loads(line if line[:1] == RECORD else line[1:])
    name = told["input"] if isinstance(told, dict) else told[0]
    offset = name.rpartition("#")[2]
    return int(offset) if offset.isascii() and offset.isdigit() else None


def _report(damage: list[str]) -> str:
    from ogpnews.archive import report

    return report("", damage).removeprefix(": ")
