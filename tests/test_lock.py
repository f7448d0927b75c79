"""One run at a time for each output folder."""

import os
import re
import signal
import subprocess
import sys

import pytest
from crawling import ENVIRONMENT

from ogpnews.errors import UsageError
from ogpnews.lock import Lock, Locked, held

SINCE = "2026-11-23T09:40:04Z"
HOLD = """
import pathlib, sys, time
from ogpnews.lock import Lock
with Lock(pathlib.Path(sys.argv[1]), ["ogpnews", "crawl"], "2026-11-23T09:40:04Z"):
    print("locked", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """A process that holds the lock of `tmp_path`."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    yield process
    process.kill()
    process.communicate()


def take(out):
    with Lock(out, ["ogpnews", "crawl", "-o", str(out)], SINCE):
        return (out / ".lock").read_text(encoding="utf-8")


def test_the_file_says_who_holds_it(tmp_path):
    said = take(tmp_path)
    assert said.startswith(f"pid {os.getpid()} on ")
    assert said.endswith(f" since {SINCE}: ogpnews crawl -o {tmp_path}\n")


def test_a_second_one_is_told_who_and_since_when(tmp_path, holder):
    with pytest.raises(Locked, match=rf"pid {holder.pid} on \S+ since {SINCE}: ogpnews crawl"):
        take(tmp_path)
    assert Locked.status == 75
    assert re.match(rf"pid {holder.pid} ", held(tmp_path) or "")


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert f"pid {holder.pid} " in (tmp_path / ".lock").read_text(encoding="utf-8")
    assert held(tmp_path) is None
    assert take(tmp_path).startswith(f"pid {os.getpid()} ")


@pytest.mark.parametrize("left", [b"", b"\xff\x00\n{", b"pid 1 on mars", b"x" * 100_000])
def test_whatever_stands_in_the_file_of_nobody(tmp_path, left):
    (tmp_path / ".lock").write_bytes(left)
    assert take(tmp_path).startswith(f"pid {os.getpid()} ")


def test_whatever_stands_in_the_file_of_somebody(tmp_path, holder):
    (tmp_path / ".lock").write_bytes(b"\xff\x00rubbish")
    with pytest.raises(Locked, match="does not say which"):
        take(tmp_path)


def test_it_can_be_taken_again_and_again(tmp_path):
    for _ in range(3):
        take(tmp_path)
    assert held(tmp_path) is None


def test_who_looks_for_a_moment_locks_nobody_out(tmp_path):
    """`held` takes the lock to see whether it can; a run that starts just then tries again."""
    for _ in range(2):
        assert held(tmp_path) is None
        with Lock(tmp_path, [], SINCE):
            pass


def test_a_folder_that_takes_no_file(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        take(tmp_path / "none")
