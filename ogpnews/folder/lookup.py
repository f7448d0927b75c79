"""Which articles people mean, by ids and addresses."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import orjson

from ogpnews.dataset import Dataset, Record, lines
from ogpnews.errors import UsageError
from ogpnews.memories import mark


def find(out: Path, asked: Iterable[str]) -> dict[str, list[Record]]:
    """Id → all records of each article that is asked for, what is needed of them."""
    ids = set(asked)
    if marks := {mark(each) for each in ids if ":" in each}:
        ids |= {record["id"] for record in _records(out) if _marks(record) & marks}
    found: dict[str, list[Record]] = {}
    for record in _records(out):
        if record["id"] in ids:
            found.setdefault(record["id"], []).append(record)
    return found


def _records(out: Path) -> Iterator[Record]:
    for path in Dataset(out).files():
        for line in lines(path):
            with suppress(ValueError, KeyError, TypeError):  # verify tells what is no record
                record = orjson.loads(line)
                names = ("id", "url", "fetched_url", "outlet", "revision")
                found = {name: record[name] for name in names}
                if isinstance(found["id"], str):
                    yield found


def chosen(asked: Iterable[str], found: dict[str, list[Record]], known: list[Record]) -> list[str]:
    """Ids of what is asked for; UsageError where one is not there."""
    names: list[str] = []
    rows = {name: records for name, records in found.items() if name}
    for each in dict.fromkeys(asked):
        wanted = mark(each)
        fits = [
            name for name, records in rows.items()
            if name == each or any(wanted in _marks(record) for record in records)
        ]  # fmt: skip
        fits += [row["id"] for row in known if row["id"] == each or wanted in _marks(row)]
        if not fits:
            raise UsageError(
                f"{each}: no such article in the dataset, and none was withdrawn; give the id or the "
                "url of its record. Nothing was changed"
            )
        names += fits
    return list(dict.fromkeys(names))


def _marks(row: Record) -> set[bytes]:
    urls = (row["url"], row.get("fetched_url"), *row.get("addresses", ()))
    return {mark(url) for url in urls if url and isinstance(url, str)}
