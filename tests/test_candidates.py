"""Which texts are compared: chains of equal bands, bounded."""

from ogpnews.copies.candidates import Candidates
from ogpnews.copies.minhash import BANDS, SIZE, signatures


def signature(*bands: int) -> bytes:
    """One whose first bands are given; the others are like no other text's."""
    signature.count += 1
    rest = range(10**6 + BANDS * signature.count, 10**6 + BANDS * (signature.count + 1))
    return b"".join(band.to_bytes(4, "little") for band in (*bands, *rest))[:SIZE]


signature.count = 0


def test_the_most_bands_in_common_come_first() -> None:
    texts = [signature(1, 2, 3), signature(9, 2, 3), signature(1, 2, 3), signature(7, 7, 7)]
    found = Candidates(texts)
    assert found.of(2, [0, 1]) == [0, 1]
    assert found.of(1, [0]) == [0]
    assert found.of(0, []) == found.of(3, [0, 1, 0]) == []
    assert found.any() == {0, 1, 2}


def test_members_lead_to_the_first_of_their_cluster() -> None:
    found = Candidates([signature(1, 2), signature(1, 3), signature(9, 3)])
    assert found.of(2, [0, 0]) == [0]


def test_of_many_the_last_ones_are_looked_at() -> None:
    found = Candidates([signature(5) for _ in range(100)])
    assert found.of(99, list(range(99))) == list(range(83, 99))


def test_no_texts() -> None:
    assert Candidates([]).any() == set()


def test_signatures_are_those_of_every_run() -> None:
    words = [f"kata{number}" for number in range(50)]
    one, same, other, empty = signatures([words, words[::-1], words[:40], []])
    assert one == same
    assert len(one) == len(empty) == SIZE
    shared = sum(one[place : place + 4] == other[place : place + 4] for place in range(0, SIZE, 4))
    assert 10 < shared < BANDS
    assert one[:8].hex() == "fc97bcbec9151d80"  # another value: another algorithm, and a new STAMP
