"""Goal.com in Indonesian."""

from ogpnews.pages.base import Page


class Goal(Page):
    """goal.com, about 2015 to 2017: the printed time is that of the last change."""

    family = "goal"
    mark = ".module-article-body .article-text"
    selectors = {
        "title": ".article-header .headlines h1",
        "modified": ".module-article-body > time",
        "credits": ".module-article-author .author, .article-text ad span > strong:first-of-type",
        "image": ".article-header .article-image",
        "credit": ".article-header .photo-credit",
        "body": ".article-text",
        "drop": "ad, .leading, .module, figure, ins",
        "tags": ".module-article-related-articles .tags a",
    }

    def date_lines(self) -> list[str]:
        """None: what is printed is when the page was changed."""
        return [] if self.known else super().date_lines()

    def machine_dates(self) -> list[str]:
        """The meta's time alone: that of the element is of the last change, whatever it is called."""
        told = self.document.meta("article:published_time")
        return [told] if told and self.known else super().machine_dates()

    def section(self) -> str | None:
        """The competition, as lists of stories print it; the breadcrumb is a menu of clubs."""
        return self.document.meta("article:section") or super().section()
