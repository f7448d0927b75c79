"""A folder for Hugging Face: Parquet shards and a dataset card, for `load_dataset(FOLDER)`."""

from collections.abc import Iterable
from itertools import chain, islice
from pathlib import Path

from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.card import card
from ogpnews.formats.libraries import needed
from ogpnews.formats.parquet import write_part
from ogpnews.formats.sources import Sources
from ogpnews.formats.whole import whole

SHARD = 100_000
"""Rows of one file."""


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """The number of rows; UsageError without pyarrow."""
    needed("pyarrow", "a folder for Hugging Face")
    sources = Sources(records, options.catalogue)
    stream, counts = iter(sources), list[int]()
    with whole(target) as part:
        data = part / "data"
        data.mkdir(parents=True)
        for first in stream:
            rows = chain((first,), islice(stream, SHARD - 1))
            counts.append(write_part(rows, data / f"{len(counts)}", options.columns))
        for number in range(len(counts)):
            name = f"train-{number:05}-of-{len(counts):05}.parquet"
            (data / f"{number}").rename(data / name)
        text = card(target.resolve().name, sum(counts), sources, options)
        (part / "README.md").write_text(text, encoding="utf-8")
    return sum(counts)
