"""Files beside the records, checked: withdrawn.jsonl, copies.jsonl, and what describes the folder."""

from collections.abc import Container, Iterator
from pathlib import Path

import orjson

from ogpnews import schema
from ogpnews.dataset import COPIES, WITHDRAWN, Record, lines
from ogpnews.errors import OgpnewsError
from ogpnews.folder import datacard, description, outlettable
from ogpnews.folder.findings import Finding
from ogpnews.folder.tombstones import KEYS


def withdrawn(out: Path) -> tuple[frozenset[str], list[Finding]]:
    """Ids of withdrawn articles, and what is wrong with their file."""
    found: list[Finding] = []
    ids = set()
    for number, row in _rows(out, WITHDRAWN, found):
        strange = [key for key in row if key not in KEYS]
        missing = [key for key in KEYS if not row.get(key) and key != "addresses"]
        found += [Finding(WITHDRAWN, "no key of a tombstone", number, key) for key in strange]
        found += [Finding(WITHDRAWN, "missing", number, key) for key in missing]
        if isinstance(name := row.get("id"), str):
            ids.add(name)  # twice where lists of two folders were put together: no harm
    return frozenset(ids), found


def copies(out: Path, known: Container[str], gone: frozenset[str]) -> list[Finding]:
    """What is wrong with the file of near-copies; `known`: ids of all records."""
    found: list[Finding] = []
    ids = set()
    for number, row in _rows(out, COPIES, found):
        name = row.get("id")
        if not isinstance(name, str) or "cluster" not in row:
            found.append(Finding(COPIES, "no id and cluster", number))
        elif name in gone:
            found.append(Finding(COPIES, "withdrawn and still there", number, "id", name))
        elif name not in known:
            said = "no such article; ogpnews dedupe makes the file anew"
            found.append(Finding(COPIES, said, number, "id", name))
        elif name in ids:
            found.append(Finding(COPIES, "named twice", number, "id", name))
        else:
            ids.add(name)
    return found


def described(out: Path) -> Iterator[Finding]:
    """What `ogpnews describe` writes and is not there, or is another version's."""
    for name in (datacard.NAME, outlettable.NAME, description.SCHEMA):
        if not (out / name).is_file():
            yield Finding(name, "not there; ogpnews describe makes it")
        elif name == description.SCHEMA and (out / name).read_bytes() != schema.STORED.read_bytes():
            yield Finding(name, "not the schema of this version; ogpnews describe makes it anew")


def _rows(out: Path, name: str, found: list[Finding]) -> Iterator[tuple[int, Record]]:
    """Objects of a side file with their lines; what is none is found."""
    path = out / name
    if not path.exists():
        return
    try:
        for number, line in enumerate(lines(path), 1):
            try:
                row = orjson.loads(line)
            except ValueError as error:
                found.append(Finding(name, "no JSON", number, "", str(error)))
                continue
            if not isinstance(row, dict):
                found.append(Finding(name, "no object", number))
                continue
            yield number, row
    except OgpnewsError as error:
        found.append(Finding(name, "cannot be read", None, "", str(error)))
