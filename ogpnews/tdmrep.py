"""A host's /.well-known/tdmrep.json: what it reserves for all of its pages, asked once a day."""

import asyncio
from collections.abc import Sequence
from functools import lru_cache
from time import time
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import orjson
from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser

from ogpnews import replay, rights
from ogpnews.middlewares import HOST_FILE, TDMREP
from ogpnews.reasons import Refused
from ogpnews.robots import DAY, TIMEOUT, looked_at

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

PATH = "/.well-known/tdmrep.json"
MOST_BYTES = 500 * 1024
MOST_RULES = 1000


class Rule(NamedTuple):
    """What is reserved below a path."""

    location: str
    """Pattern of paths, as in robots.txt: `*` stands for anything, `$` for the end."""
    reserved: bool
    policy: str | None = None


def parse(body: bytes) -> list[Rule]:
    """The rules of a file that are in order, in its sequence; none for what is no such file."""
    try:
        told = orjson.loads(body[: MOST_BYTES + 1])  # which takes no half characters
    except ValueError:
        return []
    rules = []
    for entry in told[:MOST_RULES] if isinstance(told, list) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("location"), str):
            continue
        said, policy = str(entry.get(rights.RESERVATION)), entry.get(rights.POLICY)
        if said in ("0", "1"):
            text = policy if isinstance(policy, str) else None
            rules.append(Rule("".join(entry["location"].split()), said == "1", text))
    return rules


def rule_of(rules: Sequence[Rule], url: str) -> Rule | None:
    """The first rule whose location fits the URL, as TDMRep has it."""
    return next((rule for rule in rules if _fits(rule.location).allowed(url, "x") is False), None)


@lru_cache(maxsize=MOST_RULES)
def _fits(location: str) -> RobotParser:
    """The patterns are those of robots.txt: where one forbids, it fits."""
    return ProtegoRobotParser(f"User-agent: *\nDisallow: {location}".encode(), None)


class TdmFiles:
    """The files of the hosts of one crawl."""

    def __init__(self, crawler: "Crawler") -> None:
        self.crawler = crawler
        self._archives = crawler.settings.getlist("REPLAY")
        self._found: dict[str, asyncio.Future[list[Rule]]] = {}

    async def rule(self, url: str) -> Rule | None:
        """What a host reserves of one of its pages; None where it says nothing, or cannot be asked.

        Refused where the run was broken off before it was known.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc.lower()}"
        if host not in self._found:
            self._found[host] = asyncio.ensure_future(self._rules(host))
            self._found[host].add_done_callback(looked_at)
        rules = await asyncio.shield(self._found[host])
        return rule_of(rules, url) if rules else None

    async def _rules(self, host: str) -> list[Rule]:
        spider: Any = self.crawler.spider
        note = spider.state.recall("tdmrep", host)
        if note and time() - note.at < DAY and not self.crawler.settings.get("WARC"):
            return [Rule(*rule) for rule in note.value["rules"]]
        url = host + PATH
        if self._archives and replay.open_index(*self._archives).find(url) is None:
            return []
        try:
            answer = await self._ask(url)
        except Refused:
            raise
        except Exception:  # whatever it is, the page itself was had: the next run asks again
            return []
        rules = parse(answer.body) if answer.status == 200 else []
        if answer.status < 500 and answer.status != 429:
            spider.state.remember("tdmrep", host, {"rules": rules})
        return rules

    async def _ask(self, url: str) -> Response:
        """As robots.txt allows it; a 404 is the usual answer."""
        assert self.crawler.engine is not None  # noqa: S101  # it made the page's request
        meta = {HOST_FILE: TDMREP, "download_timeout": TIMEOUT, "dont_retry": True}
        return await self.crawler.engine.download_async(
            Request(url, meta=meta, callback=NO_CALLBACK)
        )
