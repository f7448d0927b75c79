"""Records that are hard on a table, and what every format must give back of them."""

from pathlib import Path
from typing import Any

import orjson
from recordsets import article

from ogpnews.columns import COLUMNS
from ogpnews.formats import Options
from ogpnews.formats.target import writer

NAMES = [column.name for column in COLUMNS]

LONG = 'Kalimat panjang, dengan "kutipan" dan 🏮.\n\n' * 2_000
HARD = {
    "quotes": {"title": 'Wali Kota: "Pasar, buka; besok"\nkata dia'},
    "emoji": {"title": "Lampion 🏮🇮🇩 di Sēmarang"},
    "formula": {"title": '=HYPERLINK("http://jahat.example";"klik")'},
    "signs": {"title": "-5 derajat", "tags": ["+62", "@warga", "=1+1"]},
    "number": {"title": "0123", "section": "1e5"},
    "long": {"text": LONG},
    "bare": {"published": None, "published_utc": None, "published_precision": None, "regions": [],
             "images": [], "authors": [], "tags": [], "section": None, "url": None},
    "day": {"published": "2026-11-20", "published_utc": None, "published_precision": "day"},
    "lists": {"authors": ["Ratna; Suminar", "Bagas, S.Pd."], "tags": []},
    "control": {"title": "Pasar\x00 \x1b[31m\ufffe"},
}  # fmt: skip


def records() -> list[dict[str, Any]]:
    """One record a case, as they come out of a dataset."""
    made = [article(number, **changes) for number, changes in enumerate(HARD.values())]
    return [orjson.loads(orjson.dumps(record)) for record in made]


TITLES = [record["title"] for record in records()]


def place(case: str) -> int:
    """Number of the row of a case."""
    return list(HARD).index(case)


def written(target: Path, name: str, options: Options) -> Path:
    """The records in a format, with nothing else beside them."""
    assert writer(name)(iter(records()), target, options) == len(HARD)
    assert list(target.parent.iterdir()) == [target]
    return target
