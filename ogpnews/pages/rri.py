"""RRI: the stations of the public radio."""

from ogpnews.pages.base import Page
from ogpnews.text.urls import split


class Rri(Page):
    """The layout since about 2023; the first part of the path names the station's city."""

    family = "rri"
    network = "rri"
    mark = ".post_details_inner"
    selectors = {
        "title": "h1",
        "published": ".date, .post_date",
        "credits": ".author, .post_author, .editor",
        "caption": "figcaption, .caption, .image-caption",
        "body": ".post_details_inner, .main-content",
        "drop": "figure, ins, .ads, .author, .date, h1, .share",
        "tags": ".tags a, .tag a",
    }

    def section(self) -> str | None:
        """Channel: the second part of the path (`/surabaya/daerah/…`)."""
        parts = split(self.document.url or self.document.meta("og:url") or "").path.split("/")
        return super().section() or (parts[2] if len(parts) > 3 else None)
