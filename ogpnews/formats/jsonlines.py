"""JSON Lines: the records themselves, as the schema has them."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, cast

import orjson
from zlib_ng import gzip_ng

from ogpnews.dataset import Record
from ogpnews.formats import Options
from ogpnews.formats.whole import whole


def write(records: Iterable[Record], target: Path, options: Options) -> int:  # noqa: ARG001  # the protocol
    """One record a line, all its keys; packed where the target ends in `.gz`."""
    rows = 0
    with whole(target) as part, _opened(part, packed=target.name.endswith(".gz")) as file:
        for rows, record in enumerate(records, 1):  # noqa: B007  # the number of the last one
            file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return rows


def _opened(path: Path, *, packed: bool) -> AbstractContextManager[IO[bytes]]:
    if packed:
        found = gzip_ng.open(path, "wb")  # type: ignore[no-untyped-call]  # as its library left it
        return cast("AbstractContextManager[IO[bytes]]", found)
    return path.open("wb")
