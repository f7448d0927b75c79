"""Runs of a folder as its manifest tells of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ogpnews import history
from ogpnews.database import without_password
from ogpnews.runreport import RunReport


def runs(folder: Path, known: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Runs of the folder, the oldest first; those that had ended are not read again."""
    ended = {row["run"]: row for row in known if row.get("ended")}
    names = [path.stem for path in sorted((folder / "runs").glob("*.json"))]
    made = []
    for name in names:
        if name in ended:
            made.append(ended[name])
        elif isinstance(report := history.read(folder, name), RunReport):
            made.append(_run(report))
    return made


def _run(report: RunReport) -> dict[str, Any]:
    return {
        "run": report.run,
        "started": report.started,
        "ended": report.ended,
        "state": report.state,
        "exit_status": report.exit_status,
        "software": f"ogpnews {report.version}",
        "arguments": [*map(without_password, map(printed, report.arguments))],
        "since": report.since,
        "until": report.until,
        "exported": sum(outlet.exported for outlet in report.outlets.values()),
    }


def printed(word: object) -> str:
    """A word of a command line as UTF-8 can hold it."""
    return str(word).encode("utf-8", "backslashreplace").decode()
