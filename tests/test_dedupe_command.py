"""`ogpnews dedupe` as its user runs it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from crawling import ENVIRONMENT
from recordsets import RUN, dataset
from releases import EDITED, RELEASE, at, bulletin

from ogpnews import cli
from ogpnews.copies.search import THRESHOLD
from ogpnews.dataset import Dataset
from ogpnews.lock import Lock

COMMAND = [sys.executable, "-m", "ogpnews", "dedupe"]


def test_it_says_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = "Pasar Lampion \x1b[31mDibuka"
    articles = [
        at(1, 0, RELEASE, title=title), at(2, 1, EDITED, "pesisir"), at(3, 2, bulletin(1)),
        at(4, 2, "Foto: pasar."),
    ]  # fmt: skip
    assert cli.main(["dedupe", str(dataset(tmp_path, articles))]) == 0
    said = capsys.readouterr().out
    assert "articles 4, clusters 3, copies 1 (originals 1)" in said
    assert "texts signed 4, all of them" in said
    assert "too short to compare 1;" in said
    assert "2        2  2026-11-24T02:00:00+00:00  lereng  Pasar Lampion \\x1b[31mDibuka" in said
    assert cli.main(["dedupe", str(tmp_path), "--json", "--threshold", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["articles"], told["copies"], told["not_compared"]) == (4, 0, 1)
    assert told["texts_signed"] == 0
    assert told["largest"] == []


def test_the_records_stay_as_crawled(tmp_path: Path) -> None:
    path = (
        dataset(tmp_path, [at(1, 0, RELEASE), at(2, 1, RELEASE)]) / f"articles/lereng/{RUN}.jsonl"
    )
    before = path.read_bytes()
    assert cli.main(["dedupe", str(tmp_path)]) == 0
    assert path.read_bytes() == before


def test_without_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles").mkdir()
    assert cli.main(["dedupe", str(tmp_path)]) == 0
    assert "articles 0, clusters 0" in capsys.readouterr().out
    assert Dataset(tmp_path).copies() == {}


@pytest.mark.parametrize("threshold", ["0", "1.01", "-1", "nan", "much"])
def test_a_bad_threshold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], threshold: str
) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE)])
    try:
        status = cli.main(["dedupe", str(tmp_path), f"--threshold={threshold}"])
    except SystemExit as ended:
        status = int(ended.code or 0)
    assert status == 2
    assert "threshold" in capsys.readouterr().err
    assert not (tmp_path / "copies.jsonl").exists()


def test_the_help_names_the_default() -> None:
    args = cli.parser().parse_args(["dedupe", "out"])
    assert args.threshold == THRESHOLD


def test_no_dataset(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["dedupe", str(tmp_path / "none")]) == 2
    assert "no dataset" in capsys.readouterr().err


def test_a_damaged_record_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = dataset(tmp_path, [at(1, 0, RELEASE)]) / f"articles/lereng/{RUN}.jsonl"
    path.write_bytes(path.read_bytes() + b'{"id":\n')
    assert cli.main(["dedupe", str(tmp_path)]) == 1
    assert f"{path}: line 2 is no record" in capsys.readouterr().err
    assert not (tmp_path / "copies.jsonl").exists()


def test_a_run_at_work_in_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE)])
    with Lock(tmp_path, ["ogpnews", "crawl"], "2026-11-26T01:00:00Z"):
        assert cli.main(["dedupe", str(tmp_path)]) == 75
    assert "another run is at work" in capsys.readouterr().err
    assert cli.main(["dedupe", str(tmp_path)]) == 0


def test_a_target_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE)])
    (tmp_path / "copies.jsonl").mkdir()
    assert cli.main(["dedupe", str(tmp_path)]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "changes", [{"text": 5}, {"published_utc": 5}, {"text_sha256": [1], "text": ""}]
)
def test_a_record_of_another_shape_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, object]
) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE)])
    (path,) = (tmp_path / "articles").glob("*/*")
    record = orjson.loads(path.read_bytes())
    path.write_bytes(orjson.dumps({**record, **changes}) + b"\n")
    assert cli.main(["dedupe", str(tmp_path)]) == 1
    assert f"article {record['id']} is no record of this version" in capsys.readouterr().err


def test_a_kill_leaves_the_old_file(tmp_path: Path) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE)])
    assert cli.main(["dedupe", str(tmp_path)]) == 0
    old = (tmp_path / "copies.jsonl").read_bytes()
    dataset(tmp_path, [at(2, 1, EDITED)])
    code = (
        "import os, signal\nfrom ogpnews.copies import dedupe, rows\n"
        "rows.rows = lambda cluster: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"dedupe.dedupe({str(tmp_path)!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "copies.jsonl").read_bytes() == old
    done = subprocess.run(
        [*COMMAND, tmp_path], env=ENVIRONMENT, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "articles 2, clusters 1, copies 1" in done.stdout
    assert list(tmp_path.glob("*.part")) == []
