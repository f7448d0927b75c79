"""Liputan6 and the KLY sites that share its platform."""

import re
from functools import cached_property

from selectolax.lexbor import LexborNode

from ogpnews.pages.base import Page, unique
from ogpnews.pages.document import text_of
from ogpnews.pages.leads import dashed
from ogpnews.pages.pictures import alt_of, source_of
from ogpnews.raw import Block, RawImage

_ROLES = {"author": "Penulis", "editor": "Editor"}
_HEAD = re.compile(r"[A-Za-z0-9]{2,20}\.(?:com|id), [A-Z][A-Za-z .]{1,40}")
"""Dateline of the network's sites: `Liputan6.com, Jakarta`."""


class Liputan6(Page):
    """KLY's `read-page--` names, on every site and in every year seen."""

    family = "liputan6"
    network = "kly"
    mark = ".read-page--header--title, .read-page--header__title, .read-page--header h1"
    selectors = {
        "title": ".read-page--header--title, .read-page--header__title, .read-page--header h1",
        "published": ".read-page--header--author__datetime, .read-page--header__datetime",
        "modified": ".read-page--header--author__modified-time",
        "credits": ".read-page--header--author__name, .read-page--header__author,"
        " .read-page--header--author__link-editor",
        "image": ".read-page--photo-gallery--item__picture img, .read-page--top-media img",
        "caption": ".read-page--photo-gallery--item__caption, .read-page--top-media figcaption,"
        " .read-page--video-caption",
        "body": ".article-content-body__item-content, .read-page__content-body, .article-content-body",
        "drop": ".baca-juga-collections__detail-image, figure, ins, .advertisement-placeholder,"
        " .article-ad, .seamless-ads, .read-page--photo-gallery, [class*='video-gallery--item'], .promo,"
        " .article-content-body__item-page:not(:has(.article-content-body__item-content)),"
        " .article-content-body__item-break, .article-content-body__item-embedded",
        "tags": "[class*='tags--snippet__item'] a, .tags--snippet__link, .read-page--tags__link,"
        " .tags__list--article a",
        "section": ".read-page--breadcrumb [itemprop=name], [class*=breadcrumb] a,"
        " .read-page--header--subtitle",
    }

    def credit_lines(self) -> list[str]:
        """The byline, and the credits list that a click opens: names in boxes, or a role and its names."""
        lines, role = super().credit_lines(), ""
        for node in self.document.all(".read-page--credits__list > li"):
            name = text_of(node.css_first(".read-page--credits__popover-name"))
            if name:
                told = text_of(node.css_first(".read-page--credits__popover-role"))
                lines.append(_credit(told, name))
            elif "credits__role" in (node.attributes.get("class") or ""):
                role = text_of(node)
            elif role:
                lines.append(f"{role}: {text_of(node)}")
        return unique(lines)

    def images(self) -> list[RawImage]:
        """The template's pictures; one without a caption element has no caption."""
        main = self.one("image") if self.known else None
        if main is None or self.tells("caption"):
            return super().images()
        return [RawImage(self.document.absolute(source_of(main)), alt_of(main))]

    def body_blocks(self) -> list[Block]:
        """The paragraphs; a dateline that only bold print sets off gets its dash."""
        return dashed(super().body_blocks(), self.one("body"), _HEAD)


class Liputan6Mobile(Liputan6):
    """The mobile rendering since about 2015: one `article-content`, later parts in one body."""

    family = "liputan6"
    network = "kly"
    mark = ".article-header__title"
    selectors = {
        "title": ".article-header__title",
        "published": ".article-header__datetime",
        "modified": ".article-header__modified-time",
        "credits": ".article-header__authors",
        "image": ".article-header ~ figure img, .article-image img, .article-content img,"
        " .article-photo-gallery--item__picture img, .article-photo-gallery--item__content img",
        "caption": ".article-image figcaption, .article-image__caption,"
        " .article-photo-gallery--item__description",
        "body": ".article-content-body, .article-content",
        "drop": "figure, ins, .ads, .article-ad, .advertisement-placeholder, .article-photo-gallery--item,"
        " [class*='video-gallery--item'], .article-content-body__break, .article-content-body__load-more,"
        " .article-multipage__item-overlay",
        "tags": ".article-readpage--section .tags a, .tags--topics--item__link",
        "section": ".breadcrumb [itemprop=name], .breadcrumb a",
    }

    def credit_lines(self) -> list[str]:
        """The byline, and the credits tab: a name, then its role."""
        lines = super().credit_lines()
        for node in self.document.all(".article-credits__item"):
            name = text_of(node.css_first(".article-credits__item-name"))
            role = text_of(node.css_first(".article-credits__item-role"))
            if name and role:
                lines.append(_credit(role, name))
        return unique(lines)


class Liputan6Photo(Liputan6):
    """A photo story since about 2019: a slider, then a few lines of text."""

    mark = ".read-page--photo-tag--header"
    selectors = {
        "title": ".read-page--photo-tag--header__title",
        "published": ".read-page--photo-tag--header__datetime",
        "modified": ".read-page--photo-tag--header__modified-time",
        "credits": ".read-page--photo-tag--header__credits-wrapper",
        "image": ".read-page--photo-tag--slider__top__item img",
        "caption": ".read-page--photo-tag--slider__top__item__caption",
        "body": ".read-page--photo-tag--header__content",
        "drop": "ins, .ads",
        "tags": "[class*='tags--snippet__item'] a",
        "section": ".read-page--breadcrumb [itemprop=name], [class*=breadcrumb] a",
    }

    @cached_property
    def story_node(self) -> LexborNode:
        """The whole page: the slider stands above the column of headline and text."""
        return self.document.root

    def kind(self) -> str:
        """A gallery, whatever its address."""
        return "gallery" if self.known else super().kind()


def _credit(role: str, name: str) -> str:
    """One line of the credits list; its English roles in the words of Indonesian bylines."""
    return f"{_ROLES.get(role.casefold(), role)}: {name}" if role else name
