"""A target is whole or not there, whatever happens on the way."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from formats.hostile_rows import records

from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.formats import FORMATS, Options
from ogpnews.formats.target import chosen, writer

OURS = [name for name in FORMATS if name != "sqlite"]


def broken() -> Iterator[dict[str, Any]]:
    yield from records()
    raise OgpnewsError("line 3 is no record")


@pytest.mark.parametrize("name", OURS)
def test_a_broken_dataset_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(OgpnewsError, match="line 3"):
        writer(name)(broken(), tmp_path / "t", Options())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", OURS)
def test_what_was_there_stays_until_the_new_one_is_whole(tmp_path: Path, name: str) -> None:
    target = tmp_path / "t"
    writer(name)(records(), target, Options())
    before = list(tmp_path.rglob("*"))
    with pytest.raises(OgpnewsError, match="line 3"):
        writer(name)(broken(), target, Options())
    assert list(tmp_path.rglob("*")) == before
    writer(name)(records()[:2], target, Options())
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", OURS)
def test_a_target_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OgpnewsError, match="cannot be written"):
        writer(name)(records(), tmp_path / "file" / "t", Options())


@pytest.mark.parametrize(
    ("target", "name", "found"),
    [
        ("a.parquet", None, "parquet"), ("a.CSV", None, "csv"), ("a.xlsx", None, "xlsx"),
        ("a.db", None, "sqlite"), ("a.jsonl.gz", None, "jsonl"), ("a.csv", "parquet", "parquet"),
        ("a", "huggingface", "huggingface"),
    ],
)  # fmt: skip
def test_format_by_name_or_ending(
    tmp_path: Path, target: str, name: str | None, found: str
) -> None:
    assert chosen(tmp_path / target, name, force=False) == (found, tmp_path / target)


@pytest.mark.parametrize(
    ("target", "name", "force", "said"),
    [
        ("a", None, False, "which format"),
        ("a.csv", "tsv", False, "no format 'tsv'; there is parquet, csv"),
        ("gone/a.csv", None, False, "make it first"),
        ("old.csv", None, False, "--force"),
        ("folder", "csv", True, "is a folder"),
        ("old.csv", "huggingface", True, "is no folder"),
        ("mine", "huggingface", True, "holds other files"),
        ("export", "huggingface", False, "--force"),
        ("/dev/null", "csv", True, "device"),
    ],
)
def test_targets_that_are_refused(
    tmp_path: Path, target: str, name: str | None, said: str, *, force: bool
) -> None:
    (tmp_path / "old.csv").touch()
    for made in ("folder", "mine/data", "export/data"):
        (tmp_path / made).mkdir(parents=True)
    for made in ("mine/data/thesis.parquet", "export/README.md", "export/data/train-0.parquet"):
        (tmp_path / made).touch()
    with pytest.raises(UsageError, match=said):
        chosen(tmp_path / target, name, force=force)
    assert chosen(tmp_path / "old.csv", None, force=True)[0] == "csv"
    assert chosen(tmp_path / "export", "huggingface", force=True)[0] == "huggingface"


@pytest.mark.parametrize(
    ("name", "library"),
    [("parquet", "pyarrow"), ("huggingface", "pyarrow"), ("xlsx", "xlsxwriter")],
)
def test_a_missing_library_says_what_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=rf"{library}.*pip install 'ogpnews\[tables\]'"):
        writer(name)(records(), tmp_path / "t", Options())
    assert list(tmp_path.iterdir()) == []
