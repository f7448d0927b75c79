"""What a million pages cost, reckoned from what was measured."""

from typing import Any

from report import mib, table

PAGES = 1_000_000


def estimate(work: dict[str, Any]) -> dict[str, float]:
    """Hours, gigabytes and bounds, from the command over archives."""
    one, two = work["jobs"]
    read = work["archive_bytes_per_page"]
    return {
        "cpu_hours": PAGES * one["steady_cpu_ms_per_page"] / 3.6e6,
        "hours_one": PAGES / one["steady_pages_per_s"] / 3600,
        "hours_two": PAGES / two["steady_pages_per_s"] / 3600,
        "pages_gb": PAGES * work["page_bytes_per_page"] / 1e9,
        "archives_gb": PAGES * read / 1e9,
        "records_gb": PAGES * work["record_bytes"] / 1e9,
        "records_gzip_gb": PAGES * work["record_bytes_gzip"] / 1e9,
        "disk_mb_per_s": two["steady_pages_per_s"] * read / 1e6,
        "reading_share": work["reading_ms_per_page"] / one["steady_cpu_ms_per_page"],
        "process_bytes": work["process_bytes"],
    }


def lines(found: dict[str, float], work: dict[str, Any]) -> list[str]:
    """The estimate as a table, and what would bound a run."""
    one, two = work["jobs"]
    rows = [
        ["processor time", f"{found['cpu_hours']:.2f} hours"],
        ["from start to end, `--jobs 1`", f"{found['hours_one']:.2f} hours"],
        ["from start to end, `--jobs 2`", f"{found['hours_two']:.2f} hours"],
        ["pages, plain", f"{found['pages_gb']:.0f} GB"],
        ["archives read, gzip", f"{found['archives_gb']:.1f} GB"],
        ["records written", f"{found['records_gb']:.1f} GB"],
        ["the same, gzip", f"{found['records_gzip_gb']:.1f} GB"],
        ["memory of a process", f"{mib(found['process_bytes'])} MiB"],
    ]
    gain = two["steady_pages_per_s"] / one["steady_pages_per_s"]
    return [
        *table(["a million pages like these", ""], rows),
        f"What bounds it is the processor: reading archives and undoing gzip is "
        f"{found['reading_share']:.0%} of its time, the disk has to give "
        f"{found['disk_mb_per_s']:.0f} MB/s to keep two processes busy. Two processes are {gain:.2f} "
        f"times as fast as one.",
        "",
    ]
