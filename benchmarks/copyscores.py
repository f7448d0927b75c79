"""What `ogpnews dedupe` said of planted copies and look-alikes, against the truth."""

from collections.abc import Mapping, Sequence
from typing import Any

from plantedcopies import COPIES, SHARES, Made


def judged(made: Sequence[Made], rows: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    """Recall of each kind of copy; look-alikes that were taken for copies; precision of all links.

    `rows`: number of the article → its line of copies.jsonl, `cluster` being a number, too. A link
    is an article that is not the first of its cluster; it is right where both are one text at heart.
    """
    roots = [number if one.original is None else one.original for number, one in enumerate(made)]
    wrong = {
        number
        for number, row in rows.items()
        if row["cluster"] != number and roots[row["cluster"]] != roots[number]
    }
    links = sum(row["cluster"] != number for number, row in rows.items())
    told: dict[str, Any] = {"links": links, "wrong": len(wrong), "kinds": {}}
    told["precision"] = 1 - len(wrong) / links if links else 1.0
    for kind in ("ordinary", *SHARES):
        numbers = [number for number, one in enumerate(made) if one.kind == kind]
        found = sum(rows[number]["cluster"] == rows[roots[number]]["cluster"] for number in numbers)
        told["kinds"][kind] = {
            "articles": len(numbers),
            "recall": found / len(numbers) if kind in COPIES and numbers else None,
            "wrong": len(wrong.intersection(numbers)),
        }
    return told
