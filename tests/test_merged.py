"""Folders of two machines, put together as docs/dataset.md says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from recordsets import article, dataset, reported

import ogpnews
from ogpnews import cli
from ogpnews.dataset import Dataset
from ogpnews.recovery import remembering

ROOT = Path(__file__).resolve().parents[1]
LATER = "20261121T010000Z-bbbbbb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`a` and `b`, with the second article in both; each has withdrawn another one."""
    reported(dataset(tmp_path / "a", [article(1), article(2), article(3)]))
    reported(
        dataset(tmp_path / "b", [article(2), article(3), article(4), article(5)], LATER), LATER
    )
    for name, number in (("a", 1), ("a", 3), ("b", 4)):
        assert cli.main(["describe", str(tmp_path / name)]) == 0
        words = ["withdraw", str(tmp_path / name), article(number).id, "--reason", "x"]
        assert cli.main(words) == 0
    for name in ("a", "b"):
        assert cli.main(["dedupe", str(tmp_path / name)]) == 0
    return tmp_path


def merge(folder: Path) -> None:
    """Runs the page's own lines."""
    text = (ROOT / "docs" / "dataset.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"```sh\n(cp -r b/.*?)```", text, re.DOTALL)
    lines = lines.replace("ogpnews", f"{sys.executable} -m ogpnews")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(["/bin/sh", "-c", lines], cwd=folder, env=environment, check=False)


def test_nothing_withdrawn_comes_back_and_each_article_is_read_once(folder, capfd):
    merge(folder)
    said = capfd.readouterr().out
    assert "withdrawn and still there" in said
    assert "a second record of this revision" in said
    assert "problems: 2" in said
    here = {record["id"] for record in ogpnews.read(folder / "a")}
    assert here == {article(2).id, article(5).id}
    out = folder / "a"
    assert cli.main(["withdraw", str(out), article(3).id, "--reason", "x"]) == 0
    assert Dataset(out).withdrawn() == {article(number).id for number in (1, 3, 4)}
    assert cli.main(["export", str(out), "-o", str(folder / "t.sqlite")]) == 0
    assert "t.sqlite: 2 rows" in capfd.readouterr().out
    with remembering(out / "state.sqlite", out, "next", notes=True) as state:
        assert [state.withdrawn(article(number).id) for number in (1, 3, 4)] == [True] * 3
        assert [bool(state.exported(article(number).id)) for number in (2, 5)] == [True] * 2
