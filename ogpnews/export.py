"""What goes out of a dataset: chosen, without reserved text, and counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ogpnews.columns import text_withheld
from ogpnews.dataset import COPIES, Dataset, Record
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.names import known
from ogpnews.reserved import Rights
from ogpnews.selection import UNDATED, Selection, without_copies


class NothingLeft(OgpnewsError):
    """No article fits; the message says which filter left how many out."""

    status = 3


@contextmanager
def reading(folder: Path, which: Callable[[], str] = lambda: "an article") -> Iterator[None]:
    """Around what writes records of a dataset: OgpnewsError for one whose parts are not as they should be.

    Records are not checked against the schema on their way, which would take longer than writing.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise OgpnewsError(
            f"{folder}: {which()} is no record of this version "
            f"({type(error).__name__}: {error}); ogpnews verify says more"
        ) from error


@dataclass(slots=True)
class Selected:
    """The records, once; afterwards the counts."""

    dataset: Dataset
    selection: Selection
    rights: Rights
    limit: int | None = None
    """Records at most, the first in the dataset's order."""
    dedupe: bool = False
    """Of each cluster of copies only the first."""
    rows: int = 0
    withheld: int = 0
    """Rows whose text was left out."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Filter → articles that it left out; `undated` among them."""
    unknown: int = 0
    """With `dedupe`: articles wanted of which the last `ogpnews dedupe` knew nothing."""
    _at: str = ""
    """Id of the article that was read last."""

    def __post_init__(self) -> None:
        if self.dedupe and not (self.dataset.folder / COPIES).exists():
            folder = self.dataset.folder
            raise UsageError(f"{folder}: which are copies? run ogpnews dedupe {folder} first")

    def __iter__(self) -> Iterator[Record]:
        """NothingLeft where no article fits; UsageError for a topic that none of them has."""
        chosen, topics = self.selection, set[str]()
        if self.dedupe:
            chosen = without_copies(chosen, self._read(), self.dataset.copies())
        for record in self._read():
            topics.update(record["topics"])
            if missed := chosen.missed(record):
                self.left_out[missed] += 1
                continue
            if self.rows == self.limit:
                return
            self.rows += 1
            going = self.rights.apply(record)
            self.withheld += text_withheld(going)
            self.unknown += record["id"] in chosen.uncompared
            yield going
        known(chosen.topics, topics, "topic", f"in {self.dataset.folder}")
        if not self.rows:
            said = self.reasons() or "the dataset holds no article"
            raise NothingLeft(f"{self.dataset.folder}: nothing to export; {said}")

    def reading(self) -> AbstractContextManager[None]:
        """Around all that takes the records: as `reading` of this module."""
        return reading(self.dataset.folder, lambda: f"article {self._at} or one shortly before it")

    def _read(self) -> Iterator[Record]:
        for record in self.dataset.records():
            self._at = record["id"]
            yield record

    def reasons(self) -> str:
        """Which filter left how many articles out: `region 12, undated 3`; empty for none."""
        return ", ".join(f"{name} {count:,}" for name, count in self.left_out.most_common())

    @property
    def undated(self) -> int:
        """Articles left out because days were asked for and they have none."""
        return self.left_out[UNDATED]
