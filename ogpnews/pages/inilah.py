"""inilah.com."""

from ogpnews.pages.base import Page


class Inilah(Page):
    """inilah.com, about 2014 to 2019."""

    family = "inilah"
    mark = "#inc-news .w-cd"
    selectors = {
        "title": ".w-cd h2, .w-cd h1",
        "published": ".w-cd h6",
        "credits": ".w-cd h6 .font-bold",
        "image": ".photo-source img, .p-cd img",
        "caption": ".photo-source",
        "body": ".txt-detail",
        "drop": "ins, .ads, figure, .photo-source, .bt, .berita-terkait",
        "tags": ".c-t a",
        "section": "nav li a.nc-bo",
    }
