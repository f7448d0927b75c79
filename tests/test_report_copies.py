"""Copies in the report, as `ogpnews dedupe` has found them."""

from collections import Counter
from pathlib import Path

import orjson
import pytest
from recordsets import article, dataset

from ogpnews.dataset import COPIES, Dataset
from ogpnews.errors import OgpnewsError
from ogpnews.report import copies
from ogpnews.report.census import Census, count
from ogpnews.report.content import content
from ogpnews.report.texts import Texts

ARTICLES = [
    article(1, outlet="lereng", title="Rilis Pasar"), article(2, outlet="kota", title="Pasar Buka"),
    article(3, outlet="pesisir"), article(4, outlet="lereng"), article(5, outlet="kota"),
]  # fmt: skip


def census(folder: Path, rows: list[tuple[int, int, bool, bool]]) -> Census:
    """Rows: number of the article, number of its cluster, whether it is the first, and surely."""
    dataset(folder, ARTICLES)
    sizes = Counter(cluster for _, cluster, _, _ in rows)
    with (folder / COPIES).open("wb") as file:
        for number, cluster, first, certain in rows:
            row = {"id": ARTICLES[number - 1].id, "cluster": f"c{cluster}",
                   "cluster_size": sizes[cluster], "first": first,
                   "first_certain": certain}  # fmt: skip
            file.write(orjson.dumps(row) + b"\n")
    made = Dataset(folder)
    return count(made, made.records())


def test_largest_first_and_who_published_first(tmp_path: Path) -> None:
    rows = [(1, 1, True, True), (2, 1, False, True), (3, 1, False, True), (4, 2, False, False),
            (5, 2, True, False)]  # fmt: skip
    found = census(tmp_path, rows)
    assert (copies.copied(found), copies.texts(found)) == (5, 2)
    first, second = copies.largest(Texts("en"), found).rows
    assert first[:4] == ("Rilis Pasar", 3, 3, "lereng")
    assert first[5] == ["kota", "pesisir"]
    assert second[1:4] == (2, 2, "\u2068kota\u2069 (not certain)")
    by_outlet = [row[:3] for row in copies.by_outlet(Texts("en"), found).rows]
    assert by_outlet == [("kota", 2, 1), ("lereng", 2, 1), ("pesisir", 1, 0)]


def said(found: Census) -> tuple[str, str]:
    """Figure and leading sentence."""
    shown = content(Texts("en"), found)
    return next(figure for label, figure, _ in shown.figures if label == "Copies"), shown.notes[
        "copies"
    ]


def test_articles_alone_are_no_copies(tmp_path: Path) -> None:
    found = census(tmp_path, [(number, number, True, True) for number in range(1, 6)])
    assert (copies.copied(found), found.clusters) == (0, {})
    assert said(found) == ("0", "Copies were looked for, and none were found.")


def test_copies_that_nobody_looked_for_are_not_none(tmp_path: Path) -> None:
    made = Dataset(dataset(tmp_path, ARTICLES))
    figure, sentence = said(count(made, made.records()))
    assert (figure, "not looked for" in sentence) == ("–", True)


def test_a_first_one_that_is_gone_leaves_the_next_in_its_place(tmp_path: Path) -> None:
    withdrawn = orjson.dumps({"id": ARTICLES[0].id})
    tmp_path.joinpath("withdrawn.jsonl").write_bytes(withdrawn + b"\n")
    rows = [(1, 1, True, True), (2, 1, False, True), (3, 1, False, True)]
    (row,) = copies.largest(Texts("en"), census(tmp_path, rows)).rows
    assert row[1] == 2
    assert row[3].endswith("(not certain)")


def test_another_program_s_side_file_is_told(tmp_path: Path) -> None:
    dataset(tmp_path, ARTICLES).joinpath(COPIES).write_text('{"id": "x"}\n', encoding="utf-8")
    made = Dataset(tmp_path)
    with pytest.raises(OgpnewsError, match=r"copies\.jsonl.*ogpnews dedupe"):
        count(made, made.records())
