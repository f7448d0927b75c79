"""Files that may still hold an article which was withdrawn, and that nobody but people can mend."""

from collections.abc import Iterator
from pathlib import Path

from ogpnews import history, lock
from ogpnews.copies import index
from ogpnews.dataset import COPIES, WITHDRAWN, Dataset
from ogpnews.errors import UsageError
from ogpnews.folder import countcache, datacard, description, manifest, outlettable

_OURS = {
    countcache.NAME, datacard.NAME, description.SCHEMA, lock.NAME, manifest.NAME, outlettable.NAME,
    COPIES, WITHDRAWN, index.NAME, "state.sqlite", "state.sqlite-wal", "state.sqlite-shm",
}  # fmt: skip
_FOLDERS = {"runs", "log"}


def leftovers(out: Path) -> list[Path]:
    """Files of the folder that no command keeps up to date, and archives that its runs wrote."""
    found = dict.fromkeys(_others(out))
    found |= dict.fromkeys(_archives(out))
    return list(found)


def _others(out: Path) -> Iterator[Path]:
    records = {*Dataset(out).files()}
    for path in sorted(out.rglob("*")):
        parts = path.relative_to(out).parts
        if (
            path.is_file()
            and path not in records
            and parts[0] not in _FOLDERS
            and not (parts[0] in _OURS and not parts[1:])
        ):
            yield path


def _archives(out: Path) -> Iterator[Path]:
    try:
        for report in history.runs(out):
            if not isinstance(report, str):
                yield from (path for path in map(Path, report.archives) if path.exists())
    except UsageError:
        return  # records without reports
