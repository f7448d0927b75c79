"""Records as Arrow batches: real types, nested fields as structs; for Parquet and pandas."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import islice
from typing import Any, get_type_hints

from ogpnews.columns import BOOLEAN, DAY, INTEGER, JSON, LIST, MOMENT, NUMBER, TEXT, Column, values
from ogpnews.dataset import Record
from ogpnews.formats.cells import day, flat, moment
from ogpnews.formats.libraries import needed
from ogpnews.items import Image, Region, Related

ROWS = 200
"""Rows of a batch: of more, Python's garbage collector looks at the records over and over."""
NESTED: Mapping[str, type] = {"images": Image, "related": Related, "regions": Region}
"""JSON columns whose items are these parts of a record; others stay JSON text."""

Types = Mapping[str, Any]
"""Column → its pyarrow.DataType."""


def types(columns: Iterable[Column]) -> Types:
    """UsageError without pyarrow."""
    pa = needed("pyarrow", "a table with types")
    kinds = {
        TEXT: pa.string(),
        INTEGER: pa.int64(),
        NUMBER: pa.float64(),
        BOOLEAN: pa.bool_(),
        DAY: pa.date32(),
        MOMENT: pa.timestamp("us", "UTC"),
        LIST: pa.list_(pa.string()),
        JSON: pa.string(),
    }
    return {
        column.name: _nested(pa, NESTED[column.name]) if _is_nested(column) else kinds[column.kind]
        for column in columns
    }


def batches(
    records: Iterable[Record], columns: tuple[Column, ...], rows: int = ROWS
) -> Iterator[Any]:
    """pyarrow.RecordBatch of that many records each, the last one of fewer."""
    pa = needed("pyarrow", "a table with types")
    kinds, read = types(columns), [_reader(column) for column in columns]
    schema = pa.schema(list(kinds.items()))
    stream = iter(records)
    while batch := [tuple(values(columns, record)) for record in islice(stream, rows)]:
        cells = zip(*batch, strict=True)
        arrays = [
            pa.array(map(reader, column) if reader else column, type_, size=len(batch))
            for reader, column, type_ in zip(read, cells, kinds.values(), strict=True)
        ]
        yield pa.record_batch(arrays, schema=schema)


def _reader(column: Column) -> Callable[[Any], Any] | None:
    if column.kind == JSON and not _is_nested(column):
        return lambda value: flat(column, value)
    return {DAY: day, MOMENT: moment}.get(column.kind)


def _is_nested(column: Column) -> bool:
    return column.kind == JSON and column.name in NESTED


def _nested(pa: Any, part: type) -> Any:
    """list<struct> of a part's keys: lists of strings, truth, else text."""
    hints = get_type_hints(part)
    kinds = {bool: pa.bool_(), list[str]: pa.list_(pa.string())}
    keys = [(field.name, kinds.get(hints[field.name], pa.string())) for field in fields(part)]
    return pa.list_(pa.struct(keys))
