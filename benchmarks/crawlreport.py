"""What `crawl.py` measured, as a table of aims and one of where the time goes."""

from typing import Any

from report import mib, table

MOST_RATIO, MOST_MEMORY, MOST_REQUESTS = 1.6, 1.3, 3
"""What is asked: CPU against the bare spider, memory of many addresses against few, requests to a
host in a second run."""


def markdown(found: dict[str, Any]) -> str:
    """The result as tables."""
    lines = [
        f"{found['date']}, Python {found['python']}, {found['machine']}; CPU time, the best of "
        f"{found['rounds']} rounds.",
        "",
        *table(["what", "measured", "asked"], [*_complete(found), *_sizes(found)]),
        *_speed(found["speed"]),
    ]
    return "\n".join(lines).rstrip()


def _complete(found: dict[str, Any]) -> list[list[str]]:
    whole, polite, full = found["completeness"], found["manners"], found["full"]
    at_once = max(polite["most_at_once"], full["most_at_once"])
    kinds = ", ".join(f"{count} by {kind}" for kind, count in whole["kinds"].items())
    return [
        [f"{whole['articles']:,} articles over {whole['hosts']} hosts ({kinds}): lost, exported twice",
         f"{whole['lost'] + whole['not_of_the_site']}, {whole['twice']}", "0, 0"],
        ["pages asked for twice in that run", f"{whole['pages_asked_twice']}", "0"],
        ["second run: articles fetched again", f"{whole['second_articles_fetched']:,}", "0"],
        ["second run: requests to a host, at most", f"{whole['second_most_requests_a_host']:,}",
         f"{MOST_REQUESTS}"],
        ["at the server: requests to a host at once", f"{at_once}", "1"],
        ["at the server: smallest gap", f"{1000 * polite['smallest_gap']:.0f} ms",
         f"{750 * polite['delay']:.0f} ms: {1000 * polite['delay']:.0f} less a quarter"],
        ["… behind robots.txt, for which the connection is made while all crawlers start",
         f"{1000 * polite['first_gap']:.0f} ms", "–"],
        ["at the server: forbidden paths asked for",
         f"{whole['forbidden_asked'] + polite['forbidden_asked'] + full['forbidden_asked']}", "0"],
        [f"all hosts at a delay of {1000 * full['delay']:.0f} ms: requests a second",
         f"{full['requests_per_s']:.0f}", f"at most {full['allowed_per_s']:.0f}"],
        ["… share of one processor", f"{full['cpu_share']:.0%}", "–"],
    ]  # fmt: skip


def _sizes(found: dict[str, Any]) -> list[list[str]]:
    few, many = found["memory"]["few"], found["memory"]["many"]
    return [
        [f"memory at {many['discovered']:,} addresses found against {few['discovered']:,}",
         f"{mib(many['peak'])} / {mib(few['peak'])} MiB = {found['memory']['ratio']:.2f}",
         f"≤ {MOST_MEMORY}"],
        *([f"CPU a page of {row['bytes'] / 1000:.0f} KB against a bare Scrapy spider",
           f"{row['ratio']:.2f} ×", f"≤ {MOST_RATIO} ×"] for row in found["speed"].values()),
    ]  # fmt: skip


def _speed(sizes: dict[str, dict[str, Any]]) -> list[str]:
    rows = [
        [
            f"{row['bytes'] / 1000:.0f} KB, {row['pages']:,} pages",
            f"{row['ours_ms']:.2f}",
            f"{row['bare_ms']:.2f}",
            f"{row['extraction_ms']:.2f}",
            f"{row['ours_ms'] - row['bare_ms'] - row['extraction_ms']:.2f}",
            f"{row['pages_per_s']:.0f}",
        ]
        for row in sizes.values()
    ]
    return table(
        ["CPU, ms a page", "whole crawl", "bare spider", "extraction alone", "the rest", "pages/s"],
        rows,
    )
