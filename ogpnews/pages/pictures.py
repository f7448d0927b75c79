"""The main picture and its caption, on a page that nobody described."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from ogpnews.pages import tags
from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.pages.parts import MARK, exceeds, inside, is_far, is_furniture, short, until_end
from ogpnews.raw import Block, RawImage
from ogpnews.resources import lexicon
from ogpnews.text import captions
from ogpnews.text.clean import loose
from ogpnews.text.dates import is_date_line
from ogpnews.text.inserts import classify
from ogpnews.text.photocredits import is_plausible, is_strong

_WORDS = lexicon("pages")
_FURNITURE = re.compile("|".join(map(re.escape, _WORDS["furniture"])), re.IGNORECASE)
_CAPTION = ", ".join(["figcaption", *(f"[class*={w}]" for w in _WORDS["caption"])])
_CREDIT = re.compile("|".join(_WORDS["photo_credit"]))
_NUMBER = re.compile(r"\d{1,9}")
_BUTTONS = frozenset(_WORDS["picture_buttons"])
_SET_OFF = re.compile("|".join(map(re.escape, _WORDS["set_off"])))
_PORTRAIT = re.compile("|".join(map(re.escape, _WORDS["portrait"])))
_BLANK = tags.ids("-text -comment br script")
_HEADINGS = frozenset({"h1", "h2", "h3"})
_LABEL = 20
"""Characters of the longest label of a credit."""
_NEAR = 3
"""Elements behind a picture among which its caption may stand."""
_PICTURE_FILE = re.compile(r"^[^\s{}]{1,500}\.(?:jpe?g|png|webp)(?:\?\S*)?$", re.IGNORECASE)
_MOST_PICTURES = 200
"""Pictures that are looked at."""
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
    for node in _nearest_first(scope, title, body)[:_MOST_PICTURES]:
        source = source_of(node) or _lazy(node, url)
        if not source or _FURNITURE.search(source) or _small(node):
            continue
        if is_furniture(node, above=above) or _is_portrait(node):
            continue
        lines, credit = _read(node, above)
        found = RawImage(document.absolute(source) or url, alt_of(node), lines, credit)
        if fallback is not None and _is_main(fallback, url) and inside(node, stop):
            break  # an inset picture's caption is not the main picture's
        if lines or credit:
            inset = inside(node, stop) and not _is_main(found, url)
            if url and inset and _shown_above(document, body, url):
                return [RawImage(url)]  # the main picture has its place, and no caption
            return [found]
        if fallback is None and (inside(node, stop) or _shares(source, url)):
            fallback = found
    near = iter(()) if _is_main(fallback, url) else _before_end(scope, body, _CAPTION)
    for node in short(near, _MOST):
        text = text_of(node)
        if not text or not _may_be_caption(text):
            continue
        if not (is_furniture(node, 4, above) or _linked(node)):
            return [RawImage(fallback.url if fallback else url, "", [text])]
    if fallback is not None:
        return [fallback]
    return [RawImage(url)] if url else []


def _is_main(image: RawImage | None, url: str | None) -> bool:
    """True for the picture by which the page is shared."""
    return image is not None and _shares(image.url or "", url)


def _shares(source: str, url: str | None) -> bool:
    """Whether a picture is the one of an address, whatever folder or size it is served from."""
    return bool(url) and _stem(source) in (url or "")


def _shown_above(document: Document, body: LexborNode | None, url: str) -> bool:
    """Whether the picture by which the page is shared is printed anywhere before the body's end."""
    pictures = ((node, source_of(node)) for node in _before_end(document.root, body, "img"))
    return any(src and _shares(src, url) and not is_far(node) for node, src in pictures)


def _before_end(scope: LexborNode, body: LexborNode | None, selector: str) -> Iterator[LexborNode]:
    """Elements of the scope in page order, up to the end of the body: behind it stand other stories."""
    if body is None:
        yield from scope.css(selector)
    else:
        yield from (node for node, _ in until_end(scope, body, selector))


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


def _read(image: LexborNode, above: set[int]) -> tuple[list[str], str | None]:
    """Caption lines and credit of a picture: what is in its box, else what stands behind it."""
    box = _box(image, above)
    texts = [] if box is image or _linked(box) else _lines(box)
    shown = " ".join(texts)
    if not texts or is_credit(shown):
        following = _behind(box, alt_of(image), above)
        if not texts:
            return following[:2], None
        if following:  # a box with the credit, another one with the caption
            return following[:1], shown
    return _parted(box, _joined(texts))


def _lines(box: LexborNode, *, named: bool = False) -> list[str]:
    """What is printed in a box, without headings, dates and buttons; `named`: it is a caption's."""
    return [
        block.text
        for block in blocks(box)
        if block.tag not in _HEADINGS
        and (_may_be_caption(block.text) or (named and block.text[0] in "(["))
    ]


def _ends_with_credit(line: str) -> bool:
    raw = captions.read([line]).credit_raw
    return raw is not None and line.endswith(raw)


def _box(image: LexborNode, above: set[int]) -> LexborNode:
    """The largest element around a picture alone; the picture where it stands amid the text."""
    box, node = image, image.parent
    for _ in range(4):
        if node is None or node.mem_id in above or exceeds(node, _MOST):
            break
        box, node = node, node.parent
    return box


def _joined(texts: list[str]) -> list[str]:
    """Lines with a label and what stands in the next element as one: `Photo :`, `VIVA/Nama`."""
    found: list[str] = []
    for text in texts:
        if found and len(found[-1]) < _LABEL and found[-1].endswith(":"):
            found[-1] += f" {text}"
        else:
            found.append(text)
    return found


def _parted(box: LexborNode, texts: list[str]) -> tuple[list[str], str | None]:
    """Caption lines, and the credit where the box has an element for it."""
    credit = next(
        (text_of(n) for n in box.css("[class]") if _CREDIT.search(name_of(n)) and text_of(n)), None
    )
    whole = " ".join(texts)
    if credit and credit != whole and len(credit) < 120:
        texts = [" ".join(text.replace(credit, " ", 1).split()) for text in texts]
        return [text for text in dict.fromkeys(texts) if text][:2], credit
    texts = list(dict.fromkeys(texts))
    said = [text for text in texts if not is_credit(text)]
    return said[:2] + [text for text in texts if is_credit(text)][:1], None


def is_credit(text: str) -> bool:
    """True for a line that is a photo credit and no caption."""
    return len(text) < 100 and is_strong(text) and is_plausible(text)


def _may_be_caption(text: str) -> bool:
    if is_date_line(text) or text.casefold() in _BUTTONS:
        return False
    return classify(Block(text)).what in {"body", "caption"}


def _behind(box: LexborNode, alt: str, above: set[int]) -> list[str]:
    """A caption right behind a picture's box: named or set off as one, or the alternative text again."""
    node = box.next
    for _ in range(_NEAR):
        while node is not None and (node.tag_id in _BLANK or not text_of(node)):
            node = node.next
        if node is None or node.mem_id in above or _runs_on(node):
            return []
        text = text_of(node)
        if len(text) > _MOST:
            return []
        named = node.css_matches(_CAPTION)  # in it, too
        lines = _lines(node, named=named)
        same = [line for line in lines if alt and loose(line) == loose(alt)]
        if same or (named and lines):
            return [*same, *filter(is_credit, lines)] if same else lines
        told = bool(lines) and len(text) < _STYLED and not _linked(node)
        if told and (_is_set_off(node, text) or _ends_with_credit(lines[0])):
            return lines
        node = node.next
    return []


def _runs_on(node: LexborNode) -> bool:
    """True for the first words of a sentence, set in bold or as a link."""
    following = node.next
    if node.tag_id not in tags.INLINE or following is None:
        return False
    return bool((following.text_content or "").strip()) or following.tag_id in tags.INLINE


def _is_portrait(node: LexborNode) -> bool:
    """True for a picture of the writer beside the byline."""
    cursor: LexborNode | None = node
    for _ in range(4):
        if cursor is None or cursor.tag_id == tags.BODY:
            return False
        if _PORTRAIT.search(name_of(cursor)):
            return True
        cursor = cursor.parent
    return False


def _is_set_off(node: LexborNode, text: str) -> bool:
    """True for a line in italics, in small print or centred: so captions without a name look."""
    attributes = node.attributes
    look = f"{attributes.get('style') or ''} {attributes.get('align') or ''}".replace(" ", "")
    if node.tag in _SMALL or "text-align:center" in look or look == "center":
        return True
    if _SET_OFF.search(attributes.get("class") or ""):
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
    lazy = (value for key, value in attributes.items() if key.startswith("data-") and value)
    return next((value for value in lazy if _PICTURE_FILE.search(value)), "")


def _lazy(node: LexborNode, shared: str | None) -> str:
    """For a picture of the text that a script loads: the one by which the page is shared."""
    attributes = node.attributes
    placeholder = (attributes.get("src") or "").startswith("data:")
    return shared or "" if placeholder and "wp-image" in (attributes.get("class") or "") else ""


def alt_of(node: LexborNode) -> str:
    """Alternative text of a picture."""
    return " ".join((node.attributes.get("alt") or "").split())


def _small(node: LexborNode) -> bool:
    width = _NUMBER.match(node.attributes.get("width") or "")
    return width is not None and int(width[0]) < 150
