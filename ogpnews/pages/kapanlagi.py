"""KapanLagi and its sister sites, before they moved to the platform of Liputan6."""

from ogpnews.pages.base import Page


class KapanLagi(Page):
    """kapanlagi.com, about 2012 to 2019: ids `v7-<channel>-newsdetail-…`."""

    family = "kapanlagi"
    network = "kly"
    mark = "[id*=newsdetail-right], [class*=newsdetail-schedule]"
    selectors = {
        "title": "[id*=newsdetail-right] h1, [id*=newsdetail] h1, h1",
        "published": "[class*=newsdetail-schedule]",
        "credits": "[class*=newsdetail-author]",
        "image": "[id*=newsdetail-image] img, [class*=newsdetail-headlineimg] img",
        "caption": "[id*=newsdetail-imageinfo], [class*=newsdetail-headlineimg] .copyright",
        "body": "[class*=-detail-news]",
        "drop": "[class*=image-caption], figure, ins, [class*=tags-terkait], [class*=lifestyle-in-content]",
        "tags": "[class*=tags-terkait] a",
        "section": "[id$=-navigation] a, .newsdetail-categorylink",
    }

    def credit_lines(self) -> list[str]:
        """The byline's element or nothing: the site prints initials, and names of celebrities."""
        return super().credit_lines() if self.tells("credits") or not self.known else []


class BolaNet(Page):
    """bola.net, about 2012 to 2018."""

    family = "kapanlagi"
    network = "kly"
    mark = "#newspaging_content .ncont"
    selectors = {
        "title": "h1.newstitle",
        "published": "div.newsdatetime",
        "credits": ".newsauthor",
        "image": ".news-headline-image img",
        "caption": ".news-headline-image > div",
        "body": "#newspaging_content .ncont",
        "drop": ".related_content_widget, [id^=infeed], [id^=infeed] ~ *, .imgcaption, figure, ins",
        "tags": ".detags a",
        "section": ".bigcon2 > .nav a",
    }


class Vemale(Page):
    """vemale.com, about 2012 to 2018."""

    family = "kapanlagi"
    network = "kly"
    mark = "#v-newsdetail #contentNews"
    selectors = {
        "title": "#v-newsdetail > h1",
        "published": "#v-newsdetail > h1 ~ div:not([id])",
        "credits": "#v-newsdetail h4.a",
        "image": "#contentNews > img.head",
        "caption": "#contentNews > .ff",
        "body": "#contentNews",
        "drop": ".ff, .imgcaption, .prel, p:has(+ .prel):not(.prel), [id^=infeed], [id^=infeed] ~ *,"
        " [class*=detail-slot], figure, ins",
        "tags": ".vemale-detail-tags li ~ li a",
        "section": ".v-navigation a",
    }

    def tags(self) -> list[str]:
        """Tags as words: the site prints them with a hash."""
        return [tag.lstrip("#") for tag in super().tags()]
