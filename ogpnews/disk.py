"""Files that are whole whenever the process is killed: appending, locks, names that last."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import IO


def append(file: FileIO, data: bytes) -> None:
    """All of the data at the file's end, or none of it; OSError where the disk does not take it."""
    rest = memoryview(data)
    start = file.tell()
    try:
        while rest:
            rest = rest[file.write(rest) or 0 :]
    except BaseException:  # Ctrl-C in the middle must leave no half of it either
        with suppress(OSError):  # the reason why it was not written says more
            file.truncate(start)
            file.seek(start)
        raise


def lock(file: IO[bytes] | FileIO | int, *, shared: bool = False) -> bool:
    """True where this process now holds the file alone, until it is closed or the process ends.

    `file`: a descriptor will do. `shared`: with others who hold it so, too.
    OSError where the file system knows no locks.
    """
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def sync(folder: Path) -> None:
    """A name is on the disk only when its folder is."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which takes the place of `path` when it is done with, or not at all.

    What a kill leaves is called `<name>.part`. OSError where the disk does not take it.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync(path.parent)
    except BaseException:  # Ctrl-C, too, leaves no half of it; raised again
        part.unlink(missing_ok=True)
        raise
