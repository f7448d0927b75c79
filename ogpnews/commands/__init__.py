"""The sub-commands, one module each: `add` defines its arguments, `run` does the work.

Modules stay light to import, for every start of `ogpnews` imports all of them: what is heavy
is imported inside `run`.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from types import FrameType

T = TypeVar("T")


def width() -> int:
    """Columns of the terminal; what goes into a file or a pipe is 100 wide."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100


def say(line: str) -> None:
    """A line for people, without breaking the progress bar."""
    from ogpnews.errors import visible

    clean = visible(line)
    if sys.stderr.isatty():
        from tqdm import tqdm

        tqdm.write(clean, file=sys.stderr)
    else:
        print(clean, file=sys.stderr)


@contextmanager
def progress(unit: str) -> Iterator[Callable[[], object]]:
    """What counts one more of a unit on a line of the terminal; silent where there is none."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from tqdm import tqdm

    with tqdm(unit=unit, file=sys.stderr, mininterval=0.5) as bar:
        yield bar.update


def watched(items: Iterable[T], what: str | None = None, unit: str = " articles") -> Iterable[T]:
    """The items, counted on a line of the terminal as they pass; `what` is done with them."""
    if not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    return tqdm(items, what, unit=unit, file=sys.stderr, mininterval=0.5, leave=False)


@contextmanager
def terminable() -> Iterator[None]:
    """SIGTERM ends the work as Ctrl-C does: with what is half written taken away."""
    before = signal.signal(signal.SIGTERM, partial(_terminate, os.getpid()))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _terminate(main: int, number: int, frame: "FrameType | None") -> NoReturn:  # noqa: ARG001  # a handler
    from ogpnews.errors import Terminated

    if os.getpid() != main:  # a worker, so young that it has not set its own handler yet
        os._exit(143)
    raise Terminated
