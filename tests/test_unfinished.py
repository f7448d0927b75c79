"""An interrupted extraction goes on: whatever ends it, the file is whole in the end and the same."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_tasks import page, warc

from ogpnews import cli, extract, processes, tasks, unfinished
from ogpnews.unfinished import _whole_lines

ROOT = Path(__file__).resolve().parents[1]
SLOW = """
import sys, time
from ogpnews import cli, tasks
attempt = tasks.attempt
def slow(source, options):
    time.sleep(0.004)
    return attempt(source, options)
tasks.attempt, tasks._SPAN, tasks._BATCH = slow, 9000, 40
sys.exit(cli.main())
"""
"""The command line with small tasks and slow pages, so that a kill comes in the middle of one."""
GIVEN = ("x.warc.gz", "missing.html", "saved", "y.warc")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A damaged archive, a folder with an empty page, an uncompressed archive."""
    data = warc([page(n) for n in range(20)], compressed=True)
    torn = bytearray(warc([page(20)], compressed=True))
    torn[60:69] = b"\xff" * 9
    rest = warc([page(n) for n in range(21, 60)], compressed=True)
    (tmp_path / "x.warc.gz").write_bytes(data + torn + rest)
    (tmp_path / "y.warc").write_bytes(warc([page(n) for n in range(60, 90)], compressed=False))
    (tmp_path / "saved").mkdir()
    for number in range(90, 150):
        (tmp_path / "saved" / f"{number}.html").write_bytes(page(number) if number % 20 else b"")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tasks, "_SPAN", 4000)
    monkeypatch.setattr(tasks, "_BATCH", 20)
    return tmp_path


@contextlib.contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, "extract", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        yield process


def wait_for(found: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not found():
        assert time.monotonic() < end
        time.sleep(0.005)


def run(*arguments: str) -> int:
    return cli.main(["extract", *arguments])


def names(out: Path) -> list[str]:
    return [json.loads(line)["input"] for line in out.read_bytes().splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_any_moment_it_goes_on_and_gives_the_same_file(
    here: Path, jobs: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(*GIVEN, "-o", "whole.jsonl") == 1
    problems = capfd.readouterr().err
    chance = random.Random(int(jobs))  # noqa: S311  # moments, not secrets
    kills, out = 0, here / "r.jsonl"
    while kills < 8:
        with started(*GIVEN, "-o", "r.jsonl", "--jobs", jobs) as process:
            wait_for(lambda: out.exists() or (here / "r.jsonl.partial").exists())
            try:
                process.wait(chance.uniform(0, 0.4))
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
        if out.exists():  # the kill came too late, or not at all: from the start again
            assert out.read_bytes() == (here / "whole.jsonl").read_bytes()
            if not (here / "r.jsonl.partial").exists():
                out.unlink()
    with started(*GIVEN, "-o", "r.jsonl", "--jobs", jobs) as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out.read_bytes() == (here / "whole.jsonl").read_bytes()
    assert told.decode().endswith(problems)
    assert not (here / "r.jsonl.partial").exists()


class Reader:
    """`attempt`, counted, and interrupted at one page."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, stop_at: int = 0) -> None:
        self.read: list[str] = []
        self.stop_at = stop_at
        self._attempt = extract.attempt
        monkeypatch.setattr(tasks, "attempt", self)

    def __call__(self, source: extract.Source, options: extract.Options) -> extract.Result:
        if len(self.read) + 1 == self.stop_at:
            raise KeyboardInterrupt
        self.read.append(source.name)
        return self._attempt(source, options)


@pytest.mark.parametrize("stop_at", [1, 2, 30, 62, 85, 131, 149])
def test_what_is_done_is_not_done_again(
    here: Path, monkeypatch: pytest.MonkeyPatch, stop_at: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*GIVEN, "-o", "whole.jsonl") == 1
    problems = capsys.readouterr().err
    reader = Reader(monkeypatch, stop_at)
    assert run(*GIVEN, "-o", "r.jsonl") == 130
    assert "r.jsonl: stopped; the same command goes on from here" in capsys.readouterr().err
    assert not (here / "r.jsonl").exists()
    first, reader.read, reader.stop_at = reader.read, [], 0
    assert run(*GIVEN, "-o", "r.jsonl") == 1
    assert (here / "r.jsonl").read_bytes() == (here / "whole.jsonl").read_bytes()
    assert capsys.readouterr().err.endswith(problems), "problems of the first run are told again"
    assert len({*first} & {*reader.read}) <= 1, "one page of an archive is read again, no more"
    assert len({*first} | {*reader.read}) == 149


def test_another_command_does_not_take_over(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = Reader(monkeypatch, 85)
    assert run(*GIVEN, "-o", "r.jsonl") == 130
    reader.stop_at, reader.read = 0, []
    capsys.readouterr()
    assert run(*GIVEN, "-o", "r.jsonl", "--family", "generic") == 1
    assert "with other options or versions, is not used" in capsys.readouterr().err
    assert len(reader.read) == 149


def test_inputs_that_are_as_they_were_are_taken_over(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reader = Reader(monkeypatch, 125)
    assert run(*GIVEN, "-o", "r.jsonl") == 130
    reader.stop_at, reader.read = 0, []
    (here / "saved" / "111.html").write_bytes(page(500))
    assert run(*GIVEN, "-o", "r.jsonl") == 1
    said = capsys.readouterr().err
    assert "going on where an earlier run stopped" in said
    assert "work on other inputs" in said
    assert len(reader.read) in {45, 46}, "one batch of twenty pages, and what was not read before"
    titles = [json.loads(line)["title"] for line in (here / "r.jsonl").read_bytes().splitlines()]
    assert "Jalan Desa Nomor 500 Diperbaiki" in titles
    assert "Jalan Desa Nomor 111 Diperbaiki" not in titles


def test_other_software_starts_afresh(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(monkeypatch, 85)
    assert run(*GIVEN, "-o", "r.jsonl") == 130
    reader.stop_at, reader.read = 0, []
    monkeypatch.setattr(unfinished, "__version__", "9")
    assert run(*GIVEN, "-o", "r.jsonl") == 1
    assert len(reader.read) == 149


def test_a_complete_file_is_written_anew(here: Path) -> None:
    (here / "r.jsonl").write_text("an earlier run\n")
    assert run("y.warc", "-o", "r.jsonl") == 0
    assert len(names(here / "r.jsonl")) == 30


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_stops_it_soon_and_tells_how_to_go_on(
    here: Path, sent: signal.Signals, status: int, jobs: str
) -> None:
    with started("saved", "y.warc", "-o", "r.jsonl", "--jobs", jobs) as process:
        wait_for(lambda: list(here.glob("r.jsonl.partial/*.*")))
        start = time.monotonic()
        process.send_signal(sent)
        _, told = process.communicate(timeout=60)
    assert time.monotonic() - start < 3
    assert process.returncode == status
    assert told.decode() == "ogpnews: r.jsonl: stopped; the same command goes on from here\n"
    assert not (here / "r.jsonl").exists()
    assert run("saved", "y.warc", "-o", "r.jsonl") == 1
    assert len(names(here / "r.jsonl")) == 87


@pytest.mark.parametrize("output", [("-o", "r.jsonl"), ()])
def test_a_killed_worker_is_told(here: Path, output: tuple[str, ...]) -> None:
    with started("saved", "y.warc", *output, "--jobs", "2") as process:
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        if not children.exists():
            pytest.skip("needs /proc to find the worker")
        wait_for(lambda: len(children.read_text().split()) == 2)
        os.kill(int(children.read_text().split()[0]), signal.SIGKILL)
        written, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"a worker process was killed" in told
    assert b"Traceback" not in told
    if output:
        assert b"the same command goes on from here" in told
        assert run("saved", "y.warc", "-o", "r.jsonl") == 1
        assert len(names(here / "r.jsonl")) == 87
    else:
        assert all(json.loads(line) for line in written.splitlines())


def test_two_runs_do_not_write_one_file(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(unfinished, "_PATIENCE", 1)
    with started("saved", "-o", "r.jsonl") as process:
        wait_for(lambda: list(here.glob("r.jsonl.partial/*.*")))
        assert run("y.warc", "-o", "r.jsonl") == 2
        assert "r.jsonl.partial: another run is writing there" in capsys.readouterr().err
        process.wait()
    assert len(names(here / "r.jsonl")) == 57


def test_a_folder_of_somebody_else_is_left_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "r.jsonl.partial").mkdir()
    (here / "r.jsonl.partial" / "thesis.tex").write_text("mine")
    assert run("y.warc", "-o", "r.jsonl") == 2
    assert "r.jsonl.partial: is in the way" in capsys.readouterr().err
    assert [path.name for path in (here / "r.jsonl.partial").iterdir()] == ["thesis.tex"]


def test_a_device_and_a_link_as_output(here: Path) -> None:
    assert run("y.warc", "-o", os.devnull) == 0
    (here / "real").mkdir()
    (here / "r.jsonl").symlink_to(here / "real" / "r.jsonl")
    assert run("y.warc", "-o", "r.jsonl") == 0
    assert (here / "r.jsonl").is_symlink()
    assert len(names(here / "real" / "r.jsonl")) == 30
    assert [path.name for path in (here / "real").iterdir()] == ["r.jsonl"]


@pytest.mark.parametrize("tail", [b'{"input": "a', b'{"input": "a"}', bytes(40), b"~x\n", b"\n"])
def test_a_torn_line_counts_for_nothing(tmp_path: Path, tail: bytes) -> None:
    draft = tmp_path / "part.1"
    whole = [b'{"input": "a"}\n', b'!["b", "empty file"]\n', b'~"byte 7: bad"\n', b"@9\n"]
    draft.write_bytes(b"".join(whole) + tail)
    assert _whole_lines(draft) == whole


def test_tasks_are_done_in_order_and_an_idle_reader_ends_the_workers() -> None:
    found = processes.in_order(abs, [-3, -2, -1], 2)
    assert next(found) == (-3, 3)
    found.close()
    assert list(processes.in_order(abs, range(-30, 0), 2)) == [(n, -n) for n in range(-30, 0)]
