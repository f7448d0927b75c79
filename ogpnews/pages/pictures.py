"""The main picture and its caption, on a page that nobody described."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.pages.parts import MARK, inside, is_furniture
from ogpnews.raw import Block, RawImage
from ogpnews.resources import lexicon
from ogpnews.text.dates import is_date_line
from ogpnews.text.inserts import classify

_WORDS = lexicon("pages")
_FURNITURE = re.compile("|".join(map(re.escape, _WORDS["furniture"])), re.IGNORECASE)
_CAPTION = ", ".join(["figcaption", *(f"[class*={w}]" for w in _WORDS["caption"])])
_CREDIT = re.compile("|".join(_WORDS["photo_credit"]))
_NUMBER = re.compile(r"\d+")
_BUTTONS = frozenset(_WORDS["picture_buttons"])
_SMALL = ("em", "i", "small", "center")
_STYLED = 250
"""Characters of the longest caption that only its looks tell."""
_MOST = 600
"""Characters: a longer text beside a picture is the article's."""


def find(
    document: Document, scope: LexborNode, title: LexborNode | None, body: LexborNode | None
) -> list[RawImage]:
    """The first picture of the scope that is no furniture, with the lines in its box."""
    url = document.absolute(document.meta("og:image", "twitter:image"))
    stop = {node.mem_id for node in (title, body) if node is not None}
    above = _around(title, body)
    fallback: RawImage | None = None
    for node in _nearest_first(scope, title, body):
        source = source_of(node)
        if not source or _FURNITURE.search(source) or _small(node) or is_furniture(node):
            continue
        lines, credit = _box(node, above)
        found = RawImage(document.absolute(source) or url, alt_of(node), lines, credit)
        if lines or credit:
            return [found]
        if fallback is None and (inside(node, stop) or _stem(source) in (url or "")):
            fallback = found
    for node in _before_end(scope, body, _CAPTION):
        text = text_of(node)
        if text and len(text) < _MOST and not is_furniture(node, 4) and not _linked(node):
            return [RawImage(fallback.url if fallback else url, "", [text])]
    if fallback is not None:
        return [fallback]
    return [RawImage(url)] if url else []


def _before_end(scope: LexborNode, body: LexborNode | None, selector: str) -> Iterator[LexborNode]:
    """Elements of the scope in page order, up to the end of the body: behind it stand other stories."""
    if body is None:
        yield from scope.css(selector)
        return
    ids = {body.mem_id}
    body.attrs[MARK] = "body"
    behind = False
    for node in scope.css(f"[{MARK}=body], {selector}"):
        if node.mem_id in ids:
            behind = True
        elif behind and not inside(node, ids, 30):
            return
        else:
            yield node


def _nearest_first(
    scope: LexborNode, title: LexborNode | None, body: LexborNode | None
) -> list[LexborNode]:
    """Pictures behind the headline, then those before it: above it stand sliders and logos."""
    if title is None:
        return list(_before_end(scope, body, "img"))
    title.attrs[MARK] = "title"
    ids = {title.mem_id}
    above: list[LexborNode] = []
    below: list[LexborNode] = []
    side = above
    for node in _before_end(scope, body, f"[{MARK}=title], img"):
        if node.mem_id in ids:
            side = below
        else:
            side.append(node)
    return below + above


def _linked(node: LexborNode) -> bool:
    """True where links are all that an element says: the teaser of another story."""
    text = text_of(node)
    return bool(text) and sum(len(text_of(link)) for link in node.css("a")) > 0.8 * len(text)


def _box(image: LexborNode, above: set[int]) -> tuple[list[str], str | None]:
    """Caption lines and credit of a picture: what else is in the largest box around it alone."""
    box: LexborNode | None = None
    node = image.parent
    for _ in range(4):
        if node is None or node.mem_id in above or len(text_of(node)) > _MOST:
            break
        box, node = node, node.parent
    if box is None:
        return _caption_after(image), None  # loose among headline and text
    texts = [] if _linked(box) else [block.text for block in blocks(box)]
    texts = [text for text in texts if _may_be_caption(text)]
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


def _may_be_caption(text: str) -> bool:
    if is_date_line(text) or text.casefold() in _BUTTONS:
        return False
    return classify(Block(text)).what in {"body", "caption"}


def _caption_after(box: LexborNode) -> list[str]:
    """A caption element right behind the picture's box."""
    node = box.next
    while node is not None and node.tag in {"-text", "br", "-comment"}:
        node = node.next
    if node is None or len(text_of(node)) > _MOST:
        return []
    named = node.css_matches(_CAPTION) or node.css_first(_CAPTION) is not None
    text = text_of(node)
    if text and not named:
        named = len(text) < _STYLED and _may_be_caption(text) and _is_set_off(node, text)
    return [text] if named and text else []


def _is_set_off(node: LexborNode, text: str) -> bool:
    """True for a line in italics, in small print or centred: so captions without a name look."""
    attributes = node.attributes
    look = f"{attributes.get('style') or ''} {attributes.get('align') or ''}".replace(" ", "")
    if node.tag in _SMALL or "text-align:center" in look or look == "center":
        return True
    return any(text_of(child) == text for child in node.css(", ".join(_SMALL)))


def _around(*nodes: LexborNode | None) -> set[int]:
    """`mem_id` of headline and body and of all that holds them: no box of a picture alone."""
    found = set()
    for cursor in nodes:
        node = cursor
        while node is not None:
            found.add(node.mem_id)
            node = node.parent
    return found


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
    width = _NUMBER.match(node.attributes.get("width") or "")
    return width is not None and int(width[0]) < 150
