"""Tables, the circumstances of a run, and the part of a docs file that a run writes."""

import argparse
import json
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus import ROOT, CorpusError


def circumstances() -> dict[str, str]:
    """When and on what a run was made."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines of a table in Markdown; the first column is words, the others are figures."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return ["| " + " | ".join(line) + " |" for line in lines] + [""]


def put(path: Path, name: str, text: str) -> None:
    """Put the text into a docs file, between `<!-- NAME: measured -->` and `<!-- NAME: end -->`."""
    start, end = f"<!-- {name}: measured -->\n", f"<!-- {name}: end -->"
    old = path.read_text(encoding="utf-8")
    if start not in old or end not in old:
        raise CorpusError(f"{path}: no {start.strip()} … {end}")
    head, _, rest = old.partition(start)
    path.write_text(f"{head}{start}\n{text}\n{end}{rest.partition(end)[2]}", encoding="utf-8")


def mib(size: float) -> str:
    """Bytes in MiB."""
    return f"{size / 2**20:,.0f}"


def options(doc: str | None, names: Sequence[str], page: str) -> argparse.ArgumentParser:
    """The arguments that both benchmarks take; `page` is the docs file that shows the result."""
    parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder of saved pages")
    parser.add_argument(
        "--readers", nargs="+", choices=names, default=names, metavar="NAME",
        help=f"these readers alone, of: {', '.join(names)}",
    )  # fmt: skip
    add_output(parser, page)
    return parser


def add_output(parser: argparse.ArgumentParser, page: str = "performance.md") -> None:
    """How the result is said: what `show` asks its arguments for."""
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="JSON instead of tables")
    how.add_argument(
        "--write", nargs="?", type=Path, const=ROOT / "docs" / page, metavar="FILE",
        help=f"put the tables into this file (default: docs/{page}) too",
    )  # fmt: skip


def show(args: argparse.Namespace, name: str, found: object, text: str) -> None:
    """Print what was found, as the arguments ask, and put its tables into the docs."""
    print(json.dumps(found, indent=2) if args.json else text)
    if args.write:
        put(args.write, name, text)


def left_out(missing: dict[str, Any]) -> list[str]:
    """A line for each reader that could not be had."""
    return [f"Left out: {name} ({why})." for name, why in missing.items()]
