"""kapanlagi.com, on the KLY platform."""

from ogpnews.pages.base import Page


class KapanLagi(Page):
    """kapanlagi.com, about 2014 to 2019."""

    family = "kapanlagi"
    network = "kly"
    mark = "[class*=newsdetail]"
    selectors = {
        "title": "h1",
        "published": "[class*=newsdetail-schedule], [class*=newsdetail] .date, .newsdetail-schedule",
        "caption": "[class*=newsdetail-image-caption], .newsdetail-caption",
        "body": "[class*=newsdetail-paragraph], [class*=newsdetail-text]",
    }
