"""A dataset's folder explains itself: manifest, schema, outlets, data card."""

import csv
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml
from recordsets import RUN, article, dataset, reported

from ogpnews import cli, schema
from ogpnews.folder import countcache, datacard, description, manifest
from ogpnews.folder.countedfile import Counted
from ogpnews.outlets import Catalogue, Outlet

LERENG = Outlet(
    id="lereng", name="=Kabar | <b>Lereng</b>", url="https://kabarlereng.example",
    family="promedia", region="33.74", timezone="Asia/Jakarta", network="prmn",
)  # fmt: skip
ASKED = description.Asked(Catalogue([LERENG]), "data@kabarlereng.example")
HOSTILE = "<script>alert(1)</script> | [x](javascript:alert(2)) `a` **b**\nwww.jahat.example ${c}"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two outlets, three articles, one of them with a second revision."""
    later = article(2, revision=2, rights_notice=HOSTILE, topics=[], regions=[], language=None)
    dataset(tmp_path, [article(1), article(2), article(3, outlet="puncak", published=None)])
    return reported(dataset(tmp_path, [later], "20261121T010000Z-bbbbbb"))


def told(out: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((out / "manifest.json").read_bytes())
    return read


def test_the_manifest_names_every_file_with_its_hash(out):
    assert description.describe(out, ASKED) == []
    table = told(out)
    assert table["totals"] == {
        "articles": 3, "records": 4, "files": 3, "outlets": 2, "runs": 1,
        "bytes": sum(path.stat().st_size for path in out.glob("articles/*/*")),
    }  # fmt: skip
    assert table["window"] == {"first": "2026-11-02", "last": "2026-11-03"}
    for row in table["files"]:
        path = out / row["path"]
        assert row["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert row["records"] == path.read_bytes().count(b"\n")
    assert table["runs"][0]["run"] == RUN
    assert (out / "schema.json").read_text(encoding="utf-8") == schema.text()


def test_a_password_on_a_command_line_stays_out_of_the_manifest(out):
    words = ["crawl", "--state", "postgresql://ogp:geheim@db.example/news", "-o", "out"]
    reported(out, "20261122T010000Z-cccccc", arguments=words, since="2026-11-01")
    description.describe(out, ASKED)
    run = told(out)["runs"][1]
    assert run["arguments"][2] == "postgresql://ogp:***@db.example/news"
    assert run["since"] == "2026-11-01"
    assert "geheim" not in (out / "manifest.json").read_text()


@pytest.mark.parametrize(
    ("key", "value"), [("runs", None), ("runs", ["x"]), ("format_version", 1), ("files", [1])]
)
def test_a_damaged_manifest_is_made_anew(out, key, value):
    description.describe(out, ASKED)
    table = told(out)
    (out / "manifest.json").write_text(json.dumps({**table, key: value}))
    assert cli.main(["verify", str(out)]) in (0, 1)
    assert description.describe(out, ASKED) == []
    assert told(out)[key] == table[key]


@pytest.mark.parametrize("key", ["language", "rights_notice", "published", "kind", "origin"])
@pytest.mark.parametrize("value", [5, ["x"], {"a": 1}])
def test_values_of_another_type_do_not_keep_a_folder_from_being_described(out, key, value):
    path = out / "articles" / "lereng" / "20261123T010000Z-cccccc.jsonl"
    odd = {**json.loads(orjson.dumps(article(9))), key: value}
    path.write_bytes(orjson.dumps(odd) + b"\n")
    assert not [said for said in description.describe(out, ASKED) if "not described" in said]
    assert path.name in (out / "manifest.json").read_text()


def test_a_folder_in_the_place_of_the_card_is_left_alone(out, capsys):
    (out / "README.md").mkdir()
    assert cli.main(["describe", str(out)]) == 0
    assert "is your own, and was left alone" in capsys.readouterr().err
    assert (out / "manifest.json").is_file()


def test_outlets_are_a_table_that_no_spreadsheet_takes_for_formulas(out):
    description.describe(out, ASKED)
    with (out / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        lereng, puncak = csv.DictReader(lines)
    assert lereng["name"] == "'=Kabar | <b>Lereng</b>"
    assert (lereng["region_name"], lereng["records"], lereng["articles"]) == (
        "Kota Semarang",
        "3",
        "2",
    )
    assert (puncak["id"], puncak["name"], puncak["first"]) == ("puncak", "", "")
    description.describe(out, description.Asked(Catalogue(())))  # by hand, without the catalogue
    with (out / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        assert next(csv.DictReader(lines)) == lereng


def test_the_card_has_front_matter_and_shows_what_pages_wrote_as_text(out):
    description.describe(out, ASKED)
    card = (out / "README.md").read_text(encoding="utf-8")
    _, front, text = card.split("---\n", 2)
    head = yaml.safe_load(front)
    assert (head["license"], head["language"], head["size_categories"]) == (
        "other",
        ["id"],
        ["n<1K"],
    )
    assert head["configs"][0]["data_files"] == ["articles/*/*.jsonl"]
    for sign in ("<script", "<b>", "](javascript", "**b**", "`a`", "www.jahat", "${c}"):
        assert sign not in text
    assert "&#60;script&#62;alert&#40;1&#41;" in text
    assert "data&#64;kabarlereng.example" in text
    assert "| 2026-11 | 3 |" in text
    assert "| handout | 4 |" in text
    assert "| 33.74 | Kota Semarang | 3 |" in text
    assert "| `published` | 3 | 75% |" in text
    rows = [line for line in text.splitlines() if line.startswith("| lereng")]
    assert [row.count("|") for row in rows] == [8]


def test_a_card_of_somebody_else_is_left_alone(out, capsys):
    (out / "README.md").write_text("# Mine\n")
    assert cli.main(["describe", str(out)]) == 0
    assert "is your own" in capsys.readouterr().err
    assert (out / "README.md").read_text() == "# Mine\n"


def test_only_new_files_are_read(out, monkeypatch):
    description.describe(out, ASKED)
    first = told(out)
    read: list[str] = []
    really = Counted.read
    monkeypatch.setattr(Counted, "read", lambda *of: (read.append(of[1].name), really(*of))[1])
    dataset(out, [article(4)], "20261122T010000Z-cccccc")
    description.describe(out, ASKED)
    assert read == ["20261122T010000Z-cccccc.jsonl"]
    assert told(out)["totals"]["records"] == 5
    (path,) = out.glob("articles/*/20261122*")
    os.utime(path, (1, 1))  # as a copy of the folder has it: hashed, and not counted again
    description.describe(out, ASKED)
    assert len(read) == 1
    size, stamp = path.stat().st_size, path.stat().st_mtime_ns
    path.write_bytes(path.read_bytes().replace(b"Ratna", b"Ratni"))
    os.utime(path, ns=(stamp, stamp))
    assert path.stat().st_size == size
    description.describe(out, ASKED)
    assert len(read) == 1
    description.describe(out, description.Asked(ASKED.catalogue, full=True))
    assert len(read) == 2
    assert told(out)["contact"] == first["contact"]


@pytest.mark.parametrize(
    "cache", [b"", b"[]", b'{"layout": 1}', b'{"layout": "1 0.1.0", "files": [{}]}']
)
def test_a_damaged_cache_costs_time_alone(out, cache):
    description.describe(out, ASKED)
    (out / countcache.NAME).write_bytes(cache)
    assert description.describe(out, ASKED) == []
    assert told(out)["totals"]["records"] == 4


def test_damaged_lines_are_told_and_the_rest_is_counted(out):
    path = out / "articles/puncak" / f"{RUN}.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id": 1}\nx\n')
    (said,) = description.describe(out, ASKED)
    assert "2 lines are no records" in said
    assert told(out)["totals"]["records"] == 4


@pytest.mark.parametrize("name", ["README.md", "manifest.json"])
def test_what_cannot_be_written_is_told_and_the_file_before_stays(out, monkeypatch, name):
    description.describe(out, ASKED)
    before = (out / name).read_bytes()
    really = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == name:
            raise OSError(28, "No space left on device")
        return really(path, target)

    monkeypatch.setattr(Path, "replace", full)
    dataset(out, [article(9)])
    (said,) = description.describe(out, ASKED)
    assert "No space left on device" in said
    assert (out / name).read_bytes() == before
    assert not list(out.glob("*.part"))


def test_an_empty_dataset_and_none(tmp_path, capsys):
    (tmp_path / "articles").mkdir()
    assert cli.main(["describe", str(tmp_path)]) == 0
    assert told(tmp_path)["totals"]["records"] == 0
    assert datacard.is_ours(tmp_path / "README.md")
    assert cli.main(["describe", str(tmp_path / "none")]) == 2
    assert cli.main(["describe", str(tmp_path), "--contact", "nobody"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_manifest_of_a_later_format_is_refused(out):
    description.describe(out, ASKED)
    table = {**told(out), "format_version": "2.0"}
    (out / "manifest.json").write_text(json.dumps(table))
    with pytest.raises(manifest.ManifestError, match=r"2\.0"):
        manifest.read(out)
