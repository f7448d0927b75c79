"""The main picture and its caption, on a page that nobody described."""

import re

from selectolax.lexbor import LexborNode

from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.pages.parts import inside, is_furniture
from ogpnews.raw import RawImage
from ogpnews.resources import lexicon

_WORDS = lexicon("pages")
_FURNITURE = re.compile("|".join(map(re.escape, _WORDS["furniture"])), re.IGNORECASE)
_CAPTION = ", ".join(["figcaption", *(f"[class*={w}]" for w in _WORDS["caption"])])
_CREDIT = re.compile("|".join(_WORDS["photo_credit"]))
_MOST = 600
"""Characters: a longer text beside a picture is the article's."""


def find(
    document: Document, scope: LexborNode, title: LexborNode | None, body: LexborNode | None
) -> list[RawImage]:
    """The first picture of the scope that is no furniture, with the lines in its box."""
    url = document.absolute(document.meta("og:image", "twitter:image"))
    stop = {node.mem_id for node in (title, body) if node is not None}
    fallback: RawImage | None = None
    for node in scope.css("img"):
        source = source_of(node)
        if not source or _FURNITURE.search(source) or _small(node) or is_furniture(node):
            continue
        lines, credit = _box(node, stop)
        found = RawImage(document.absolute(source) or url, alt_of(node), lines, credit)
        if lines or credit:
            return [found]
        if fallback is None and (inside(node, stop) or _stem(source) in (url or "")):
            fallback = found
    for node in scope.css(_CAPTION):
        text = text_of(node)
        if text and len(text) < _MOST and not is_furniture(node, 4):
            return [RawImage(fallback.url if fallback else url, "", [text])]
    if fallback is not None:
        return [fallback]
    return [RawImage(url)] if url else []


def _box(image: LexborNode, stop: set[int]) -> tuple[list[str], str | None]:
    """Caption lines and credit of a picture: what else is in the largest box around it alone."""
    box: LexborNode | None = None
    node = image.parent
    for _ in range(4):
        if node is None or node.tag in {"body", "article", "main", "a"} and node.mem_id in stop:
            break
        if node.mem_id in stop or len(text_of(node)) > _MOST or _holds(node, stop):
            break
        if len(node.css("img")) > 1:
            break
        box, node = node, node.parent
    if box is None:
        return [], None
    texts = [block.text for block in blocks(box)]
    if not texts:
        following = _caption_after(box)
        return following, None
    credit = next(
        (text_of(n) for n in box.css("[class]") if _CREDIT.search(name_of(n)) and text_of(n)), None
    )
    whole = " ".join(texts)
    if credit and credit != whole and len(credit) < 120:
        texts = [" ".join(text.replace(credit, " ", 1).split()) for text in texts]
        return [text for text in dict.fromkeys(texts) if text][:2], credit
    return list(dict.fromkeys(texts))[:2], None


def _caption_after(box: LexborNode) -> list[str]:
    """A caption element right behind the picture's box."""
    node = box.next
    while node is not None and node.tag in {"-text", "br", "-comment"}:
        node = node.next
    if node is None or len(text_of(node)) > _MOST:
        return []
    named = node.css_matches(_CAPTION) or node.css_first(_CAPTION) is not None
    text = text_of(node)
    return [text] if named and text else []


def _holds(node: LexborNode, stop: set[int]) -> bool:
    """True where a box reaches over the headline or the body."""
    return any(item.mem_id in stop for item in node.css("h1, h2, div, article, section, p, span, td"))


def _stem(source: str) -> str:
    return source.split("?", 1)[0].rpartition("/")[2] or source


def source_of(node: LexborNode) -> str:
    """Address of a picture, lazy loading looked through."""
    attributes = node.attributes
    for key in ("data-original", "data-src", "data-lazy-src", "src"):
        value = attributes.get(key)
        if value and not value.startswith("data:"):
            return value.strip()
    return ""


def alt_of(node: LexborNode) -> str:
    """Alternative text of a picture."""
    return " ".join((node.attributes.get("alt") or "").split())


def _small(node: LexborNode) -> bool:
    width = re.match(r"\d+", node.attributes.get("width") or "")
    return width is not None and int(width[0]) < 150
