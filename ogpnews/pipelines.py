"""Item pipelines: one stage of the chain each; then filter, count of outcomes, exporter."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from ogpnews.exporters import JsonLines
from ogpnews.extract import NotAnArticle, refuse
from ogpnews.items import Article
from ogpnews.normalise import CHAIN, EXPORTED, Draft, Stage

Reading = tuple[Callable[[Draft], object], Callable[[Draft], object]]
"""The value, and what the page says of it: with the second and not the first it is unparsed."""


def _never(_: Draft) -> None:
    """Nothing on a page says that it ought to be there."""


def _names(article: Article) -> object:
    return (
        article.authors or article.editors or article.contributors
        or article.collective or article.initials or article.source
    )  # fmt: skip


FIELDS: Mapping[str, Reading] = {
    "title": (lambda d: d.article.title, lambda d: d.raw.title),
    "published": (
        lambda d: d.article.published,
        lambda d: d.raw.date_lines or d.raw.meta_published,
    ),
    "modified": (
        lambda d: d.article.modified,
        lambda d: d.raw.modified_lines or d.raw.meta_modified,
    ),
    "credits": (
        lambda d: _names(d.article),
        lambda d: d.article.credits_raw or d.raw.credit_lines or d.raw.meta_authors,
    ),
    "dateline": (lambda d: d.article.dateline, _never),
    "text": (lambda d: d.article.text, lambda d: d.raw.blocks),
    "images": (lambda d: d.article.images, lambda d: d.raw.images),
    "image_credit": (
        lambda d: any(image.credit for image in d.article.images),
        lambda d: any(image.credit_raw for image in d.article.images),
    ),
    "tags": (lambda d: d.article.tags, lambda d: d.raw.tags),
    "section": (lambda d: d.article.section, lambda d: d.raw.section),
}
"""Fields whose outcome the run report counts."""


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
    """Drops, with the reason, what is no article, lies outside the window or was exported."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.ids: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Draft) -> Draft:
        """The draft of an article that the run wants."""
        if reason := self._why_not(item):
            raise DropItem(reason, log_level="INFO")
        self.ids.add(item.article.id)
        return item

    def _why_not(self, item: Draft) -> str | None:
        article = item.article
        try:
            refuse(article)
        except NotAnArticle:
            if article.kind not in EXPORTED:
                return f"kind {article.kind}"
            return "no body" if article.title else "no headline"
        spider: Any = self.crawler.spider
        listed = spider.listed.pop(item.fetched_url, None)
        if spider.window:
            when = article.published or listed
            if when is None:
                return "undated"
            if not spider.window.holds(when):
                return "outside the window"
        if not spider.keywords.holds(article.title or "", article.text):
            return "without keyword"
        return "duplicate" if article.id in self.ids else None


class Outcomes:
    """Counts each field of an article that will be exported as ok, missing or unparsed."""

    def __init__(self, crawler: Crawler) -> None:
        self.stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Draft) -> Draft:
        """The draft as it was."""
        for name, (value, printed) in FIELDS.items():
            outcome = "ok" if value(item) else "unparsed" if printed(item) else "missing"
            self.stats.inc_value(f"ogpnews/fields/{name}/{outcome}")
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

    def process_item(self, item: Draft) -> Article:
        """The finished record, on disk; ExportError, which ends the crawl, where that fails."""
        if self.file is not None:
            self.file.write(item.article)
        return item.article

    def close_spider(self) -> None:
        if self.file is not None:
            self.file.close()


ITEM_PIPELINES = {
    **{stage: 100 + 10 * place for place, stage in enumerate(STAGES)},
    Exportable: 800,
    Outcomes: 850,
    Records: 900,
}
"""The order of the chain, then filter, count and exporter."""
