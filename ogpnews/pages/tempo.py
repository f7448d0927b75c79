"""Tempo."""

from ogpnews.pages.base import Page


class Tempo(Page):
    """The layouts since about 2018."""

    family = "tempo"
    network = "tempo"
    selectors = {
        "title": "h1",
        "published": ".detail-title .date, p.date, .text-neutral-900 + p, time",
        "credits": "a[href*='/penulis/'], .reporter a, .box-avatar .title",
        "caption": "figcaption, .foto-detail p",
        "body": "#content-wrapper, .detail-konten, #isi",
        "drop": "figure, ins, .ads, .bacajuga",
        "tags": "a[href^='/tag/'], .box-tag-detail a",
    }


class TempoOld(Page):
    """The layout of about 2013 to 2017."""

    family = "tempo"
    network = "tempo"
    mark = ".artikel .block-tanggal"
    selectors = {
        "title": ".artikel h1",
        "published": ".block-tanggal",
        "credits": ".artikel .penulis",
        "image": ".block-display img",
        "caption": ".block-display .deskripsi",
        "body": ".artikel > p",
        "drop": "ins, .ads, figure",
        "tags": ".topik-terkait a",
        "section": ".block-kanal-map a",
    }
