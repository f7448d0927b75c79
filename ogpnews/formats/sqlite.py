"""SQLite: typed tables in one file, with full-text search and indexes for facets."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from ogpnews.dataset import Record
from ogpnews.errors import OgpnewsError
from ogpnews.formats import Options
from ogpnews.formats import sqlitetables as tables
from ogpnews.formats.whole import whole

APPLICATION = 0x6F67706E
"""`application_id` of the file: "ogpn"."""
VERSION = 1
"""`user_version` of the file: a reader of another number finds other tables."""
NAMELESS = "no-address-"
"""Begins the ids of articles that have none."""
_BATCH = 500
_QUICK = """PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -65536;"""
"""Nobody reads the file before it is whole and has its name; a torn one is thrown away. 64 MB of cache."""


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """The file, whole or not at all; how many records are in it.

    OgpnewsError where it cannot be written, or an id comes twice.
    """
    with whole(target) as part:
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as base:
                return _fill(base, records, options)
        except sqlite3.IntegrityError as error:
            raise OgpnewsError(
                f"an article is twice in the dataset ({error}); ogpnews verify says where"
            ) from error
        except sqlite3.Error as error:
            raise OgpnewsError(f"{target}: cannot be written ({error})") from error


def _fill(base: sqlite3.Connection, records: Iterable[Record], options: Options) -> int:
    base.executescript(_QUICK)
    base.execute(f"PRAGMA application_id = {APPLICATION}")
    base.execute(f"PRAGMA user_version = {VERSION}")
    names = tables.create(base, options.columns)
    base.execute("BEGIN")
    count, left = 0, _named(records)
    while batch := list(islice(left, _BATCH)):
        tables.insert(base, batch, options)
        count += len(batch)
    base.execute("COMMIT")
    tables.finish(base, names, count, options)
    return count


def _named(records: Iterable[Record]) -> Iterator[Record]:
    """Records whose address nobody knows have no id: a key needs one, of this file alone."""
    for number, record in enumerate(records, 1):
        yield record if record["id"] else {**record, "id": f"{NAMELESS}{number}"}
