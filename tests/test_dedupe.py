"""Copies among records of the tests' own writing."""

from pathlib import Path
from typing import Any

import pytest
from recordsets import dataset
from releases import CAPTION, EDITED, NEW_LEDE, PARAGRAPHS, RELEASE, SHORTENED, at, bulletin

from ogpnews.copies.dedupe import dedupe
from ogpnews.dataset import Dataset
from ogpnews.items import Article


def found(folder: Path, *articles: Article, **options: Any) -> list[dict[str, Any]]:
    """What copies.jsonl says of each of the articles."""
    dataset(folder, articles)
    dedupe(folder, **options)
    told = Dataset(folder).copies()
    return [told[made.id] for made in articles]


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        (RELEASE, 1.0),
        (RELEASE.upper(), 1.0),
        (RELEASE.replace("\n\n", " "), 1.0),
        (EDITED, 0.92),
        (SHORTENED, 0.97),
        (NEW_LEDE, 0.92),
        (f"{PARAGRAPHS[4]}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}", 0.95),
    ],
)
def test_a_press_release_over_two_outlets(tmp_path: Path, text: str, ratio: float) -> None:
    first, copy = found(tmp_path, at(1, 0, RELEASE), at(2, 5, text, "pesisir"))
    assert first["cluster"] == copy["cluster"] == first["id"]
    assert (first["first"], copy["first"]) == (True, False)
    assert first["cluster_size"] == copy["cluster_size"] == 2
    assert first["copy_ratio"] == 1
    assert copy["copy_ratio"] == pytest.approx(ratio, abs=0.05)
    assert copy["first_published"] == first["first_published"] == "2026-11-24T02:00:00+00:00"
    assert copy["first_certain"]
    assert copy["outlet"] == "pesisir"


def test_the_first_is_who_published_first_whatever_the_order_of_records(tmp_path: Path) -> None:
    late, early = found(tmp_path, at(1, 9, RELEASE), at(2, 1, SHORTENED))
    assert late["cluster"] == early["id"]
    assert 0.4 < late["copy_ratio"] < 0.6  # its own share: the longer text has more to say


@pytest.mark.parametrize(
    "texts",
    [
        (CAPTION, CAPTION),
        ("", ""),
        (bulletin(3), bulletin(4)),
        (RELEASE, " ".join(PARAGRAPHS[0].split()[::-1]) + " " + bulletin(3)),
        (f"{RELEASE}\n\n{' '.join(RELEASE.split()[::-1])}", PARAGRAPHS[1]),
    ],
    ids=["short", "empty", "one form, other numbers", "other text", "a paragraph out of many"],
)
def test_no_copies(tmp_path: Path, texts: tuple[str, str]) -> None:
    one, other = found(tmp_path, at(1, 0, texts[0]), at(2, 1, texts[1], "pesisir"))
    assert one["cluster"] == one["id"]
    assert other["cluster"] == other["id"]
    assert one["cluster_size"] == other["cluster_size"] == 1


def test_a_form_with_the_same_numbers_is_a_copy(tmp_path: Path) -> None:
    one, other = found(tmp_path, at(1, 0, bulletin(3)), at(2, 1, f"{bulletin(3)} Selesai."))
    assert other["cluster"] == one["id"]


def test_a_cluster_does_not_drift(tmp_path: Path) -> None:
    """Each has half in common with the one before; only who has it of the first is its copy."""
    parts = [*PARAGRAPHS, bulletin(3)]
    texts = ["\n\n".join(parts[start : start + 3]) for start in (0, 1, 2, 3)]
    told = found(tmp_path, *(at(number, number, text) for number, text in enumerate(texts)))
    assert [row["cluster"] == told[0]["id"] for row in told] == [True, True, False, False]


def test_the_threshold_is_a_share_of_the_shorter_text(tmp_path: Path) -> None:
    half = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]} {bulletin(3)}"
    articles = at(1, 0, RELEASE), at(2, 1, half)
    assert found(tmp_path / "a", *articles, threshold=0.3)[1]["cluster_size"] == 2
    assert found(tmp_path / "b", *articles, threshold=0.9)[1]["cluster_size"] == 1
