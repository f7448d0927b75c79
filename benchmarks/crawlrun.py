"""One crawl in this very process: `python crawlrun.py JOB`, JOB being JSON.

`{"out": DIR, "catalogue": DIR, "since": DAY, "limit": N}` is ours, as `ogpnews crawl` runs it;
`{"bare": {NAME: [URL, …]},
"delay": SECONDS}` is a Scrapy spider for each name that downloads those pages under the same
settings and makes nothing of them. Prints CPU and wall seconds without imports, and memory.
"""

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings

import memory
from ogpnews import crawl, settings
from ogpnews.outlets import Catalogue
from ogpnews.plan import Plan

OURS_APART = {
    "DOWNLOADER_MIDDLEWARES": {"ogpnews.middlewares.PlainWhileCompressed": 595},
    "EXTENSIONS": {},
    "ITEM_PIPELINES": {},
    "DOWNLOAD_HANDLERS": dict.fromkeys(("file", "ftp", "s3", "data")),
    "LOG_FORMATTER": "scrapy.logformatter.LogFormatter",
    "SPIDER_LOADER_CLASS": "scrapy.spiderloader.DummySpiderLoader",
}
"""What a bare spider goes without; manners, bounds and safety are the same."""


class Bare(Spider):
    """Downloads its pages, and no more."""

    name = "bare"
    urls: tuple[str, ...] = ()

    async def start(self) -> AsyncIterator[Request]:
        for url in self.urls:
            yield Request(url)

    def parse(self, response: Response) -> None:
        """Nothing is made of it."""


def ours(job: dict[str, Any]) -> dict[str, Any]:
    """`ogpnews crawl` over a catalogue; its report."""
    folder = Path(job["catalogue"])
    plan = Plan(
        Path(job["out"]), (), Catalogue.load(folder), folder=folder, since=job["since"],
        limit=job.get("limit"), contact="https://ogpnews.example/benchmark",
    )  # fmt: skip
    report = crawl.run(plan)
    runs = report.outlets.values()
    return {
        "exit_status": report.exit_status,
        "discovered": sum(run.discovered for run in runs),
        "exported": sum(run.exported for run in runs),
        "requests": sum(run.requests for run in runs),
    }


def bare(job: dict[str, Any]) -> dict[str, Any]:
    """As many crawlers in one process as there are names."""
    chosen = Settings()
    chosen.setmodule(settings, priority="project")
    chosen.setdict(
        {**OURS_APART, "DOWNLOAD_DELAY": job["delay"], "LOG_FILE": job["log"]}, "cmdline"
    )
    process = AsyncCrawlerProcess(chosen)
    crawlers = []
    for name, urls in job["bare"].items():
        crawlers.append(process.create_crawler(type("Bare", (Bare,), {"name": name, "urls": urls})))
        process.crawl(crawlers[-1])
    process.start()
    stats = [crawler.stats.get_stats() if crawler.stats else {} for crawler in crawlers]
    return {"requests": sum(stat.get("downloader/request_count", 0) for stat in stats)}


def main() -> None:
    """Run the job."""
    job = json.loads(sys.argv[1])
    run = bare if "bare" in job else ours
    cpu, wall = process_time(), perf_counter()
    told = run(job)
    told |= {"cpu_s": process_time() - cpu, "wall_s": perf_counter() - wall}
    print(json.dumps({**told, "peak": memory.peak()}))


if __name__ == "__main__":
    main()
