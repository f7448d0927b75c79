"""A dataset as a table of pandas."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ogpnews.columns import JSON, LIST, of_dataset
from ogpnews.dataset import Dataset, Record
from ogpnews.export import NothingLeft
from ogpnews.filters import selected
from ogpnews.formats.arrow import batches, types
from ogpnews.formats.libraries import needed


def frame(dataset: str | Path, **filters: Any) -> Any:
    """A pandas.DataFrame of the columns of docs/export.md; `filters` are those of `filters.selected`.

    Types are string, boolean, Int64, Float64, datetime64 (days; instants with UTC); lists and nested
    fields are Python's. Without rows where no article fits. UsageError for what does not exist, and
    without pandas and pyarrow; OgpnewsError for a damaged record.
    """
    pd, pa = needed("pandas", "ogpnews.frame"), needed("pyarrow", "ogpnews.frame")
    found = Dataset(dataset)
    columns = of_dataset(found.copies())
    going = selected(found, **filters)
    schema = pa.schema(list(types(columns).items()))
    with going.reading():
        # Longer batches than a file's: the table keeps them all, and each has room to spare.
        table = pa.Table.from_batches(batches(_some(going), columns, 1_000), schema)
    nested = [column.name for column in columns if column.kind in (LIST, JSON)]
    made = table.drop_columns(nested).to_pandas(
        types_mapper=_types(pd, pa).get, date_as_object=False
    )
    lists = {name: pd.Series(table[name].to_pylist(), dtype=object) for name in nested}
    return made.assign(**lists)[[column.name for column in columns]]


def _some(records: Iterable[Record]) -> Iterator[Record]:
    try:
        yield from records
    except NothingLeft:
        return


def _types(pd: Any, pa: Any) -> dict[Any, Any]:
    return {
        pa.string(): pd.StringDtype("pyarrow"),
        pa.bool_(): pd.BooleanDtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.float64(): pd.Float64Dtype(),
    }
