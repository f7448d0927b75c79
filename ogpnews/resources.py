"""Where the packaged data lies: in the wheel, or beside the package in a checkout."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
DATA = _PACKAGE / "data" if (_PACKAGE / "data").is_dir() else _PACKAGE.parent / "data"


@cache
def lexicon(concern: str) -> dict[str, Any]:
    """The vocabulary of one concern, `data/lexicon/<concern>.toml`, read once."""
    return tomllib.loads((DATA / "lexicon" / f"{concern}.toml").read_text(encoding="utf-8"))


def table(name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>.csv`, by the names of its columns; whoever asks keeps them."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
