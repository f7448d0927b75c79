"""detik.com: news, regional desks (detikJateng, …) and channels."""

from ogpnews.pages.base import Page


class Detik(Page):
    """The layout since about 2018, regional desks included."""

    family = "detik"
    network = "detik"
    mark = ".detail__body-text"
    selectors = {
        "title": "h1.detail__title",
        "published": ".detail__date",
        "credits": ".detail__author",
        "image": ".detail__media-image img, .detail__media img",
        "caption": ".detail__media-caption",
        "body": ".detail__body-text",
        "drop": ".parallaxindetail, .para_caption, .staticdetail_container, .noncontent, .detail__body-tag,"
        " a.embed, figure, .pic_artikel_sisip_table, .sisip_embed_sosmed, .aevp, .ads, .clearfix + .nav,"
        " [class*=box-simplified], .detail__newstag, ins",
        "tags": ".detail__body-tag .nav__item",
        "section": ".page__breadcrumb a",
        "pages": ".detail__anchor-numb, .detail__long-nav a, .detail__multiple a",
    }


class DetikOld(Page):
    """The layouts of about 2012 to 2017: `text_detail`, `wrap_detail`, `detail_text`."""

    family = "detik"
    network = "detik"
    mark = ".content_detail:not(:has(.media_artikel)) .date, .detail_content .jdl"
    selectors = {
        "title": ".content_detail h1, .jdl h1",
        "published": ".content_detail > .date, .jdl .date, .content_detail .date",
        "credits": ".content_detail > .author, .jdl .author, .content_detail .author",
        "image": "[class^=pic_artikel] > img, .pic_artikel img, .wrap_detail .pic img",
        "caption": "[class^=pic_artikel] > span, .pic_artikel span, .wrap_detail .pic span",
        "body": ".text_detail, .wrap_detail, .detail_text",
        "drop": ".pic, .leftarticle, .newstag, .linksisip2, ins, .ads, .multipage, .next_page,"
        " em:has(a[href*='apps.detik.com'])",
        "tags": ".detail_tag a, .tag_detail a",
        "section": ".breadcrumb a",
        "pages": ".multipage, .multi_page",
    }


class Wolipop(Page):
    """wolipop.detik.com about 2013: series of pictures, one to a page."""

    family = "detik"
    network = "detik"
    mark = "#details > .details_kanan"
    selectors = {
        "title": ".details_kanan > h1",
        "published": ".details_kanan > .date",
        "credits": ".details_kanan > h1 ~ strong",
        "image": ".details_kanan .illustrasi img",
        "caption": ".details_kanan .illustrasi",
        "body": ".details_kanan .rightnext, .details_kanan .text_detail",
        "drop": ".nextpaging, .nextslide, ins, .ads",
        "section": ".details_kanan .breadcrumb a",
        "pages": ".details_kanan .nextpaging",
    }
