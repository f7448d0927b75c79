"""One calm line on a terminal while a crawl runs; nothing anywhere else."""

import asyncio
import shutil
import sys
import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ogpnews.reasons import INTERRUPTED
from ogpnews.runreport import OutletRun

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

EVERY = 0.5
"""Seconds between two looks at the counters."""
_WINDOW = 30.0
"""Seconds over which the rate is taken."""


@dataclass(slots=True)
class Counts:
    """Where a run stands."""

    ended: int = 0
    outlets: int = 0
    found: int = 0
    fetched: int = 0
    exported: int = 0
    errors: int = 0
    rate: float = 0.0
    """Article pages a second, lately."""
    left: float | None = None
    """Seconds, None where nobody can know yet."""
    stopping: bool = False
    """A signal came, and what is under way may end."""

    def line(self, width: int) -> str:
        """The line, cut to its first parts where all of them are wider than the terminal."""
        parts = ["stopping"] if self.stopping else []
        parts += [
            f"outlets {self.ended}/{self.outlets}",
            f"found {self.found:,}",
            f"fetched {self.fetched:,}",
            f"exported {self.exported:,}",
            f"errors {self.errors:,}",
        ]
        if self.left is not None:
            parts.append(f"{_duration(self.left)} left")
        parts.append(f"{self.rate:.1f}/s")
        while len(parts) > 1 and len(", ".join(parts)) >= width:
            parts.pop()
        return ", ".join(parts)


class Progress:
    """Looks at the crawlers twice a second; the crawl itself knows nothing of it."""

    def __init__(
        self,
        outlets: int,
        ended: Iterable[OutletRun],
        crawlers: Sequence["Crawler"],
        *,
        quiet: bool,
    ) -> None:
        """`outlets`: how many in all; `ended` and `crawlers` are looked at as they change."""
        self._outlets, self._ended, self._crawlers = outlets, ended, crawlers
        self._bar: Any = None
        self._next: asyncio.TimerHandle | None = None
        self._seen: deque[tuple[float, int]] = deque()
        if not quiet and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(bar_format="{desc}", leave=False, file=sys.stderr)

    def start(self) -> None:
        """From now on, as long as the event loop runs."""
        if self._bar is not None:
            self._look()

    def _look(self) -> None:
        width = shutil.get_terminal_size().columns
        self._bar.set_description_str(self.counts(time.monotonic()).line(width))
        self._next = asyncio.get_event_loop().call_later(EVERY, self._look)

    def close(self) -> None:
        """Takes the line away."""
        if self._next is not None:
            self._next.cancel()
        if self._bar is not None:
            self._bar.close()

    def counts(self, now: float) -> Counts:
        """The counters now, in seconds of a monotonic clock."""
        said = Counts(outlets=self._outlets)
        for run in self._ended:
            said.ended += 1
            said.found += run.discovered
            said.fetched += run.fetched
            said.exported += run.exported
            said.errors += run.error_count
        for crawler in self._crawlers:
            if (spider := _spider(crawler)) is not None:
                said.found += spider.frontier.found
                said.fetched += _fetched(crawler)
                said.exported += spider.exported
                said.errors += spider.failures.count
                said.stopping |= spider.stopped == INTERRUPTED
        said.rate = self._rate(now, said.fetched)
        if said.ended + len(self._crawlers) >= self._outlets:
            said.left = _left(self._crawlers)
        return said

    def _rate(self, now: float, fetched: int) -> float:
        self._seen.append((now, fetched))
        while self._seen[0][0] < now - _WINDOW:
            self._seen.popleft()
        since, before = self._seen[0]
        return (fetched - before) / (now - since) if now > since else 0.0


def _left(crawlers: Sequence["Crawler"]) -> float | None:
    """Seconds of the outlet that needs longest, by its own pace; None while any still discovers."""
    most = 0.0
    for crawler in crawlers:
        spider, done = _spider(crawler), _fetched(crawler)
        if spider is None or spider.discovery.pending or not done:
            return None
        waiting = len(spider.frontier)
        if spider.limit is not None:
            waiting = min(waiting, max(0, spider.limit - spider.exported))
        since = crawler.stats.get_value("start_time")
        most = max(most, waiting * (time.time() - since.timestamp()) / done)
    return most or None


def _spider(crawler: "Crawler") -> Any:
    """The spider once its crawl has begun."""
    return crawler.spider if crawler._stats is not None else None


def _fetched(crawler: "Crawler") -> int:
    stats = crawler._stats
    return int(stats.get_value("ogpnews/fetched", 0)) if stats is not None else 0


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
