"""`ogpnews verify`: what is wrong with a dataset's files is said, with its place."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from described import FILE, LATER, describe, found, sound
from recordsets import article, dataset

import ogpnews
from ogpnews import cli
from ogpnews.folder import compression, tombstones
from ogpnews.lock import Lock


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Three articles in order, described."""
    return sound(tmp_path)


def test_a_sound_dataset(out, capsys):
    assert cli.main(["verify", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: 3 records in 1 files, all in order\n"
    compression.pack(out)
    describe(out)
    assert found(out) == []
    assert found(out, jobs=2) == []


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
        ([2, 3, 2], ["a second record of this revision"]),
        ([3, 2], []),
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


def test_a_run_at_work_has_packed_and_not_yet_described(out):
    with Lock(out, ["ogpnews", "crawl"], "2026-11-21T01:00:00Z"):
        compression.pack(out)
        assert found(out) == []
    assert len(found(out)) == 2


def test_the_first_run_is_at_work(tmp_path, capsys):
    dataset(tmp_path, [article(1)])
    with Lock(tmp_path, ["ogpnews", "crawl"], "2026-11-21T01:00:00Z"):
        assert cli.main(["verify", str(tmp_path)]) == 0
        assert "0 records in 0 files, all in order" in capsys.readouterr().out
    assert cli.main(["verify", str(tmp_path)]) == 1


def test_names_that_are_none_of_a_record_file(out, capsys):
    odd = (f"._{Path(FILE).name}.gz", "20261122T010000Z-folder.jsonl", b"20261122T-\xff.jsonl")
    folder = (out / FILE).parent
    (folder / "notes.txt").touch()
    for name in map(os.fsdecode, odd):
        (folder / name).mkdir() if "folder" in name else (folder / name).write_bytes(b"\0")
    describe(out)
    assert len(list(ogpnews.read(out))) == 3
    assert cli.main(["verify", str(out)]) == 1
    said = capsys.readouterr().out
    assert "lereng/._20261120" in said
    assert "no name of a record file; it is not read – 3 of this kind" in said


def test_bad_arguments(tmp_path, capsys):
    assert cli.main(["verify", str(tmp_path)]) == 2
    assert cli.main(["verify", str(tmp_path), "--jobs", "0"]) == 2
    assert "Traceback" not in capsys.readouterr().err
