"""What became of each field of a record: ok, missing, or printed and unparsed."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Self

from scrapy.crawler import Crawler

from ogpnews.draft import Draft
from ogpnews.items import Article

Reading = tuple[Callable[[Draft], object], Callable[[Draft], object]]
"""The value, and what the page says of it: with the second and not the first it is unparsed."""


def _never(_: Draft) -> None:
    """Nothing on a page says that it ought to be there."""


def _names(article: Article) -> object:
    return (
        article.authors or article.editors or article.contributors
        or article.collective or article.initials or article.source
    )  # fmt: skip


_EMPTY: tuple[object, ...] = (None, "", [], {})


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


class Outcomes:
    """Counts each field of an article that will be exported as ok, missing or unparsed.

    Fields that the outlet's file expects are counted apart, as they stand in the record.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.stats = crawler.stats
        spider: Any = crawler.spider
        self.expected: Collection[str] = spider.outlet.expect

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Draft) -> Draft:
        """The draft as it was."""
        for name, (value, printed) in FIELDS.items():
            outcome = "ok" if value(item) else "unparsed" if printed(item) else "missing"
            self.stats.inc_value(f"ogpnews/fields/{name}/{outcome}")
        for name in self.expected:
            if getattr(item.article, name) not in _EMPTY:
                self.stats.inc_value(f"ogpnews/present/{name}")
        return item
