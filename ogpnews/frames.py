"""A dataset as a table of pandas."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ogpnews.columns import COLUMNS, JSON, LIST, of_copies
from ogpnews.dataset import Dataset, Record
from ogpnews.export import NothingLeft, Selected
from ogpnews.filters import selection
from ogpnews.formats.arrow import batches, types
from ogpnews.formats.libraries import needed
from ogpnews.reserved import Rights, Texts

Several = str | Iterable[str]
"""One value or more."""


def frame(
    dataset: str | Path,
    *,
    region: Several = (),
    since: str | None = None,
    until: str | None = None,
    government: bool = False,
    topic: Several = (),
    outlet: Several = (),
    origin: Several = (),
    dedupe: bool = False,
    limit: int | None = None,
    metadata_only: bool = False,
    with_reserved_text: bool = False,
    catalogue: str | Path | None = None,
) -> Any:
    """A pandas.DataFrame of the columns of docs/export.md; arguments as the options of `ogpnews export`.

    Types are string, boolean, Int64, Float64, datetime64 (days; instants with UTC); lists and nested
    fields are Python's. Without rows where no article fits. UsageError for what does not exist, and
    without pandas and pyarrow; OgpnewsError for a damaged record.
    """
    pd, pa = needed("pandas", "ogpnews.frame"), needed("pyarrow", "ogpnews.frame")
    found = Dataset(dataset)
    chosen = selection(
        found, region=_all(region), since=since, until=until, government=government,
        topic=_all(topic), outlet=_all(outlet), origin=_all(origin),
    )  # fmt: skip
    texts = Texts.ALL if with_reserved_text else Texts.NONE if metadata_only else Texts.FREE
    rights = Rights(texts, Path(catalogue) if catalogue else None)
    copies = found.copies()
    columns = (*COLUMNS, *(of_copies(copies) if copies else ()))
    records = _some(Selected(found, chosen, rights, limit, dedupe))
    schema = pa.schema(list(types(columns).items()))
    table = pa.Table.from_batches(batches(records, columns), schema)
    nested = [column.name for column in columns if column.kind in (LIST, JSON)]
    made = table.drop_columns(nested).to_pandas(
        types_mapper=_types(pd, pa).get, date_as_object=False, self_destruct=True
    )
    lists = {name: pd.Series(table[name].to_pylist(), dtype=object) for name in nested}
    return made.assign(**lists)[[column.name for column in columns]]


def _all(values: Several) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)


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
