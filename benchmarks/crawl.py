"""The whole crawl against a news site on the loopback addresses: complete, polite, fast, small.

    python benchmarks/crawl.py [--quick] [--rounds N] [--json | --write]

The site (`newssite.py`) has 20 hosts that list their articles in different ways; its server
(`newsserver.py`) runs in a process of its own and counts what it is asked. Every crawl runs in a
process of its own, too (`crawlrun.py`). Speed is CPU time a page, against a bare Scrapy spider that
downloads the same pages under the same settings; rounds are interleaved, the best of each counts.
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ogpnews
import stages
from corpus import CorpusError, Page
from crawljobs import lay, run
from crawlreport import markdown
from newsserver import Plan, counts, site
from newssite import FORBIDDEN, SIZES, page_of
from report import add_output, circumstances, show

FULL_SPEED = 0.001
"""Seconds between two requests to a host, where the processor shall be what bounds it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of everything."""

    hosts: int = 20
    articles: int = 5000
    speed_articles: int = 2000
    polite_articles: int = 600
    polite_delay: float = 0.2
    """Seconds: so few requests that the processor does not blur the gaps."""
    full_articles: int = 2000
    full_delay: float = 0.05
    many: int = 100_000
    few: int = 10_000
    """Articles where memory is measured; half of the hosts name theirs in one piece."""


QUICK = Scale(4, 100, 100, 60, 0.1, 60, 0.03, 2000, 200)


def completeness(folder: Path, scale: Scale) -> dict[str, Any]:
    """Two runs of everything: every article once, and the second asks for next to nothing."""
    with site(Plan(scale.hosts, scale.articles)) as hosts:
        job = lay(folder, hosts, FULL_SPEED)
        first, asked = run(job), counts(hosts)
        titles = Counter(_titles(folder / "out"))
        second, again = run(job), counts(hosts)
        wanted = {host.title(number) for host in hosts for number in range(host.articles)}
    known = {(base, path) for base, told in asked.items() for path in told["asked"]}
    return {
        "hosts": len(hosts),
        "kinds": dict(Counter(host.kind for host in hosts)),
        "articles": len(wanted),
        "lost": len(wanted - titles.keys()),
        "twice": sum(count - 1 for count in titles.values()),
        "not_of_the_site": len(titles.keys() - wanted),
        "first": first,
        "pages_asked_twice": sum(
            count - 1 for told in asked.values() for count in told["asked"].values()
        ),
        "forbidden_asked": sum(told["asked"].get(FORBIDDEN, 0) for told in asked.values()),
        "second": second,
        "second_most_requests_a_host": max(sum(told["asked"].values()) for told in again.values()),
        "second_articles_fetched": sum(
            count
            for base, told in again.items()
            for path, count in told["asked"].items()
            if "/pr-" in path and (base, path) in known
        ),
    }


def _titles(out: Path) -> list[str]:
    return [record["title"] for record in ogpnews.read(out, latest=False)]


def manners(folder: Path, hosts: int, articles: int, delay: float) -> dict[str, Any]:
    """All hosts at a delay: what the server saw, and how much of what is allowed was used."""
    with site(Plan(hosts, articles)) as laid:
        job = lay(folder, laid, delay)
        counts(laid, hold=0.01)
        told = run(job)
        seen = [found for found in counts(laid).values() if found["asked"]]
    return {
        "delay": delay,
        "most_at_once": max(found["most_at_once"] for found in seen),
        "smallest_gap": min(found["smallest_gap"] for found in seen),
        "first_gap": min(found["first_gap"] for found in seen),
        "forbidden_asked": sum(found["asked"].get(FORBIDDEN, 0) for found in seen),
        "requests_per_s": sum(found["per_s"] for found in seen),
        "allowed_per_s": hosts / delay,
        "cpu_share": told["cpu_s"] / told["wall_s"],
    }


def speed(folder: Path, scale: Scale, size: str, rounds: int) -> dict[str, Any]:
    """CPU milliseconds a page: the whole crawl, a bare spider, extraction alone."""
    ours, bare = [], []
    with site(Plan(scale.hosts, scale.speed_articles, size)) as hosts:
        for number in range(rounds):
            job = lay(folder / str(number), hosts, FULL_SPEED)
            ours.append(run(job))
            asked = counts(hosts)
            urls = {
                host.base: [
                    host.base + path for path in asked[host.base]["asked"] if path != "/robots.txt"
                ]
                for host in hosts
            }
            log = str(folder / f"{number}.log")
            bare.append(run({"bare": urls, "delay": FULL_SPEED, "log": log}))
        pages = [page_of(host, number) for host in hosts for number in range(20)]
    found = [Page(f"{place}.html", body, url) for place, (url, body) in enumerate(pages)]
    parts = stages.stages(found, rounds)
    count = scale.hosts * (scale.speed_articles // scale.hosts)
    best = {
        name: min(told["cpu_s"] for told in runs) for name, runs in (("ours", ours), ("bare", bare))
    }
    return {
        "bytes": round(sum(len(page.body) for page in found) / len(found)),
        "pages": count,
        "requests": ours[0]["requests"],
        "ours_ms": 1000 * best["ours"] / count,
        "bare_ms": 1000 * best["bare"] / count,
        "ratio": best["ours"] / best["bare"],
        "extraction_ms": 1000 * sum(parts.values()) / len(found),
        "pages_per_s": count / min(told["wall_s"] for told in ours),
    }


def memory(folder: Path, scale: Scale) -> dict[str, Any]:
    """Peak resident bytes of a crawl that finds few addresses, and of one that finds many."""
    peaks = {}
    for name, articles in (("few", scale.few), ("many", scale.many)):
        with site(Plan(scale.hosts, articles, written=10)) as hosts:
            told = run({**lay(folder / name, hosts, FULL_SPEED), "limit": 5})
        peaks[name] = {"discovered": told["discovered"], "peak": told["peak"]}
    return {**peaks, "ratio": peaks["many"]["peak"] / peaks["few"]["peak"]}


def result(scale: Scale, rounds: int) -> dict[str, Any]:
    """Everything measured, ready for JSON."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        return {
            **circumstances(),
            "rounds": rounds,
            "completeness": completeness(folder / "complete", scale),
            "manners": manners(
                folder / "manners", scale.hosts, scale.polite_articles, scale.polite_delay
            ),
            "full": manners(folder / "full", scale.hosts, scale.full_articles, scale.full_delay),
            "speed": {size: speed(folder / size, scale, size, rounds) for size in SIZES},
            "memory": memory(folder / "memory", scale),
        }


def main() -> int:
    """Measure and print; 1 where a crawl ends badly."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a small site: does it all run?")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of speed (default: 3)")
    add_output(parser)
    args = parser.parse_args()
    try:
        told = result(QUICK if args.quick else Scale(), max(1, args.rounds))
        show(args, "crawl", told, markdown(told))
    except CorpusError as error:
        print(f"crawl: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
