"""Hostile text: the time that it takes grows with its length and no faster; the record stays small."""

from time import process_time

import pytest
from regionparts import found

PIECES = (
    "Cileungsi, Bogor, ",
    "di Kudus, Aaaa aaa, ",
    "Semarang ", "Semarang, ", "Kota ", "Kota dan Kabupaten ", "Kota Semarang ", "Kecamatan ",
    "Kecamatan Getasan ", "kata dia di Semarang, Senin (1/2) ", "Bupati ", "Bupati Kudus dan ",
    "Batu\n\n", "( ", ". ", "\n\n", "se-", "Kec.Kec.", "a", "İ", "Semarang (Semarang (",
    "di ", "Papua Barat Daya Papua ", "'Malang' ", "9.9,",
)  # fmt: skip


def seconds(text: str) -> float:
    """CPU seconds, the best of three: a collection of garbage in between is not the text's."""
    times = []
    for _ in range(3):
        start = process_time()
        found(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("piece", PIECES)
def test_time_is_linear(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert seconds(text * 4) < 12 * seconds(text) + 0.1


def test_a_megabyte_is_read_and_says_little() -> None:
    text = "Pemkot Semarang dan Pemkab Kudus, Jalan Bandung; " * (1_000_000 // 49)
    entries = found(text, title=text[:100_000], tags=text[:100_000])
    assert {entry.codes for entry in entries} == {("33.74",), ("33.19",)}
    assert all(len(entry.evidence) <= 5 for entry in entries)
    assert all(len(piece) <= 80 for entry in entries for piece in entry.evidence)


def test_a_long_list_names_eight_at_most() -> None:
    names = (
        "Kudus",
        "Jepara",
        "Blora",
        "Sragen",
        "Klaten",
        "Boyolali",
        "Brebes",
        "Cilacap",
        "Kebumen",
    )
    assert len(found("", title=" dan ".join(f"Pemkab {name}" for name in names))) == 8
