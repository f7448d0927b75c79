"""A crawl as a job for `crawlrun.py`, which does it in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import ROOT, CorpusError
from newssite import Host

RUNNER = Path(__file__).with_name("crawlrun.py")


def lay(folder: Path, hosts: Sequence[Host], delay: float) -> dict[str, Any]:
    """The job of a crawl over these hosts."""
    catalogue = folder / "catalogue"
    catalogue.mkdir(parents=True)
    for host in hosts:
        file = catalogue / f"kabar{host.number}.toml"
        file.write_text(host.toml(delay), encoding="utf-8")
    since = min(host.first_day for host in hosts).isoformat()
    return {"out": str(folder / "out"), "catalogue": str(catalogue), "since": since}


def run(job: dict[str, Any]) -> dict[str, Any]:
    """What the runner says of a job, done in a process of its own."""
    command = [sys.executable, str(RUNNER), json.dumps(job)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CorpusError(f"a crawl ended badly: {done.stderr.strip()[-500:]}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
