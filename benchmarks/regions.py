"""Regions of real pages against what a reader found: `python benchmarks/regions.py FOLDER ...`.

Which regions each page is about was judged by eye and stands in regions.tsv: no text of a page, only the
beginning of the SHA-256 of its bytes, the set that it belongs to, Kemendagri codes (the choice of an
ambiguous name as `32.04|32.73`) and the primary one. Pages that the list does not know are left out.
"""

import argparse
import csv
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from corpus import Page, page, saved
from report import table

GOLD = Path(__file__).with_name("regions.tsv")


@dataclass
class Tally:
    """What was found in one set of pages."""

    pages: int = 0
    given: int = 0
    right: int = 0
    expected: int = 0
    primaries: int = 0
    right_primaries: int = 0
    candidates: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, row: dict[str, str], found: list[str], primary: str) -> None:
        """Count one page: `found` are codes or candidates, `primary` a code or empty."""
        expected = set(row["regions"].split())
        self.pages += 1
        self.given += len(found)
        self.right += len(expected.intersection(found))
        self.expected += len(expected)
        self.candidates += sum("|" in codes for codes in found)
        self.primaries += bool(primary)
        self.right_primaries += bool(primary) and primary == row["primary"]
        if expected != set(found) or (primary and primary != row["primary"]):
            self.errors.append(f"{name}: {' '.join(found)} (primary {primary}); read: {row}")

    def row(self, name: str) -> list[str]:
        """One line of the table."""
        share = (self.right / max(1, self.given), self.right / max(1, self.expected))
        return [
            name, str(self.pages), str(self.given), *(f"{value:.2f}" for value in share),
            str(self.primaries), f"{self.right_primaries / max(1, self.primaries):.2f}",
            str(self.candidates),
        ]  # fmt: skip


def tallies(folders: list[Path]) -> dict[str, Tally]:
    """Set of pages → what was found in it."""
    with GOLD.open(encoding="utf-8", newline="") as lines:
        gold = {row["sha256"]: row for row in csv.DictReader(lines, delimiter="\t")}
    told: dict[str, Tally] = {}
    for path in (path for folder in folders for path in saved(folder)):
        one = page(path)
        row = gold.get(hashlib.sha256(one.body).hexdigest()[:12])
        if row is not None:
            told.setdefault(row["set"], Tally()).add(path.name, row, *_read(one))
    return told


def _read(one: Page) -> tuple[list[str], str]:
    from ogpnews.errors import OgpnewsError
    from ogpnews.extract import Options, Source, extract

    try:
        article = extract(Source(one.name, one.body, one.url), Options())
    except OgpnewsError:
        return [], ""
    found = [region.code or "|".join(region.candidates) for region in article.regions]
    primary = next((region.code or "" for region in article.regions if region.primary), "")
    return found, primary


def main() -> None:
    """Print a table; the pages that differ with --errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    told = tallies(given.folder)
    head = ["set", "pages", "regions", "precision", "recall", "primaries", "right", "candidates"]
    print("\n".join(table(head, [tally.row(name) for name, tally in told.items()])))
    for tally in told.values() if given.errors else ():
        print("\n".join(tally.errors))


if __name__ == "__main__":
    main()
