"""What a run did: counts, reasons, fields and errors, as JSON; summary.py says it to people."""

import json
import platform
import secrets
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from ogpnews import __version__
from ogpnews.disk import whole
from ogpnews.drift import Drift
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.frontier import KNOWN
from ogpnews.text.moments import stamp

COMPLETE, PARTIAL, NOTHING, DRIFT = 0, 1, 3, 4
"""Exit statuses of a run that ended by itself; an interrupted one has 128 and the signal's number."""
_STATES = {
    COMPLETE: "complete",
    PARTIAL: "partial",
    NOTHING: "nothing fetched",
    DRIFT: "drift",
    128 + signal.SIGINT: "interrupted",
    128 + signal.SIGTERM: "interrupted",
}
_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
_PREFIX = "ogpnews/"
_ROBOTS, _NO_ROBOTS = "robotstxt/response_status_count/", "robotstxt/exception_count"
COLUMNS = ("discovered", "fetched", "exported", "skipped", "failed", "errors")
"""What `OutletRun.numbers` gives."""


@dataclass(slots=True)
class OutletRun:
    """One outlet in one run."""

    discovered: int = 0
    """Addresses of articles found on the outlet's hosts."""
    fetched: int = 0
    """Article pages read, first pages only."""
    exported: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    """Reason → articles left out on purpose."""
    failed: dict[str, int] = field(default_factory=dict)
    """Reason → articles that could not be had."""
    fields: dict[str, dict[str, int]] = field(default_factory=dict)
    """Field → ok, missing, unparsed."""
    present: dict[str, int] = field(default_factory=dict)
    """Field that the outlet's file expects → exported articles that have it."""
    drift: list[Drift] = field(default_factory=list)
    """Fields that fell below what the outlet's file expects."""
    pages_read: int = 0
    """Sitemaps, feeds, listings and article pages read."""
    article_pages_failed: int = 0
    """Further pages of articles that could not be read."""
    not_in_archive: int = 0
    waiting: int = 0
    """Articles known and not asked for, because the limit was reached or the run stopped."""
    stopped: str | None = None
    """Why the outlet was given up before its end."""
    crawl_delay: float | None = None
    """Seconds, where robots.txt asked for it."""
    blocked: str = ""
    """Why the site was left alone: a status, a block page, "asked to come back later"."""
    pauses: int = 0
    """How often it asked us to wait, and we did."""
    rights: dict[str, int] = field(default_factory=dict)
    """Sign of a reservation (`noai meta`, `tdm-reservation header`) → article pages that bear it."""
    robots: str = ""
    """What robots.txt was answered with: `HTTP 200`; empty where none was asked for."""
    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0
    finish: str = ""
    """Scrapy's reason for the end: finished, shutdown, …"""
    sources: list[dict[str, Any]] = field(default_factory=list)
    """Entries of the outlet's file, as `discovery.Source`: kind, url, status, found, newest."""
    error_count: int = 0
    errors: list[dict[str, str]] = field(default_factory=list)
    """url and what, the first 200."""
    problems: list[dict[str, Any]] = field(default_factory=list)
    """The same by what: what, count, and the first url; 200 kinds."""

    @classmethod
    def of(cls, stats: Mapping[str, Any], failures: Any) -> "OutletRun":
        """From Scrapy's stats and the spider's failures (None: it did not start)."""
        run = cls(
            requests=stats.get("downloader/request_count", 0),
            bytes=stats.get("downloader/response_bytes", 0),
            seconds=round(stats.get("elapsed_time_seconds", 0.0), 3),
            finish=stats.get("finish_reason", ""),
        )
        for key in sorted(stats):  # behind a redirect: 200, then 301
            if key.startswith(_NO_ROBOTS):
                run.robots = run.robots or "cannot be reached"
            elif key.startswith(_ROBOTS) and not run.robots.startswith("HTTP"):
                run.robots = f"HTTP {key.removeprefix(_ROBOTS)}"
        if failures is not None:
            run.error_count, run.errors = failures.count, failures.kept
            run.problems = [*failures.kinds.values()]
        for key, value in sorted(stats.items()):
            if not key.startswith(_PREFIX):
                continue
            name, _, rest = key.removeprefix(_PREFIX).partition("/")
            if not rest:
                setattr(run, name, value)
            elif name == "fields":
                what, _, outcome = rest.partition("/")
                run.fields.setdefault(what, {"ok": 0, "missing": 0, "unparsed": 0})[outcome] = value
            else:
                getattr(run, name)[rest] = value
        return run

    @property
    def all_known(self) -> bool:
        """True where there was nothing left to fetch: a replay that is repeated."""
        return 0 < self.discovered == self.skipped.get(KNOWN, 0)

    def numbers(self) -> tuple[int, ...]:
        """One number for each of COLUMNS."""
        skipped, failed = sum(self.skipped.values()), sum(self.failed.values())
        return self.discovered, self.fetched, self.exported, skipped, failed, self.error_count


@dataclass(slots=True)
class RunReport:
    """One run over all its outlets."""

    run: str
    arguments: Sequence[str]
    started: str
    ended: str | None = None
    since: str | None = None
    until: str | None = None
    """First and last day asked for; None: no bound."""
    state: str = "running"
    """running (or killed), complete, partial, drift, nothing fetched, interrupted, failed."""
    version: str = __version__
    python: str = field(default_factory=platform.python_version)
    exit_status: int | None = None
    problems: list[str] = field(default_factory=list)
    """What is wrong outside of any outlet: damaged archives."""
    archives: list[str] = field(default_factory=list)
    """WARC files that the run has written."""
    outlets: dict[str, OutletRun] = field(default_factory=dict)

    def finish(self, interrupted_by: int | None = None) -> int:
        """Closes the report; the exit status of the run: the first of these that applies.

        `interrupted_by`: the signal that ended the run early.
        """
        runs = self.outlets.values()
        if interrupted_by is not None:
            status = 128 + interrupted_by
        elif not any(run.pages_read or run.all_known for run in runs):
            status = NOTHING
        elif any(run.drift for run in runs):
            status = DRIFT
        elif self.problems or any(run.error_count or run.failed or run.blocked for run in runs):
            status = PARTIAL
        else:
            status = COMPLETE
        self.exit_status, self.state, self.ended = status, _STATES[status], now()
        return status

    def fail(self, error: Exception, log: Path) -> None:
        """Closes the report of a run that an error ended: state `failed`.

        `log`: where its traceback is.
        """
        self.exit_status, said = PARTIAL, f"{type(error).__name__}: {error}; more in {log}"
        if isinstance(error, OgpnewsError):
            self.exit_status, said = error.status, str(error)
        self.problems.append(said)
        self.state, self.ended = "failed", now()

    def add_problem(self, what: str) -> None:
        """A problem found after the end: what was complete is partial then."""
        self.problems.append(what)
        if self.exit_status == COMPLETE:
            self.exit_status, self.state = PARTIAL, _STATES[PARTIAL]

    def write(self, path: Path) -> None:
        """The JSON file, whole or not at all."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        with whole(path) as file:
            file.write(f"{text}\n".encode("utf-8", "backslashreplace"))

    def write_short(self, path: Path) -> None:
        """Over the first report, in its place on a full disk: how the run ended, without outlets."""
        short = replace(self, outlets={}, problems=self.problems[-1:])
        text = json.dumps(asdict(short), ensure_ascii=False, indent=1)
        with (
            suppress(OSError),
            path.open("r+", encoding="utf-8", errors="backslashreplace") as file,
        ):
            file.write(f"{text}\n")
            file.truncate()

    @classmethod
    def read(cls, path: Path) -> Self:
        """A report of this or another version; ValueError where the file holds none."""
        table = json.loads(path.read_bytes())
        try:
            runs = table["outlets"].items()
            outlets = {name: OutletRun(**_known(OutletRun, run)) for name, run in runs}
            report = cls(**{**_known(cls, table), "outlets": outlets})
            for when in (report.started, report.ended or report.started):
                datetime.fromisoformat(when)
            "".join([report.run, report.state, *report.problems, *report.archives])
            list(report.arguments)
            sum(sum(run.numbers()) for run in outlets.values())
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"no run report ({type(error).__name__}: {error})") from error
        return report


def _known(kind: type, table: Mapping[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in table.items() if name in names}


def now() -> str:
    """The moment, ISO 8601 in UTC."""
    return stamp(datetime.now(UTC))


def check_clock() -> None:
    """UsageError where the machine's clock stands before this program was written."""
    if (today := datetime.now(UTC)) < _EARLIEST:
        raise UsageError(
            f"the clock of this machine says {stamp(today)}; set it, for days of articles and"
            " names of runs come from it"
        )


def new_run_id() -> str:
    """Sortable by time, unique among runs of the same second: `20261123T094004Z-3fa91c`."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
