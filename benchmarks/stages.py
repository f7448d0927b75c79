"""What ours spends its time on: stages of a page, and printed dates."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

from corpus import Page

if TYPE_CHECKING:
    from ogpnews.draft import Draft

LINES = (
    "Selasa, 24 November 2020, 15:59 WIB",
    "- 24 November 2020, 15:59 WIB",
    "Kompas.com - 24/11/2020, 15:59 WIB",
    "Selasa, 24 Nov 2020 15:59 WIB",
    "Jum'at, 6 Agustus 2021 | 10.05 Wita",
    "Rabu 3 Maret 2021 pukul 07.30 WIT",
    "24 November 2020",
    "2020-11-24T15:59:00+07:00",
    "24-11-2020 15:59",
    "Diterbitkan: Senin, 1 Pebruari 2021 08:00",
)
"""Printed dates of the commonest forms."""

STAGES = ("decode", "parse", "family", "normalise", "subject", "serialise")
"""Of a page; `subject` is what the chain spends on regions, governments and topics."""


def stages(pages: Sequence[Page], rounds: int) -> dict[str, float]:
    """CPU seconds of ours for all pages by stage, the best of the rounds for each."""
    from ogpnews.errors import OgpnewsError

    best: dict[str, float] = {}
    for _ in range(rounds):
        total = dict.fromkeys(STAGES, 0.0)
        gc.collect()
        for page in pages:
            with suppress(OgpnewsError):
                for name, seconds in _stages(page.body):
                    total[name] += seconds
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in total.items()}
    return best


def _stages(body: bytes) -> Iterator[tuple[str, float]]:
    from ogpnews.extract import Options, Source, dump, read
    from ogpnews.pages.document import Document, decode

    marks = [process_time()]
    decode(body)
    marks.append(process_time())
    _ = Document(body).tree
    marks.append(process_time())
    draft = read(Source("page.html", body), Options())
    marks.append(process_time())
    about = _chain(draft)
    marks.append(process_time())
    dump(draft.article)
    marks.append(process_time())
    decoding, parsing, reading, cleaning, writing = (
        after - before for before, after in pairwise(marks)
    )
    yield "decode", decoding
    yield "parse", parsing - decoding
    yield "family", reading - parsing
    yield "normalise", cleaning - about
    yield "subject", about
    yield "serialise", writing


def _chain(draft: "Draft") -> float:
    """Run the whole chain; the seconds of its stages in ogpnews.subject."""
    from ogpnews.normalise import CHAIN

    seconds = 0.0
    for stage in CHAIN:
        start = process_time()
        stage(draft)
        if stage.__module__ == "ogpnews.subject":
            seconds += process_time() - start
    return seconds


def dates_per_second(rounds: int) -> float:
    """Printed dates read in a second."""
    from ogpnews.text import dates

    best = float("inf")
    for _ in range(rounds):
        start = process_time()
        for _ in range(200):
            for line in LINES:
                dates.parse(line)
        best = min(best, process_time() - start)
    return 200 * len(LINES) / best
