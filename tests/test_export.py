"""`ogpnews export` as its users run it."""

import csv
import gc
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest
from recordsets import article, dataset

import ogpnews
from ogpnews import cli
from ogpnews.errors import OgpnewsError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = [
        article(1), article(2), article(3, outlet="antara", topics=["kesehatan"]),
        article(4, published=None, published_utc=None), article(5, outlet=""),
    ]  # fmt: skip
    return dataset(tmp_path / "out", made)


def test_the_collector_is_left_as_it_was(folder: Path, tmp_path: Path) -> None:
    before = gc.get_threshold()
    for target, status in ((tmp_path / "a.csv", 0), (tmp_path / "none" / "a.csv", 2)):
        assert cli.main(["export", str(folder), "-o", str(target)]) == status
        assert gc.get_threshold() == before


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("options", "count", "said"),
    [
        ([], 5, "t.csv: 5 rows; 1 of them without text\n"),
        (["--metadata-only"], 5, "5 rows; 5 of them without text\n"),
        (["--with-reserved-text"], 5, "5 rows\n"),
        (["--since", "2026-11-03"], 3, "left out by since 1, undated 1\n"),
        (["--outlet", "_unlisted"], 1, "1 rows; left out by outlet 4\n"),
        (["--outlet", "antara,_unlisted"], 2, "outlet 3\n"),
        (["--topic", "kesehatan", "--topic", "perdagangan"], 5, "5 rows"),
        (["--region", "jateng", "--government", "--origin", "handout"], 5, "5 rows"),
        (["--limit", "2"], 2, "t.csv: 2 rows"),
    ],
)
def test_filters_and_the_line_at_the_end(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], count: int, said: str
) -> None:
    target = folder.parent / "t.csv"
    assert cli.main(["export", *options, str(folder), "-o", str(target)]) == 0
    assert len(rows(target)) == count
    out, err = capsys.readouterr()
    assert said in out
    assert ("do not pass them on" in err) == ("--with-reserved-text" in options)


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["--region", "51"], 3, "nothing to export; region 5"),
        (["--since", "2030-01-01"], 3, "nothing to export; since 4, undated 1"),
        (["--topic", "kesehatn"], 2, "no topic 'kesehatn'"),
        (["--topic", "x"], 2, "there is kesehatan, perdagangan"),
        (["--limit", "0"], 2, "--limit '0'"),
        (["--dedupe"], 2, "run ogpnews dedupe"),
        (["--catalogue", "gone"], 2, "gone"),
        (["--metadata-only", "--with-reserved-text"], 2, "not allowed with"),
        (["-f", "tsv"], 2, "no format 'tsv'"),
        (["-f", "csv", "-o", "-"], 2, "standard output cannot"),
        (["--region", ""], 2, "--region: no value in ''"),
        (["--topic", " ,"], 2, "--topic: no value in ' ,'"),
    ],
)
def test_what_cannot_be_done_leaves_no_file(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], status: int, said: str
) -> None:
    try:
        found = cli.main(["export", str(folder), "-o", str(folder.parent / "t.csv"), *options])
    except SystemExit as ended:  # argparse itself
        found = int(str(ended.code))
    assert found == status
    assert said in capsys.readouterr().err
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize("arguments", [[], ["out"], ["-o", "t.csv"], ["gone", "-o", "t.csv"]])
def test_without_dataset_or_target(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", *arguments]) == 2
    assert capsys.readouterr().err.startswith("ogpnews: ")


def test_a_damaged_line_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with next((folder / "articles" / "lereng").iterdir()).open("ab") as file:
        file.write(b'{"id": "torn\n')
    assert cli.main(["export", str(folder), "-o", str(folder.parent / "t.jsonl")]) == 1
    assert "line 4 is no record" in capsys.readouterr().err
    assert not (folder.parent / "t.jsonl").exists()


def test_copies_become_columns_and_dedupe_leaves_them_out(folder: Path) -> None:
    ids = [orjson.loads(line)["id"] for path in sorted(folder.glob("articles/lereng/*"))
           for line in path.read_bytes().splitlines()]  # fmt: skip
    said = {"cluster": "c1", "cluster_size": 2, "first_published": "2026-11-02", "copy_ratio": 0.5}
    (folder / "copies.jsonl").write_bytes(
        b"\n".join(orjson.dumps({"id": name, **said}) for name in ids[:2])
    )
    target = folder.parent / "t.csv"
    assert cli.main(["export", str(folder), "-o", str(target)]) == 0
    clusters = {row["id"]: (row["cluster"], row["cluster_size"]) for row in rows(target)}
    assert (clusters[ids[0]], clusters[ids[2]]) == (("c1", "2"), ("", ""))
    assert cli.main(["export", str(folder), "-o", str(target), "--dedupe", "--force"]) == 0
    left = {row["id"] for row in rows(target)}
    assert (ids[0] in left, ids[1] in left, len(left)) == (True, False, 4)


@pytest.mark.parametrize("name", ["articles/lereng/x.jsonl", "copies.jsonl", "withdrawn.jsonl"])
def test_an_export_does_not_become_a_part_of_the_dataset(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    words = ["export", str(folder), "-f", "jsonl", "-o", str(folder / name), "--force"]
    assert cli.main(words) == 2
    assert "where the dataset itself lies" in capsys.readouterr().err
    assert not (folder / name).exists()
    assert cli.main([*words[:5], str(folder / "news.jsonl")]) == 0


def test_articles_that_came_after_the_last_dedupe_are_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = folder.parent / "t.csv"
    assert cli.main(["dedupe", str(folder)]) == 0
    assert cli.main(["export", str(folder), "-o", str(target), "--dedupe"]) == 0
    assert "dedupe ran" not in capsys.readouterr().out
    dataset(
        folder,
        [article(8), article(9, outlet="antara"), article(10, id="", url=None)],
        "20270101T000000Z-f",
    )
    words = ["export", str(folder), "-o", str(target), "--force", "--outlet", "lereng"]
    assert cli.main([*words, "--dedupe"]) == 0
    assert (
        "; 1 of them new since ogpnews dedupe ran, and compared with none"
        in capsys.readouterr().out
    )
    assert cli.main(words) == 0
    assert "dedupe ran" not in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["parquet", "csv", "sqlite", "xlsx", "jsonl"])
@pytest.mark.parametrize(
    "changes",
    [{"topics": None}, {"images": ["x"]}, {"pages": 2**63}, {"government": None}, {"published": 5}],
)
def test_a_record_of_another_shape_is_named_without_a_traceback(
    folder: Path, capsys: pytest.CaptureFixture[str], ending: str, changes: dict[str, Any]
) -> None:
    path = folder / "articles/lereng/20280101T000000Z-f.jsonl"
    odd = orjson.loads(orjson.dumps(article(50)))
    path.write_bytes(orjson.dumps({**odd, **changes}) + b"\n")
    target = folder.parent / f"t.{ending}"
    status = cli.main(["export", str(folder), "-o", str(target)])
    said = capsys.readouterr().err
    assert status == 0 or (status == 1 and "shortly before it is no record of this" in said)
    assert target.exists() == (status == 0)
    if ending == "parquet":
        assert status == 1
        with pytest.raises(OgpnewsError, match="is no record of this version"):
            ogpnews.frame(folder)


def test_the_dictionary_names_every_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "--columns"]) == 0
    out = capsys.readouterr().out
    assert "| `published_day` | day | Local day of publication |" in out
    assert "| `title` | text | Headline that a reader sees" in out
    assert "| `cluster_size` | whole number |" in out


@pytest.mark.parametrize("name", ["t.parquet", "t.csv", "t.xlsx", "t.jsonl", "t.jsonl.gz"])
def test_a_full_disk_is_said_and_leaves_nothing(folder: Path, name: str) -> None:
    """A limit on the size of files stands for the disk."""
    dataset(folder, [article(number) for number in range(100, 400)])
    code = "import sys; from ogpnews import cli; sys.exit(cli.main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "export", str(folder), "-o", str(folder.parent / name)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000)),
        check=False, capture_output=True, text=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "cannot be written" in done.stderr
    assert list(folder.parent.iterdir()) == [folder]
