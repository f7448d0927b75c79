"""outlets.csv: the outlets of a dataset, as the catalogue has them, with what there is of each."""

import csv
import io
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from ogpnews.folder.countedfile import Counted, total
from ogpnews.formats.csvfile import guarded
from ogpnews.outlets import Catalogue
from ogpnews.text import regions

NAME = "outlets.csv"
HEAD = (
    "id", "name", "url", "network", "region", "region_name", "articles", "records", "first", "last",
    "rights", "notices", "status",
)  # fmt: skip
"""Columns; `notices` counts records that bear a reservation, the rest is as in outlet.Outlet."""
Row = dict[str, Any]


def rows(files: Iterable[Counted], catalogue: Catalogue, former: dict[str, Row]) -> list[Row]:
    """One row an outlet, by id; what the catalogue does not know is as it was in the file before."""
    made = []
    ordered = sorted(files, key=lambda each: each.outlet)
    for name, group in groupby(ordered, key=lambda each: each.outlet):
        counts, outlet = total(group), catalogue.outlets.get(name)
        row = {**dict.fromkeys(HEAD, ""), **former.get(name, {}), "id": name}
        if outlet is not None:
            place = regions.by_code(outlet.region)
            row |= {
                "name": outlet.name, "url": outlet.url, "network": outlet.network or "",
                "region": outlet.region, "region_name": place.name if place else "",
                "rights": outlet.rights, "status": outlet.status,
            }  # fmt: skip
        row |= {
            "articles": counts.records - counts.revisions, "records": counts.records,
            "first": counts.first or "", "last": counts.last or "",
            "notices": counts.fields["rights_notice"],
        }  # fmt: skip
        made.append(row)
    return made


def text(made: Iterable[Row]) -> bytes:
    """The file's text: UTF-8, LF; no cell is a formula to a spreadsheet."""
    lines = io.StringIO()
    writer = csv.DictWriter(lines, HEAD, lineterminator="\n")
    writer.writeheader()
    for row in made:
        writer.writerow(
            {key: guarded(value) if isinstance(value, str) else value for key, value in row.items()}
        )
    return lines.getvalue().encode()


def before(folder: Path) -> dict[str, Row]:
    """Rows by id, as a description left them; none where the file cannot be read."""
    try:
        with (folder / NAME).open(encoding="utf-8", newline="") as lines:
            found = [{key: row[key] for key in HEAD} for row in csv.DictReader(lines)]
    except (OSError, ValueError, KeyError, csv.Error):
        return {}
    return {row["id"]: row for row in found}
