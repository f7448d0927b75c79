"""Liputan6 and the KLY sites that share its platform."""

from ogpnews.pages.base import Page


class Liputan6(Page):
    """KLY's `read-page--` names, on every site and in every year seen."""

    family = "liputan6"
    network = "kly"
    mark = ".read-page--header, [class^=read-page--header]"
    selectors = {
        "title": ".read-page--header--title",
        "published": ".read-page--header--author__datetime",
        "credits": ".read-page--header--author__name, .read-page--header--author__link-editor",
        "image": ".read-page--photo-gallery--item__picture img, .read-page--top-media img",
        "caption": ".read-page--photo-gallery--item__caption, .read-page--video-caption",
        "body": ".article-content-body__item-content, .read-page__content-body, .article-content-body",
        "drop": ".baca-juga-collections__detail-image, figure, ins, .advertisement-placeholder,"
        " .article-ad, .read-page--photo-gallery, .promo",
        "tags": ".tags--snippet__link, .tags--snippet a, .tags__list--article a",
        "section": ".read-page--breadcrumb--item__title, [class*=breadcrumb] a",
    }
