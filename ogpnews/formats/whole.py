"""A target that is whole or not there: written beside its name, then renamed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ogpnews.disk import sync
from ogpnews.errors import OgpnewsError

PART = ".part"
"""Ending of what is being written; a killed export leaves it, the next one begins it anew."""


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Where to write meanwhile: a file, or a folder that the writer makes.

    OgpnewsError where the disk does not take it. Whatever stood at the target is replaced at the
    end; a folder there is moved out of the way first.
    """
    part = target.with_name(f".{target.name}{PART}")
    try:
        _remove(part)
        yield part
        _put(part, target)
    except OSError as error:
        raise OgpnewsError(
            f"{target}: cannot be written ({error.strerror or error}); nothing was left there"
        ) from error
    finally:
        _remove(part)


def _put(part: Path, target: Path) -> None:
    files = [part] if part.is_file() else [path for path in part.rglob("*") if path.is_file()]
    for path in files:
        with path.open("rb") as file:
            os.fsync(file.fileno())
    old = target.with_name(f".{target.name}.old")
    if target.is_dir():
        target.rename(old)
    part.replace(target)
    _remove(old)
    sync(target.parent)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
