"""Liputan6 and the KLY sites that share its platform."""

from ogpnews.pages.base import Page
from ogpnews.pages.document import text_of


class Liputan6(Page):
    """KLY's `read-page--` names, on every site and in every year seen."""

    family = "liputan6"
    network = "kly"
    mark = ".read-page--header"
    selectors = {
        "title": ".read-page--header--title, .read-page--header__title, .read-page--header h1",
        "published": ".read-page--header--author__datetime, .read-page--header__datetime",
        "credits": ".read-page--header--author__name, .read-page--header__author,"
        " .read-page--header--author__link-editor",
        "image": ".read-page--photo-gallery--item__picture img, .read-page--top-media img",
        "caption": ".read-page--photo-gallery--item__caption, .read-page--video-caption",
        "body": ".article-content-body__item-content, .read-page__content-body, .article-content-body",
        "drop": ".baca-juga-collections__detail-image, figure, ins, .advertisement-placeholder,"
        " .article-ad, .read-page--photo-gallery, .promo",
        "tags": ".tags--snippet__link, .tags--snippet a, .read-page--tags__link, .tags__list--article a",
        "section": ".read-page--breadcrumb [itemprop=name], [class*=breadcrumb] a",
    }

    def credit_lines(self) -> list[str]:
        """The byline, and the credits list that a click opens: a role, then its names."""
        lines, role = super().credit_lines(), ""
        for node in self.document.all(".read-page--credits__list > li"):
            text = text_of(node)
            if "credits__role" in (node.attributes.get("class") or ""):
                role = text
            elif role:
                lines.append(f"{role}: {text}")
        return lines


class Liputan6Mobile(Page):
    """The mobile rendering of about 2015 to 2018."""

    family = "liputan6"
    network = "kly"
    mark = ".article-header__title"
    selectors = {
        "title": ".article-header__title",
        "published": ".article-header__datetime",
        "credits": ".article-header__authors",
        "image": ".article-header ~ figure img, .article-image img, .article-content img",
        "caption": ".article-image figcaption, .article-image__caption",
        "body": ".article-content",
        "drop": "figure, ins, .ads, .article-ad",
        "tags": ".article-readpage--section .tags a",
        "section": ".breadcrumb [itemprop=name], .breadcrumb a",
    }

    def credit_lines(self) -> list[str]:
        """The byline, and the credits tab: a name, then its role."""
        lines = super().credit_lines()
        for node in self.document.all(".article-credits__item"):
            name = text_of(node.css_first(".article-credits__item-name"))
            role = text_of(node.css_first(".article-credits__item-role"))
            if name and role:
                lines.append(f"{role}: {name}")
        return lines
