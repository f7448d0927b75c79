"""Values of columns as cells: lists and JSON as text, days and moments as Python's own."""

from datetime import UTC, date, datetime
from typing import Any

import orjson

from ogpnews.columns import JSON, LIST, Column

BETWEEN = "; "
"""Stands between the items of a list; a semicolon in an item becomes a comma."""


def joined(items: list[str]) -> str:
    """A list in one cell."""
    return BETWEEN.join([item.replace(";", ",") for item in items]) if items else ""


def packed(value: Any) -> str:
    """A JSON value in one cell."""
    return orjson.dumps(value).decode()


def flat(column: Column, value: Any) -> Any:
    """A value for formats without lists: those joined, JSON as text, anything else as it is."""
    if value is not None and column.kind in (LIST, JSON):
        return joined(value) if column.kind == LIST else packed(value)
    return value


def day(text: str | None) -> date | None:
    """An ISO date; None where there is none, or none that the calendar has."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def moment(text: str | None) -> datetime | None:
    """An ISO instant, in UTC; None as for a day."""
    try:
        found = datetime.fromisoformat(text) if text else None
        return found.astimezone(UTC) if found else None
    except (ValueError, OverflowError):
        return None
