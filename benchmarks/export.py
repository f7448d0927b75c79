"""`ogpnews export` in every format: seconds, memory, size; each in a process of its own.

    python benchmarks/export.py [--records N] [--formats NAME …] [--json | --write]

The records are invented, some 4.5 KB each. `reading` goes through them and writes nothing: what every
format has to pay; `frame` is ogpnews.frame.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corpus import CorpusError
from memory import peak
from ogpnews import cli, frame
from ogpnews.dataset import Dataset
from ogpnews.formats import FORMATS
from report import add_output, circumstances, mib, show, table
from syntheticrecords import lay

READING, FRAME = "reading", "frame"
NAMES = (READING, FRAME, *FORMATS)


def once(name: str, folder: Path, target: Path) -> dict[str, Any]:
    """One format in this very process: wall and CPU seconds, peak memory, bytes written."""
    began, cpu = time.perf_counter(), time.process_time()
    if name == READING:
        for _ in Dataset(folder).records():
            pass
    elif name == FRAME:
        frame(folder)
    elif cli.main(["export", str(folder), "-f", name, "-o", str(target)]):
        raise SystemExit(1)
    wall, cpu = time.perf_counter() - began, time.process_time() - cpu
    parts = [target] if target.is_file() else [path for path in target.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in parts)
    return {"wall_s": wall, "cpu_s": cpu, "peak": peak(), "bytes": size}


def measure(name: str, folder: Path) -> dict[str, Any]:
    """The same in a process of its own; CorpusError where it ends badly."""
    with TemporaryDirectory() as scratch:
        done = subprocess.run(
            [sys.executable, __file__, "--once", name, str(folder), str(Path(scratch) / "target")],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        raise CorpusError(f"{name}: {done.stderr.strip()[-300:]}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def markdown(found: dict[str, Any]) -> str:
    """The result as a table."""
    said = (
        f"{found['date']}, Python {found['python']}, {found['machine']}; {found['records']:,} records"
        f" of {found['bytes'] / found['records'] / 1000:.1f} KB, {mib(found['bytes'])} MiB as JSON Lines."
    )
    rows = [
        [
            name, f"{told['wall_s']:.1f}", f"{told['cpu_s']:.1f}", mib(told["peak"]),
            mib(told["bytes"]) if told["bytes"] else "–",
        ]
        for name, told in found["formats"].items()
    ]  # fmt: skip
    head = ["format", "wall, s", "CPU, s", "peak memory, MiB", "size, MiB"]
    return "\n".join([said, "", *table(head, rows)]).rstrip()


def main() -> int:
    """Measure and print; 1 where an export ends badly."""
    if sys.argv[1:2] == ["--once"]:
        name, folder, target = sys.argv[2:]
        print(json.dumps(once(name, Path(folder), Path(target))))
        return 0
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--records", type=int, default=100_000, help="how many (default: 100,000)")
    parser.add_argument("--formats", nargs="+", choices=NAMES, default=NAMES, metavar="NAME")
    add_output(parser)
    args = parser.parse_args()
    try:
        with TemporaryDirectory() as name:
            size = lay(Path(name), args.records)
            told = {each: measure(each, Path(name)) for each in args.formats}
        found = {**circumstances(), "records": args.records, "bytes": size, "formats": told}
        show(args, "export", found, markdown(found))
    except CorpusError as error:
        print(f"export: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
