"""`copies.index`: signatures of texts already read, so that the next run signs new ones alone."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ogpnews.copies.minhash import SIZE, STAMP
from ogpnews.disk import whole

NAME = "copies.index"
_FORMAT = f"ogpnews copies.index 1, {STAMP}"
_HASH, _COUNT = 32, 4
_ROW = _HASH + _COUNT + SIZE
"""Bytes of a row: SHA-256 of the text, count of its words, signature."""


class Signed(NamedTuple):
    """What is kept of a text."""

    words: int
    signature: bytes
    """Of minhash.signatures; only zeros for a text that is too short to be compared."""


def load(path: Path) -> dict[str, Signed] | None:
    """SHA-256 of each text → what is kept of it; None where the file is missing or cannot be used.

    It cannot where it is damaged, or of another version: it holds nothing that the records do not.
    """
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        told = json.loads(head)
    except (OSError, ValueError):
        return None
    if told != _head(body):
        return None
    return dict(_row(body[start : start + _ROW]) for start in range(0, len(body), _ROW))


def save(path: Path, known: Mapping[str, Signed]) -> None:
    """Write the file, whole or not at all; OSError."""
    body = b"".join(
        bytes.fromhex(name) + signed.words.to_bytes(_COUNT, "little") + signed.signature
        for name, signed in sorted(known.items())
    )
    with whole(path) as file:
        file.write(json.dumps(_head(body)).encode() + b"\n")
        file.write(body)


def _head(body: bytes) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "texts": len(body) // _ROW,
        "sha256": hashlib.sha256(body).hexdigest(),
    }


def _row(row: bytes) -> tuple[str, Signed]:
    words = int.from_bytes(row[_HASH : _HASH + _COUNT], "little")
    return row[:_HASH].hex(), Signed(words, row[_HASH + _COUNT :])
