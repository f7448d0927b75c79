"""Quality: ours and other extractors, on the same pages, against what careful readers noted.

    python benchmarks/quality.py [FOLDER NOTES] [--scorer FILE] [--readers NAME …] [--json | --write]

FOLDER holds saved pages, NOTES one JSON file for each of them by the same name, as the project's
evaluation pages do. Every reader gets the same bytes and the article's own address, ours the bytes
alone. Peers come from the extra `bench`; one that is missing or broken is said and left out.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus import SHARED, CorpusError, Page, Record, Scorer, golds, scorer
from readers import OURS, PEERS, SILENCE, Reader, quiet, ready
from report import circumstances, left_out, options, show, table

NAMES = [*OURS, *PEERS, SILENCE]
COMMON = ("title", "published_day", "authors", "body")
"""Fields that nearly every extractor knows."""


@dataclass(slots=True)
class Scores:
    """What one reader reached on all pages."""

    reader: Reader
    pages: list[dict[str, float]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """Pages that it gave no record of; they are scored as empty records."""

    def mean(self, *names: str) -> float:
        """Mean of fields over all pages."""
        return (
            sum(page[name] for page in self.pages for name in names) / len(names) / len(self.pages)
        )


def judge(reader: Reader, found: Sequence[tuple[Page, Record]], scoring: Scorer) -> Scores:
    """Read every page and score what came."""
    scores = Scores(reader)
    for page, gold in found:
        record: Record = {}
        try:
            record = reader.record(reader.extract(page))
        except Exception as error:  # whatever a peer raises on a page
            scores.failed.append(f"{page.name}: {type(error).__name__}: {error}")
        for key in ("published", "modified"):
            record[key] = lenient(record.get(key), gold.get(key))
        scores.pages.append(_scored(scoring, gold, record))
    return scores


def _scored(scoring: Scorer, gold: Record, record: Record) -> dict[str, float]:
    """Score by field, those of the body once more for who leaves the dateline in it."""
    scored = scoring.score_page(gold, record)
    first, *others = gold["body"] or [""]
    left = {**gold, "body": [f"{gold.get('dateline') or ''} {first}".strip(), *others]}
    again = scoring.score_page(left, record)
    for name in [name for name in scored if name.startswith("body")]:
        scored[f"{name}, dateline or not"] = max(scored[name], again[name])
    return scored


def lenient(time: str | None, gold: str | None) -> str | None:
    """A time without a zone, read in the very zone that the reader noted."""
    try:
        read, noted = datetime.fromisoformat(time or ""), datetime.fromisoformat(gold or "")
    except ValueError:
        return time
    if time is None or len(time) == len("2020-11-24") or read.tzinfo:
        return time
    return read.replace(tzinfo=noted.tzinfo).isoformat()


def result(
    found: Sequence[tuple[Page, Record]], scoring: Scorer, names: Sequence[str]
) -> dict[str, Any]:
    """Everything scored, ready for JSON."""
    readers, missing = ready(names)
    rows = []
    for reader in readers:
        scores = judge(reader, found, scoring)
        rows.append(
            {
                "name": reader.name,
                "version": reader.version,
                "how": reader.how,
                "failed": len(scores.failed),
                "failures": scores.failed,
                "core": scores.mean(*scoring.CORE),
                "common": scores.mean(*COMMON),
                "fields": {name: scores.mean(name) for name in scores.pages[0]},
            }
        )
    return {
        **circumstances(),
        "pages": len(found),
        "core": list(scoring.CORE),
        "common": list(COMMON),
        "readers": rows,
        "left_out": missing,
    }


def markdown(found: dict[str, Any]) -> str:
    """The result as tables."""
    rows = found["readers"]
    lines = [f"{found['date']}, Python {found['python']}; {found['pages']} articles.", ""]
    fields = list(rows[0]["fields"]) if rows else []
    lines += table(
        ["field", *(row["name"] for row in rows)],
        [
            *(_line(f"**{name}**", [row[name] for row in rows]) for name in ("core", "common")),
            *(_line(name, [row["fields"][name] for row in rows]) for name in fields),
            ["pages without a record", *(str(row["failed"]) for row in rows)],
        ],
    )
    lines += [
        f"core: mean of {', '.join(found['core'])}.",
        f"common: mean of {', '.join(found['common'])}.",
        "",
        "| reader | version | how it is called |",
        "|---|---|---|",
        *(f"| {row['name']} | {row['version']} | {row['how']} |" for row in rows),
    ]
    if found["left_out"]:
        lines += ["", *left_out(found["left_out"])]
    return "\n".join(lines)


def _line(name: str, values: Sequence[float]) -> list[str]:
    return [name, *(f"{value:.3f}" for value in values)]


def main() -> int:
    """Score and print; 1 where there is nothing to score, or nothing to score with."""
    parser = options(__doc__, NAMES, "quality.md")
    parser.add_argument(
        "notes", nargs="?", type=Path, help="folder of what readers noted on them, in JSON"
    )
    parser.add_argument("--scorer", type=Path, default=SHARED / "score.py", metavar="FILE")
    args = parser.parse_args()
    quiet()
    try:
        articles = golds(args.folder or SHARED / "pages", args.notes or SHARED / "gold")
        found = result(articles, scorer(args.scorer), args.readers)
        show(args, "quality", found, markdown(found))
    except CorpusError as error:
        print(f"quality: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
