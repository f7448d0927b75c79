"""A megabyte of one word costs a government no more than its length."""

import time

import pytest

from ogpnews.text import government, topics
from ogpnews.text.mentions import read_parts

BAITS = (
    "Pemkot ",
    "Dinas Dinas ",
    "Bupati dan ",
    "Kepala Dinas X, ",
    "sekolah ",
    "Aceh ",
    "buka. ",
    "Bupati Drs. H. ",
    "mantan Kepala Dinas Pendidikan ",
)


def seconds(bait, size):
    """CPU seconds for a text of that size, the best of three."""
    parts = read_parts({"title": bait * 40, "text": bait * (size // len(bait))})
    times = []
    for _ in range(3):
        start = time.process_time()
        found = government.read(parts, ["33.74"])
        topics.read(parts, about=found.about)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("bait", BAITS)
def test_cost_grows_with_the_length_at_most(bait):
    short, long = seconds(bait, 62_500), seconds(bait, 1_000_000)
    assert long < 2 * 16 * short + 0.05
    assert long < 2
