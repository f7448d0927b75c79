"""A crawl over hostile outlets, in a process that can reach nothing but the loopback addresses."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawling import ENVIRONMENT, REPOSITORY, Crawled
from hostile_cases import Case
from hostile_server import HostileServer

SHORT = {"DOWNLOAD_TIMEOUT": 2, "RETRY_TIMES": 1}
"""Settings of these crawls: what takes a minute otherwise takes two seconds."""
PATHS = f"{REPOSITORY}:{REPOSITORY / 'tests'}:{REPOSITORY / 'benchmarks'}"


@dataclass
class Outcome:
    """What came of it."""

    done: Crawled
    servers: dict[str, HostileServer]
    seconds: float
    tried: list[str]
    """Addresses and names outside of this machine that the process wanted to reach."""
    peak: int
    """Bytes of resident memory."""

    @property
    def runs(self) -> dict[str, dict[str, Any]]:
        """Outlet → its part of the run report."""
        found: dict[str, dict[str, Any]] = self.done.report["outlets"]
        return found

    def reasons(self, outlet: str) -> str:
        """All that the report says of what was left out, failed or given up."""
        run = self.runs[outlet]
        errors = {error["what"] for error in run["errors"]}
        return "; ".join([*run["skipped"], *run["failed"], *errors, run["stopped"] or ""])

    def names(self, outlet: str) -> set[str]:
        """Second word of each exported headline."""
        records = (record for record in self.done.records if record["outlet"] == outlet)
        return {record["title"].split()[1] for record in records}


def hostile_crawl(
    folder: Path, cases: Sequence[Case], *arguments: str, **settings: object
) -> Outcome:
    """Runs `ogpnews crawl` over the cases' outlets, all side by side."""
    (folder / "catalogue").mkdir()
    command = [
        sys.executable, REPOSITORY / "tests" / "hostile_run.py", json.dumps({**SHORT, **settings}),
        "crawl", "--catalogue", folder / "catalogue", "-o", folder / "out", *arguments,
    ]  # fmt: skip
    with ExitStack() as stack:
        servers = {case.name: stack.enter_context(HostileServer()) for case in cases}
        for case in cases:
            case.put(servers[case.name], folder / "catalogue")
        start = time.monotonic()
        process = subprocess.run(
            command, capture_output=True, text=True, timeout=240, check=False,
            env={**ENVIRONMENT, "PYTHONPATH": PATHS},
        )  # fmt: skip
        seconds = time.monotonic() - start
    told = json.loads(process.stdout.splitlines()[-1])
    process.returncode = told["status"]
    return Outcome(Crawled(process, folder / "out"), servers, seconds, told["tried"], told["peak"])
