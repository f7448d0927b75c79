"""The benchmark of the export on few records: it runs, and the records are what it says."""

import json
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from jsonschema import Draft202012Validator

from ogpnews.schema import schema
from syntheticrecords import articles

ROOT = Path(__file__).resolve().parents[1]


def test_every_format_is_measured() -> None:
    command = [
        sys.executable, ROOT / "benchmarks" / "export.py", "--records", "60", "--json", "--formats",
        "reading", "frame", "csv",
    ]  # fmt: skip
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["records"], list(found["formats"])) == (60, ["reading", "frame", "csv"])
    assert found["formats"]["csv"]["bytes"] > 60 * 2_000
    assert found["formats"]["reading"]["bytes"] == 0


def test_synthetic_records_are_records_of_a_usual_size() -> None:
    made = [orjson.dumps(article) for article in articles(50)]
    assert 4_000 < sum(map(len, made)) / len(made) < 5_000
    assert made == [orjson.dumps(article) for article in articles(50)]
    validator = Draft202012Validator(schema())
    assert [
        error.message for line in made for error in validator.iter_errors(orjson.loads(line))
    ] == []


@pytest.mark.parametrize("option", [["--formats", "tsv"], ["--json", "--write"]])
def test_wrong_arguments(option: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / "export.py", *option],
        capture_output=True, check=False, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2
