"""What a run did: counts, reasons, fields and errors, as JSON and as a table."""

import json
import os
import platform
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ogpnews import __version__
from ogpnews.text.moments import stamp

COMPLETE, PARTIAL, NOTHING, INTERRUPTED = 0, 1, 3, 130
_STATES = {
    COMPLETE: "complete",
    PARTIAL: "partial",
    NOTHING: "nothing fetched",
    INTERRUPTED: "interrupted",
}
_PREFIX = "ogpnews/"
_COLUMNS = ("discovered", "fetched", "exported", "skipped", "failed", "errors")


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
    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0
    finish: str = ""
    """Scrapy's reason for the end: finished, shutdown, …"""
    error_count: int = 0
    errors: list[dict[str, str]] = field(default_factory=list)
    """url and what, the first 200."""

    @classmethod
    def of(cls, stats: Mapping[str, Any], failures: Any) -> "OutletRun":
        """From Scrapy's stats and the spider's failures (None: it did not start)."""
        run = cls(
            requests=stats.get("downloader/request_count", 0),
            bytes=stats.get("downloader/response_bytes", 0),
            seconds=round(stats.get("elapsed_time_seconds", 0.0), 3),
            finish=stats.get("finish_reason", ""),
        )
        if failures is not None:
            run.error_count, run.errors = failures.count, failures.kept
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

    def numbers(self) -> tuple[int, ...]:
        """The columns of the table."""
        skipped, failed = sum(self.skipped.values()), sum(self.failed.values())
        return self.discovered, self.fetched, self.exported, skipped, failed, self.error_count


@dataclass(slots=True)
class RunReport:
    """One run over all its outlets."""

    run: str
    arguments: Sequence[str]
    started: str
    ended: str | None = None
    state: str = "running"
    """running (or killed), complete, partial, nothing fetched, interrupted."""
    version: str = __version__
    python: str = field(default_factory=platform.python_version)
    exit_status: int | None = None
    problems: list[str] = field(default_factory=list)
    """What is wrong outside of any outlet: damaged archives."""
    outlets: dict[str, OutletRun] = field(default_factory=dict)

    def finish(self) -> int:
        """Closes the report; the exit status of the run."""
        runs = self.outlets.values()
        if any(run.finish == "shutdown" for run in runs):
            status = INTERRUPTED
        elif not any(run.pages_read for run in runs):
            status = NOTHING
        elif self.problems or any(run.error_count or run.failed for run in runs):
            status = PARTIAL
        else:
            status = COMPLETE
        self.exit_status, self.state, self.ended = status, _STATES[status], now()
        return status

    def write(self, path: Path) -> None:
        """The JSON file, whole or not at all."""
        part = path.with_name(f".{path.name}.part")
        with part.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file, ensure_ascii=False, indent=1)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)

    def table(self) -> list[str]:
        """Lines for a person: one an outlet, then the reasons."""
        rows = [(name, *run.numbers()) for name, run in sorted(self.outlets.items())]
        if len(rows) > 1:
            rows.append(("total", *map(sum, zip(*(row[1:] for row in rows), strict=True))))
        cells = [("outlet", *_COLUMNS), *([str(cell) for cell in row] for row in rows)]
        widths = [max(len(row[place]) for row in cells) for place in range(len(cells[0]))]
        lines = ["  ".join(_pad(row, widths)).rstrip() for row in cells]
        return [*lines, *self._reasons("skipped"), *self._reasons("failed")]

    def _reasons(self, name: str) -> list[str]:
        total: dict[str, int] = {}
        for run in self.outlets.values():
            for why, count in getattr(run, name).items():
                total[why] = total.get(why, 0) + count
        said = ", ".join(f"{why} {count}" for why, count in sorted(total.items()))
        return [f"{name}: {said}"] if said else []


def _pad(row: Sequence[str], widths: Iterable[int]) -> list[str]:
    first, *rest = zip(row, widths, strict=True)
    return [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]


def now() -> str:
    """The moment, ISO 8601 in UTC."""
    return stamp(datetime.now(UTC))


def new_run_id() -> str:
    """Sortable by time, unique among runs of the same second: `20261123T094004Z-3fa91c`."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}"
