"""An output that is not whole yet: a folder beside it with a part a task, which the next run takes up."""

import os
import shutil
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

import orjson

from ogpnews import __version__
from ogpnews.disk import lock, sync
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.extract import Options, Result
from ogpnews.processes import in_order
from ogpnews.resources import DATA
from ogpnews.tasks import RECORD, Task, lines, results, resume

_MARK = "lock"
"""A file that tells our folder from somebody else's; who holds its lock writes there."""
_PATIENCE = 50
"""Tenths of a second: workers of a killed run still hold the lock until they notice."""


def extract_to(
    out: Path,
    tasks: Iterable[Task | Result],
    options: Options,
    jobs: int = 1,
    say: Callable[[str], object] = print,
) -> Generator[Result, None, None]:
    """Results in order; behind the last one `out` holds all records.

    A part's name is made of all that its content depends on, so that no run takes up what another
    command, another version or another state of the inputs has made.
    """
    folder = out.with_name(f"{out.name}.partial")
    with _writing(out), _held(folder):
        parts = _parts(tasks, options, folder)
        _tell_state(out, folder, parts, say)
        whole = folder / "whole"
        with whole.open("wb") as file:
            finished = in_order(partial(_finish, options=options), parts, jobs)
            for result in results((part.task, part.lines()) for part, _ in finished):
                if result.line is not None:
                    file.write(result.line)
                yield result
            file.flush()
            os.fsync(file.fileno())
        whole.replace(out)
        sync(out.parent)
        shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class _Part:
    task: Task | Result
    path: Path
    drafts: tuple[Path, ...]
    """What interrupted runs have left of it."""

    def lines(self) -> Iterator[bytes]:
        if isinstance(self.task, Task):
            with self.path.open("rb") as file:
                yield from file


def _parts(tasks: Iterable[Task | Result], options: Options, folder: Path) -> list[_Part]:
    made_by = _makers(options)
    drafts: dict[str, list[Path]] = {}
    for path in folder.iterdir():
        drafts.setdefault(path.stem, []).extend([path] if path.suffix else [])
    named = [(task, _name(task, made_by)) for task in tasks]
    return [_Part(task, folder / name, tuple(drafts.get(name, ()))) for task, name in named]


def _finish(part: _Part, options: Options) -> None:
    """See to it that a part is there and whole."""
    if isinstance(part.task, Result) or part.path.exists():
        return
    told = max(map(_whole_lines, part.drafts), key=len, default=None)
    kept, done = resume(part.task, told) if told else ([], None)
    draft = part.path.with_name(f"{part.path.name}.{os.getpid()}")
    with draft.open("wb") as file:
        file.writelines(kept)
        for line in lines(part.task, options, done):
            file.write(line)
            file.flush()
        os.fsync(file.fileno())
    draft.replace(part.path)
    for old in part.drafts:
        old.unlink(missing_ok=True)


def _whole_lines(draft: Path) -> list[bytes]:
    """Lines up to the first that is torn: by a kill its tail is missing, by a power cut it is noise."""
    whole = []
    for line in draft.read_bytes().splitlines(keepends=True):
        try:
            orjson.loads(line if line[:1] == RECORD else line[1:])
        except orjson.JSONDecodeError:
            break
        if not line.endswith(b"\n"):
            break
        whole.append(line)
    return whole


def _name(task: Task | Result, made_by: str) -> str:
    """A part's name: who makes it, from which bytes."""
    facts: list[object] = [made_by]
    if isinstance(task, Task):
        facts += [task.archive, task.start, _state(Path(task.archive))]
        for page in task.pages:
            body = sha256(page.body).hexdigest() if page.body is not None else None
            facts.append((page.name, page.url, body or _state(Path(page.name))))
    return sha256(repr(facts).encode()).hexdigest()[:24]


def _makers(options: Options) -> str:
    """Software, data and options: a change of any of them changes records."""
    trees = [Path(__file__).parent, DATA, *([options.catalogue] if options.catalogue else [])]
    files = [
        (path.relative_to(tree), *_state(path))
        for tree in trees
        for path in sorted(tree.rglob("*"))
        if path.suffix in {".py", ".toml", ".csv"}
    ]
    return sha256(repr((__version__, options, files)).encode()).hexdigest()


def _state(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns


def _tell_state(out: Path, folder: Path, parts: list[_Part], say: Callable[[str], object]) -> None:
    here = {path.stem for path in folder.iterdir()} - {"whole", _MARK}
    ours = {part.path.name for part in parts if isinstance(part.task, Task)}
    if here & ours:
        done = sum((folder / name).exists() for name in ours)
        say(f"{out}: going on where an earlier run stopped ({done} of {len(ours)} parts are done)")
    if here - ours:
        say(f"{folder}: work on other inputs, or with other options or versions, is not used")


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """The folder, for this run alone."""
    fresh = not folder.exists()
    folder.mkdir(exist_ok=True)
    mark = folder / _MARK
    if not fresh and not mark.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder}: is in the way; it holds no unfinished work of this command")
    with mark.open("wb") as file:
        for patience in range(_PATIENCE, -1, -1):
            if lock(file):
                break
            if not patience:
                raise UsageError(f"{folder}: another run is writing there")
            time.sleep(0.1)
        yield


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    if out.is_dir():
        raise UsageError(f"{out}: cannot be written: it is a folder")
    try:
        yield
    except (FileNotFoundError, PermissionError, NotADirectoryError) as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from error
    except OSError as error:
        raise OgpnewsError(
            f"{out}: cannot be written: {error.strerror}; what was done is kept"
        ) from error
