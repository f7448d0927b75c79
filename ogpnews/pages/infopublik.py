"""InfoPublik: the government's news service, filed by the Media Centers of the regions."""

from ogpnews.pages.base import Page


class InfoPublik(Page):
    """No page of it was seen: body by the generic reading, the byline by its words."""

    family = "infopublik"
    network = "infopublik"
    selectors = {
        "title": "h1, .post-title, .title-detail",
    }
