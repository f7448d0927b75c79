"""The file behind the explorer: made once, made anew when the dataset changes, private."""

from pathlib import Path

import pytest
from recordsets import article, dataset

from ogpnews.dataset import Dataset
from ogpnews.explore import stored
from ogpnews.lock import Locked
from ogpnews.outlets import Catalogue


def test_its_name_hangs_on_what_is_in_the_dataset(tmp_path: Path) -> None:
    folder, catalogue = dataset(tmp_path / "out", [article(1)]), Catalogue.load()
    names = [stored.state(Dataset(folder), catalogue) for _ in range(2)]
    dataset(folder, [article(2)])
    names.append(stored.state(Dataset(folder), catalogue))
    for side in ("withdrawn.jsonl", "copies.jsonl"):
        (folder / side).write_text("{}\n")
        names.append(stored.state(Dataset(folder), catalogue))
    (folder / "README.md").write_text("no part of it\n")
    names.append(stored.state(Dataset(folder), catalogue))
    names.append(stored.state(Dataset(folder), Catalogue([])))
    assert [names.index(name) for name in names] == [0, 0, 2, 3, 4, 4, 6]


def test_written_once_and_kept_until_another_takes_its_place(tmp_path: Path) -> None:
    for name, count in (("own-1", 1), ("own-1", 0), ("public-1", 1), ("own-2", 1), ("own-1", 1)):
        written: list[Path] = []

        def write(path: Path, made: list[Path] = written) -> None:
            made.append(path)
            path.touch()

        with stored.prepared(tmp_path, name, write) as path:
            assert path == tmp_path / name / stored.NAME
            assert path.exists()
            assert len(written) == count
    assert sorted(path.name for path in tmp_path.glob("*-*")) == ["own-1", "public-1"]


def test_what_is_being_shown_stays(tmp_path: Path) -> None:
    with (
        stored.prepared(tmp_path, "own-1", Path.touch) as shown,
        stored.prepared(tmp_path, "own-2", Path.touch),
    ):
        assert shown.exists()
    with stored.prepared(tmp_path, "own-3", Path.touch):
        assert not shown.exists()


def test_two_do_not_write_at_once(tmp_path: Path) -> None:
    def again(_: Path) -> None:
        with stored.prepared(tmp_path, "own-1", Path.touch):
            pass

    with (
        pytest.raises(Locked, match="another ogpnews serve"),
        stored.prepared(tmp_path, "own-1", again),
    ):
        pass


def test_a_folder_of_ours_alone(tmp_path: Path) -> None:
    folder = dataset(tmp_path / "out", [article(1)])
    with stored.home(Dataset(folder)) as home:
        assert home == folder / stored.FOLDER
        assert home.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("what", ["link", "open to all", "file", "100%"])
def test_a_folder_that_will_not_do(tmp_path: Path, what: str) -> None:
    folder = dataset(tmp_path / what, [article(1)])
    found = folder / stored.FOLDER
    if what == "link":
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        found.symlink_to(tmp_path / "elsewhere")
    elif what == "file":
        found.touch()
    elif what == "open to all":
        found.mkdir()
        found.chmod(0o777)
    with stored.home(Dataset(folder)) as home:
        assert folder not in home.parents
        assert home.stat().st_mode & 0o077 == 0
    assert not home.exists()
