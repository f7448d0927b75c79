"""A dataset of any size out of invented articles of some 4.5 KB each, the same ones every time."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import orjson

from ogpnews.items import Article, Extraction, Government, Image, Region, Related
from ogpnews.text.clean import sha256

OUTLETS = 20
RUN = "20261120T010000Z-aaaaaa"
_WIB = timezone(timedelta(hours=7))
_BEGIN = datetime(2024, 1, 1, tzinfo=_WIB)
_SYLLABLES = [
    c + v
    for c in ["b", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y"]
    for v in "aeiou"
]
_REGIONS = (("33.74", "Kota Semarang"), ("33.10", "Kabupaten Klaten"), ("51.71", "Kota Denpasar"))


def articles(count: int) -> Iterator[Article]:
    """That many, newest first."""
    chance = random.Random(4)  # noqa: S311  # the same ones every time
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(5_000)]

    def prose(length: int) -> str:
        return " ".join(chance.choices(words, k=length)).capitalize() + "."

    for number in range(count, 0, -1):
        url = f"https://outlet-{number % OUTLETS}.example/daerah/{number}"
        when = _BEGIN + timedelta(minutes=7 * number)
        code, name = chance.choice(_REGIONS)
        text = "\n\n".join(prose(chance.randint(20, 60)) for _ in range(10))
        yield Article(
            id=str(uuid5(NAMESPACE_URL, url)), url=url, fetched_url=url,
            outlet=f"outlet-{number % OUTLETS}", title=prose(9), published=when.isoformat(),
            published_utc=f"{when - timedelta(hours=7):%Y-%m-%dT%H:%M:%S}Z",
            published_raw=f"{when:%d/%m/%Y, %H:%M} WIB", published_precision="minute",
            tz_source="printed", authors=[prose(2)], editors=[prose(2)], credits_raw=[prose(6)],
            dateline="SEMARANG", text=text, images=[Image(f"{url}.jpg", prose(12), prose(3))],
            related=[Related("Baca Juga", prose(8), f"{url}-lain")], tags=chance.sample(words, 4),
            section="Daerah", language="id", topics=["kesehatan"], origin="handout",
            regions=[Region(code, name, "city", True, [f"title: {name}"])],
            government=Government(True, [f"Pemkot {name}"], ["Wali Kota"], [f"title: {name}"]),
            fetched_at="2026-11-20T01:00:00Z", html_sha256=sha256(url), text_sha256=sha256(text),
            extraction=Extraction("promedia", "0.1", {"title": "css", "text": "css"}),
        )  # fmt: skip


def lay(folder: Path, count: int) -> int:
    """Write them as a crawl does, by outlets; the bytes of all record files."""
    files = {}
    for outlet in range(OUTLETS):
        path = folder / "articles" / f"outlet-{outlet}" / f"{RUN}.jsonl"
        path.parent.mkdir(parents=True)
        files[f"outlet-{outlet}"] = path.open("wb")
    for article in articles(count):
        files[article.outlet].write(orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE))
    for file in files.values():
        file.close()
    return sum(path.stat().st_size for path in folder.rglob("*.jsonl"))
