"""A PostgreSQL server of the tests' own, on a socket in a temporary folder."""

import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

_FOLDERS = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")


def _program(name: str) -> str:
    """Path of a program; Debian keeps the server's outside of PATH. Skips where there is none."""
    here = [path for folder in _FOLDERS for path in Path(folder).glob(f"*/bin/{name}")]
    found = shutil.which(name) or (str(max(here)) if here else None)
    if found is None:
        pytest.skip(f"needs a PostgreSQL server ({name} is not installed)")
    return found


@contextmanager
def server() -> Iterator[str]:
    """URL of an empty database; the server ends, and its files go, with the context."""
    pytest.importorskip("psycopg", reason="needs psycopg")
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    # the server refuses to run as root
    as_user: dict[str, Any] = {"user": "postgres"} if os.geteuid() == 0 else {}
    user = "postgres" if as_user else getpass.getuser()
    with TemporaryDirectory() as folder:
        if as_user:
            shutil.chown(folder, user)
        data, log = f"{folder}/data", f"{folder}/log"
        quiet: dict[str, Any] = {
            "stdout": subprocess.DEVNULL,
            "cwd": folder,
            **as_user,
        }
        subprocess.run(
            [initdb, "-D", data, "-U", user, "-A", "trust", "--no-sync"], check=True, **quiet
        )
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        subprocess.run(
            [pg_ctl, "-D", data, "-l", log, "-w", "-o", options, "start"], check=True, **quiet
        )
        try:
            yield f"postgresql:///postgres?host={folder}&user={user}"
        finally:
            subprocess.run([pg_ctl, "-D", data, "-m", "immediate", "stop"], check=True, **quiet)
