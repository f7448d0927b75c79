"""Processes that are killed while they pack, describe or withdraw: nothing is lost, nothing stays half."""

import random
import secrets
import subprocess
import sys
import time
from pathlib import Path

from crawling import ENVIRONMENT, ogpnews
from recordsets import article, dataset, record_lines, reported

KILLS = 12
OUTLETS, EACH = 30, 40
FINISH = """
import sys
from pathlib import Path
from ogpnews.folder import compression, description
from ogpnews.outlets import Catalogue
compression.pack(Path(sys.argv[1]))
description.describe(Path(sys.argv[1]), description.Asked(Catalogue(())))
"""


def killed(*command: object, after: float) -> None:
    process = subprocess.Popen([sys.executable, *map(str, command)], env=ENVIRONMENT)
    time.sleep(after)
    process.kill()
    process.wait()


def test_kills_at_any_moment(tmp_path: Path) -> None:
    seed = secrets.randbelow(10**6)
    print(f"seed {seed}")  # pytest shows it where the test fails
    moments = random.Random(seed)  # noqa: S311  # moments of kills, no secrets
    for number in range(OUTLETS):
        made = (article(number * EACH + one, outlet=f"kabar{number}") for one in range(EACH))
        reported(dataset(tmp_path, made))
    before = sorted(record_lines(tmp_path))
    for _ in range(KILLS):
        killed("-c", FINISH, tmp_path, after=moments.uniform(0.15, 0.8))
        assert sorted(record_lines(tmp_path)) == before
    subprocess.run([sys.executable, "-c", FINISH, tmp_path], env=ENVIRONMENT, check=True)
    assert sorted(record_lines(tmp_path)) == before
    assert {path.suffix for path in tmp_path.glob("articles/*/*")} == {".gz"}
    assert ogpnews("verify", tmp_path).returncode == 0

    gone = [article(number).id for number in range(0, OUTLETS * EACH, EACH)]  # one in each file
    words = ("-m", "ogpnews.cli", "withdraw", tmp_path, *gone, "--reason", "x")
    for _ in range(KILLS // 2):
        killed(*words, after=moments.uniform(0.2, 0.8))
    done = ogpnews(*words[2:])
    assert done.returncode == 0, done.stderr
    left = record_lines(tmp_path)
    assert len(left) == len(before) - len(gone)
    assert not any(name.encode() in line for name in gone for line in left)
    assert ogpnews("verify", tmp_path).returncode == 0
    assert not list(tmp_path.rglob("*.part"))
