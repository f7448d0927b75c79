"""Formats of other tools: one module each, with `write(records, target, options) -> int`.

`write` streams: it takes any number of records in bounded memory, writes them whole or not at
all, and gives the number of rows. Modules are imported by name when one is asked for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ogpnews.columns import COLUMNS, Column
from ogpnews.dataset import Record


class Format(NamedTuple):
    """One row of the table of formats."""

    module: str
    """Module of this package."""
    endings: tuple[str, ...]
    """Endings of a target that ask for it; none: a folder."""
    meaning: str
    """What it is, and for whom."""


FORMATS: Mapping[str, Format] = MappingProxyType({
    "parquet": Format("parquet", (".parquet",), "one typed file for pandas, DuckDB, R (arrow), Spark"),
    "csv": Format("csvfile", (".csv",), "a table for everything; lists joined by '; '"),
    "sqlite": Format("sqlite", (".sqlite", ".sqlite3", ".db"), "a database with full-text search"),
    "xlsx": Format("workbook", (".xlsx",), "a workbook for spreadsheets, with a data dictionary"),
    "huggingface": Format("huggingface", (), "a folder that datasets.load_dataset reads"),
    "jsonl": Format("jsonlines", (".jsonl", ".jsonl.gz"), "the records themselves, one a line"),
})  # fmt: skip
"""Name → format."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a table is written; each format takes what concerns it."""

    columns: tuple[Column, ...] = COLUMNS
    bom: bool = False
    """CSV: begin with a byte-order mark, by which Excel knows UTF-8."""
    copies: Mapping[str, Record] = field(default_factory=dict)
    """Id → what `ogpnews dedupe` says of it; the columns read it already."""
    about: Mapping[str, str] = field(default_factory=dict)
    """Where the rows come from, for people: dataset, filters, software, …"""
    catalogue: Path | None = None
    """Folder of outlet files to use instead of the packaged ones."""
    say: Callable[[str], object] = lambda _line: None
    """Told what had to be changed on the way, such as a text cut short."""
