"""`ogpnews verify`: what is wrong with a record or a line is said, with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from described import FILE, describe, found, sound

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Three articles in order, described."""
    return sound(tmp_path)


def change(out: Path, *changes: Change) -> None:
    """Changes keys of the second record; the folder is described again."""
    path = out / FILE
    rows = [json.loads(line) for line in path.read_bytes().splitlines()]
    for each in changes:
        each(rows[1])
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    describe(out)


RECORDS: dict[str, tuple[Change, str, str]] = {
    "wrong type": (lambda row: row.update(revision="1"), "revision", "not as the schema says"),
    "deep": (lambda row: row["images"][0].update(credit_type="x"), "images[].credit_type", "schema"),
    "missing": (lambda row: row.pop("tags"), "", "not as the schema says"),
    "unknown key": (lambda row: row.update(more=1), "", "not as the schema says"),
    "order": (lambda row: row.update(title=row.pop("title")), "", "not in the record's order"),
    "id": (lambda row: row.update(url="https://kabarlereng.example/x"), "id", "not the UUIDv5"),
    "text": (lambda row: row.update(text="Lain."), "text_sha256", "not that of the text"),
    "time": (
        lambda row: row.update(published_utc="2026-11-03T02:30:01Z"),
        "published_utc", "not the instant of published",
    ),
    "day": (
        lambda row: row.update(published="2026-11-03"), "published_utc", "not the instant"
    ),
    "changed never": (lambda row: row.update(modified="2026-02-30"), "modified", "no time"),
    "fetched never": (
        lambda row: row.update(fetched_at="2026-99-99T99:99:99Z"), "fetched_at", "no time"
    ),
    "no day": (lambda row: row.update(published="2026-02-31T09:00:00+07:00"), "published", "no time"),
    "outlet": (lambda row: row.update(outlet="puncak"), "outlet", "folder of another outlet"),
    "major": (lambda row: row.update(schema_version="2.0"), "schema_version", "use a later one"),
    "no version": (lambda row: row.pop("schema_version"), "schema_version", "no record of ogpnews"),
    "revision": (
        lambda row: row.update(revision=2), "previous_text_sha256", "only revisions have it"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_that_is_wrong(out, name):
    how, key, what = RECORDS[name]
    change(out, how)
    first = found(out)[0]
    assert (first.file, first.line, first.key) == (FILE, 2, key)
    assert what in first.what


def test_a_later_minor_version_may_have_more_keys(out):
    change(out, lambda row: row.update(schema_version="1.9", more=[]))
    change(out, lambda row: row["images"][0].update(width=800))
    assert found(out) == []


LINES: dict[str, tuple[Callable[[bytes], bytes], int, str]] = {
    "no JSON": (lambda data: data.replace(b'"revision"', b"revision", 1), 1, "no JSON"),
    "no UTF-8": (lambda data: data.replace(b"lampion", b"lamp\xff\xfe", 1), 1, "no JSON"),
    "a list": (lambda data: data + b"[]\n", 4, "no object"),
    "empty": (lambda data: data + b"\n", 4, "no JSON"),
    "CR LF": (lambda data: data.replace(b"\n", b"\r\n"), 1, "LF alone"),
    "torn": (lambda data: data[:-50], 3, "torn"),
    "no LF": (lambda data: data[:-1], 3, "LF alone"),
    "key twice": (
        lambda data: data.replace(b'"url":', b'"url":"https://a.example","url":', 1),
        1,
        "there twice",
    ),
    "key twice below": (
        lambda data: data.replace(b'"about":', b'"about":false,"about":', 1),
        1,
        "there twice",
    ),
    "twice": (lambda data: data + data, 4, "second record of this revision"),
}


@pytest.mark.parametrize("name", LINES)
def test_a_file_that_is_wrong(out, name):
    how, line, what = LINES[name]
    path = out / FILE
    path.write_bytes(how(path.read_bytes()))
    said = found(out)
    assert any(each.line == line and what in each.what for each in said), said
    assert any("SHA-256 are not those of manifest.json" in each.what for each in said)
