"""Which articles an export takes, and why it leaves the others."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from recordsets import article, dataset

from ogpnews.dataset import Dataset
from ogpnews.errors import UsageError
from ogpnews.filters import selected
from ogpnews.items import Government, Region
from ogpnews.selection import Selection, without_copies

SEVERAL = [
    Region("33.74", "Kota Semarang", "city", True),
    Region("51", "Bali", "province"),
    Region(None, "Banjar", "", False, [], ["63.03", "32.79"]),
]
NIGHT = "2026-11-21T00:30:00+09:00"
"""In Papua already the 21st, while UTC and Jakarta have the 20th."""


@pytest.mark.parametrize(
    ("asked", "changes", "missed"),
    [
        ({}, {"published": None}, ""),
        ({"regions": {"33.74"}}, {"regions": SEVERAL}, ""),
        ({"regions": {"33"}}, {"regions": SEVERAL}, ""),
        ({"regions": {"51"}}, {"regions": SEVERAL}, ""),
        ({"regions": {"51.71"}}, {"regions": SEVERAL}, "region"),
        ({"regions": {"63.03"}}, {"regions": SEVERAL}, "region"),
        ({"regions": {"33.7"}}, {"regions": SEVERAL}, "region"),
        ({"regions": {"33"}}, {"regions": []}, "region"),
        ({"since": date(2026, 11, 21)}, {"published": NIGHT}, ""),
        ({"until": date(2026, 11, 20)}, {"published": NIGHT}, "until"),
        ({"since": date(2026, 11, 22)}, {"published": NIGHT}, "since"),
        (
            {"since": date(2026, 11, 20), "until": date(2026, 11, 20)},
            {"published": "2026-11-20"},
            "",
        ),
        ({"since": date(2000, 1, 1)}, {"published": None}, "undated"),
        ({"government": True}, {}, ""),
        ({"government": True}, {"government": Government()}, "government"),
        ({"topics": {"perdagangan", "kesehatan"}}, {}, ""),
        ({"topics": {"kesehatan"}}, {}, "topic"),
        ({"topics": {"kesehatan"}}, {"topics": []}, "topic"),
        ({"outlets": {"lereng", "lawu"}}, {}, ""),
        ({"outlets": {"lawu"}}, {}, "outlet"),
        ({"outlets": {""}}, {"outlet": ""}, ""),
        ({"origins": {"handout"}}, {}, ""),
        ({"origins": {"wire"}}, {}, "origin"),
        ({"outlets": {"lawu"}, "topics": {"kesehatan"}}, {}, "outlet"),
    ],
)
def test_what_a_selection_holds(
    asked: dict[str, Any], changes: dict[str, Any], missed: str
) -> None:
    frozen = {
        key: frozenset(value) if isinstance(value, set) else value for key, value in asked.items()
    }
    record = asdict(article(1, **changes))
    assert Selection(**frozen).missed(record) == missed
    assert Selection(**frozen).holds(record) == (not missed)


def test_of_copies_the_first_that_fits_is_kept() -> None:
    records = [
        asdict(article(number, outlet=outlet))
        for number, outlet in enumerate(["a", "b", "a", "c", "a"])
    ]
    order = [1, 2, 0, 3]  # of publication; the last came in after `ogpnews dedupe`
    copies = {
        records[number]["id"]: {"cluster": records[3 if number == 3 else 1]["id"]}
        for number in order
    }

    def kept(*outlets: str) -> list[int]:
        chosen = without_copies(Selection(outlets=frozenset(outlets)), records, copies)
        assert chosen.uncompared == ({records[4]["id"]} if chosen.holds(records[4]) else set())
        return [number for number, record in enumerate(records) if chosen.holds(record)]

    assert kept() == [1, 3, 4]
    assert kept("a", "c") == [2, 3, 4]
    assert kept("c") == [3]


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("33.74", "33.74"), ("33", "33"), ("Jateng", "33"), ("kota semarang", "33.74"),
        ("Kabupaten  Semarang", "33.22"), ("Klaten", "33.10"), ("bali", "51"),
        ("92.71", "96.71"), ("kota sorong", "96.71"), ("92", "92"),
    ],
)  # fmt: skip
def test_regions_by_code_and_name(tmp_path: Path, asked: str, codes: str) -> None:
    found = selected(Dataset(dataset(tmp_path, [article()])), region=asked)
    assert found.selection.regions == {codes}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"region": "Semarang"},
            r"33\.22 Kabupaten Semarang or 33\.74 Kota Semarang; give the code",
        ),
        ({"region": "Semarng"}, r"no region 'Semarng'; did you mean .*33\.74 Kota Semarang"),
        ({"region": "99.99"}, "no region '99.99'"),
        ({"outlet": "lerng"}, "did you mean lereng"),
        ({"outlet": ["lereng", "x"]}, "no outlet 'x'.*there is lereng"),
        ({"origin": "handouts"}, "did you mean handout"),
        ({"since": "20 November"}, "YYYY-MM-DD"),
        ({"since": "2026-11-20", "until": "2026-11-01"}, "no day is in between"),
        ({"dedupe": True}, "run ogpnews dedupe"),
    ],
)
def test_what_does_not_exist_is_refused(tmp_path: Path, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        selected(Dataset(dataset(tmp_path, [article()])), **asked)
