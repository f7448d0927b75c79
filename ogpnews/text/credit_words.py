"""The words of credit lines as patterns: labels, reports, who is named behind and before them."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from ogpnews.resources import lexicon

NOISE: Final = "-"
"""Role of a label that says nothing about people."""
BOTH: Final = "authors and editors"
"""Role of a label for one person who is both."""


@cache
def roles() -> dict[str, str]:
    """Label, lower case → a field of Credits, NOISE or BOTH."""
    words = lexicon("credits")
    found = {label: role for role, labels in words["roles"].items() for label in labels}
    found.update(dict.fromkeys(words["labels"]["other"], NOISE))
    found.update(dict.fromkeys(words["labels"]["both"], BOTH))
    return found


def _alternatives(labels: Iterable[str]) -> str:
    longest_first = sorted(labels, key=len, reverse=True)
    found = "|".join(re.escape(label).replace(r"\ ", r"\s{1,3}") for label in longest_first)
    return f"(?a:{found})"  # ASCII: `İ` would pass for i, and what is found is looked up in tables


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The compiled patterns by name."""
    known = roles()
    labels = lexicon("credits")["labels"]
    capital = [label.capitalize() for label in known if len(label) > 4 and " " not in label]
    reporters = _alternatives(labels["reporters"])
    i = re.IGNORECASE
    return {
        "label": re.compile(rf"(?<![\w@])({_alternatives(known)})\s{{0,3}}:\s{{0,3}}", i),
        # "Putu Indah SavitriEditor: Agus": two page elements without a space between
        "glued": re.compile(rf"(?<=[a-z.])({_alternatives(capital)})\s{{0,3}}:\s{{0,3}}"),
        # "PenulisDani Prabowo": a label and a name in elements of their own
        "before name": re.compile(rf"^({_alternatives(capital)})(?=[A-ZÀ-Ý])"),
        "start": re.compile(
            rf"({_alternatives(labels['start'])})(?:\s{{0,3}}[:.]\s{{0,3}}|\s{{1,3}}|$)", i
        ),
        "trailing": re.compile(rf"(.{{2,80}}?)\s({_alternatives(labels['trailing'])})[\s.]*", i),
        "report": re.compile(
            rf"laporan\s{{1,3}}(?:langsung\s{{1,3}})?(?:{reporters})\b\s{{0,3}}:?\s{{0,3}}", i
        ),
        "reporter": re.compile(rf"(?:{reporters}|{_alternatives(labels['trailing'])})\b", i),
    }
