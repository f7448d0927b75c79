"""A small SQL database: SQLite in a file, or a PostgreSQL server, with one dialect for both."""

import contextlib
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from ogpnews.errors import OgpnewsError, UsageError

MEMORY = ":memory:"
"""A database that ends with the process."""
_SERVERS = ("postgresql://", "postgres://")
_WAIT = 30.0
"""Seconds that a statement waits for another process's transaction."""
_SECRETS = re.compile(r"(://[^/\s:@]*:)\S*(?=@)|([?&](?:ssl)?password=)[^&\s]*")


def is_server(where: str) -> bool:
    """True for the URL of a PostgreSQL server, False for a path."""
    return where.startswith(_SERVERS)


def without_password(word: str) -> str:
    """A word of a command line, or an address, with `***` for the passwords of servers in it."""
    return _SECRETS.sub(lambda found: f"{found[1] or found[2]}***", word)


class DatabaseError(OgpnewsError):
    """The state cannot be read or written: damaged, locked, disk full, server gone."""


class Database:
    """One connection; statements are collected in a transaction until `commit`.

    SQL is what both know: `?` for values, TEXT, BIGINT, DOUBLE PRECISION, INSERT … ON CONFLICT.
    """

    def __init__(self, where: str | Path = MEMORY) -> None:
        """`where`: a path, MEMORY, or the URL of a PostgreSQL server; DatabaseError, UsageError."""
        self.where = str(where)
        self._is_server = is_server(self.where)
        self._open = False
        self.failed = False
        """True once something could not be written: what was not committed is gone then."""
        self._errors: tuple[type[Exception], ...] = (sqlite3.Error,)
        try:
            self._connection: Any = self._postgres() if self._is_server else self._sqlite()
        except self._errors as error:
            raise self._failed(error) from error

    def _sqlite(self) -> Any:
        connection = sqlite3.connect(self.where, timeout=_WAIT, isolation_level=None)
        connection.execute(
            "PRAGMA journal_mode = WAL"
        )  # readers do not wait, and a kill is harmless
        connection.execute("PRAGMA synchronous = NORMAL")  # a late mark is made up for: recovery.py
        return connection

    def _postgres(self) -> Any:
        try:
            import psycopg
        except ImportError:
            raise UsageError(
                "a state on PostgreSQL needs the package psycopg: pip install 'ogpnews[postgresql]'"
            ) from None
        self._errors = (psycopg.Error,)
        return psycopg.connect(self.where, autocommit=True, connect_timeout=int(_WAIT))

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """What a query finds; its own uncommitted changes are seen."""
        try:
            found: list[tuple[Any, ...]] = self._execute(sql, values).fetchall()
        except self._errors as error:  # a server has given up the transaction by itself
            raise (self._lost(error) if self._open else self._failed(error)) from error
        return found

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """A statement that changes something; it counts when `commit` has returned."""
        try:
            if not self._open:
                self._connection.execute("BEGIN")
                self._open = True
            self._execute(sql, values)
        except self._errors as error:
            raise self._lost(error) from error

    def define(self, statements: Iterable[str]) -> None:
        """Tables and indexes, those that are missing."""
        for statement in statements:
            self.run(statement)
        self.commit()

    def commit(self) -> None:
        """Keeps what was changed since the last time."""
        if not self._open:
            return
        try:
            self._connection.execute("COMMIT")
        except self._errors as error:
            raise self._lost(error) from error
        self._open = False

    def close(self) -> None:
        """Ends the connection; what was not committed is gone."""
        with contextlib.suppress(*self._errors):
            self._connection.close()

    def _execute(self, sql: str, values: Sequence[Any]) -> Any:
        return self._connection.execute(sql.replace("?", "%s") if self._is_server else sql, values)

    def _lost(self, error: Exception) -> DatabaseError:
        """After a failed write nothing of its transaction may be kept: half of it would mislead."""
        self.failed, self._open = True, False
        with contextlib.suppress(*self._errors):
            self._connection.execute("ROLLBACK")
        return self._failed(error)

    def _failed(self, error: Exception) -> DatabaseError:
        if self._is_server:
            server = without_password(self.where).rpartition("@")[2]
            return DatabaseError(f"the state on {server}: {' '.join(str(error).split())}")
        damaged = any(sign in str(error) for sign in ("malformed", "not a database"))
        hint = f"; remove {self.where}: the next run makes it anew out of the records"
        return DatabaseError(f"{self.where}: {error}{hint if damaged else ''}")
