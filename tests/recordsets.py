"""Dataset folders of the tests' own writing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import orjson

from ogpnews.dataset import Dataset, lines
from ogpnews.items import Article, Extraction, Government, Image, Region
from ogpnews.runreport import RunReport
from ogpnews.text.clean import sha256

RUN = "20261120T010000Z-aaaaaa"


def article(number: int = 1, **changes: Any) -> Article:
    """A complete record of a city's news; `changes` are keys of items.Article."""
    url = f"https://kabarlereng.example/daerah/pr-{number}/pasar"
    day = 1 + number % 28
    made = Article(
        id=str(uuid5(NAMESPACE_URL, url)),
        url=url,
        fetched_url=url,
        outlet="lereng",
        network="prmn",
        title=f"Pemkot Semarang Buka Pasar Nomor {number}",
        published=f"2026-11-{day:02}T09:30:00+07:00",
        published_utc=f"2026-11-{day:02}T02:30:00Z",
        published_raw=f"{day} November 2026, 09:30 WIB",
        published_precision="minute",
        tz_source="printed",
        authors=["Ratna Suminar"],
        editors=["Bagas Prihatin"],
        credits_raw=["Reporter: Ratna Suminar | Editor: Bagas Prihatin"],
        dateline="SEMARANG",
        dateline_place="SEMARANG",
        text=f"Wali Kota Semarang membuka pasar nomor {number}.\n\nPedagang menata lampion sejak pagi.",
        images=[Image(f"{url}.jpg", "Pedagang menata lampion.", "Humas Pemkot Semarang",
                      "(Humas Pemkot Semarang)", None, "Humas Pemkot Semarang", "handout")],
        tags=["pasar", "Semarang"],
        section="Daerah",
        language="id",
        regions=[Region("33.74", "Kota Semarang", "city", True, ["title: Pemkot Semarang"])],
        government=Government(True, ["Pemkot Semarang"], ["Wali Kota"], ["title: Pemkot Semarang"]),
        topics=["perdagangan"],
        origin="handout",
        origin_evidence=["credit: Humas Pemkot Semarang"],
        fetched_at="2026-11-20T01:00:00Z",
        html_sha256=sha256(url),
        extraction=Extraction("promedia", "0.1", {"title": "css"}),
    )  # fmt: skip
    for key, value in changes.items():
        setattr(made, key, value)
    made.text_sha256 = sha256(made.text)
    return made


def dataset(folder: Path, articles: Iterable[Article], run: str = RUN) -> Path:
    """The folder with these articles added, as one run would have written them."""
    (folder / "runs").mkdir(parents=True, exist_ok=True)
    for made in articles:
        path = folder / "articles" / (made.outlet or "_unlisted") / f"{run}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(orjson.dumps(made, option=orjson.OPT_APPEND_NEWLINE))
    return folder


def record_lines(folder: Path) -> list[bytes]:
    """Lines of all record files, packed or not; of the file that was written last at the end."""
    files = Dataset(folder).files() if (folder / "articles").is_dir() else []
    # names of runs of one second are in no order
    return [
        line
        for path in sorted(files, key=lambda path: path.stat().st_mtime_ns)
        for line in lines(path)
    ]


def reported(folder: Path, run: str = RUN, **more: Any) -> Path:
    """The folder with the report of a run that ended, as a crawl leaves it."""
    ended: dict[str, Any] = {
        "arguments": ["crawl"],
        "started": "2026-11-20T01:00:00Z",
        "ended": "2026-11-20T01:10:00Z",
        "state": "complete",
        "exit_status": 0,
    }
    (folder / "runs").mkdir(parents=True, exist_ok=True)
    report = RunReport(run, **{**ended, **more})
    report.write(folder / "runs" / f"{run}.json")
    return folder
