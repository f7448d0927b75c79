"""`ogpnews serve` as a process of its own, for the tests of the explorer."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Served(NamedTuple):
    """A running explorer."""

    url: str
    """Of the start page, with a slash at its end."""
    process: "subprocess.Popen[str]"


@contextmanager
def serving(dataset: Path, *options: str) -> Iterator[Served]:
    """The command at any free port; it is ended as a person would, and must end well."""
    command = [sys.executable, "-m", "ogpnews", "serve", str(dataset), "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        found = re.match(r"(http://\S+/)  ", process.stdout.readline())
        assert found, process.communicate(timeout=10)[1]
        yield Served(found[1], process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=15)[1]
    assert process.returncode == 0, said
    assert "Traceback" not in said
