"""What regions, governments, topics and origin cost of the time of one record.

    python benchmarks/subject.py [FOLDER] [--rounds N]

Every page is read and taken through the chain; each stage of each page counts with the best of its
rounds, in CPU time, so that other work on the machine tells little.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import process_time

from corpus import CorpusError, Page, pages
from report import table

SUBJECT = ("mentions", "regions", "government", "topics")


def costs(found: list[Page], rounds: int) -> dict[str, float]:
    """CPU seconds of all pages by stage; a page that gives no article counts for nothing."""
    from ogpnews.errors import OgpnewsError

    total: dict[str, float] = {}
    for page in found:
        best: dict[str, float] = {}
        for _ in range(rounds):
            with suppress(OgpnewsError):
                for name, seconds in _stages(page):
                    best[name] = min(seconds, best.get(name, seconds))
        for name, seconds in best.items():
            total[name] = total.get(name, 0.0) + seconds
    return total


def _stages(page: Page) -> Iterator[tuple[str, float]]:
    from ogpnews import subject
    from ogpnews.extract import Options, Source, read
    from ogpnews.normalise import CHAIN

    start = process_time()
    draft = read(Source(page.name, page.body, page.url), Options())
    yield "reading the page", process_time() - start
    for stage in CHAIN:
        if stage is subject.regions:  # the first to ask for the mentions
            start = process_time()
            draft.parts()
            yield "mentions", process_time() - start
        start = process_time()
        stage(draft)
        yield stage.__name__, process_time() - start


def main() -> int:
    """Print one line a stage."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder of saved pages")
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    try:
        name, found = pages(options.folder)
    except CorpusError as error:
        print(error, file=sys.stderr)
        return 1
    total = costs(found, options.rounds)
    whole = sum(total.values())
    rows = [(s, f"{t / len(found) * 1e6:,.0f}", f"{t / whole:.1%}") for s, t in total.items()]
    share = sum(total.get(stage, 0.0) for stage in SUBJECT) / whole
    print(f"{name}; {', '.join(SUBJECT)}: {share:.1%} of a record\n")
    print("\n".join(table(("stage", "µs a page", "share"), rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
