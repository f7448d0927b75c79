"""Clean JSON Lines: one article a line, on disk before the next one is read."""

from io import SEEK_END, FileIO
from pathlib import Path
from typing import Self

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

    def write(self, article: Article) -> None:
        """One record; ExportError, and no torn line, where the disk does not take it."""
        line = memoryview(dump(article))
        try:
            if self._file is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._file = FileIO(self.path, "ab")
            start = self._file.seek(0, SEEK_END)  # after a truncation `tell` is beyond it
            try:
                while line:
                    line = line[self._file.write(line) or 0 :]
            except OSError:
                self._file.truncate(start)
                raise
        except OSError as error:
            raise ExportError(f"{self.path}: {error.strerror or error}") from error
        self.count += 1

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
