"""Republika and its regional desks (rejabar, rejogja, …)."""

from ogpnews.pages.base import Page
from ogpnews.raw import RawImage


class Republika(Page):
    """The layout since about 2021."""

    family = "republika"
    network = "republika"
    mark = ".max-card__title"
    selectors = {
        "title": ".max-card__title h1, h1",
        "published": ".date__item, .date-item__headline, .date",
        "credits": ".max-card__title .by, .by, .red",
        "image": ".detail__media-image img, .max-card__image img",
        "caption": ".detail__media-caption, .max-card__image figcaption, figcaption",
        "body": ".article-content article, .article-content",
        "drop": ".picked-article, .baca-juga-ads, figure, ins, .ads, .widget",
        "tags": ".tags a, .list-tag a",
        "section": ".breadcrumb a, .breadcrumbs a",
    }


class RepublikaDetail(Page):
    """The layouts of about 2013 to 2019, ihram.co.id's among them."""

    family = "republika"
    network = "republika"
    mark = (
        ".detail-berita .content-detail, .txt-detailberita, .wrap_detail_set, .teaser.global-detail"
    )
    selectors = {
        "title": ".jdl-detail h2, h1.jdl-detail, .wrap_detail_set h1, h2.jdl-detail, .h5.global-detail",
        "published": ".date-detail, .content-detail-center .date, .wrap_detail_set .date_detail",
        "credits": ".wp-conten-detail .red, .content-detail-center div.red td, .by, div.red,"
        " .set_conten_detail .sumber",
        "image": ".img-detail img, .foto-detail img, .img_detail img",
        "caption": ".wp-cap .caption, .caption-foto, .img-detail .caption, .img_set_teaser_left",
        "credit": ".img-detail .cap-foto, .def-foto, .img-set .def, .img_set_teaser_right",
        "body": ".content-detail, .txt-detailberita, .artikel, .teaser.global-detail",
        "drop": ".red, ins, .ads, figure, .baca-juga-ads",
        "foot": ".detail-berita > div[style]",
        "tags": ".tagging a, .tags a",
        "section": ".breadcrumb a, .breadcome a, .bread-detail a, [class*=breadc] a",
    }


class RepublikaInPicture(Page):
    """Photo stories: captions stand in an attribute of the thumbnails."""

    family = "republika"
    network = "republika"
    mark = ".jdl-pic"
    selectors = {
        "title": ".jdl-pic",
        "published": ".date-pic",
        "credits": ".red td",
        "body": ".teaser-pic",
        "section": ".inpicture.active li.active a, .inpicture .active a",
    }

    def kind(self) -> str:
        """A gallery, whatever its address."""
        return "gallery"

    def images(self) -> list[RawImage]:
        """One picture a thumbnail, its caption in the attribute `caption`."""
        found = []
        for node in self.document.all("img[caption]"):
            caption = " ".join((node.attributes.get("caption") or "").split())
            found.append(
                RawImage(self.document.absolute(node.attributes.get("src")), "", [caption])
            )
        return found or super().images()
