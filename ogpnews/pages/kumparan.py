"""kumparan."""

from ogpnews.pages.base import Page


class Kumparan(Page):
    """The layout since about 2019: its parts are named for its own tests."""

    family = "kumparan"
    mark = "[data-qa-id=story-title]"
    selectors = {
        "title": "[data-qa-id=story-title]",
        "published": "[data-qa-id=publish-date]",
        "credits": "[data-qa-id=author-name]",
        "image": "[data-qa-id=image-figure] img",
        "caption": "[data-qa-id=image-figure] figcaption, [data-qa-id=image-caption]",
        "body": "[data-qa-id=story-paragraph]",
        "drop": "figure, ins",
        "tags": "[data-qa-id=tag-topic]",
    }
