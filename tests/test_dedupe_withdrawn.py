"""copies.jsonl after a withdrawal: what is left of a cluster has a first article again."""

from pathlib import Path
from typing import Any

import pytest
from recordsets import dataset
from releases import EDITED, NEW_LEDE, RELEASE, at, bulletin

from ogpnews import cli
from ogpnews.copies.dedupe import dedupe
from ogpnews.dataset import Dataset

MADE = [at(1, 0, RELEASE), at(2, 1, EDITED, "pesisir"), at(3, 2, NEW_LEDE), at(4, 2, bulletin(1))]
ONE, TWO, THREE, FOUR = (article.id for article in MADE)
RATHER = ("cluster", "cluster_size", "first", "first_published")
"""What `dedupe` says the same when it runs again."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    dedupe(dataset(tmp_path, MADE))
    assert rows(tmp_path)[THREE]["cluster"] == ONE
    return tmp_path


def rows(out: Path) -> dict[str, dict[str, Any]]:
    return Dataset(out).copies()


def withdraw(out: Path, *ids: str) -> None:
    assert cli.main(["withdraw", str(out), *ids, "--reason", "x"]) == 0


@pytest.mark.parametrize(
    "gone", [[ONE], [TWO], [ONE, TWO], [ONE, TWO, THREE], [FOUR], [THREE, FOUR]]
)
def test_every_article_that_is_left_counts_once(out: Path, gone: list[str]) -> None:
    withdraw(out, *gone)
    left = rows(out)
    assert left.keys() == {ONE, TWO, THREE, FOUR} - {*gone}
    originals = [record["id"] for record in Dataset(out).records() if left[record["id"]]["first"]]
    assert len(originals) == len({row["cluster"] for row in left.values()})
    assert cli.main(["verify", str(out)]) == 0
    dedupe(out)
    anew = rows(out)
    for name, row in left.items():
        assert {key: row[key] for key in RATHER} == {key: anew[name][key] for key in RATHER}
        assert row["copy_ratio"] in (anew[name]["copy_ratio"], None)


def test_shares_are_not_invented(out: Path) -> None:
    withdraw(out, ONE)
    assert [rows(out)[name]["copy_ratio"] for name in (TWO, THREE, FOUR)] == [1.0, None, 1.0]
    assert not rows(out)[TWO]["first_certain"]
    target = out.parent / "t.csv"
    assert cli.main(["export", str(out), "-o", str(target), "--dedupe", "--force"]) == 0
    assert [name in target.read_text() for name in (TWO, THREE, FOUR)] == [True, False, True]
    assert cli.main(["report", str(out), "-o", str(out.parent / "r.html")]) == 0
