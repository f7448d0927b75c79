"""The benchmark of verify on a small dataset: it runs, and what it writes is in order."""

import json
import subprocess
import sys

from crawling import ENVIRONMENT, REPOSITORY

SCRIPT = REPOSITORY / "benchmarks" / "verify.py"


def test_it_measures_packed_and_plain():
    done = subprocess.run(
        [sys.executable, SCRIPT, "--records", "300", "--rounds", "1", "--json"],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert 4000 < told["bytes"] < 6000
    assert set(told["found"]) == {"plain", "packed"}
    assert all(rate > 0 for found in told["found"].values() for rate in found.values())
