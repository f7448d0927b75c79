"""What follows a run: packing and description never spoil what the run has done."""

import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from crawling import REPOSITORY, ogpnews
from recordsets import article, dataset, record_lines, reported

from ogpnews.folder import description, finishing
from ogpnews.interruption import Interruption
from ogpnews.outlets import Catalogue

SAMPLE = (
    "--catalogue", REPOSITORY / "data/sample/catalogue",
    "--replay", REPOSITORY / "data/sample/sample.warc.gz",
)  # fmt: skip


def crawl(out: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return ogpnews("crawl", "--quiet", "-o", out, *SAMPLE, *words)


def suffixes(out: Path) -> set[str]:
    return {path.name.partition(".")[2] for path in out.glob("articles/*/*")}


def plan(out: Path, **more: Any) -> Any:
    return SimpleNamespace(
        **{"out": out, "compress": True, "catalogue": Catalogue(()), "contact": None, **more}
    )


def test_each_run_packs_and_describes(tmp_path):
    assert crawl(tmp_path, "--compress", "none").returncode == 0
    assert suffixes(tmp_path) == {"jsonl"}
    assert ogpnews("verify", tmp_path).returncode == 0
    assert crawl(tmp_path).returncode == 0
    assert suffixes(tmp_path) == {"jsonl.gz"}
    done = ogpnews("verify", tmp_path)
    assert (done.returncode, len(record_lines(tmp_path))) == (0, 25), done.stdout
    told = json.loads((tmp_path / "manifest.json").read_bytes())
    assert [run["state"] for run in told["runs"]] == ["complete", "complete"]


def test_a_folder_that_cannot_be_described_makes_a_run_partial(tmp_path):
    (tmp_path / "manifest.json").mkdir()
    done = crawl(tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "not described (Is a directory)" in done.stderr
    (path,) = tmp_path.glob("runs/*.json")
    report = json.loads(path.read_bytes())
    assert (report["state"], report["exit_status"]) == ("partial", 1)
    assert len(record_lines(tmp_path)) == 25


@pytest.mark.parametrize("error", [ValueError("odd"), KeyboardInterrupt()])
def test_whatever_happens_is_told_and_no_more(tmp_path, monkeypatch, error):
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(description, "describe", broken)
    out = reported(dataset(tmp_path, [article(1)]))
    (said,) = finishing.finish(plan(out), Interruption())
    assert "odd" in said or "interrupted" in said
    assert len(record_lines(out)) == 1


def test_an_interrupted_run_leaves_it_to_the_next_one(tmp_path):
    out = reported(dataset(tmp_path, [article(1)]))
    late = Interruption()
    late.signal, late.at = 15, -1000.0
    assert finishing.finish(plan(out), late) == []
    assert suffixes(out) == {"jsonl"}
    assert not (out / "manifest.json").exists()
    assert finishing.finish(plan(out), Interruption()) == []
    assert suffixes(out) == {"jsonl.gz"}
    assert (out / "manifest.json").exists()
