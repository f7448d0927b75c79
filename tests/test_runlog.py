"""The log of all runs."""

import logging
import re
from types import SimpleNamespace

import pytest

from ogpnews import runlog


@pytest.fixture
def out(tmp_path):
    (tmp_path / "log").mkdir()
    return tmp_path


def test_it_is_rotated_by_size_and_bounded(out, monkeypatch):
    monkeypatch.setattr(runlog, "MOST_BYTES", 1000)
    for run in range(4):  # each run goes on where the one before stopped
        with runlog.to(out, "INFO"):
            for number in range(40):
                logging.getLogger("x").info("run %s line %s", run, number)
    files = sorted(path.name for path in (out / "log").iterdir())
    assert files == ["crawl.log", *(f"crawl.log.{number}" for number in range(1, 6))]
    assert all(path.stat().st_size <= 1000 for path in (out / "log").iterdir())
    assert "run 3 line 39" in (out / runlog.NAME).read_text()


def test_every_line_names_time_level_and_outlet(out):
    log = logging.getLogger("x")
    with runlog.to(out, "INFO"):
        log.warning("two\nlines", extra={"spider": SimpleNamespace(name="lereng")})
        crawler = SimpleNamespace(spidercls=SimpleNamespace(name="lereng"))
        try:
            raise KeyError("deep")
        except KeyError:
            log.exception("broken", extra={"crawler": crawler})
        log.info("of nobody")
        log.debug("too small")
    lines = (out / runlog.NAME).read_text().splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ [A-Z]+ \S+ x: ", line) for line in lines)
    assert [line.split()[1:3] for line in lines][:3] == [
        ["WARNING", "lereng"], ["WARNING", "lereng"], ["ERROR", "lereng"],
    ]  # fmt: skip
    assert lines[-2].endswith("KeyError: 'deep'")
    assert lines[-1].split()[1:] == ["INFO", "-", "x:", "of", "nobody"]


@pytest.mark.parametrize(("level", "said"), [("INFO", False), ("DEBUG", True)])
def test_what_scrapy_prints_for_each_outlet(out, level, said):
    with runlog.to(out, level):
        logging.getLogger("scrapy.middleware").info("Enabled extensions: …")
        logging.getLogger("scrapy.middleware").warning("something is wrong")
    text = (out / runlog.NAME).read_text()
    assert ("Enabled extensions" in text) == said
    assert "something is wrong" in text


def test_a_log_that_cannot_be_written_stops_nothing(out, capsys):
    (out / runlog.NAME).mkdir()
    with runlog.to(out, "INFO"):
        logging.getLogger("x").error("unheard")
    assert capsys.readouterr().err == ""


def test_the_root_logger_is_left_as_it_was(out):
    before = (logging.root.level, [*logging.root.handlers])
    with runlog.to(out, "DEBUG"):
        pass
    assert (logging.root.level, logging.root.handlers) == before
