"""The headline on a page that nobody described."""

import re

from selectolax.lexbor import LexborNode

from ogpnews.pages import tags
from ogpnews.pages.document import Document, text_of
from ogpnews.pages.mainbody import name_of
from ogpnews.pages.parts import is_furniture, until_end
from ogpnews.text.clean import loose

_NAMES = ("title", "judul", "jdl", "headline")
_CANDIDATES = ", ".join(
    ["h1", "h2", "h3", "[itemprop=headline]", *(f"[class*={name}]" for name in _NAMES)]
)
_RANK = {"h1": 3.0, "h2": 2.0, "h3": 1.0}
_LOGO = re.compile(r"logo|brand|site-title|site_title|sitename")
_MOST = 300
_FITS = 0.5
"""Agreement from which a text is the page's headline."""
_LEAD = 150
"""Characters before a headline inside the body: date, byline, channel."""
_SURE = 20
"""Letters and digits: a channel's name is shorter, no headline is."""


def find(document: Document) -> LexborNode | None:
    """The element that a reader takes for the headline: best agreement with the page's own title.

    Menus and logos are h1 on many templates and headlines are h2 or plain divs, so the words
    decide first, the element second.
    """
    told = document.titles
    if told and (plain := _plain(document, told)) is not None:
        return plain
    best: LexborNode | None = None
    best_score = 0.0
    for node in document.all(_CANDIDATES):
        text = text_of(node)
        key = loose(text)
        if not 8 <= len(text) <= _MOST or not key:
            continue
        score = max((_agreement(key, line) for line in told), default=0.0)
        score = score * 10 + _RANK.get(node.tag or "", 0.5)
        if node.attributes.get("itemprop") == "headline":
            score += 1
        elif score > best_score and _in_logo(node):
            score -= 4
        if score > best_score and (score > 5 or not told or node.tag == "h1"):
            best, best_score = node, score
    return best if best is not None or not told else _by_words(document, told)


def beside(document: Document, body: LexborNode) -> LexborNode | None:
    """The heading that the text follows, on a page that is titled by its site's name alone."""
    before: LexborNode | None = None
    for node, behind in until_end(document.tree, body, _CANDIDATES):
        if not _SURE <= len(text_of(node)) <= _MOST or _in_logo(node) or is_furniture(node):
            continue
        if not behind:
            before = node
        elif _opens(node, body):
            return node
    return before


def _opens(node: LexborNode, body: LexborNode) -> bool:
    """True for a heading with hardly any text of the body before it."""
    before = 0
    cursor: LexborNode | None = node
    while cursor is not None and cursor.mem_id != body.mem_id:
        previous = cursor.prev
        while previous is not None and before <= _LEAD:
            before += len(text_of(previous))
            previous = previous.prev
        cursor = cursor.parent
    return before <= _LEAD


def agrees(document: Document, text: str) -> bool:
    """True for a text that the page's own title or JSON-LD headline begins with, or nearly so."""
    key = loose(text)
    return bool(key) and any(_agreement(key, line) >= _FITS for line in document.titles)


def _plain(document: Document, told: list[str]) -> LexborNode | None:
    """The one h1 that begins as the page's own title does: most templates have just that."""
    found = [
        node
        for node in [item for item in document.landmarks if item.tag_id == tags.H1][:8]
        if len(key := loose(text_of(node))) >= _SURE
        and any(line.startswith(key) for line in told)
        and not _in_logo(node)
    ]
    return found[0] if len(found) == 1 else None


def _in_logo(node: LexborNode) -> bool:
    """True inside the site's own heading: a logo whose words are the page's title."""
    cursor: LexborNode | None = node
    for _ in range(4):
        if cursor is None or cursor.tag == "body":
            return False
        if _LOGO.search(name_of(cursor)):
            return True
        cursor = cursor.parent
    return False


def _by_words(document: Document, told: list[str]) -> LexborNode | None:
    """Headline in an element without any mark: the text that the page's title begins with."""
    for node in document.root.traverse(include_text=True):
        if node.tag == "-text":
            text = node.text_content or ""
            if 12 <= len(text) <= _MOST:
                key = loose(text)
                if len(key) >= 12 and any(line.startswith(key) for line in told):
                    return node.parent
    return None


def _agreement(key: str, line: str) -> float:
    """Share of the longer one that both begin with, or that one holds of the other."""
    if key in line:
        return len(key) / len(line) if not line.startswith(key) else max(0.7, len(key) / len(line))
    if line in key:
        return len(line) / len(key) * 0.9
    same = 0
    for a, b in zip(key, line, strict=False):
        if a != b:
            break
        same += 1
    return same / max(len(key), len(line)) if same > 12 else 0.0


def from_metadata(document: Document) -> str:
    """Headline by JSON-LD, og:title or title element, without the site's suffix."""
    story = document.story
    headline = story.get("headline")
    told = [line for line in document.meta_title.split("\n") if line]
    title = headline if isinstance(headline, str) and headline.strip() else (told or [""])[0]
    return strip_suffix(" ".join(title.split()), document.meta("og:site_name"))


def strip_suffix(title: str, site: str | None) -> str:
    """`Headline - Site` → `Headline`, where the last part is the site's name or short."""
    for dash in (" | ", " - ", " – ", " — ", " :: ", " » "):
        head, found, tail = title.rpartition(dash)
        if (
            found
            and len(head) > 15
            and ((site and loose(site)[:6] in loose(tail)) or len(tail.split()) <= 3)
        ):
            return head.strip()
    return title
