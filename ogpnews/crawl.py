"""A run: outlets side by side in one process, hosts one at a time, a report at the end."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from ogpnews import capture, drift, replay, runlog, warcfiles
from ogpnews.archive import ArchiveError, Header
from ogpnews.contact import user_agent
from ogpnews.draft import Draft
from ogpnews.errors import UsageError
from ogpnews.folder.finishing import finish
from ogpnews.interruption import Interruption
from ogpnews.lock import Lock
from ogpnews.normalise import normalise
from ogpnews.outlets import UNKNOWN, Outlet
from ogpnews.plan import Plan
from ogpnews.progress import Progress
from ogpnews.raw import RawArticle
from ogpnews.recovery import remembering
from ogpnews.replayhandler import REPLAY_SETTINGS
from ogpnews.runreport import PARTIAL, OutletRun, RunReport, check_clock, new_run_id, now
from ogpnews.sources import Mode
from ogpnews.spiderloader import spider_class
from ogpnews.state import State

if TYPE_CHECKING:
    import asyncio


STATE = "state.sqlite"
"""File of the output folder that holds what runs remember."""
MOST_AT_ONCE = 64
"""Groups of hosts crawled side by side: a core is busy with about a hundred polite ones, and an
interruption has that many to wind up."""


def run(plan: Plan) -> RunReport:
    """The finished report, which is also in `out/runs`.

    UsageError before anything is fetched, Locked where another run is at work in the folder. What
    happens later is in the report, whose state is never `running` when this returns.
    """
    check_clock()
    told = list(plan.arguments)
    report = RunReport(new_run_id(), told, now(), since=plan.since, until=plan.until)
    with Interruption() as interruption:
        jobs = list(_jobs(plan, report))
        path = _prepare(plan.out, report.run)
        with (
            Lock(plan.out, ["ogpnews", *plan.arguments], report.started),
            runlog.to(plan.out, plan.log_level),
        ):
            if plan.warc:
                warcfiles.prepare(plan.warc)
            _begin(report, path)
            try:
                if jobs:
                    _crawl(plan, report, jobs, interruption)
                report.finish(interruption.signal)
            except KeyboardInterrupt:
                report.finish(interruption.signal)
            except Exception as error:
                log.exception("run %s failed", report.run)
                report.fail(error, plan.out / runlog.NAME)
            _end(report, path)
            if plan.mode is Mode.CRAWL and (problems := finish(plan, interruption)):
                for problem in problems:
                    report.add_problem(problem)
                _end(report, path)
    return report


def _begin(report: RunReport, path: Path) -> None:
    """The first report, as of a run that is killed; UsageError where it cannot be written."""
    log.info("run %s: ogpnews %s", report.run, " ".join(report.arguments))
    try:
        report.write(path)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); make room there, or give another"
            " folder with -o"
        ) from error


def _end(report: RunReport, path: Path) -> None:
    """The last report; where the disk is full, the first one with its end."""
    try:
        report.write(path)
    except OSError as error:
        log.exception("%s: not written", path)
        report.problems.append(f"{path}: cannot be written whole ({error.strerror})")
        report.exit_status = report.exit_status or PARTIAL
        report.write_short(path)
    log.info("run %s: %s, exit status %s", report.run, report.state, report.exit_status)


log = logging.getLogger(__name__)

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
        (out / runlog.NAME).parent.mkdir(exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(
            f"{error.filename}: a file stands in the way; -o names a folder"
        ) from error
    except OSError as error:
        raise UsageError(f"{out}: cannot be written ({error.strerror})") from error
    return out / "runs" / f"{run_id}.json"


def _crawl(plan: Plan, report: RunReport, jobs: Sequence[Job], interruption: Interruption) -> None:
    # The vocabulary is built by the first article, which would hold up requests that are due.
    normalise(Draft(RawArticle(title="Pemkot"), UNKNOWN))
    settings = Settings()
    settings.setmodule("ogpnews.settings", priority="project")
    # The loader is for Scrapy's own commands: here the spiders are at hand.
    settings.set("SPIDER_LOADER_CLASS", "scrapy.spiderloader.DummySpiderLoader", "cmdline")
    mine = {"OUTPUT": str(plan.out), "RUN": report.run, "LOG_LEVEL": plan.log_level}
    # Our handler is at work; Scrapy's would be opened anew for each outlet.
    mine_too = {"LOG_INSTALL_ROOT_HANDLER": False, "REPLAY": [*plan.replay]}
    settings.setdict({**mine, **mine_too}, "cmdline")
    if plan.contact:
        settings.set("USER_AGENT", user_agent(plan.contact), "cmdline")
    if plan.replay:
        settings.setdict(REPLAY_SETTINGS, "cmdline")
    if plan.warc:
        settings.setdict({"WARC": str(plan.warc), "WARC_SIZE": plan.warc_size}, "cmdline")
    where = plan.state or plan.out / STATE
    try:
        with remembering(where, plan.out, report.run, notes=not plan.replay) as state:
            _SideBySide(plan, report, settings, interruption, state).start(jobs)
    finally:
        if written := capture.archives(settings):
            report.problems += written.close()
            report.archives = [str(path) for path in written.finished]


class _SideBySide:
    """The crawlers of a run; each queue of outlets that share a host is worked off in order."""

    def __init__(
        self,
        plan: Plan,
        report: RunReport,
        settings: Settings,
        interruption: Interruption,
        state: State,
    ) -> None:
        self._plan, self._report, self._interruption = plan, report, interruption
        self._process = AsyncCrawlerProcess(settings)
        self._state = state
        self._under_way: list[Crawler] = []
        self._waiting: deque[Iterator[Job]] = deque()

    def start(self, jobs: Sequence[Job]) -> None:
        """Returns when all is done, or after an interruption."""
        ended = self._report.outlets
        progress = Progress(len(jobs), ended.values(), self._under_way, quiet=self._plan.quiet)
        self._waiting.extend(iter(group) for group in _by_host(jobs))
        try:
            for _ in range(min(MOST_AT_ONCE, len(self._waiting))):
                self.follow(self._waiting.popleft())
            progress.start()
            self._interruption.run(self._process, self._under_way)
            for crawler in [*self._under_way]:  # of a run that was ended by force
                self._ended(crawler)
            if never := len(jobs) - len(ended):
                self._report.problems.append(f"outlets never begun: {never}")
        finally:
            progress.close()

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

        def ended(task: "asyncio.Task[None]") -> None:
            if not task.cancelled() and (error := task.exception()):
                what = f"{spider.name}: {type(error).__name__}: {error}"
                self._report.problems.append(what)
            self._ended(crawler)
            if self._interruption.signal is None:
                self.follow(queue)

        arguments = {
            "since": plan.since, "until": plan.until, "limit": plan.limit, "update": plan.update,
            "keyword": plan.keywords, "max_pages": plan.max_pages,
            "mode": plan.mode, "found": plan.found,
        }  # fmt: skip
        self._process.crawl(crawler, seeds=seeds, state=self._state, **arguments).add_done_callback(
            ended
        )

    def _ended(self, crawler: Crawler) -> None:
        """Keeps what the report needs of a crawler, which then may go."""
        self._under_way.remove(crawler)
        spider: Any = crawler.spider
        stats = crawler._stats.get_stats() if crawler._stats else {}
        run = OutletRun.of(stats, spider.failures if spider else None)
        if spider:
            run.drift = drift.judge(spider.outlet.expect, run.present, run.exported)
        self._report.outlets[crawler.spidercls.name] = run


def _by_host(jobs: Iterable[Job]) -> list[list[Job]]:
    """Jobs in groups that share no host, so that one host has one request at a time."""
    groups: list[tuple[set[str], list[Job]]] = []
    for job in jobs:
        hosts = _hosts(job[0])
        apart = [group for group in groups if not group[0] & hosts]
        shared = [group for group in groups if group[0] & hosts]
        merged = [item for group in shared for item in group[1]]
        everywhere = hosts.union(*(group[0] for group in shared))
        groups = [*apart, (everywhere, [*merged, job])]
    return [group[1] for group in groups]


def _hosts(outlet: Outlet) -> set[str]:
    """Every host that a crawl of the outlet asks: its own, and those that list its articles."""
    return {host.removeprefix("*.") for host in outlet.hosts} | outlet.listed_on
