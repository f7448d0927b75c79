"""An article is taken out of a dataset on request; a tombstone stays, which later runs honour."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from ogpnews.copies.remaining import heads, remaining
from ogpnews.dataset import COPIES, PACKED, Dataset, Record, lines
from ogpnews.disk import sync, whole
from ogpnews.errors import OgpnewsError
from ogpnews.folder import tombstones
from ogpnews.folder.compression import packing, tidy
from ogpnews.folder.lookup import chosen, find


@dataclass(slots=True)
class Done:
    """What a withdrawal did."""

    articles: list[Record] = field(default_factory=list)
    """Tombstones of those asked for, new and old."""
    records: int = 0
    """Lines taken out of record files."""
    files: list[Path] = field(default_factory=list)
    """Record files that were written anew, or removed because nothing was left."""
    copies: list[str] = field(default_factory=list)
    """Ids of near-copies that stay."""


def withdraw(out: Path, asked: Sequence[str], reason: str) -> Done:
    """Takes articles out, by id or address; the caller holds the folder's lock.

    First the tombstones, then the records: after a kill in between the articles count as withdrawn,
    and the same command, or any other withdrawal, finishes the job. UsageError for what is not
    there, OgpnewsError and OSError where files cannot be read or written.
    """
    known = tombstones.rows(out)
    list(tidy(out))  # what a kill left may hold the article, too
    found = find(out, asked)
    ids = chosen(asked, found, known)
    new = [tombstones.of(found[name], reason) for name in ids if name in found]
    buried = {row["id"] for row in known}
    if fresh := [row for row in new if row["id"] not in buried]:
        tombstones.add(out, fresh)
    done = Done([row for row in (*known, *fresh) if row["id"] in ids])
    gone = {row["id"] for row in (*known, *fresh)}
    for path in Dataset(out).files():
        if count := _without(path, gone):
            done.records += count
            done.files.append(path)
    done.copies = _copies(out, gone, set(ids))
    return done


def _without(path: Path, gone: set[str]) -> int:
    """Writes a file anew without some articles; how many lines those were."""
    count = sum(_is_of(line, gone) for line in lines(path))
    if not count:
        return 0
    left = False
    packed = path.name.endswith(PACKED)
    place = path.resolve()  # where a link leads to, too, it must not be left
    with whole(place) as file:
        target = packing(file) if packed else file
        for line in lines(path):
            if not _is_of(line, gone):
                target.write(line)
                left = True
        if packed:
            target.close()
    if not left:
        for gone_too in {place, path}:
            gone_too.unlink()
        sync(path.parent)
    return count


def _is_of(line: bytes, gone: set[str]) -> bool:
    """True for a record of one of these articles, and for the torn half of one."""
    try:
        return orjson.loads(line)["id"] in gone
    except (ValueError, KeyError, TypeError):
        return any(name.encode() in line for name in gone)


def _copies(out: Path, gone: set[str], ids: set[str]) -> list[str]:
    """Writes copies.jsonl anew without some articles; near-copies of `ids` that stay."""
    path = out / COPIES
    if not path.exists():
        return []
    rows = list(Dataset(out).side(COPIES))
    clusters = {row.get("cluster") for row in rows if row["id"] in ids} - {None}
    kept = [row for row in rows if row["id"] not in gone]
    if len(kept) < len(rows):
        left = remaining(rows, gone, _published(out, heads(rows, gone)))
        with whole(path) as file:
            for row in left:
                file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
    return [row["id"] for row in kept if row.get("cluster") in clusters]


def _published(out: Path, ids: set[str]) -> dict[str, str | None]:
    """Id → `published`, as far as the records can be read."""
    found: dict[str, str | None] = {}
    with suppress(OgpnewsError, KeyError):  # verify tells what is no record
        for record in Dataset(out).records() if ids else ():
            if record["id"] in ids:
                found[record["id"]] = record["published"]
    return found
