"""Pikiran Rakyat Media Network and the other sites on the Promedia platform."""

from ogpnews.pages.base import Page


class Promedia(Page):
    """PRMN, Promedia-hosted Radar, Ayo, Suara Merdeka: sections shared with Kompas' `read__` names."""

    family = "promedia"
    mark = ".read__info__date"
    selectors = {
        "title": "h1.read__title",
        "published": ".read__info__date",
        "credits": ".read__info__author a, .read__info__author, .read__author, .read__editor",
        "foot": ".read__article > div > p",
        "image": ".photo__img img, .photo__wrap img, .photo img",
        "caption": ".photo__caption",
        "body": "article.read__content, .read__content",
        "drop": ".ads, .photo, figure, .paging, .read__related, .ads__slot, ins, .read__tagging, .tag",
        "tags": ".tag--article a, .tag__list a",
        "section": ".breadcrumb__link, .breadcrumb__wrap a",
        "pages": ".paging__link",
    }

    def machine_dates(self) -> list[str]:
        """The dataLayer's local time first: it has the seconds that the page does not print."""
        told = self.document.data_layer.get("published_date")
        return [*([told] if told else []), *super().machine_dates()]
