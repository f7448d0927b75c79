"""What goes out of a dataset: chosen, without reserved text, and counted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ogpnews.columns import text_withheld
from ogpnews.dataset import COPIES, Dataset, Record
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.names import known
from ogpnews.reserved import Rights
from ogpnews.selection import UNDATED, Selection, without_copies


class NothingLeft(OgpnewsError):
    """No article fits; the message says which filter left how many out."""

    status = 3


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

    def __post_init__(self) -> None:
        if self.dedupe and not (self.dataset.folder / COPIES).exists():
            folder = self.dataset.folder
            raise UsageError(f"{folder}: which are copies? run ogpnews dedupe {folder} first")

    def __iter__(self) -> Iterator[Record]:
        """NothingLeft where no article fits; UsageError for a topic that none of them has."""
        chosen, topics = self.selection, set[str]()
        if self.dedupe:
            chosen = without_copies(chosen, self.dataset.records(), self.dataset.copies())
        for record in self.dataset.records():
            topics.update(record["topics"])
            if missed := chosen.missed(record):
                self.left_out[missed] += 1
                continue
            if self.rows == self.limit:
                return
            self.rows += 1
            going = self.rights.apply(record)
            self.withheld += text_withheld(going)
            yield going
        known(chosen.topics, topics, "topic", f"in {self.dataset.folder}")
        if not self.rows:
            said = self.reasons() or "the dataset holds no article"
            raise NothingLeft(f"{self.dataset.folder}: nothing to export; {said}")

    def reasons(self) -> str:
        """Which filter left how many articles out: `region 12, undated 3`; empty for none."""
        return ", ".join(f"{name} {count:,}" for name, count in self.left_out.most_common())

    @property
    def undated(self) -> int:
        """Articles left out because days were asked for and they have none."""
        return self.left_out[UNDATED]
