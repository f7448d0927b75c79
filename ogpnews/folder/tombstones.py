"""withdrawn.jsonl: what stays of an article that was taken out, and that later runs honour."""

from collections.abc import Iterable
from pathlib import Path

import orjson

from ogpnews.dataset import WITHDRAWN, Dataset, Record
from ogpnews.disk import whole
from ogpnews.errors import OgpnewsError
from ogpnews.runreport import now

KEYS = ("id", "url", "outlet", "addresses", "at", "reason")
"""Of a tombstone. `addresses`: others under which it was fetched, so that no run fetches it again;
`at`: when it was withdrawn, UTC. Nothing of the article itself."""

_TEXTS = ("url", "outlet", "at", "reason")


def of(records: Iterable[Record], reason: str) -> Record:
    """The tombstone of an article, out of its revisions, of which there is at least one."""
    revisions = list(records)
    last = max(revisions, key=lambda record: record["revision"])
    fetched = {record["fetched_url"] for record in revisions} - {last["url"], None}
    values = (last["id"], last["url"], last["outlet"], sorted(fetched), now(), reason)
    return dict(zip(KEYS, values, strict=True))


def rows(folder: Path) -> list[Record]:
    """Tombstones, the oldest first; OgpnewsError where the file is damaged."""
    found = []
    for number, row in enumerate(Dataset(folder).side(WITHDRAWN), 1):
        if not all(isinstance(row.get(key), str) for key in _TEXTS):
            raise OgpnewsError(
                f"{folder / WITHDRAWN}: line {number} is no tombstone; mend it, it names an article "
                "that no run may fetch"
            )
        found.append({**row, "addresses": [*map(str, row.get("addresses") or ())]})
    return found


def add(folder: Path, new: Iterable[Record]) -> None:
    """The file with these more, whole or as it was; OSError."""
    known = rows(folder)
    with whole(folder / WITHDRAWN) as file:
        for row in (*known, *new):
            file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
