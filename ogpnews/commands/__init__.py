"""The sub-commands, one module each: `add` defines its arguments, `run` does the work.

Modules stay light to import, for every start of `ogpnews` imports all of them: what is heavy
is imported inside `run`.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


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
