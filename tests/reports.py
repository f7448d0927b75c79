"""Reports of the tests' own datasets."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from recordsets import RUN, article, dataset

from ogpnews.dataset import COPIES, Dataset
from ogpnews.items import Article, Extraction, Government, Image, Region
from ogpnews.report.census import count
from ogpnews.report.page import Heading, html
from ogpnews.report.texts import Texts

MADE = datetime(2026, 11, 26, 2, 30, tzinfo=UTC)
EVIL = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title></style></script><b>",
    "{{ 7 * 7 }}{% raw %}", "\u202egnitnuom\u202c \u05d0\u05d1\u05d2 \u0627\u062e\u0628\u0627\u0631",
    "javascript:alert(1)", "y" * 10_000, "&lt;i&gt;\x00\x1b[2J",
)  # fmt: skip
"""What a page may write where a name is expected."""


def page(folder: Path, language: str = "id", **heading: Any) -> str:
    """The report of a dataset's folder, made at a time that does not change."""
    made = Dataset(folder)
    return html(count(made, made.records()), Heading("lereng", MADE, **heading), Texts(language))


def hostile(folder: Path) -> Path:
    """A dataset with EVIL wherever a page, or somebody with an editor, may have put it."""
    articles = [_evil(number, text) for number, text in enumerate(EVIL)]
    path = dataset(folder, [article()]) / "articles" / "lereng" / f"{RUN}.jsonl"
    lines = [orjson.dumps(made, option=orjson.OPT_APPEND_NEWLINE) for made in articles]
    path.write_bytes(b"".join(lines))
    with (folder / COPIES).open("wb") as file:
        for made in articles:
            row = {"id": made.id, "cluster": "c", "cluster_size": len(EVIL), "first": True,
                   "first_certain": False}  # fmt: skip
            file.write(orjson.dumps(row) + b"\n")
    return folder


def _evil(number: int, text: str) -> Article:
    return article(
        number, title=text, outlet=text, network=EVIL[4], tags=[text], section=text, topics=[text],
        origin=text, kind=text, language=text, rights_notice=text, date_conflict=text,
        images=[Image(text, text, text, text, text, text, text)],
        regions=[Region(text, text, text, True, [text], [text])],
        government=Government(True, [text], [text], [text]),
        extraction=Extraction(text, text, {text: text}, [text]),
    )  # fmt: skip


def varied(folder: Path) -> Path:
    """Forty articles of six outlets in four provinces, by week."""
    regions = [Region(code, code, "city", True) for code in ("33.74", "11.71", "73.71", "91.71")]
    return dataset(folder, [
        article(number, outlet=f"kabar-{number % (1 + number % 6)}", regions=[regions[number % 4]])
        for number in range(40)
    ])  # fmt: skip
