"""What runs remember: what was exported, what need not be asked again, what failed."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import time
from typing import Any, Self

from ogpnews import __version__
from ogpnews.database import MEMORY, Database
from ogpnews.entries import Entry
from ogpnews.errors import UsageError
from ogpnews.items import Article
from ogpnews.memories import Exported, Note, Settled, mark

VERSION = 1
"""Of the tables; a state of a later version is refused."""
MOST_TRIES = 5
"""Runs that try to fetch a page which fails; then it is left alone …"""
LEAST_SECONDS = 3 * 86400.0
"""… but not before so much time has passed: hourly runs see five failures in one outage."""
GIVEN_UP = "failed too often"
EXPORTED, WITHDRAWN = "exported", "withdrawn"
"""Outcomes of an address; the last one is for good."""
_BATCH, _SECONDS = 1000, 1.0
"""A commit is due after so many changes, or when the last one is so long ago."""
_TABLES = (
    """CREATE TABLE IF NOT EXISTS articles (
        id TEXT PRIMARY KEY, outlet TEXT NOT NULL, url TEXT NOT NULL, fetched_url TEXT,
        published TEXT, text_sha256 TEXT NOT NULL, revision BIGINT NOT NULL,
        etag TEXT, last_modified TEXT, at DOUBLE PRECISION NOT NULL)""",
    "CREATE INDEX IF NOT EXISTS articles_published ON articles (outlet, published)",
    """CREATE TABLE IF NOT EXISTS settled (
        mark TEXT PRIMARY KEY, outcome TEXT NOT NULL, detail TEXT NOT NULL,
        version TEXT NOT NULL, at DOUBLE PRECISION NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS failed (
        url TEXT PRIMARY KEY, outlet TEXT NOT NULL, published TEXT, found_in TEXT NOT NULL,
        tries BIGINT NOT NULL, since DOUBLE PRECISION NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS runs (
        run TEXT PRIMARY KEY, output TEXT NOT NULL, closed BIGINT NOT NULL)""",
    "CREATE TABLE IF NOT EXISTS withdrawn (id TEXT PRIMARY KEY)",
    """CREATE TABLE IF NOT EXISTS notes (
        kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        at DOUBLE PRECISION NOT NULL, PRIMARY KEY (kind, key))""",
)
_EXPORTED = "id, url, fetched_url, published, text_sha256, revision, etag, last_modified"


class State:
    """One store, used by all crawlers of a process; changes count when `commit` has returned."""

    def __init__(self, where: str | Path = MEMORY, *, notes: bool = True) -> None:
        """`where`: a path, MEMORY, or the URL of a PostgreSQL server.

        Without `notes` nothing is recalled: a replay asks nobody, so it saves nothing by them.
        DatabaseError where it cannot be opened, UsageError where a later version made it.
        """
        self.before_commit: list[Callable[[], None]] = []
        """What must be on disk first: each is called before a commit, and may raise."""
        self._notes = notes
        self._changes, self._committed = 0, time()
        self._db = Database(where)
        self._db.define(_TABLES)
        found = self._db.rows("SELECT value FROM notes WHERE kind = 'state' AND key = 'version'")
        if found and int(found[0][0]) > VERSION:
            self.close()
            raise UsageError(
                f"{where}: made by a later version of ogpnews; use that one, or another folder"
            )
        if not found:
            self._note("state", "version", str(VERSION))
            self.commit()

    # Articles.

    def exported(self, article_id: str) -> Exported | None:
        """The article of an id as it was exported last."""
        found = self._db.rows(f"SELECT {_EXPORTED} FROM articles WHERE id = ?", (article_id,))  # noqa: S608  # a constant
        return Exported(*found[0]) if found else None

    def recent(self, outlet: str, since: str) -> Iterator[Exported]:
        """Articles of an outlet published on a day (ISO, local) or later."""
        sql = f"SELECT {_EXPORTED} FROM articles WHERE outlet = ? AND published >= ?"  # noqa: S608  # a constant
        sql += " AND id NOT IN (SELECT id FROM withdrawn)"
        yield from (Exported(*row) for row in self._db.rows(sql, (outlet, since)))

    def export(
        self, article: Article, etag: str | None = None, last_modified: str | None = None
    ) -> None:
        """Marks an article, and both of its addresses, as exported: its line has been written."""
        self._change(
            f"INSERT INTO articles (outlet, at, {_EXPORTED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  # a constant
            " ON CONFLICT (id) DO UPDATE SET fetched_url = excluded.fetched_url,"
            " published = excluded.published, text_sha256 = excluded.text_sha256,"
            " revision = excluded.revision, etag = excluded.etag,"
            " last_modified = excluded.last_modified, at = excluded.at"
            " WHERE articles.revision <= excluded.revision",
            (
                article.outlet, time(), article.id, article.url or "", article.fetched_url,
                article.published, article.text_sha256, article.revision, etag, last_modified,
            ),
        )  # fmt: skip
        for url in {article.url, article.fetched_url}:
            if url:
                self.settle(url, EXPORTED)

    def withdraw(self, article_id: str, urls: Iterable[str | None]) -> None:
        """Forgets an article but for its id and addresses: no run fetches or exports it again."""
        if self.withdrawn(article_id):
            return
        self._change("INSERT INTO withdrawn VALUES (?) ON CONFLICT (id) DO NOTHING", (article_id,))
        self._change("DELETE FROM articles WHERE id = ?", (article_id,))
        for url in filter(None, urls):
            self._change("DELETE FROM settled WHERE mark = ?", (mark(url).hex(),))
            self.settle(url, WITHDRAWN)

    def withdrawn(self, article_id: str) -> bool:
        """True for an article that was withdrawn, from whichever folder that shares this state."""
        return bool(self._db.rows("SELECT 1 FROM withdrawn WHERE id = ?", (article_id,)))

    # Addresses.

    def settled(self, url: str) -> Settled | None:
        """What came of an address, however it is spelt, in this run or an earlier one."""
        found = self._db.rows(
            "SELECT outcome, detail, version, at FROM settled WHERE mark = ?", (mark(url).hex(),)
        )
        return Settled(*found[0]) if found else None

    def settle(self, url: str, outcome: str, detail: str = "", *, for_now: bool = False) -> None:
        """Notes what came of an address; what is exported stays so.

        `for_now`: a failure of the page stays noted, for a run that may want it.
        """
        self._change(
            "INSERT INTO settled VALUES (?, ?, ?, ?, ?) ON CONFLICT (mark) DO UPDATE SET"
            " outcome = excluded.outcome, detail = excluded.detail, version = excluded.version,"
            " at = excluded.at WHERE settled.outcome NOT IN (?, ?)",
            (mark(url).hex(), outcome, detail, __version__, time(), EXPORTED, WITHDRAWN),
        )
        if not for_now:
            self._change("DELETE FROM failed WHERE url = ?", (url,))

    def fail(self, outlet: str, entry: Entry, *, asked: bool = True) -> None:
        """Keeps the address of a page that could not be had, for the runs to come.

        `asked`: it counts as a try.
        """
        self._change(
            "INSERT INTO failed VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (url) DO UPDATE SET tries = failed.tries + excluded.tries",
            (entry.url, outlet, entry.when, entry.found_in, int(asked), time()),
        )
        found = self._db.rows("SELECT tries, since FROM failed WHERE url = ?", (entry.url,))
        tries, since = found[0]
        if tries >= MOST_TRIES and time() - since > LEAST_SECONDS:
            self.settle(entry.url, GIVEN_UP)

    def failures(self, outlet: str) -> Iterator[Entry]:
        """Pages of an outlet that failed in earlier runs, and not too often."""
        found = self._db.rows(
            "SELECT url, published, found_in FROM failed WHERE outlet = ?", (outlet,)
        )
        yield from (Entry(*row) for row in found)

    # Notes.

    def recall(self, kind: str, key: str) -> Note | None:
        """What was noted last under a kind (`robots`, `index`, …) and a key (a host, a URL)."""
        if not self._notes:
            return None
        found = self._db.rows("SELECT value, at FROM notes WHERE kind = ? AND key = ?", (kind, key))
        return Note(json.loads(found[0][0]), found[0][1]) if found else None

    def remember(self, kind: str, key: str, value: dict[str, Any]) -> None:
        """Notes a JSON object, over what stood there."""
        if self._notes:
            self._note(kind, key, json.dumps(value))

    def open(self, outlet: str) -> None:
        """What is known of an outlet says nothing of what lies behind it in listings; replays, too."""
        self._note("run", outlet, '{"open": true}')

    def _note(self, kind: str, key: str, text: str) -> None:
        self._change(
            "INSERT INTO notes VALUES (?, ?, ?, ?) ON CONFLICT (kind, key)"
            " DO UPDATE SET value = excluded.value, at = excluded.at",
            (kind, key, text, time()),
        )

    # Runs.

    def begin(self, run: str, output: str) -> None:
        """A run writes into an output folder from now on."""
        self._change(
            "INSERT INTO runs VALUES (?, ?, 0) ON CONFLICT (run) DO UPDATE SET"
            " output = excluded.output, closed = 0",
            (run, output),
        )
        self.commit()

    def end(self, run: str) -> None:
        """All that a run wrote is marked; not so where the state failed: the next run recovers it."""
        if self._db.failed:
            return
        self._change("UPDATE runs SET closed = 1 WHERE run = ?", (run,))
        self.commit()

    def runs(self, output: str) -> dict[str, bool]:
        """Runs that wrote into an output folder → whether all that they wrote is marked."""
        found = self._db.rows("SELECT run, closed FROM runs WHERE output = ?", (output,))
        return {run: bool(closed) for run, closed in found}

    # Transactions.

    def _change(self, sql: str, values: tuple[Any, ...]) -> None:
        self._db.run(sql, values)
        self._changes += 1

    @property
    def is_due(self) -> bool:
        """True where so much has gathered, or for so long, that a commit should be made."""
        return self._changes >= _BATCH or (
            self._changes > 0 and time() - self._committed > _SECONDS
        )

    def commit(self) -> None:
        """First brings to disk what `before_commit` names, then keeps the changes.

        Nothing after a failed write, which has been told: what it left out is found in the records.
        """
        if self._db.failed:
            return
        for step in self.before_commit:
            step()
        self._db.commit()
        self._changes, self._committed = 0, time()

    def close(self) -> None:
        """Ends the connection; what was not committed is forgotten, and found again in the records."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
