"""MinHash: a text's shingles → a few bytes, of which texts with much in common share some."""

from array import array
from collections.abc import Sequence
from zlib import crc32

from rensa import RMinHash

ROWS, BANDS = 3, 64
"""Values of a band, and bands: texts with a third of their shingles in common share a band in nine
of ten cases, with half of them always (1 - (1 - J³)⁶⁴, J: Jaccard similarity)."""
_SEED = 20
STAMP = f"rensa {RMinHash.ALGORITHM_VERSION}, {ROWS} x {BANDS}, seed {_SEED}"
"""What bands depend on: those of another stamp cannot be compared with ours."""
SIZE = 4 * BANDS
"""Bytes of a signature."""


def signatures(texts: Sequence[Sequence[str]]) -> list[bytes]:
    """Signature of each text's shingles: SIZE bytes, four of them a band, little-endian.

    A band is kept as the checksum of its values: that two differ and look alike costs one
    comparison more, and the signature takes a third of the space.
    """
    matrix = RMinHash.digest_matrix_from_token_sets(texts, ROWS * BANDS, _SEED)
    return [_banded(row) for row in matrix.to_rows()]


def _banded(row: Sequence[int]) -> bytes:
    values, size = array("I", row).tobytes(), 4 * ROWS
    return b"".join(
        crc32(values[start : start + size]).to_bytes(4, "little")
        for start in range(0, len(values), size)
    )
