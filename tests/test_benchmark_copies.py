"""The benchmark of copies on few articles: it runs, and its truth is the truth."""

import json
import subprocess
import sys
from typing import Any

import pytest
from crawling import ENVIRONMENT, REPOSITORY
from releases import CAPTION, RELEASE

from copies import markdown
from copyscores import judged
from plantedcopies import COPIES, Made, Maker

SCRIPT = REPOSITORY / "benchmarks" / "copies.py"


def measured(*options: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, SCRIPT, *options],
        capture_output=True, text=True, env=ENVIRONMENT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_few_articles() -> None:
    found = measured("--articles", "1000", "--json")
    assert found["same"]
    assert found["runs"]["second"]["signed"] < found["runs"]["first"]["signed"]
    assert found["kinds"]["5 % of words edited"]["recall"] >= 0.98
    assert found["kinds"]["bulletins"]["articles"] == 100
    assert found["precision"] >= 0.99
    assert found["links"] >= 100
    assert "The second and the third run say the same." in markdown(found)


def test_records_of_ones_own(tmp_path) -> None:
    path = tmp_path / "records.jsonl"
    texts = [RELEASE, f"{RELEASE}\n\nSelesai.", CAPTION, ""]
    path.write_text("".join(json.dumps({"text": text, "title": text[:9]}) + "\n" for text in texts))
    found = measured("--records", str(path))
    assert found["texts"] == 2
    assert found["kinds"]["word for word"]["articles"] == 2
    assert found["clusters"] == [["Pemerinta", "Pemerinta"]]


@pytest.mark.parametrize(
    ("clusters", "recall", "wrong"), [([0, 0, 2], 1, 0), ([0, 1, 2], 0, 0), ([0, 0, 0], 1, 1)]
)
def test_judged(clusters: list[int], recall: float, wrong: int) -> None:
    when = Maker().plant([RELEASE])[0].published
    made = [
        Made(RELEASE, "ordinary", when, 1), Made(RELEASE, COPIES[0], when, 2, 0),
        Made("", "bulletins", when, 3),
    ]  # fmt: skip
    found = judged(made, {number: {"cluster": cluster} for number, cluster in enumerate(clusters)})
    assert found["kinds"][COPIES[0]]["recall"] == recall
    assert (found["wrong"], found["kinds"]["bulletins"]["wrong"]) == (wrong, wrong)
