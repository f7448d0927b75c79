"""The table that other formats get: one row an article, typed columns, nested fields flattened."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from ogpnews.dataset import Record

TEXT, INTEGER, NUMBER, BOOLEAN, DAY, MOMENT, LIST, JSON = (
    "text", "integer", "number", "boolean", "day", "moment", "list", "json",
)  # fmt: skip
"""Kinds: DAY is an ISO date, MOMENT an ISO instant in UTC, LIST a list of strings, JSON anything."""

Value = Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    name: str
    kind: str
    read: Callable[[Record], Value]
    """From a record to text, number, bool, list of strings, a JSON value, or None."""
    meaning: str = ""
    """One line for data cards and data dictionaries."""


def values(columns: tuple[Column, ...], record: Record) -> Iterator[Value]:
    """Values of one record, in the order of the columns."""
    return (column.read(record) for column in columns)


def _plain(kind: str, *names: str) -> Iterator[Column]:
    return (Column(name, kind, itemgetter(name)) for name in names)


def _image(key: str) -> Callable[[Record], Value]:
    return lambda record: record["images"][0][key] if record["images"] else None


def _region(key: str) -> Callable[[Record], Value]:
    def read(record: Record) -> Value:
        return next((region[key] for region in record["regions"] if region["primary"]), None)

    return read


def _province(record: Record) -> str | None:
    code: str | None = _region("code")(record)
    return code[:2] if code else None


METADATA_ONLY = "metadata only: "
"""Beginning of the warning in records whose text was left out, by the crawl or by an export."""


def text_withheld(record: Record) -> bool:
    """True where the text was left out on purpose."""
    return any(said.startswith(METADATA_ONLY) for said in record["extraction"]["warnings"])


def _day(record: Record) -> str | None:
    return (record["published"] or "")[:10] or None


COLUMNS: tuple[Column, ...] = (
    *_plain(TEXT, "id", "url", "outlet", "network", "kind", "title"),
    Column("published_day", DAY, _day, "Local day of publication"),
    *_plain(TEXT, "published"),
    *_plain(MOMENT, "published_utc"),
    *_plain(TEXT, "published_precision", "tz_source", "modified", "date_conflict"),
    *_plain(LIST, "authors", "editors", "contributors", "collective"),
    *_plain(TEXT, "initials", "source", "dateline", "dateline_place", "text"),
    Column("text_withheld", BOOLEAN, text_withheld, "Text and captions were left out: see rights"),
    Column("image_url", TEXT, _image("url"), "Main picture: its URL"),
    Column("image_caption", TEXT, _image("caption"), "Main picture: its caption"),
    Column("image_credit", TEXT, _image("credit"), "Main picture: its credit"),
    Column("image_credit_type", TEXT, _image("credit_type"), "Main picture: kind of credit"),
    *_plain(LIST, "tags"),
    *_plain(TEXT, "section", "language"),
    Column("region_code", TEXT, _region("code"), "Primary region: Kemendagri code"),
    Column("region_name", TEXT, _region("name"), "Primary region: name"),
    Column("province_code", TEXT, _province, "Primary region: code of its province"),
    Column(
        "region_codes",
        LIST,
        lambda record: [region["code"] for region in record["regions"] if region["code"]],
        "Codes of all regions that it is about",
    ),
    Column(
        "government_about",
        BOOLEAN,
        lambda record: record["government"]["about"],
        "About what a regional government does",
    ),
    Column("bodies", LIST, lambda record: record["government"]["bodies"], "Bodies named"),
    Column("offices", LIST, lambda record: record["government"]["offices"], "Offices named"),
    *_plain(LIST, "topics"),
    *_plain(TEXT, "origin", "syndicated_from", "rights_notice"),
    *_plain(INTEGER, "revision", "pages", "pages_missing"),
    *_plain(MOMENT, "fetched_at"),
    *_plain(TEXT, "text_sha256"),
    *_plain(JSON, "images", "related", "regions"),
)
"""Columns of every format; `meaning` is empty where items.Article says it under the same name."""


def of_copies(copies: Mapping[str, Record]) -> tuple[Column, ...]:
    """Further columns of a dataset with copies.jsonl: what `ogpnews dedupe` says, by id."""

    def said(key: str) -> Callable[[Record], Value]:
        return lambda record: copies.get(record["id"], {}).get(key)

    return tuple(Column(key, kind, said(key), text) for key, kind, text in _COPIES)


def of_dataset(copies: Mapping[str, Record]) -> tuple[Column, ...]:
    """All columns of a dataset with these copies, or with none."""
    return (*COLUMNS, *(of_copies(copies) if copies else ()))


_COPIES = (
    (
        "cluster",
        TEXT,
        "Id of the first article of its cluster of copies: its own, if it is no copy",
    ),
    ("cluster_size", INTEGER, "Articles in that cluster; 1: no copy is known"),
    ("first_published", TEXT, "When the first of the cluster was published, like published"),
    ("copy_ratio", NUMBER, "Share of its text that is in the first one's, 0 to 1"),
)
