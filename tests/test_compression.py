"""Record files of ended runs are packed; whatever happens in between, no record is lost."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from recordsets import RUN, article, dataset, record_lines, reported

from ogpnews.dataset import Dataset
from ogpnews.errors import OgpnewsError
from ogpnews.folder import compression
from ogpnews.recovery import recover
from ogpnews.state import State

NAME = f"{RUN}.jsonl"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two articles of a run that ended."""
    return reported(dataset(tmp_path, [article(1), article(2)]))


def names(out: Path) -> list[str]:
    return sorted(path.name for path in (out / "articles/lereng").iterdir())


def test_what_is_packed_holds_the_same_lines_and_is_always_the_same(out):
    plain = out / "articles/lereng" / NAME
    before = plain.read_bytes()
    assert compression.pack(out) == []
    assert names(out) == [f"{NAME}.gz"]
    packed = plain.with_name(f"{NAME}.gz").read_bytes()
    assert gzip.decompress(packed) == before
    assert packed[4:8] == b"\0\0\0\0"  # no time in it
    plain.with_name(f"{NAME}.gz").unlink()
    plain.write_bytes(before)
    assert compression.pack(out) == []
    assert plain.with_name(f"{NAME}.gz").read_bytes() == packed


def test_hidden_files_of_other_systems_are_left_alone(out):
    for name in (f"._{NAME}", f"._{NAME}.gz"):
        (out / "articles/lereng" / name).write_text(name)
    assert compression.pack(out) == []
    assert names(out) == [f"._{NAME}", f"._{NAME}.gz", f"{NAME}.gz"]


def test_a_run_without_a_report_may_still_be_at_work(tmp_path):
    out = dataset(tmp_path, [article(1)])
    assert compression.pack(out) == []
    assert names(out) == [NAME]


def test_a_torn_line_is_left_to_recovery(out):
    path = out / "articles/lereng" / NAME
    path.write_bytes(path.read_bytes()[:-10])
    assert compression.pack(out) == []
    assert names(out) == [NAME]


def test_what_a_kill_left_is_tidied(out):
    path = out / "articles/lereng" / NAME
    packed = path.with_name(f"{NAME}.gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    path.with_name(f"{NAME}.gz.part").write_bytes(b"half")
    assert len(record_lines(out)) == 2
    assert compression.pack(out) == []
    assert names(out) == [f"{NAME}.gz"]
    assert len(record_lines(out)) == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(gzip.compress(b"{}\n"), id="another"),
        pytest.param(b"no gzip", id="no gzip"),
        pytest.param(gzip.compress(b"x")[:-4], id="torn"),
    ],
)
def test_a_plain_file_is_kept_where_the_packed_one_is_another(out, other):
    path = out / "articles/lereng" / NAME
    path.with_name(f"{NAME}.gz").write_bytes(other)
    (said,) = compression.pack(out)
    assert "holds other records" in said or "not packed" in said
    assert names(out) == [NAME, f"{NAME}.gz"]


@pytest.mark.parametrize("broken", ["write", "replace"])
def test_a_full_disk_is_told_and_loses_nothing(out, monkeypatch, broken):
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device", str(out / "x"))

    place: Any = Path if broken == "replace" else compression.gzip_ng.GzipNGFile
    monkeypatch.setattr(place, broken, full)
    (said,) = compression.pack(out)
    assert "No space left on device" in said
    assert "no record is lost" in said
    assert names(out) == [NAME]
    monkeypatch.undo()
    assert compression.pack(out) == []
    assert len(record_lines(out)) == 2


def test_a_packing_that_is_stopped_leaves_the_plain_file(out):
    assert compression.pack(out, lambda: True) == []
    assert names(out) == [NAME]


def test_a_lost_state_is_made_again_out_of_packed_records(out):
    compression.pack(out)
    with State() as state:
        assert recover(state, out) == 2
        assert state.exported(article(1).id)
        assert recover(state, out) == 0


def test_a_packed_file_that_is_torn_is_named_and_not_cut(out):
    compression.pack(out)
    (path,) = Dataset(out).files()
    path.write_bytes(path.read_bytes()[:-20])
    size = path.stat().st_size
    with State() as state, pytest.raises(OgpnewsError, match=NAME):
        recover(state, out)
    assert path.stat().st_size == size
