"""The README's tour: its commands are run, and their output is what it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def tour() -> list[tuple[str, str]]:
    """(command, output shown) of the console blocks, in order."""
    steps: list[tuple[str, str]] = []
    for block in _BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            steps.append((command, output))
    return steps


def pattern(shown: str) -> re.Pattern[str]:
    """Output as shown, where `…` stands for anything that is not."""
    return re.compile(".*?".join(map(re.escape, shown.split("…"))), re.DOTALL)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    for folder in ("data", "docs"):
        (tmp_path / folder).symlink_to(ROOT / folder, target_is_directory=True)
    programs = {"ogpnews": f'"{sys.executable}" -m ogpnews', "python": f'"{sys.executable}"'}
    (tmp_path / "bin").mkdir()
    for name, command in programs.items():
        path = tmp_path / "bin" / name
        path.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
        path.chmod(0o755)
    return tmp_path


def test_tour_shows_what_happens(here: Path) -> None:
    steps = tour()
    assert len(steps) >= 5
    for command, shown in steps:
        done = subprocess.run(
            ["/bin/sh", "-c", f"{command} 2>&1"],
            check=False,
            cwd=here,
            env={
                **os.environ,
                "PATH": f"{here / 'bin'}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
            },
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert pattern(shown).fullmatch(done.stdout), f"$ {command}\n{done.stdout}"
