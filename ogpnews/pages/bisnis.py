"""Bisnis.com and its regional desks."""

from ogpnews.pages.base import Page
from ogpnews.pages.document import text_of
from ogpnews.raw import RawImage


class Bisnis(Page):
    """The layout since about 2023."""

    family = "bisnis"
    network = "bisnis"
    mark = "article.detailsContent, h1.detailsTitleCaption"
    selectors = {
        "title": "h1.detailsTitleCaption",
        "published": ".detailsAttributeDates",
        "credits": ".detailsAuthorItem, .authorName, .authorNames",
        "image": ".detailsCover img, figure img",
        "caption": ".detailsCoverCaption, figcaption",
        "body": "article.detailsContent",
        "drop": ".baca-juga-box img, .paywall, figure, ins, .ads",
        "tags": ".detailsTagItem a, .detailsTag a",
        "section": ".breadcrumbItem",
    }


class BisnisOld(Page):
    """The layout of about 2016 to 2018: day, month, year and hour in boxes of their own."""

    family = "bisnis"
    network = "bisnis"
    mark = ".description .wrapper-date"
    selectors = {
        "title": ".description h1.title",
        "credits": ".description .author, .description .tags .editor",
        "image": ".photo-details img",
        "caption": ".photo-details figcaption",
        "body": ".description .col-sm-10",
        "drop": ".photo-details, .tags, .share, figure, ins, .ads",
        "tags": ".description .tags a",
        "section": ".title-channel a",
    }

    def date_lines(self) -> list[str]:
        """The boxes of the date, in the order of a date line."""
        boxes = [
            self.document.first(f".wrapper-date .{name}")
            for name in ("date", "month", "year", "time")
        ]
        line = " ".join(text_of(box).strip(" /") for box in boxes if box is not None)
        return [line] if line else super().date_lines()

    def images(self) -> list[RawImage]:
        """Captions end with ` - ` and the credit."""
        found = super().images()
        for image in found:
            line, dash, credit = " ".join(image.lines).rpartition(" - ")
            if dash and credit and image.credit is None:
                image.lines, image.credit = [line] if line else [], credit
        return found
