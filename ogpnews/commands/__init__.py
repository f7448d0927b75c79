"""The sub-commands, one module each: `add` defines its arguments, `run` does the work.

Modules stay light to import, for every start of `ogpnews` imports all of them: what is heavy
is imported inside `run`.
"""

import shutil
import sys


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
