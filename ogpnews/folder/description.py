"""A dataset's folder explains itself: manifest.json, schema.json, outlets.csv and README.md."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ogpnews import contact, schema
from ogpnews.disk import whole
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.folder import countcache, datacard, manifest, outlettable, runlist
from ogpnews.folder.countedfile import Counted, total
from ogpnews.outlets import Catalogue

SCHEMA = "schema.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a description is made with."""

    catalogue: Catalogue
    contact: str | None = None
    """Who answers for the dataset; None: the one of the last description, or of the crawls."""
    full: bool = False
    """Every file is hashed, also those whose size and time are as they were."""
    stopped: Callable[[], bool] = lambda: False
    """Asked before each file; once it is true nothing is written."""
    tick: Callable[[], object] = lambda: None
    """Called after each file."""


def describe(out: Path, asked: Asked) -> list[str]:
    """Writes the four files, each whole or not at all; problems in words.

    The caller holds the folder's lock. OgpnewsError where the folder holds no dataset.
    """
    problems: list[str] = []
    files: list[Counted] = []
    counting = countcache.counted(out, full=asked.full, problems=problems, stopped=asked.stopped)
    for each in counting:
        files.append(each)
        asked.tick()
    if asked.stopped():
        return problems
    problems += [
        f"{out / each.path}: {each.counts.damaged} lines are no records; ogpnews verify says more"
        for each in files
        if each.counts.damaged
    ]
    try:
        _write(out, files, asked)
    except (OSError, OgpnewsError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else error
        problems.append(f"{out}: not described ({said}); no record is touched by this")
    return problems


def _write(out: Path, files: list[Counted], asked: Asked) -> None:
    former, counts = manifest.before(out), total(files)
    answers = asked.contact or former.get("contact") or _known_contact()
    rows = outlettable.rows(files, asked.catalogue, outlettable.before(out))
    runs = runlist.runs(out, former.get("runs", ()))
    table = manifest.make(files, counts, [row["id"] for row in rows], runs, answers)
    countcache.keep(out, files)
    texts = {
        SCHEMA: schema.STORED.read_bytes(),
        outlettable.NAME: outlettable.text(rows),
        manifest.NAME: manifest.text(table),
    }
    if datacard.is_ours(out / datacard.NAME):
        texts[datacard.NAME] = datacard.render(table, counts, rows, answers)
    for name, text in texts.items():
        with whole(out / name) as file:
            file.write(text)


def _known_contact() -> str | None:
    with suppress(UsageError):
        return contact.resolve(None)
    return None
