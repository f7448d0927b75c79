"""After a kill: records that were written and not marked as exported are marked now."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

from ogpnews.dataset import ARTICLES, PLAIN, Dataset, lines, run_of
from ogpnews.errors import OgpnewsError
from ogpnews.folder import tombstones
from ogpnews.items import Article
from ogpnews.state import State

_STEP = 1 << 20


def output_name(out: Path) -> str:
    """What an output folder is called in a state that several machines may share."""
    path = str(out.resolve()).encode("utf-8", "backslashreplace").decode()  # any bytes may be in it
    return f"{socket.gethostname()}:{path}"


def recover(state: State, out: Path) -> int:
    """Marks the records of runs that did not end by themselves; how many there were.

    All runs, where the state is new or lost: it is made again out of the records. A line that was
    cut off by the kill is removed. OgpnewsError where a file cannot be read or mended.
    """
    done = state.runs(output_name(out))
    count = 0
    for path in Dataset(out).files() if (out / ARTICLES).is_dir() else ():
        run = run_of(path)
        if done.get(run, False):
            continue
        try:
            if path.suffix == PLAIN:  # a packed one is whole: it was renamed when it was
                _cut(path)
            for article in _articles(path):
                state.export(article)
                count += 1
                if state.is_due:
                    state.commit()
        except OSError as error:
            raise OgpnewsError(f"{path}: {error.strerror or error}") from error
        state.open(path.parent.name)
        if run not in done:
            state.begin(run, output_name(out))
            done[run] = False
    for run, closed in done.items():
        if not closed:
            state.end(run)
    state.commit()
    return count


def _cut(path: Path) -> None:
    """Ends the file behind its last whole line."""
    with path.open("rb+") as file:
        end = file.seek(0, os.SEEK_END)
        at = end
        while at > 0:
            start = max(0, at - _STEP)
            file.seek(start)
            newline = file.read(at - start).rfind(b"\n")
            if newline >= 0:
                at = start + newline + 1
                break
            at = start
        if at < end:
            file.truncate(at)
            os.fsync(file.fileno())


def _articles(path: Path) -> Iterator[Article]:
    """What `State.export` needs of each record."""
    for number, line in enumerate(lines(path), 1):
        try:
            told = orjson.loads(line)
            yield Article(
                id=told["id"], outlet=told["outlet"], url=told["url"],
                fetched_url=told["fetched_url"], published=told["published"],
                text_sha256=told["text_sha256"], revision=told["revision"],
            )  # fmt: skip
        except (ValueError, KeyError, TypeError) as error:
            raise OgpnewsError(
                f"{path}: line {number} is no record ({error}); mend the line or move the file"
            ) from error


def honour(state: State, out: Path) -> None:
    """Tells the state what was withdrawn from an output folder; OgpnewsError where that is damaged."""
    if (out / ARTICLES).is_dir():
        for row in tombstones.rows(out):
            state.withdraw(row["id"], [row["url"], *row["addresses"]])
        state.commit()


@contextmanager
def remembering(where: str | Path, out: Path, run: str, *, notes: bool) -> Iterator[State]:
    """The state of a run: first what killed runs left is made up for, last all is kept.

    DatabaseError, or OgpnewsError, where state or records cannot be read or written.
    """
    with State(where, notes=notes) as state:
        recover(state, out)
        honour(state, out)
        state.begin(run, output_name(out))
        try:
            yield state
        finally:  # also after an interruption: what was written is marked
            state.end(run)
