"""kapanlagi.com, on the KLY platform."""

from ogpnews.pages.base import Page


class KapanLagi(Page):
    """kapanlagi.com, about 2012 to 2019: ids `v7-<channel>-newsdetail-…`."""

    family = "kapanlagi"
    network = "kly"
    mark = "[id*=-newsdetail]"
    selectors = {
        "title": "[id*=newsdetail-right] h1, [id*=newsdetail] h1, h1",
        "published": "[class*=newsdetail-schedule]",
        "credits": "[class*=newsdetail-author]",
        "image": "[id*=newsdetail-image-headline] img",
        "caption": "[id*=newsdetail-imageinfo]",
        "body": "[class*=-detail-news]",
        "drop": "[class*=image-caption], figure, ins, [class*=tags-terkait]",
        "tags": "[class*=tags-terkait] a",
        "section": "[id$=-navigation] a",
    }
