"""`ogpnews runs`: the history of an output folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from ogpnews import cli
from ogpnews.lock import Lock
from ogpnews.runreport import OutletRun, RunReport

STARTS = ("2026-11-21T01:00:00Z", "2026-11-22T01:00:00Z", "2026-11-23T01:00:00Z")


def written(out: Path, run: str, started: str, **more: Any) -> RunReport:
    report = RunReport(run, ["crawl", "lereng"], started, **more)
    report.outlets["lereng"] = OutletRun(
        discovered=5, fetched=4, exported=3, failed={"HTTP 404": 1}, pages_read=4,
        problems=[{"what": "HTTP 404", "count": 2, "url": "https://lereng.example/1"}],
        error_count=2,
    )  # fmt: skip
    (out / "runs").mkdir(exist_ok=True)
    report.write(out / "runs" / f"{run}.json")
    return report


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Three runs: a partial one, one that was killed, a complete one."""
    ended = {"ended": "2026-11-21T01:10:00Z", "state": "partial", "exit_status": 1}
    written(tmp_path, "20261121T010000Z-aaaaaa", STARTS[0], **ended)
    written(tmp_path, "20261122T010000Z-bbbbbb", STARTS[1])
    ended = {"ended": "2026-11-23T00:59:00Z", "state": "complete", "exit_status": 0}
    written(tmp_path, "20261123T010000Z-cccccc", STARTS[2], **ended)
    return tmp_path


def runs(capsys: Any, *words: object) -> tuple[int, list[str], str]:
    status = cli.main(["runs", *map(str, words)])
    said = capsys.readouterr()
    return status, said.out.splitlines(), said.err


def test_history_is_a_line_a_run_newest_last(out, capsys):
    status, lines, error = runs(capsys, out)
    assert (status, error) == (0, "")
    assert [line.split()[0] for line in lines] == [
        "run", "20261121T010000Z-aaaaaa", "20261122T010000Z-bbbbbb", "20261123T010000Z-cccccc",
    ]  # fmt: skip
    assert lines[1].split()[1:] == [STARTS[0], "600", "s", "1", "3", "1", "partial", "(1)"]
    assert lines[2].split()[1:] == [STARTS[1], "-", "1", "3", "1", "killed"]
    assert lines[3].split()[2:4] == ["0", "s"]  # the clock was set back meanwhile


def test_history_as_json(out, capsys):
    _, lines, _ = runs(capsys, out, "--json")
    assert json.loads(lines[0]) == {
        "run": "20261121T010000Z-aaaaaa", "started": STARTS[0], "seconds": 600.0, "outlets": 1,
        "exported": 3, "failed": 1, "state": "partial", "exit_status": 1,
    }  # fmt: skip


def test_a_run_at_work_is_running(out, capsys):
    with Lock(out, ["ogpnews", "crawl"], STARTS[1]):
        _, lines, _ = runs(capsys, out)
        assert lines[2].split()[-1] == "running"
    with Lock(out, ["ogpnews", "crawl"], STARTS[2]):  # of another run
        _, lines, _ = runs(capsys, out)
        assert lines[2].split()[-1] == "killed"


def test_one_run_is_shown_again(out, capsys):
    status, lines, _ = runs(capsys, out, "20261121")
    assert status == 0
    assert lines[1].split() == ["lereng", "5", "4", "3", "0", "1", "2"]
    assert "  failed    HTTP 404 1" in lines
    assert "lereng: HTTP 404 (2 times): https://lereng.example/1" in lines
    assert lines[-1].startswith("partial: 20261121T010000Z-aaaaaa")
    _, lines, _ = runs(capsys, out, "20261121", "--json")
    assert json.loads(lines[0])["outlets"]["lereng"]["exported"] == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{out}/none"], "no runs in there"),
        (["{out}", "2025"], "no such run"),
        (["{out}", "2026"], "3 runs begin so"),
        (["{out}", "*"], "no such run"),
    ],
)
def test_wrong_arguments(out, capsys, words, said):
    status, _, error = runs(capsys, *(word.format(out=out) for word in words))
    assert status == 2
    assert said in error
    assert error.count("\n") == 1


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b'{"run": "x"}',
    b'{"run": "x", "arguments": [], "started": 5, "outlets": {}}',
    b'{"run": "x", "arguments": [], "started": "gestern", "outlets": {}}',
    b'{"run": "x", "arguments": [], "started": "2026-11-22T01:00:00Z", "outlets": {"a": 1}}',
    b'{"run": "x", "arguments": [], "started": "2026-11-22T01:00:00Z",'
    b' "outlets": {"a": {"exported": "many"}}}',
    b'{"run": "x", "arguments": 5, "started": "2026-11-22T01:00:00Z", "outlets": {}}',
    b'{"run": "x", "arguments": [], "started": "2026-11-22T01:00:00Z", "ended": {"a": 1},'
    b' "outlets": {}}',
    b'{"run": "x", "arguments": [], "started": "2026-11-22T01:00:00Z", "archives": [1],'
    b' "outlets": {}}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_reports_are_named_and_skipped(out, capsys, content):
    (out / "runs" / "20261122T020000Z-damage.json").write_bytes(content)
    status, lines, error = runs(capsys, out)
    assert status == 1
    assert len(lines) == 4
    assert "20261122T020000Z-damage.json: cannot be read" in error
    assert error.count("\n") == 1
    status, _, error = runs(capsys, out, "20261122T02")
    assert status == 2
    assert "cannot be read" in error


def test_reports_of_other_versions_are_read(out, capsys):
    path = out / "runs" / "20261121T010000Z-aaaaaa.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    table["invented_later"] = {}
    table["outlets"]["lereng"]["invented_later"] = 1
    del table["outlets"]["lereng"]["problems"]
    path.write_text(json.dumps(table), encoding="utf-8")
    status, lines, _ = runs(capsys, out)
    assert (status, len(lines)) == (0, 4)
