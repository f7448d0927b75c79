"""README.md of a dataset: a data card, generated from the data by data/dataset/README.md.j2."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ogpnews.dataset import PACKED, PLAIN
from ogpnews.folder.counting import FIELDS, Counts
from ogpnews.folder.outlettable import Row
from ogpnews.resources import DATA
from ogpnews.text import regions

NAME = "README.md"
MARK = "<!-- made by ogpnews describe: changes are overwritten; without this line the file is left alone -->"
_MARKUP = re.compile(r"[\\`*_{}\[\]()#|<>~&:@!$\"]|(?<=www)\.")
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_LANGUAGE = re.compile("[a-z]{2,3}")
_MOST = 40
"""Rows of a table that may be longer."""
_LONGEST = 300
"""Characters of what a page wrote."""


def plain(value: object) -> object:
    """What pages or people wrote, as Markdown and HTML show it; numbers and our own text as is."""
    if value is None or isinstance(value, int | float | Markup):
        return "" if value is None else value
    line = " ".join(str(value).split())
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
    cut = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return Markup(_MARKUP.sub(lambda found: f"&#{ord(found[0])};", cut))  # noqa: S704  # escaped here


def render(
    manifest: dict[str, Any], counts: Counts, outlets: Sequence[Row], contact: str | None
) -> bytes:
    """The card's text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # not at the crawl's start

    loader = FileSystemLoader(DATA / "dataset")
    # a Markdown file: `plain` escapes each value, where autoescape would escape for HTML alone
    made = Environment(loader=loader, autoescape=False, finalize=plain, undefined=StrictUndefined,  # noqa: S701
                       trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    template = made.get_template(f"{NAME}.j2")
    provinces, places = _regions(counts)
    text = template.render(
        mark=MARK, manifest=manifest, totals=manifest["totals"], counts=counts,
        contact=contact, size=_size(counts.records - counts.revisions),
        languages=[name for name, _ in counts.languages.most_common() if _LANGUAGE.fullmatch(name)],
        globs=[f"articles/*/*{end}" for end in (PACKED, PLAIN) if _any(manifest, end)],
        outlets=sorted(outlets, key=lambda row: -row["records"])[:_MOST], most=_MOST,
        networks=_sums(outlets, "network"), rights=_sums(outlets, "rights"),
        reserved=sum(row["notices"] for row in outlets), months=sorted(counts.months.items()),
        provinces=provinces, places=places,
        coverage=[(name, counts.fields[name]) for name in FIELDS],
    )  # fmt: skip
    return text.encode("utf-8", "replace")


def is_ours(path: Path) -> bool:
    """True where the card may be written: there is none, or a generated one that can be read."""
    try:
        return MARK.encode() in path.read_bytes()
    except OSError:
        return not path.exists()


def _any(manifest: dict[str, Any], end: str) -> bool:
    return any(row["path"].endswith(end) for row in manifest["files"])


def _size(articles: int) -> str:
    return next((name for most, name in _SIZES if articles < most), "1M<n<10M")


def _sums(outlets: Sequence[Row], key: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in outlets:
        found[row[key] or "none"] += row["records"]
    return found


def _regions(counts: Counts) -> tuple[list[tuple[str, str, int]], list[tuple[str, str, int]]]:
    """Provinces and regions by number of records: code, name, records."""
    provinces: Counter[str] = Counter()
    for code, number in counts.regions.items():
        provinces[code[:2] if regions.by_code(code) else code] += number
    return _named(provinces), _named(counts.regions)[:_MOST]


def _named(found: Counter[str]) -> list[tuple[str, str, int]]:
    return [
        (code, row.name if (row := regions.by_code(code)) else "no region", number)
        for code, number in found.most_common()
    ]
