"""Checking and describing a dataset: records a second on one core, packed and plain.

    python benchmarks/verify.py [--records N] [--rounds N] [--json | --write]

The records are invented (`syntheticrecords.py`), 5 KB each. Time is CPU time of `ogpnews verify` and
`ogpnews describe` without imports, the best round of each.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import syntheticrecords
from corpus import CorpusError
from ogpnews.folder import compression, description, verification
from ogpnews.outlets import Catalogue
from ogpnews.runreport import RunReport
from report import add_output, circumstances, show, table

LEAST = 20_000
"""Records a second that `verify` shall read."""


def result(records: int, rounds: int) -> dict[str, Any]:
    """Everything measured, ready for JSON."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        syntheticrecords.lay(folder, records)
        paths = list(folder.glob("articles/*/*"))
        size = sum(path.stat().st_size for path in paths) / records
        found = {"plain": _measured(folder, records, rounds)}
        (folder / "runs").mkdir()
        report = RunReport(syntheticrecords.RUN, [], "2026-11-20T01:00:00Z")
        report.write(folder / "runs" / f"{syntheticrecords.RUN}.json")
        start = process_time()
        if problems := compression.pack(folder):
            raise CorpusError(problems[0])
        found["packed"] = {
            **_measured(folder, records, rounds), "pack": records / (process_time() - start),
        }  # fmt: skip
    return {**circumstances(), "records": records, "rounds": rounds, "bytes": size, "found": found}


def _measured(folder: Path, records: int, rounds: int) -> dict[str, float]:
    def describe() -> None:
        (folder / ".counts.json").unlink(missing_ok=True)
        _sound(description.describe(folder, asked))

    def verify() -> None:
        _sound([str(finding) for finding, _ in verification.verify(folder).findings()])

    asked = description.Asked(Catalogue(()), "data@example.org")
    return {
        "describe": records / _best(describe, rounds),
        "again": _best(lambda: _sound(description.describe(folder, asked)), rounds),
        "verify": records / _best(verify, rounds),
    }


def _sound(problems: list[str]) -> None:
    if problems:
        raise CorpusError(problems[0])


def _best(work: Callable[[], None], rounds: int) -> float:
    """CPU seconds of the best round."""
    took = []
    for _ in range(rounds):
        start = process_time()
        work()
        took.append(process_time() - start)
    return min(took)


def markdown(told: dict[str, Any]) -> str:
    """The result as a table."""
    rows = [
        [
            name,
            f"{found['verify']:,.0f}",
            f"{found['describe']:,.0f}",
            f"{1000 * found['again']:,.0f} ms",
        ]
        for name, found in told["found"].items()
    ]
    head = ["record files", "verify, records/s", "describe, records/s", "describe, nothing new"]
    said = (
        f"{told['date']}, Python {told['python']}, {told['machine']}; {told['records']:,} records of "
        f"{told['bytes'] / 1000:.1f} KB; CPU time of one core, the best of {told['rounds']} rounds. "
        f"Asked: {LEAST:,} records/s for `verify`."
    )
    return "\n".join([said, "", *table(head, rows)]).rstrip()


def main() -> int:
    """Measure and print; 1 where a dataset of ours is not in order."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=100_000, help="default: 100000")
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    add_output(parser)
    args = parser.parse_args()
    try:
        told = result(args.records, max(1, args.rounds))
        show(args, "verify", told, markdown(told))
    except CorpusError as error:
        print(f"verify: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
