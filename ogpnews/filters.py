"""Filters as people give them, checked, and what they leave of a dataset."""

from collections.abc import Iterable
from pathlib import Path

from ogpnews.dataset import UNLISTED, Dataset
from ogpnews.export import Selected
from ogpnews.names import known
from ogpnews.names import region as code_of
from ogpnews.reserved import Rights, Texts
from ogpnews.schema import NARROWER
from ogpnews.selection import Selection
from ogpnews.window import Window

Several = str | Iterable[str]
"""One value or more."""


def selected(
    dataset: Dataset,
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
) -> Selected:
    """What goes out of a dataset; arguments as the options of `ogpnews export`.

    UsageError, with what is near, for a region, day, outlet or origin that does not exist. Topics are
    checked against the records, as they pass.
    """
    window = Window.parse(since, until, "Asia/Jakarta")
    outlets, origins = _all(outlet), _all(origin)
    here = {path.parent.name for path in dataset.files()}
    known(outlets, here, "outlet", f"in {dataset.folder}")
    known(origins, NARROWER["origin"]["enum"], "origin")
    chosen = Selection(
        frozenset(map(code_of, _all(region))), window.since, window.until, government,
        frozenset(_all(topic)), frozenset("" if name == UNLISTED else name for name in outlets),
        frozenset(origins),
    )  # fmt: skip
    texts = Texts.ALL if with_reserved_text else Texts.NONE if metadata_only else Texts.FREE
    rights = Rights(texts, Path(catalogue) if catalogue else None)
    return Selected(dataset, chosen, rights, limit, dedupe)


def _all(values: Several) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(values)
