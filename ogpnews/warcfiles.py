"""Archives in the making: records go into files of a folder that can be read after any kill.

A file is called `.warc.gz.open` until it is finished, and holds whole gzip members alone: what a
kill tore off is cut away by the next run. Who writes a file holds its lock.
"""

import os
from collections.abc import Callable, Iterator
from io import FileIO
from itertools import count
from pathlib import Path

from ogpnews.disk import append, lock, sync
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.warc import ArchiveError, whole

SUFFIX, OPEN = ".warc.gz", ".warc.gz.open"


class CaptureError(OgpnewsError):
    """Raised when an archive cannot be written: disk full, folder gone, no permission."""


class Archives:
    """The archive files of one run, `ogpnews-<run>-00000.warc.gz` and so on."""

    def __init__(self, folder: Path, run: str, head: Callable[[], bytes], size: int) -> None:
        """`head` makes the member that each file starts with; `size`: bytes, then the next file."""
        self.finished: list[Path] = []
        self._folder, self._run, self._head, self._size = folder, run, head, size
        self._file: FileIO | None = None
        self._path = folder
        self._error: str | None = None

    def add(self, members: bytes) -> None:
        """Whole members, in one write; CaptureError, now and ever after, where that fails."""
        if self._error:
            raise CaptureError(self._error)
        try:
            if self._file is None:
                self._file, self._path = self._next()
                members = self._head() + members
            append(self._file, members)
            if self._file.tell() >= self._size:
                self._finish(self._file)
        except OSError as error:
            self._error = f"{self._path}: archive not written ({error.strerror or error})"
            raise CaptureError(self._error) from error

    def close(self) -> list[str]:
        """Finishes the last file; what went wrong with the archives, a line each."""
        try:
            if self._file is not None:
                self._finish(self._file)
        except OSError as error:
            self._error = self._error or f"{self._path}: not finished ({error.strerror or error})"
        return [self._error] if self._error else []

    def _next(self) -> tuple[FileIO, Path]:
        for number in count():
            path = self._folder / f"ogpnews-{self._run}-{number:05}{OPEN}"
            if _finished(path).exists():
                continue
            try:
                file = FileIO(path, "xb")
            except FileExistsError:
                continue
            if lock(file) and _is(file, path):
                return file, path
            file.close()  # a run that mends the folder was faster and has taken it away
        raise AssertionError("count() does not end")

    def _finish(self, file: FileIO) -> None:
        self._file = None
        with file:
            if not os.fstat(file.fileno()).st_size:
                self._path.unlink()
                return
            os.fsync(file.fileno())
            self._path.rename(_finished(self._path))
        sync(self._folder)
        self.finished.append(_finished(self._path))


def prepare(folder: Path) -> None:
    """The folder is there and can be written; UsageError where it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(f"{folder}: a file stands in the way; --warc names a folder") from error
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror})") from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(f"{folder}: cannot be written (no permission)")


def mend(folder: Path) -> Iterator[str]:
    """Finishes what killed runs have left; a line for each file. Those being written stay."""
    for path in sorted(folder.glob(f"ogpnews-*{OPEN}")):
        try:
            with FileIO(path, "rb+") as file:
                if not path.is_symlink() and lock(file) and _is(file, path):
                    yield _mend(path, file)
        except FileNotFoundError:
            continue  # finished by its own run, or by another one that mends
        except (OSError, ArchiveError) as error:
            yield f"{path}: left by an earlier run and not mended ({error})"


def _mend(path: Path, file: FileIO) -> str:
    if _finished(path).exists():
        raise FileExistsError(f"{_finished(path).name} is there, too")
    size = os.fstat(file.fileno()).st_size
    end = whole(str(path)) if size else 0
    if not end:
        path.unlink()
        return f"{path}: left by an earlier run without a whole record; removed"
    file.truncate(end)
    os.fsync(file.fileno())
    path.rename(_finished(path))
    sync(path.parent)
    torn = f"; {size - end} bytes of a torn record cut off" if size > end else ""
    return f"{_finished(path)}: finished, as an earlier run ended before it could{torn}"


def _finished(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(OPEN) + SUFFIX)


def _is(file: FileIO, path: Path) -> bool:
    """False where the name has gone to another file, or nowhere, before the lock was held."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
