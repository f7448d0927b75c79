"""One run at a time for each output folder: a lock that the system lets go of when a run dies."""

import os
import socket
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from ogpnews.disk import lock
from ogpnews.errors import OgpnewsError, UsageError

NAME = ".lock"
"""The file inside the output folder; it stays there, for a file taken away locks nobody out."""
_LOOKING = 0.05
"""Seconds after which a refused lock is tried again: `held` keeps it for a moment."""


class Locked(OgpnewsError):
    """Another run is at work in the output folder; the message says who."""

    status = 75  # EX_TEMPFAIL of sysexits.h: nothing is wrong, come again


class Lock:
    """`with Lock(out, command):` – Locked where another process is in there.

    The lock is flock's, not the file's: it ends with the process, however that ends, so there is
    no stale one, and what stands in the file is read by people alone.
    """

    def __init__(self, out: Path, command: Sequence[str], since: str) -> None:
        """`command`: words of the command line; `since`: start of the run, ISO 8601."""
        self._path = out / NAME
        self._text = (
            f"pid {os.getpid()} on {socket.gethostname()} since {since}: {' '.join(command)}"
        )
        self._fd = -1

    def __enter__(self) -> Self:
        self._fd = _open(self._path)
        if not (_take(self._fd) or _again(self._fd)):
            who = _holder(self._fd)
            self.__exit__()
            raise Locked(
                f"{self._path.parent}: another run is at work in this folder ({who}); wait for its"
                " end, or give another folder with -o"
            )
        try:
            os.ftruncate(self._fd, 0)
            os.pwrite(self._fd, f"{self._text}\n".encode(errors="surrogateescape"), 0)
        except OSError:
            pass  # a full disk: the lock holds all the same, and the report says what is wrong
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._fd)


def held(out: Path) -> str | None:
    """Who is at work in an output folder, as the lock says it, else None."""
    try:
        fd = os.open(out / NAME, os.O_RDONLY)
    except OSError:
        return None
    try:
        return None if _take(fd) else _holder(fd)
    finally:
        os.close(fd)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _take(fd: int) -> bool:
    try:
        return lock(fd)
    except OSError as error:
        raise UsageError(
            f"{NAME}: this file system knows no locks ({error.strerror}); -o needs one that does"
        ) from error


def _again(fd: int) -> bool:
    time.sleep(_LOOKING)
    return _take(fd)


def _holder(fd: int) -> str:
    """First line of the file, whatever stands in there; it is no more than a hint."""
    text = os.pread(fd, 1000, 0).decode("utf-8", "replace")
    line = next(iter(text.splitlines()), "").strip()
    return line if line.startswith("pid ") else "its file does not say which"
