"""Datasets of invented records, as large as wanted: every line is as the schema says."""

import random
from collections.abc import Iterator
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from ogpnews.extract import dump
from ogpnews.items import Article, Extraction, Government, Image, Region
from ogpnews.text.clean import sha256

FILES = 100
"""Record files, each of another outlet."""
RUN = "20261120T010000Z-aaaaaa"
_SYLLABLES = (
    "ba",
    "da",
    "ka",
    "la",
    "ma",
    "na",
    "pa",
    "ra",
    "sa",
    "ta",
    "ngan",
    "ber",
    "kan",
    "per",
)
_PARAGRAPHS, _WORDS = 6, 50


def write(folder: Path, records: int) -> None:
    """`articles/` of a dataset, plain, and a report of the run that says it ended."""
    chance = random.Random(5)  # noqa: S311  # words, no secrets
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 5))) for _ in range(5000)]
    for number in range(FILES):
        path = folder / "articles" / f"kabar{number}" / f"{RUN}.jsonl"
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            for article in _articles(path.parent.name, records // FILES, words, chance):
                file.write(dump(article))


def _articles(
    outlet: str, count: int, words: list[str], chance: random.Random
) -> Iterator[Article]:
    for number in range(count):
        url = f"https://{outlet}.example/daerah/pr-{number}/{'-'.join(chance.choices(words, k=6))}"
        text = "\n\n".join(" ".join(chance.choices(words, k=_WORDS)) for _ in range(_PARAGRAPHS))
        day = f"2026-{1 + number % 11:02}-{1 + number % 28:02}"
        yield Article(
            id=str(uuid5(NAMESPACE_URL, url)), url=url, fetched_url=url, outlet=outlet,
            title=" ".join(chance.choices(words, k=8)), published=f"{day}T09:30:00+07:00",
            published_utc=f"{day}T02:30:00Z", published_raw=f"{day} 09:30 WIB",
            published_precision="minute", tz_source="printed", authors=["Ratna Suminar"],
            credits_raw=["Reporter: Ratna Suminar"], text=text, tags=chance.choices(words, k=4),
            images=[Image(f"{url}.jpg", " ".join(chance.choices(words, k=12)))], language="id",
            regions=[Region("33.74", "Kota Semarang", "city", True, ["title: Semarang"])],
            government=Government(True, ["Pemkot Semarang"], ["Wali Kota"], ["title: Semarang"]),
            fetched_at="2026-11-20T01:00:00Z", html_sha256=sha256(url), text_sha256=sha256(text),
            extraction=Extraction("promedia", "0.1.0", {"title": "css", "text": "css"}),
        )  # fmt: skip
