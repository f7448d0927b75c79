"""Item pipelines: one stage of the chain each; then filter, count of outcomes, exporter."""

from pathlib import Path
from typing import Any, ClassVar, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from ogpnews.draft import Draft
from ogpnews.exporters import JsonLines
from ogpnews.extract import NotAnArticle, refuse
from ogpnews.fetched import Fetched
from ogpnews.items import Article, Revision
from ogpnews.normalise import CHAIN, EXPORTED, Stage
from ogpnews.outcomes import Outcomes
from ogpnews.outlet import METADATA_ONLY
from ogpnews.reasons import Refused
from ogpnews.rights import notice
from ogpnews.state import EXPORTED as WRITTEN
from ogpnews.state import WITHDRAWN, State
from ogpnews.tdmrep import TdmFiles

UNDATED, OUTSIDE = "undated", "outside the window"
DUPLICATE, UNCHANGED = "duplicate", "unchanged"
WITHOUT_KEYWORD = "without keyword"
"""Why a good article is not exported."""


class StagePipeline:
    """One stage of the chain."""

    stage: ClassVar[Stage]

    def process_item(self, item: Draft) -> Draft:
        """The same draft, one concern further."""
        type(self).stage(item)
        return item


def _pipeline(stage: Stage) -> type[StagePipeline]:
    members = {"stage": staticmethod(stage), "__doc__": stage.__doc__, "__module__": __name__}
    return type(stage.__name__.title(), (StagePipeline,), members)


STAGES = tuple(map(_pipeline, CHAIN))


class Exportable:
    """Drops, with the reason, what is no article, lies outside the window or was exported.

    A text that has changed since it was exported is let through as the article's next revision.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.ids: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Fetched) -> Fetched:
        """The draft of an article that the run wants."""
        if reason := self._why_not(item):
            raise DropItem(reason, log_level="INFO")
        self.ids.add(item.article.id)
        return item

    def _why_not(self, item: Fetched) -> str | None:
        article = item.article
        try:
            refuse(article)
        except NotAnArticle:
            if article.kind not in EXPORTED:
                return f"kind {article.kind}"
            return "no body" if article.title else "no headline"
        spider: Any = self.crawler.spider
        if spider.state.withdrawn(article.id):
            return WITHDRAWN
        if spider.window and not item.before:
            when = article.published or item.listed
            if when is None:
                return UNDATED
            if not spider.window.holds(when):
                return OUTSIDE
        if not spider.keywords.holds(article.title or "", article.text):
            return WITHOUT_KEYWORD
        return DUPLICATE if article.id in self.ids else self._why_not_again(item)

    def _why_not_again(self, item: Fetched) -> str | None:
        """Of an article that an earlier run exported only a changed text is wanted, when asked for."""
        state: State = self.crawler.spider.state  # type: ignore[union-attr]  # an OutletSpider
        before = state.exported(item.article.id)
        if before is None:
            return None
        if not item.before:
            return DUPLICATE
        if item.article.text_sha256 == before.text_sha256:
            return UNCHANGED
        item.article = Revision.of(item.article, before.revision + 1, before.text_sha256)
        return None


class Rights:
    """Honours what outlet and host reserve: `rights` of the outlet's file, tdmrep.json."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.files = TdmFiles(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Draft) -> Draft:
        """The draft with its host's reservation; without its text where metadata is all we may copy."""
        article = item.article
        if item.tdm is None and item.fetched_url:
            try:
                rule = await self.files.rule(item.fetched_url)
            except Refused as refusal:  # exported without it, a reservation would be lost
                raise DropItem(str(refusal), log_level="INFO") from None
            if rule is not None and rule.reserved:
                self.crawler.stats.inc_value("ogpnews/rights/tdm-reservation tdmrep.json")
                article.rights_notice = article.rights_notice or notice(rule.policy)
        if item.outlet.rights == METADATA_ONLY:
            article.text = ""  # text_sha256 stays: it shows that a text has changed
            for image in article.images:
                image.caption = None
            article.extraction.warnings.append("metadata only: the outlet forbids copying its text")
        return item


class Records:
    """Writes `OUTPUT/articles/<outlet>/<run>.jsonl`; without OUTPUT only Scrapy's feeds do."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.file: JsonLines | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        settings, spider = self.crawler.settings, self.crawler.spider
        if (output := settings.get("OUTPUT")) and isinstance(spider, Spider):
            run = settings.get("RUN")
            self.file = JsonLines(Path(output) / "articles" / spider.name / f"{run}.jsonl")
            self._state.before_commit.append(self.file.sync)

    def process_item(self, item: Fetched) -> Article:
        """The finished record, written and marked as exported, in this order.

        ExportError or DatabaseError, which end the crawl, where that fails.
        """
        if self.file is not None:
            self.file.write(item.article)
        state = self._state
        state.export(item.article, item.etag, item.last_modified)
        if item.entry:  # which may have been redirected
            state.settle(item.entry.url, WRITTEN)
        if state.is_due:
            state.commit()
        return item.article

    def close_spider(self) -> None:
        if self.file is not None:
            spider: Any = self.crawler.spider
            with spider.writing():
                self._state.commit()
            self._state.before_commit.remove(self.file.sync)
            self.file.close()

    @property
    def _state(self) -> State:
        spider: Any = self.crawler.spider
        state: State = spider.state
        return state


ITEM_PIPELINES = {
    **{stage: 100 + 10 * place for place, stage in enumerate(STAGES)},
    Exportable: 800,
    Outcomes: 850,
    Rights: 870,
    Records: 900,
}
"""The order of the chain, then filter, count, reservations and exporter."""
