"""Ctrl-C and SIGTERM end a run within seconds: what is under way is finished, or broken off."""

import asyncio
import logging
import signal
import time
from collections.abc import Iterable
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn, Self

from scrapy.crawler import AsyncCrawlerProcess, Crawler

from ogpnews.errors import Terminated
from ogpnews.reasons import INTERRUPTED

GRACE = 3.0
"""Seconds in which requests under way may end by themselves."""
WINDING_UP = 1.0
"""Seconds that a crawler then has for closing its output, before the run ends without it."""

log = logging.getLogger(__name__)


class Interruption:
    """The first signal stops a run, the next one ends it at once, a third kills it.

    `with Interruption():` – before the event loop runs a signal raises KeyboardInterrupt.
    """

    def __init__(self) -> None:
        self.signal: int | None = None
        """What interrupted the run: SIGINT, SIGTERM."""
        self.at = 0.0
        """When that was, by the clock that never goes back."""
        self._before: dict[int, Any] = {}
        self._timers: list[asyncio.TimerHandle] = []

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) != signal.SIG_IGN:  # as a shell sets it for `command &`
                self._before[number] = signal.signal(number, self._raise)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _raise(self, number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG002  # a handler
        self._note(number)
        raise Terminated if number == signal.SIGTERM else KeyboardInterrupt

    def _note(self, number: int) -> None:
        if self.signal is None:
            self.signal, self.at = number, time.monotonic()

    def run(self, process: AsyncCrawlerProcess, crawlers: Iterable[Crawler]) -> None:
        """Runs the crawlers of a process until all have ended; `crawlers`: those under way."""
        self._process, self._crawlers = process, crawlers
        self._loop = asyncio.get_event_loop()
        for number in self._before:
            self._loop.add_signal_handler(number, self._asked, number)
        try:
            process.start(install_signal_handlers=False)
            for timer in self._timers:
                timer.cancel()
            _wind_up(self._loop)
        finally:
            for number in self._before:
                self._loop.remove_signal_handler(number)
                signal.signal(number, self._raise)

    def _asked(self, number: int) -> None:
        if self.signal is not None:
            for each in self._before:
                self._loop.remove_signal_handler(each)  # the next one has the system's own effect
            self._break_off()
            self._end()
            return
        self._note(number)
        log.warning("%s: no new requests; those under way may end", signal.Signals(number).name)
        for crawler in self._crawlers:
            _ask_no_more(crawler)
        self._stopping = self._loop.create_task(self._process.stop())
        self._timers = [
            self._loop.call_later(GRACE, self._break_off),
            self._loop.call_later(GRACE + WINDING_UP, self._end),
        ]

    def _break_off(self) -> None:
        log.warning("requests still under way are broken off")
        for crawler in [*self._crawlers]:
            _ask_no_more(crawler)  # of one that was only being started at the signal
            downloading: Any = crawler._engine and crawler._engine.downloader
            if downloading:
                downloading.break_off()

    def _end(self) -> None:
        reactor: Any = import_module("twisted.internet.reactor")  # any earlier installs another
        log.error("the run ends with crawlers that do not")
        if reactor.running:
            reactor.stop()


def _ask_no_more(crawler: Crawler) -> None:
    spider: Any = crawler.spider
    if spider is not None:
        spider.stop(INTERRUPTED)
    downloading: Any = crawler._engine and crawler._engine.downloader
    if downloading:
        downloading.ask_no_more()


def _wind_up(loop: asyncio.AbstractEventLoop) -> None:
    """Ends what still waits in the loop, so that nothing speaks up when the process ends."""
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.wait(tasks, timeout=WINDING_UP))
