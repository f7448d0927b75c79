"""What `ogpnews report` costs: seconds and memory for a dataset of N articles.

    python benchmarks/dataset_report.py [--articles 100000]

The articles are made up: 60 outlets, every kabupaten and kota, three years, copies in clusters of
four. The report is made by the command in a process of its own, whose peak memory counts.
"""

import argparse
import resource
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import orjson

from ogpnews.dataset import ARTICLES, COPIES
from ogpnews.items import Article, Government, Image, Region
from ogpnews.text import regions

OUTLETS, DAYS, CLUSTER = 60, 1095, 4
START = datetime(2023, 12, 1, 9, 30, tzinfo=timezone(timedelta(hours=7)))
PARTS = [row for row in regions.rows() if row.level != "province"]
TEXT = "Pedagang menata lampion sejak pagi, dan pasar dibuka sebelum tengah hari.\n\n" * 25
"""1,900 characters, about the length of an article."""


def article(number: int) -> Article:
    """One of the made-up articles; the same for the same number."""
    when, part = START + timedelta(days=number * 7 % DAYS), PARTS[number * 11 % len(PARTS)]
    body = f"Pemerintah {part.name}"
    return Article(
        id=str(UUID(int=number)), outlet=f"kabar-{number % OUTLETS}", title=f"Pasar {number}",
        published=when.isoformat(), published_precision="minute", text=TEXT,
        authors=["Ratna Suminar"] * (number % 2), images=[Image(caption="Pedagang.")],
        regions=[Region(part.code, part.name, part.level, True)] * (number % 5 > 0),
        government=Government(number % 3 > 0, [body], ["Bupati"]), topics=["perdagangan"],
    )  # fmt: skip


def write(folder: Path, articles: int) -> None:
    """The dataset: one file an outlet, and its copies."""
    for place in range(min(OUTLETS, articles)):
        path = folder / ARTICLES / f"kabar-{place}" / "20261120T010000Z-aaaaaa.jsonl"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            for number in range(place, articles, OUTLETS):
                file.write(orjson.dumps(article(number), option=orjson.OPT_APPEND_NEWLINE))
    with (folder / COPIES).open("wb") as file:
        for number in range(articles):
            row = {"id": str(UUID(int=number)), "cluster": str(number // CLUSTER),
                   "cluster_size": CLUSTER,
                   "first": number % CLUSTER == 0, "first_certain": True}  # fmt: skip
            file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


def main() -> None:
    """Measure once and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=100_000)
    articles = parser.parse_args().articles
    with TemporaryDirectory() as name:
        folder = Path(name, "dataset")
        write(folder, articles)
        page, start = Path(name, "report.html"), time.perf_counter()
        command = [sys.executable, "-m", "ogpnews", "report", str(folder), "-o", str(page)]
        subprocess.run(command, check=True, capture_output=True)  # our own command
        seconds = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        print(f"{articles} articles: {seconds:.1f} s ({processor:.1f} s of one processor), "
              f"{peak:.0f} MB, report of {page.stat().st_size / 1000:.0f} kB")  # fmt: skip


if __name__ == "__main__":
    main()
