"""One line of a record file, checked: JSON, schema, order of keys, and what must agree with what."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

import orjson

from ogpnews.dataset import MAJOR, UNLISTED, Record
from ogpnews.items import SCHEMA_VERSION, Revision
from ogpnews.schema import STORED

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

_KEYS = tuple(field.name for field in fields(Revision))
_FIRST, _LATER = _KEYS[:-1], _KEYS
"""Keys of a first record, and of a revision, which has one more: its last."""
Fault = tuple[str, str, str]
"""Key, what, detail."""


def parse(line: bytes) -> tuple[Record | None, Fault | None]:
    """The record of a line, or why it is none."""
    try:
        record = orjson.loads(line)
    except ValueError as error:
        if not line.endswith(b"\n"):
            return None, ("", "the last line is torn; the next crawl mends it", "")
        return None, ("", "no JSON", str(error))
    if not isinstance(record, dict):
        return None, ("", "no object", type(record).__name__)
    return record, None


def faults(line: bytes, record: Record, folder: str) -> Iterator[Fault]:
    """Everything wrong with a record that lies in an outlet's folder."""
    if not line.endswith(b"\n") or line.endswith(b"\r\n"):
        yield "", "the line does not end with LF alone", ""
    if orjson.dumps(record) != line.rstrip(b"\r\n") and (key := _twice(line)):
        yield key, "the key is there twice: readers differ in which they take", ""
    version = record.get("schema_version")
    if version != SCHEMA_VERSION and (fault := _version(version)):
        yield fault
        return
    validator = _validator(exact=version == SCHEMA_VERSION)
    if not validator.is_valid(record):
        for error in validator.iter_errors(record):
            yield _path(error.instance_path), "not as the schema says", error.message
        return
    yield from _together(record)
    if (record["outlet"] or UNLISTED) != folder:
        yield "outlet", "lies in the folder of another outlet", record["outlet"]


def _together(record: Record) -> Iterator[Fault]:
    """What the schema cannot say, of a record that is as it says."""
    revised = record["revision"] > 1
    keys = tuple(record)
    if keys != (_LATER if revised else _FIRST):
        known = tuple(key for key in _KEYS if key in record)
        if known != tuple(key for key in keys if key in _KEYS):
            yield "", "keys are not in the record's order", ""
        if revised != (_KEYS[-1] in record):
            yield _KEYS[-1], "only revisions have it, and all of them do", ""
    url, text = record["url"], record["text"]
    if record["id"] != (str(uuid5(NAMESPACE_URL, url)) if url else ""):
        yield "id", "not the UUIDv5 of the url: one article has two ids", str(url)
    if text and record["text_sha256"] != hashlib.sha256(text.encode()).hexdigest():
        yield "text_sha256", "not that of the text", ""
    if record["published"] != record["published_utc"]:  # both null: no date
        yield from _times(record["published"], record["published_utc"])
    for key in ("modified", "fetched_at"):
        if record[key] and not _is_time(record[key]):
            yield key, "no time", record[key]


def _times(local: str | None, utc: str | None) -> Iterator[Fault]:
    try:
        if local is None or "T" not in local:
            right = utc is None and (local is None or bool(datetime.fromisoformat(local)))
        else:
            right = utc is not None and _same(local, utc)
    except ValueError:
        yield "published", "no time", str(local)
        return
    if not right:
        yield "published_utc", "not the instant of published", f"{local}, {utc}"


def _is_time(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _twice(line: bytes) -> str:
    """First key that an object of the line has twice; empty where none has."""
    found: list[str] = []

    def keys(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        found.extend(name for name in names if names.count(name) > 1)

    json.loads(line, object_pairs_hook=keys)
    return next(iter(found), "")


def _same(local: str, utc: str) -> bool:
    return datetime.fromisoformat(local) == datetime.fromisoformat(utc)


def _version(version: Any) -> Fault | None:
    """A later minor version has more keys and is checked as far as we know it."""
    if not isinstance(version, str):
        return "schema_version", "not there: no record of ogpnews", ""
    if version.partition(".")[0] == MAJOR:
        return None
    said = f"{version}; this ogpnews reads {MAJOR}.x"
    return "schema_version", "of a version that this ogpnews does not know: use a later one", said


@cache
def _validator(*, exact: bool) -> "Draft202012Validator":
    """Built once a process; `exact` for our own version of the record."""
    from jsonschema_rs import Draft202012Validator

    made = orjson.loads(STORED.read_bytes())
    if not exact:
        del made["properties"]["schema_version"]["const"]
        _open(made)
    return Draft202012Validator(made)


def _open(node: Any) -> None:
    """Lets every object of a schema have keys that a later minor version may have added."""
    if isinstance(node, dict):
        if node.get("additionalProperties") is False:
            del node["additionalProperties"]
        for part in node.values():
            _open(part)


def _path(parts: list[str | int]) -> str:
    """`images[].credit_type`: of one kind wherever in a list it stands."""
    shown = ""
    for part in parts:
        dot = "." if shown else ""
        shown += "[]" if isinstance(part, int) else f"{dot}{part}"
    return shown
