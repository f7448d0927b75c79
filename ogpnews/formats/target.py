"""Where an export goes, and in which format: checked before any work is done."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path

from ogpnews.dataset import Record
from ogpnews.errors import UsageError
from ogpnews.formats import FORMATS, Options

_SHARD = "data/train-*.parquet"
Write = Callable[[Iterable[Record], Path, Options], int]


def writer(name: str) -> Write:
    """`write` of a format's module."""
    found: Write = import_module(f"ogpnews.formats.{FORMATS[name].module}").write
    return found


def chosen(target: Path, name: str | None, *, force: bool) -> tuple[str, Path]:
    """The format, and the target with links followed.

    UsageError where no format is known by that name or ending, where something is at the target
    already, or where it is nothing that an export may replace.
    """
    if str(target) == "-":
        raise UsageError(
            "-o -: a file appears when it is whole, and standard output cannot; name one"
        )
    name = name or _by_ending(target)
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there is {', '.join(FORMATS)}")
    target = target.resolve()
    if not target.parent.is_dir():
        raise UsageError(f"{target}: no folder {target.parent}; make it first")
    if target.exists():
        _check_replaceable(target, folder=not FORMATS[name].endings)
        if not force:
            raise UsageError(f"{target}: exists; another name, or --force to replace it")
    return name, target


def _by_ending(target: Path) -> str:
    for name, format_ in FORMATS.items():
        if target.name.lower().endswith(format_.endings or ("\0",)):
            return name
    endings = " ".join(ending for format_ in FORMATS.values() for ending in format_.endings)
    raise UsageError(f"{target}: which format? say -f {', '.join(FORMATS)}, or end in {endings}")


def _check_replaceable(target: Path, *, folder: bool) -> None:
    """A file by a file; a folder only if an earlier export made it, or it is empty."""
    if not folder and not target.is_file():
        what = "a folder" if target.is_dir() else "a device or pipe"
        raise UsageError(f"{target}: is {what}; this format writes a file")
    if folder and not target.is_dir():
        raise UsageError(f"{target}: is no folder; this format writes one")
    if folder and not all(map(partial(_is_ours, target), target.rglob("*"))):
        raise UsageError(f"{target}: holds other files than an export's; give another name")


def _is_ours(folder: Path, path: Path) -> bool:
    name = path.relative_to(folder)
    return name.match(_SHARD) or str(name) in ("README.md", "data")


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Records are trees, which go when nobody holds them: looking for cycles costs, and finds none."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
