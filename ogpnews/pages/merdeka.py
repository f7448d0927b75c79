"""Merdeka.com."""

from ogpnews.pages.base import Page
from ogpnews.raw import RawArticle


class Merdeka(Page):
    """The layout since about 2022."""

    family = "merdeka"
    network = "kly"
    mark = ".articles-content__body"
    selectors = {
        "title": "h1",
        "published": ".articles-content__date, .article-date, time",
        "credits": ".articles-content__author a, .articles-content__author, .author-name",
        "caption": "figcaption span, figcaption",
        "body": ".articles-content__body",
        "drop": "figure, ins, .ads, .box-tag, .pagination",
        "tags": ".tags-articles__list a",
        "section": ".breadcrumb a, nav[class*=breadcrumb] a",
    }


class MerdekaOld(Page):
    """The layout of about 2016 to 2022."""

    family = "merdeka"
    network = "kly"
    mark = ".mdk-body-paragraph"
    selectors = {
        "title": ".mdk-news-head h1",
        "published": ".mdk-date-reporter span",
        "image": ".mdk-news-img img",
        "caption": ".mdk-news-img-copyright",
        "body": ".mdk-body-paragraph",
        "drop": "figure, .imagecontent, .imageinfo, ins, .ads, .pagination",
        "section": ".mdk-date-reporter > span:first-child > a",
    }

    def machine_dates(self) -> list[str]:
        """The metas' zone has the wrong sign: `-07:00` for Jakarta's clock."""
        return _east(super().machine_dates())

    def raw(self) -> RawArticle:
        """The time of a change as well."""
        raw = super().raw()
        raw.meta_modified = _east(raw.meta_modified)
        return raw


def _east(dates: list[str]) -> list[str]:
    return [date.replace("-07:00", "+07:00") for date in dates]
