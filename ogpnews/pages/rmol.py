"""RMOL and RMOL's regional sites."""

from ogpnews.pages.base import Page


class Rmol(Page):
    """rmol.id and the regional `post-text` layout."""

    family = "rmol"
    network = "rmol"
    mark = "#fontResizableText, .post-text.mt-30"
    selectors = {
        "title": ".single_post_heading h1, .post-title h1, h1, h3.title",
        "published": ".author li, .bussiness-post-meta li, .post-meta li",
        "credits": ".author a[href*='/about/'], .author .name",
        "caption": "figcaption, .caption",
        "body": "#fontResizableText, .post-text.mt-30",
        "drop": "figure, ins, .ads",
        "tags": ".tags a, .tag a",
        "section": ".meta-date-link a, .breadcrumb a",
    }

    def date_lines(self) -> list[str]:
        """The meta list mixes author, views and date: the lines that are dates."""
        from ogpnews.text.dates import is_date_line

        return [line for line in super().date_lines() if is_date_line(line)]
