"""Words that an article must have: `--keyword banjir`."""

import re
from collections.abc import Iterable

from ogpnews.errors import UsageError
from ogpnews.text.clean import squash


class Keywords:
    """Any of these words, in whatever case, as whole words."""

    def __init__(self, words: str | Iterable[str]) -> None:
        """UsageError for an empty word; no word at all is no condition. A string has commas."""
        shapes = []
        for word in words.split(",") if isinstance(words, str) and words else words:
            if not (plain := squash(word)):
                raise UsageError("--keyword '' is empty; give a word such as banjir")
            shapes.append(r"\s+".join(map(re.escape, plain.split())))
        joined = self._told = "|".join(sorted({shape.casefold() for shape in shapes}))
        self._shape = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE) if joined else None

    def __bool__(self) -> bool:
        return self._shape is not None

    def __str__(self) -> str:
        """The same for the same words, in whatever order and case they are given."""
        return self._told

    def holds(self, *texts: str) -> bool:
        """True where one of the texts has one of the words, and where no word is asked for."""
        return self._shape is None or any(self._shape.search(text) for text in texts)
