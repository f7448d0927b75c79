"""BeritaSatu."""

from ogpnews.pages.base import Page


class BeritaSatu(Page):
    """The layout since about 2022; writer and editor stand in the dataLayer."""

    family = "beritasatu"
    selectors = {
        "title": "h1",
        "published": ".date, time",
        "body": "div.body-content",
        "drop": "figure, ins, .ads",
        "caption": "figcaption, .caption",
        "tags": ".tag a, a[href*='/tag/']",
    }

    def credit_lines(self) -> list[str]:
        """Roles by the dataLayer, else as on any page."""
        layer = self.document.data_layer
        lines = [
            f"{label}: {layer[key]}"
            for label, key in (("Penulis", "penulis"), ("Editor", "editor"))
            if layer.get(key)
        ]
        return lines or super().credit_lines()


class BeritaSatuStory(Page):
    """The layout of about 2019 to 2021: text and caption are both a `story`."""

    family = "beritasatu"
    mark = ".story.caption-dtp"
    selectors = {
        "title": "h1",
        "published": "p.editor",
        "credits": "p.editor",
        "image": ".carousel-item img",
        "caption": ".story.caption-dtp",
        "body": ".story:not(.caption-dtp)",
        "drop": "figure, ins, .ads",
        "tags": "a > .badge",
        "section": ".bc a",
    }
