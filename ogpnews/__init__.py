"""Crawler and dataset builder for Indonesian regional government news."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

__version__ = "0.1.0"


def read(
    dataset: "str | PathLike[str]", *, outlets: Iterable[str] | None = None, latest: bool = True
) -> Iterator[dict[str, Any]]:
    """Records of a dataset, one after another, the newest runs of each outlet first.

    Each article once, in its last revision; all of its revisions unless `latest`. What was withdrawn
    is left out. `outlets`: ids, those alone. OgpnewsError (UsageError) where there is no dataset, or
    no such outlet in it; OgpnewsError later for a damaged line.
    """
    # by name: `import ogpnews` loads nothing, and this package stays below all of its modules
    found: Any = import_module("ogpnews.dataset").Dataset(dataset)
    records: Iterator[dict[str, Any]] = found.select(outlets, latest=latest)
    return records


def frame(dataset: "str | PathLike[str]", **filters: Any) -> Any:
    """A dataset as a pandas.DataFrame, chosen as by `ogpnews export`; see `ogpnews.frames.frame`."""
    return import_module("ogpnews.frames").frame(dataset, **filters)
