"""Crawler and dataset builder for Indonesian regional government news."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def frame(dataset: Any, **filters: Any) -> Any:
    """A dataset as a pandas.DataFrame, chosen as by `ogpnews export`; see `ogpnews.frames.frame`."""
    return import_module("ogpnews.frames").frame(dataset, **filters)
