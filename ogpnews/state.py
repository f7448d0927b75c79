"""What runs remember: SQLite in the output folder."""

import json
import sqlite3
from pathlib import Path
from time import time
from typing import Any, NamedTuple, Self

MEMORY = ":memory:"
"""State that ends with the process: for replays, and crawls without an output folder."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS notes (
    kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, at DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (kind, key)
)
"""


class Note(NamedTuple):
    """Something small that a later run may use instead of asking again: a robots.txt, an ETag."""

    value: dict[str, Any]
    """JSON object."""
    at: float
    """When it was noted: seconds since 1970, UTC."""


class State:
    """One store, used by all crawlers of a process."""

    def __init__(self, path: str | Path = MEMORY) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute(_SCHEMA)

    def recall(self, kind: str, key: str) -> Note | None:
        """What was noted last under a kind (`robots`, `sitemap`, …) and a key (a host, a URL)."""
        row = self._db.execute(
            "SELECT value, at FROM notes WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        return Note(json.loads(row[0]), row[1]) if row else None

    def remember(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """Notes a JSON object, over what stood there."""
        self._db.execute(
            "INSERT INTO notes VALUES (?, ?, ?, ?) ON CONFLICT (kind, key)"
            " DO UPDATE SET value = excluded.value, at = excluded.at",
            (kind, key, json.dumps(value), time()),
        )

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
