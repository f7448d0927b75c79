"""Run after run: the same as one run over everything, whatever became of the files."""

import random
from pathlib import Path

import pytest
from recordsets import dataset
from releases import EDITED, NEW_LEDE, RELEASE, SHORTENED, at, bulletin

from ogpnews.copies import index as copyindex
from ogpnews.copies import rows as copyrows
from ogpnews.copies.dedupe import dedupe
from ogpnews.errors import OgpnewsError

RUNS = [f"2026112{day}T010000Z-aaaaaa" for day in range(1, 5)]
TEXTS = [RELEASE, EDITED, NEW_LEDE, SHORTENED, *map(bulletin, range(1, 9)), "", "Foto: pasar."]


def files(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in ("copies.jsonl", "copies.index")]


@pytest.mark.parametrize("seed", range(4))
def test_run_after_run_equals_one_run(tmp_path: Path, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  # shuffles
    articles = [
        at(number, draw.uniform(0, 90), draw.choice(TEXTS), draw.choice(("lereng", "pesisir")))
        for number in range(40)
    ]
    for number, run in enumerate(RUNS):
        dataset(tmp_path, articles[10 * number : 10 * number + 10], run)
        dedupe(tmp_path)
    changed = [at(number, 5, RELEASE, revision=2) for number in (3, 11)]
    dataset(tmp_path, changed, "20261125T010000Z-aaaaaa")
    found = dedupe(tmp_path)
    told = files(tmp_path)
    assert found.new == 0
    assert not found.anew
    full = dedupe(tmp_path, full=True)
    assert full.new > 5
    assert full.anew
    assert files(tmp_path) == told
    assert any(len(cluster) > 3 for cluster in full.clusters)


def test_new_texts_alone_are_signed(tmp_path: Path) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE), at(2, 1, RELEASE), at(3, 2, bulletin(1))], RUNS[0])
    assert dedupe(tmp_path).new == 2
    dataset(tmp_path, [at(4, 3, RELEASE), at(5, 4, bulletin(2))], RUNS[1])
    assert dedupe(tmp_path).new == 1


def _cut(old: bytes) -> bytes:
    return old[:-5]


def _changed(old: bytes) -> bytes:
    return old[:-5] + bytes(5)


def _of_another_version(old: bytes) -> bytes:
    return old.replace(b"copies.index 1", b"copies.index 0")


def _no_index(old: bytes) -> bytes:
    return b"[]\n" + old


def _empty(_: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [_cut, _changed, _of_another_version, _no_index, _empty])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE), at(2, 1, EDITED)])
    dedupe(tmp_path)
    told = files(tmp_path)
    path = tmp_path / copyindex.NAME
    path.write_bytes(damage(told[1]))
    assert copyindex.load(path) is None
    assert dedupe(tmp_path).new == 2
    assert files(tmp_path) == told


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_end_in_the_middle_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE)], RUNS[0])
    dedupe(tmp_path)
    old = (tmp_path / "copies.jsonl").read_bytes()
    dataset(tmp_path, [at(2, 1, EDITED)], RUNS[1])

    def rows(cluster):
        yield {"id": "half"}
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(copyrows, "rows", rows)
        with pytest.raises(
            KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else OgpnewsError
        ):
            dedupe(tmp_path)
    assert (tmp_path / "copies.jsonl").read_bytes() == old
    assert list(tmp_path.glob("*.part")) == []
    assert dedupe(tmp_path).new == 0
    assert (tmp_path / "copies.jsonl").read_bytes() != old
