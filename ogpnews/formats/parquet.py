"""Parquet: one file, zstd, row groups of `BATCHES` batches, in the dataset's own order."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from ogpnews.columns import Column
from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.arrow import batches, types
from ogpnews.formats.libraries import needed
from ogpnews.formats.whole import whole

BATCHES = 50
"""Of `arrow.ROWS` records each: a row group is some 50 MB of text."""


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """The number of rows; UsageError without pyarrow."""
    needed("pyarrow", "Parquet")
    with whole(target) as part:
        return write_part(records, part, options.columns)


def write_part(records: Iterable[Record], path: Path, columns: tuple[Column, ...]) -> int:
    """The file itself, torn where something breaks on the way."""
    pa, parquet = needed("pyarrow", "Parquet"), needed("pyarrow.parquet", "Parquet")
    schema, rows = pa.schema(list(types(columns).items())), 0
    stream = batches(records, columns)
    with parquet.ParquetWriter(path, schema, compression="zstd") as file:
        while group := list(islice(stream, BATCHES)):
            table = pa.Table.from_batches(group)
            file.write_table(table, row_group_size=len(table))
            rows += len(table)
    return rows
