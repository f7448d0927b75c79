"""The log of all runs of an output folder: one file, rotated by its size."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from ogpnews.errors import visible

NAME = "log/crawl.log"
MOST_BYTES = 10_000_000
"""Size of one file, after which the next one is begun."""
OLD_FILES = 5
"""Files kept beside the current one: crawl.log.1 is the youngest."""
_TALKATIVE = ("scrapy.addons", "scrapy.crawler", "scrapy.middleware")
"""They print all settings and components for each outlet: said with DEBUG only."""


class Log(RotatingFileHandler):
    """Where the disk is full the run goes on without a log: the report says what matters."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # logging's name
        """Says nothing: logging would print a traceback for each line."""


class Lines(logging.Formatter):
    """Time (UTC), level and outlet before each line, also before those of a traceback."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        when = self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ")
        head = f"{when} {record.levelname} {_outlet(record)} {record.name}:"
        text = super().format(record)
        return "\n".join(f"{head} {visible(line)}" for line in text.splitlines() or [""])


def _outlet(record: logging.LogRecord) -> str:
    """The spider's name where Scrapy says whose line it is, else a dash."""
    spider: Any = getattr(record, "spider", None)
    crawler: Any = getattr(record, "crawler", None)
    if spider is None and crawler is not None:
        spider = crawler.spidercls
    return getattr(spider, "name", None) or "-"


def _worth_a_line(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING or record.name not in _TALKATIVE


@contextmanager
def to(out: Path, level: str) -> Iterator[None]:
    """Everything logged goes to `out/log/crawl.log`; its folder is there."""
    handler = Log(
        out / NAME, maxBytes=MOST_BYTES, backupCount=OLD_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(Lines())
    handler.setLevel(level)
    if level != "DEBUG":
        handler.addFilter(_worth_a_line)
    root = logging.getLogger()
    before = root.level
    root.setLevel(level)
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        with suppress(OSError):  # a full disk: what was not written yet is lost
            handler.close()
