"""One pass over a dataset into counts."""

from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest
from recordsets import article, dataset

from ogpnews.dataset import Dataset
from ogpnews.errors import OgpnewsError
from ogpnews.items import Extraction, Government, Region
from ogpnews.report import tally
from ogpnews.report.census import OUTLETS, REST, UNDATED, Census, count

SEMARANG = Region("33.74", "Kota Semarang", "city", True)
PAPUA = Region("91", "Papua", "province", True)
EITHER = Region(None, "Banjar", "", False, [], ["63.03", "32.79"])
PLAIN: dict[str, Any] = {"government": Government(), "topics": [], "regions": [], "network": None}


def census(folder: Path) -> Census:
    made = Dataset(folder)
    return count(made, made.records())


@pytest.fixture
def counted(tmp_path: Path) -> Census:
    dataset(tmp_path, [
        article(1),
        article(2, regions=[PAPUA, SEMARANG], topics=["open_government", "pangan"], revision=2),
        article(3, outlet="kota", origin="wire", authors=[], images=[], **PLAIN),
        article(4, outlet="", published=None, published_utc=None, published_precision=None, **PLAIN),
        article(5, published="2026-11-09", published_precision="day", regions=[EITHER],
                rights_notice="Dilarang\nmenyalin", pages_missing=1,
                date_conflict="weekday: Senin printed, 2026-11-06 is Jumat; metadata: a, b printed",
                extraction=Extraction(warnings=["unknown role: Juru A", "unknown role: Juru B"])),
    ])  # fmt: skip
    return census(tmp_path)


def test_totals(counted: Census) -> None:
    assert counted.articles == 5
    assert {name: found.articles for name, found in counted.outlets.items()} == {
        "lereng": 3, "kota": 1, "": 1,
    }  # fmt: skip
    assert counted.facts == {
        "about": 3, "undated": 1, "day_only": 1, "no_region": 3, "ambiguous": 1, "notice": 1,
        "odd": 1, "cut": 1, "revised": 1,
    }  # fmt: skip


def test_days_and_places(counted: Census) -> None:
    days = {date(2026, 11, day).toordinal(): number for day, number in ((2, 1), (3, 1), (4, 1))}
    ninth = date(2026, 11, 9).toordinal()
    assert counted.days == {**days, ninth: 1, UNDATED: 1}
    assert counted.about_days.total() == 3
    assert counted.outlets["lereng"].days.total() == 3
    assert counted.regions == {"33.74": 1, "91": 1, "": 3}
    assert {code: found.total() for code, found in counted.provinces.items()} == {
        "33": 1, "91": 1, "": 3,
    }  # fmt: skip


@pytest.mark.parametrize("code", ["99.99", "", "<b>", "33.74.01"])
def test_a_code_that_nobody_knows_is_no_region(code: str) -> None:
    found, record = (
        Census(),
        orjson.loads(orjson.dumps(article(regions=[Region(code, primary=True)]))),
    )
    found.take(record)
    assert (found.regions, found.facts["no_region"]) == ({"": 1}, 1)


def test_names(counted: Census) -> None:
    assert counted.tallies["topics"] == {"perdagangan": 2, "open_government": 1, "pangan": 1}
    assert counted.tallies["origin"] == {"handout": 4, "wire": 1}
    assert counted.tallies["conflicts"] == {"weekday": 1, "metadata": 1}
    assert counted.tallies["warnings"] == {"unknown role": 1}, "once an article"
    assert counted.tallies["notices"] == {"Dilarang menyalin": 1}


@pytest.mark.parametrize(
    ("field", "share"),
    [("title", (3, 1)), ("published", (3, 1)), ("time", (2, 1)), ("authors", (3, 0)),
     ("image", (3, 0)), ("credit", (3, 0)), ("regions", (3, 0)), ("topics", (3, 0)), ("tags", (3, 1))],
)  # fmt: skip
def test_fields(counted: Census, field: str, share: tuple[int, int]) -> None:
    assert (counted.outlets["lereng"].fields[field], counted.outlets["kota"].fields[field]) == share


def test_outlets_are_bounded() -> None:
    found, record = Census(), orjson.loads(orjson.dumps(article()))
    for number in range(OUTLETS + 5):
        found.take({**record, "outlet": f"kabar-{number}"})
    assert len(found.outlets) == OUTLETS + 1
    assert found.outlets[REST].articles == 5


def test_names_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "WIDEST", 10)
    found = tally.Tally(often=7)
    for number in range(100):
        found.take(f"seldom {number}")
    assert len(found) <= 10
    assert found.trimmed
    assert found["often"] == 7


@pytest.mark.parametrize(
    ("name", "short"),
    [("Pemkot  Solo\n", "Pemkot Solo"), ("x" * 120, "x" * 120), ("x" * 10_000, "x" * 119 + "…"),
     ("a\x00b\x1b[31m", "ab[31m"), (" " * 9_000 + "x", "…"), ("", "")],
)  # fmt: skip
def test_names_are_clipped(name: str, short: str) -> None:
    assert tally.clip(name) == short


def test_another_shape_of_record_is_told(tmp_path: Path) -> None:
    path = dataset(tmp_path, [article()]) / "articles" / "lereng" / "later.jsonl"
    path.write_text(
        '{"schema_version": "1.0", "id": "x", "revision": 1, "outlet": "lereng"}\n',
        encoding="utf-8",
    )
    with pytest.raises(OgpnewsError, match=r"article x is no record of this version.*verify"):
        census(tmp_path)
