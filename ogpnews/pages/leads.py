"""Datelines that only bold print sets off from the text behind them."""

import re
from dataclasses import replace

from selectolax.lexbor import LexborNode

from ogpnews.pages.document import text_of
from ogpnews.raw import Block

_MARKS = frozenset("-–—:,")


def dashed(found: list[Block], body: LexborNode | None, head: re.Pattern[str]) -> list[Block]:
    """Blocks whose first has a dash behind its bold head, where that is all that `head` describes.

    A comma at the end of the bold print gives way to the dash; what has its own dash stays as it is.
    """
    bold = text_of(body.css_first("b, strong")) if body is not None else ""
    if not (found and bold and found[0].text.startswith(bold)):
        return found
    name, behind = bold.rstrip(" ,"), found[0].text[len(bold) :]
    rest = behind.lstrip()
    if not behind[:1].isspace() or rest[:1] in _MARKS or not head.fullmatch(name):
        return found
    return [replace(found[0], text=f"{name} - {rest}"), *found[1:]]
