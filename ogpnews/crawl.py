"""A run: outlets side by side in one process, hosts one at a time, a report at the end."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from ogpnews import replay
from ogpnews.archive import ArchiveError, Header
from ogpnews.discovery import Mode
from ogpnews.errors import UsageError
from ogpnews.middlewares import REPLAY_SETTINGS
from ogpnews.outlets import UNKNOWN, Catalogue, Outlet
from ogpnews.runreport import OutletRun, RunReport, new_run_id, now
from ogpnews.sitemaps import Entry
from ogpnews.spiderloader import spider_class
from ogpnews.state import MEMORY, State

if TYPE_CHECKING:
    import asyncio


MOST_AT_ONCE = 64
"""Groups of hosts crawled side by side: a core is busy with about a hundred polite ones, and an
interruption has that many to wind up."""


@dataclass(slots=True)
class Plan:
    """What a run shall do."""

    out: Path
    outlets: Sequence[Outlet]
    """None named: all of the catalogue, or in a replay all that the archives hold pages of."""
    catalogue: Catalogue
    folder: Path | None = None
    """Folder of the catalogue, None for the packaged one."""
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    replay: Sequence[str] = ()
    arguments: Sequence[str] = ()
    keywords: Sequence[str] = ()
    max_pages: int | None = None
    """Of each listing, archive and API; None for the setting LISTING_PAGES."""
    mode: Mode = Mode.CRAWL
    found: Callable[[str, Entry], object] | None = None
    """Takes outlet and entry of all that a crawl would fetch, where the mode is to discover."""


def run(plan: Plan) -> RunReport:
    """The finished report, which is also in `out/runs`; UsageError before anything is fetched."""
    report = RunReport(new_run_id(), list(plan.arguments), now())
    jobs = list(_jobs(plan, report))
    path = _prepare(plan.out, report.run)
    report.write(path)
    if jobs:
        _crawl(plan, report, jobs, path.with_suffix(".log"))
    report.finish()
    report.write(path)
    return report


Job = tuple[Outlet, list[Header]]


def _jobs(plan: Plan, report: RunReport) -> Iterator[Job]:
    """Outlets with the archived pages to start from."""
    if not plan.replay:
        yield from ((outlet, []) for outlet in plan.outlets or plan.catalogue.outlets.values())
        return
    try:
        index = replay.open_index(*plan.replay)
    except ArchiveError as error:
        raise UsageError(str(error)) from error
    report.problems += index.problems
    pages: dict[str, list[Header]] = {}
    for header in index.pages():
        outlet = plan.catalogue.for_url(header.url)
        pages.setdefault(outlet.id if outlet else "", []).append(header)
    named = [*plan.outlets] or [plan.catalogue.outlets.get(name, UNKNOWN) for name in pages]
    if not named:
        report.problems.append(f"{', '.join(plan.replay)}: no page to crawl in there")
    yield from ((outlet, pages.get(outlet.id, [])) for outlet in named)


def _prepare(out: Path, run_id: str) -> Path:
    """The path of the run's report; its folder is there."""
    try:
        (out / "runs").mkdir(parents=True, exist_ok=True)
        (out / "articles").mkdir(exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(
            f"{error.filename}: a file stands in the way; -o names a folder"
        ) from error
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror})") from error
    return out / "runs" / f"{run_id}.json"


def _crawl(plan: Plan, report: RunReport, jobs: Sequence[Job], log: Path) -> None:
    settings = Settings()
    settings.setmodule("ogpnews.settings", priority="project")
    # The loader is for Scrapy's own commands: here the spiders are at hand.
    settings.set("SPIDER_LOADER_CLASS", "scrapy.spiderloader.DummySpiderLoader", "cmdline")
    mine = {"OUTPUT": str(plan.out), "RUN": report.run, "LOG_FILE": str(log)}
    settings.setdict({**mine, "REPLAY": [*plan.replay]}, "cmdline")
    if plan.replay:
        settings.setdict(REPLAY_SETTINGS, "cmdline")
    _SideBySide(plan, report, settings).start(_by_host(jobs))


class _SideBySide:
    """The crawlers of a run; each queue of outlets that share a host is worked off in order."""

    def __init__(self, plan: Plan, report: RunReport, settings: Settings) -> None:
        self._plan, self._report = plan, report
        self._process = AsyncCrawlerProcess(settings)
        self._progress = Progress()
        self._state = State(plan.out / "state.sqlite" if not plan.replay else MEMORY)
        self._under_way: list[Crawler] = []
        self._waiting: deque[Iterator[Job]] = deque()

    def start(self, groups: Iterable[Sequence[Job]]) -> None:
        """Returns when all is done, or after an interruption."""
        self._waiting.extend(iter(group) for group in groups)
        for _ in range(min(MOST_AT_ONCE, len(self._waiting))):
            self.follow(self._waiting.popleft())
        self._process.start()
        self._progress.close()
        for crawler in [*self._under_way]:
            self._ended(crawler)
        self._state.close()

    def follow(self, queue: Iterator[Job]) -> None:
        """Starts the next outlet of a queue, or the next queue after its end."""
        outlet, seeds = next(queue, (None, []))
        if outlet is None:
            if self._waiting:
                self.follow(self._waiting.popleft())
            return
        plan = self._plan
        spider = spider_class(outlet, plan.catalogue, plan.folder)
        crawler = self._process.create_crawler(spider)
        self._under_way.append(crawler)
        self._progress.watch(crawler)

        def ended(task: "asyncio.Task[None]") -> None:
            if error := task.exception():
                what = f"{spider.name}: {type(error).__name__}: {error}"
                self._report.problems.append(what)
            if self._ended(crawler).finish != "shutdown":
                self.follow(queue)

        arguments = {
            "since": plan.since, "until": plan.until, "limit": plan.limit,
            "keyword": plan.keywords, "max_pages": plan.max_pages,
            "mode": plan.mode, "found": plan.found,
        }  # fmt: skip
        self._process.crawl(crawler, seeds=seeds, state=self._state, **arguments).add_done_callback(
            ended
        )

    def _ended(self, crawler: Crawler) -> OutletRun:
        """Keeps what the report needs of a crawler, which then may go."""
        self._under_way.remove(crawler)
        spider: Any = crawler.spider
        stats = crawler._stats.get_stats() if crawler._stats else {}
        run = OutletRun.of(stats, spider.failures if spider else None)
        self._report.outlets[crawler.spidercls.name] = run
        return run


def _by_host(jobs: Iterable[Job]) -> list[list[Job]]:
    """Jobs in groups that share no host, so that one host has one request at a time."""
    groups: list[tuple[set[str], list[Job]]] = []
    for job in jobs:
        hosts = {host.removeprefix("*.") for host in job[0].hosts}
        apart = [group for group in groups if not group[0] & hosts]
        shared = [group for group in groups if group[0] & hosts]
        merged = [item for group in shared for item in group[1]]
        everywhere = hosts.union(*(group[0] for group in shared))
        groups = [*apart, (everywhere, [*merged, job])]
    return [group[1] for group in groups]


class Progress:
    """One line on a terminal; nothing anywhere else."""

    def __init__(self) -> None:
        self._bar: Any = None
        if sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(unit=" pages", desc="crawl", dynamic_ncols=True)
        self._exported = 0

    def watch(self, crawler: Crawler) -> None:
        if self._bar is not None:
            crawler.signals.connect(self._read, signal=signals.response_received)
            crawler.signals.connect(self._wrote, signal=signals.item_scraped)

    def _read(self) -> None:
        self._bar.update()

    def _wrote(self) -> None:
        self._exported += 1
        self._bar.set_postfix(articles=self._exported, refresh=False)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
