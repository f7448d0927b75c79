"""Clean JSON Lines: one article a line, on disk before the next one is read."""

import os
from io import FileIO
from pathlib import Path
from typing import Self

from ogpnews.disk import append
from ogpnews.errors import OgpnewsError
from ogpnews.extract import dump
from ogpnews.items import Article


class ExportError(OgpnewsError):
    """Raised when a record cannot be written: disk full, folder gone, no permission."""


class JsonLines:
    """Appends to a file that holds whole lines only, whenever the process is killed.

    The file is made with the first record: an outlet without news leaves none.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self._file: FileIO | None = None
        self._dirty = False

    def write(self, article: Article) -> None:
        """One record; ExportError, and no torn line, where the disk does not take it."""
        line = dump(article)
        try:
            if self._file is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._file = FileIO(self.path, "ab")
            self._dirty = True
            append(self._file, line)
        except OSError as error:
            raise ExportError(f"{self.path}: {error.strerror or error}") from error
        self.count += 1

    def sync(self) -> None:
        """Brings what was written to the disk itself; ExportError where that fails."""
        if self._file is None or not self._dirty:
            return
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise ExportError(f"{self.path}: {error.strerror or error}") from error
        self._dirty = False

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
