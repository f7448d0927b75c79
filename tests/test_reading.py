"""Reading a dataset: each article once, in its last revision, whatever runs left behind."""

import gzip
import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from recordsets import RUN, article, dataset

import ogpnews
from ogpnews.dataset import Dataset
from ogpnews.errors import OgpnewsError
from ogpnews.items import Revision

EARLIER = "20261119T010000Z-cccccc"
LATER = "20261121T010000Z-bbbbbb"


def revised(number: int) -> Any:
    return Revision.of(article(1, title=f"Judul {number}"), number, "0" * 64)


def titles(out: Path) -> list[str]:
    return [record["title"] for record in ogpnews.read(out)]


def test_a_clock_that_was_set_back_gives_no_old_revision(tmp_path):
    dataset(tmp_path, [article(1), article(2)])
    dataset(tmp_path, [revised(2)], EARLIER)
    assert titles(tmp_path) == [article(2).title, "Judul 2"]
    dataset(tmp_path, [revised(3)], "20261118T010000Z-dddddd")
    assert titles(tmp_path) == [article(2).title, "Judul 3"]
    assert len(list(ogpnews.read(tmp_path, latest=False))) == 4


def test_folders_of_two_machines_put_together_give_each_article_once(tmp_path):
    dataset(tmp_path, [article(1), article(2)])
    dataset(tmp_path, [article(2), article(3), article(1, outlet="")], LATER)
    assert sorted(record["id"] for record in ogpnews.read(tmp_path)) == sorted(
        article(number).id for number in (1, 2, 3)
    )


def test_a_revision_that_cannot_be_is_not_left_out(tmp_path):
    dataset(tmp_path, [article(1, revision=0), article(2, revision=-1)])
    assert len(titles(tmp_path)) == 2


def test_articles_without_an_address_are_not_taken_for_one(tmp_path):
    dataset(tmp_path, [article(1, id="", url=None), article(2, id="", url=None)])
    assert len(titles(tmp_path)) == 2


def test_the_mark_of_a_revision_across_two_blocks(tmp_path, monkeypatch):
    dataset(tmp_path, [article(1)])
    dataset(tmp_path, [revised(2)], EARLIER)
    for step in range(20, 60):
        monkeypatch.setattr("ogpnews.dataset._STEP", step)
        assert titles(tmp_path) == ["Judul 2"]


def test_a_torn_end_is_no_record_yet_and_damage_elsewhere_is_told(tmp_path):
    path = dataset(tmp_path, [article(1), article(2)]) / f"articles/lereng/{RUN}.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-50])
    assert titles(tmp_path) == [article(1).title]
    path.write_bytes(whole[50:])
    with pytest.raises(OgpnewsError, match="line 1 is no record"):
        titles(tmp_path)
    path.unlink()
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(whole[:-50]))
    with pytest.raises(OgpnewsError, match="line 2 is no record"):
        titles(tmp_path)


def test_a_file_packed_while_others_are_read(tmp_path):
    dataset(tmp_path, [article(1)], LATER)
    path = dataset(tmp_path, [article(2)]) / f"articles/lereng/{RUN}.jsonl"
    found = iter(Dataset(tmp_path).records())
    next(found)
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    assert [record["title"] for record in found] == [article(2).title]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"schema_version": "2.0"}, "schema 2.0, and this ogpnews reads 1.x"),
        ({"schema_version": None}, "of another type"),
        ({"id": []}, "of another type"),
        ({"revision": "2"}, "of another type"),
    ],
)
def test_what_this_version_cannot_read_is_named(tmp_path, changes, says):
    path = dataset(tmp_path, [article(1)]) / f"articles/lereng/{RUN}.jsonl"
    path.write_bytes(orjson.dumps({**json.loads(path.read_bytes()), **changes}) + b"\n")
    with pytest.raises(OgpnewsError, match=f"{RUN}.jsonl: line 1 is no record .*{says}"):
        titles(tmp_path)
