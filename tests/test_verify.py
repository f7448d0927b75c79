"""`ogpnews verify`: whatever is wrong with a dataset is said, with its place."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from recordsets import RUN, article, dataset, reported

from ogpnews import cli, compression, description, tombstones
from ogpnews.findings import Finding
from ogpnews.lock import Lock
from ogpnews.outlets import Catalogue
from ogpnews.verification import verify

FILE = f"articles/lereng/{RUN}.jsonl"
LATER = "20261121T010000Z-bbbbbb"
Change = Callable[[dict[str, Any]], object]


def describe(out: Path) -> None:
    description.describe(out, description.Asked(Catalogue(()), "data@example.org"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Three articles in order, described."""
    reported(dataset(tmp_path, [article(1), article(2), article(3)]))
    describe(tmp_path)
    return tmp_path


def found(out: Path, **how: Any) -> list[Finding]:
    return [finding for finding, _ in verify(out, everything=True, **how).findings()]


def test_a_sound_dataset(out, capsys):
    assert cli.main(["verify", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: 3 records in 1 files, all in order\n"
    compression.pack(out)
    describe(out)
    assert found(out) == []
    assert found(out, jobs=2) == []


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
    assert found(out) == []


LINES = {
    "no JSON": (lambda data: data.replace(b'"revision"', b"revision", 1), 1, "no JSON"),
    "no UTF-8": (lambda data: data.replace(b"lampion", b"lamp\xff\xfe", 1), 1, "no JSON"),
    "a list": (lambda data: data + b"[]\n", 4, "no object"),
    "empty": (lambda data: data + b"\n", 4, "no JSON"),
    "CR LF": (lambda data: data.replace(b"\n", b"\r\n"), 1, "LF alone"),
    "torn": (lambda data: data[:-50], 3, "torn"),
    "no LF": (lambda data: data[:-1], 3, "LF alone"),
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


def test_files_and_manifest_disagree(out):
    dataset(out, [article(5)], LATER)
    (out / FILE).rename(out / "articles/lereng/20261119T010000Z-000000.jsonl")
    said = {each.file: each.what for each in found(out)}
    assert said[FILE] == "in manifest.json, and not in the folder"
    assert "not in manifest.json" in said[f"articles/lereng/{LATER}.jsonl"]
    (out / "manifest.json").write_text("{")
    assert "cannot be read" in str(found(out)[0])
    (out / "manifest.json").unlink()
    (out / "outlets.csv").unlink()
    (out / "schema.json").write_text("{}")
    assert [each.file for each in found(out)] == ["manifest.json", "outlets.csv", "schema.json"]


def test_a_torn_packed_file(out):
    compression.pack(out)
    describe(out)
    path = out / f"{FILE}.gz"
    path.write_bytes(path.read_bytes()[:-30])
    assert any("cannot be read to its end" in each.what for each in found(out))
    path.write_bytes(gzip.compress(b"x" * 100000)[:50] + b"\0" * 40)
    assert any("cannot be read to its end" in each.what for each in found(out))


def revised(number: int) -> Any:
    from ogpnews.items import Revision

    return Revision.of(article(1), number, "0" * 64)


@pytest.mark.parametrize(
    ("numbers", "what"),
    [
        ([2, 3], []),
        ([3], ["the revision before it is missing"]),
        ([2, 2], ["a second record of this revision"]),
        ([2, 3, 2], ["comes behind a later revision"]),
    ],
)
def test_revisions(out, numbers, what):
    dataset(out, map(revised, numbers), LATER)
    describe(out)
    assert [each.what for each in found(out)] == what


def test_side_files(out):
    tombstones.add(
        out, [tombstones.of([json.loads((out / FILE).read_bytes().split(b"\n")[0])], "x")]
    )
    with (out / "withdrawn.jsonl").open("a") as file:
        file.write('{"id": "a", "text": "Isi"}\n')
    (out / "copies.jsonl").write_text(
        f'{{"id": "{article(2).id}", "cluster": 1}}\n{{"id": "nobody", "cluster": 1}}\n[]\nx\n'
        f'{{"id": "{article(1).id}", "cluster": 1}}\n'
    )
    said = [(each.file, each.line, each.what.partition(";")[0]) for each in found(out)]
    assert ("withdrawn.jsonl", 2, "no key of a tombstone") in said
    assert ("withdrawn.jsonl", 2, "missing") in said
    assert (FILE, 1, "withdrawn and still there") in said
    assert [each[1:] for each in said if each[0] == "copies.jsonl"] == [
        (2, "no such article"), (3, "no object"), (4, "no JSON"), (5, "withdrawn and still there"),
    ]  # fmt: skip


def test_repeated_problems_are_one_line_unless_all_are_asked_for(out, capsys):
    path = out / FILE
    path.write_text(path.read_text().replace('"origin":"handout"', '"origin":"\\u001b[31m"'))
    describe(out)
    assert cli.main(["verify", str(out)]) == 1
    line, last = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{FILE}:1: origin: not as the schema says (")
    assert line.endswith(" – 3 of this kind")
    assert "\x1b" not in line
    assert last.endswith("problems: 3")
    assert cli.main(["verify", str(out), "--all"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert cli.main(["verify", str(out), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["records"], told["findings"], told["problems"][0]["count"]) == (3, 3, 3)


def test_what_a_run_at_work_writes_is_not_checked(out, capsys):
    dataset(out, [article(7)], LATER)
    path = out / f"articles/lereng/{LATER}.jsonl"
    path.write_bytes(path.read_bytes()[:-9])
    with Lock(out, ["ogpnews", "crawl"], "2026-11-21T01:00:00Z"):
        assert cli.main(["verify", str(out)]) == 0
    assert "note: a run is at work" in capsys.readouterr().out
    assert cli.main(["verify", str(out)]) == 1


def test_bad_arguments(tmp_path, capsys):
    assert cli.main(["verify", str(tmp_path)]) == 2
    assert cli.main(["verify", str(tmp_path), "--jobs", "0"]) == 2
    assert "Traceback" not in capsys.readouterr().err
