"""What the tests of the catalogue share: a short file in order, and how it gets to disk."""

from pathlib import Path

GOOD = """\
name   = "Kabar Lawu"
url    = "https://kabarlawu.example"
family = "generic"
region = "33.13"
"""


def write(folder: Path, path: str, text: str = GOOD) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
