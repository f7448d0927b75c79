"""Parquet: one file, zstd, row groups of `arrow.ROWS` records, in the dataset's own order."""

from collections.abc import Iterable
from pathlib import Path

from ogpnews.columns import Column
from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.arrow import batches, types
from ogpnews.formats.libraries import needed
from ogpnews.formats.whole import whole


def write(records: Iterable[Record], target: Path, options: Options) -> int:
    """The number of rows; UsageError without pyarrow."""
    needed("pyarrow", "Parquet")
    with whole(target) as part:
        return write_part(records, part, options.columns)


def write_part(records: Iterable[Record], path: Path, columns: tuple[Column, ...]) -> int:
    """The file itself, torn where something breaks on the way."""
    pa = needed("pyarrow", "Parquet")
    schema, rows = pa.schema(list(types(columns).items())), 0
    with needed("pyarrow.parquet", "Parquet").ParquetWriter(
        path, schema, compression="zstd"
    ) as file:
        for batch in batches(records, columns):
            file.write_batch(batch)
            rows += batch.num_rows
    return rows
