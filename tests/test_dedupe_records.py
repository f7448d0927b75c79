"""What a dataset may hold: no text, revisions, withdrawn articles, dates that say little."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from recordsets import dataset
from releases import CAPTION, RELEASE, at

from ogpnews.copies.dedupe import dedupe
from ogpnews.dataset import WITHDRAWN, Dataset
from ogpnews.items import Article
from ogpnews.text.clean import sha256

LATER = "20261121T010000Z-bbbbbb"


def told(folder: Path) -> dict[str, dict[str, Any]]:
    dedupe(folder)
    return Dataset(folder).copies()


def reserved(made: Article) -> Article:
    """The article without its text, as an outlet's rights have it."""
    made.text = ""
    return made


@pytest.mark.parametrize(
    ("text", "with_text", "size", "compared"),
    [(RELEASE, True, 2, "text"), (RELEASE, False, 2, "sha256"), (CAPTION, True, 1, None)],
)
def test_without_text_the_hash_tells_exact_copies(
    tmp_path: Path, text: str, with_text: bool, size: int, compared: str | None
) -> None:
    first, copy = at(1, 0, text), reserved(at(2, 1, text))
    other = reserved(at(3, 2, f"{text} Lainnya."))
    dataset(tmp_path, [first if with_text else reserved(first), copy, other])
    rows = told(tmp_path)
    assert rows[copy.id]["cluster_size"] == size
    assert rows[copy.id]["compared"] == compared
    assert rows[copy.id]["copy_ratio"] == 1
    assert rows[other.id]["cluster_size"] == 1


def test_without_text_and_hash_nothing_is_said(tmp_path: Path) -> None:
    articles = [reserved(at(1, 0, RELEASE)), reserved(at(2, 1, RELEASE))]
    for made in articles:
        made.text_sha256 = ""
    dataset(tmp_path, articles)
    assert [(row["cluster_size"], row["compared"]) for row in told(tmp_path).values()] == [
        (1, None)
    ] * 2


def test_records_without_an_id_are_left_out(tmp_path: Path) -> None:
    dataset(tmp_path, [at(1, 0, RELEASE, id=""), at(2, 1, RELEASE, id=""), at(3, 2, RELEASE)])
    (row,) = told(tmp_path).values()
    assert (row["id"], row["cluster_size"]) == (at(3, 2, RELEASE).id, 1)


def test_a_revision_counts_with_its_last_text(tmp_path: Path) -> None:
    first, second = at(1, 0, RELEASE), at(2, 1, RELEASE)
    dataset(tmp_path, [first, second])
    assert told(tmp_path)[second.id]["cluster"] == first.id
    changed = at(2, 1, "Pasar lampion batal dibuka karena hujan deras. " * 9, revision=2)
    dataset(tmp_path, [changed], LATER)
    rows = told(tmp_path)
    assert rows.keys() == {first.id, second.id}
    assert rows[second.id]["cluster"] == second.id


def test_a_withdrawn_article_is_gone_from_both_files(tmp_path: Path) -> None:
    first, second = at(1, 0, RELEASE), at(2, 1, RELEASE)
    dataset(tmp_path, [first, second])
    told(tmp_path)
    index = (tmp_path / "copies.index").read_bytes()
    assert bytes.fromhex(sha256(RELEASE)) in index
    gone = [{"id": made.id, "at": "2026-11-25T00:00:00Z"} for made in (first, second)]
    (tmp_path / WITHDRAWN).write_bytes(b"\n".join(map(orjson.dumps, gone[:1])))
    assert [(row["id"], row["cluster_size"]) for row in told(tmp_path).values()] == [(second.id, 1)]
    (tmp_path / WITHDRAWN).write_bytes(b"\n".join(map(orjson.dumps, gone)))
    assert told(tmp_path) == {}
    assert bytes.fromhex(sha256(RELEASE)) not in (tmp_path / "copies.index").read_bytes()


MINUTE = {"published": "2026-11-24T09:00:00+07:00", "published_utc": "2026-11-24T02:00:00Z"}
DAY = {"published": "2026-11-24", "published_utc": None, "published_precision": "day"}
NEXT = {"published": "2026-11-26", "published_utc": None, "published_precision": "day"}
NONE = {"published": None, "published_utc": None, "published_precision": None}
LAST = {"published": "9999-12-31", "published_utc": "9999-12-31T23:59:59Z"}


@pytest.mark.parametrize(
    ("one", "other", "first", "certain"),
    [
        (MINUTE, NEXT, 0, True),
        (DAY, MINUTE, 1, False),  # the day's article may have come at dawn
        (NONE, DAY, 1, False),
        (DAY, NEXT, 0, True),
        (NEXT, DAY, 1, True),
    ],
)
def test_who_was_first_by_dates_that_say_little(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], first: int, certain: bool
) -> None:
    articles = [at(1, 0, RELEASE), at(2, 0, RELEASE, "pesisir")]
    for made, dates in zip(articles, (one, other), strict=True):
        for key, value in dates.items():
            setattr(made, key, value)
    dataset(tmp_path, articles)
    row = told(tmp_path)[articles[1 - first].id]
    assert row["cluster"] == articles[first].id
    assert row["first_published"] == articles[first].published
    assert row["first_certain"] is certain


@pytest.mark.parametrize("dates", [MINUTE, NONE, LAST])
def test_at_the_same_time_the_id_decides_and_nothing_is_certain(
    tmp_path: Path, dates: dict[str, Any]
) -> None:
    articles = [at(number, 0, RELEASE) for number in (1, 2, 3)]
    for made in articles:
        for key, value in dates.items():
            setattr(made, key, value)
    dataset(tmp_path, articles)
    rows = told(tmp_path).values()
    assert {row["cluster"] for row in rows} == {min(made.id for made in articles)}
    assert not any(row["first_certain"] for row in rows)
