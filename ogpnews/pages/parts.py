"""Parts of a page by the names and places of their elements: furniture, junk, byline texts."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ogpnews.pages import tags
from ogpnews.pages.blocks import blocks
from ogpnews.pages.document import text_of
from ogpnews.pages.mainbody import name_in, name_of
from ogpnews.resources import lexicon
from ogpnews.text.persons import person

_WORDS = lexicon("pages")
_ROLES = frozenset(
    label
    for role in ("authors", "editors", "contributors")
    for label in lexicon("credits")["roles"][role]
)

_MANY_NODES = 400
_FAR_TOO_LONG = 10_000
_MOST_FAR = 20


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def _names(words: list[str]) -> re.Pattern[str]:
    """Pattern of parts of names; short words only where a name's part begins (`menu`, not `abmenu`)."""
    return re.compile(
        "|".join(rf"(?<![a-z]){re.escape(w)}" if len(w) < 7 else re.escape(w) for w in words)
    )


_BAD = _names(_WORDS["bad"])
_FAR = _names(_WORDS["far"])
_PICTURE = re.compile(_any(_WORDS["picture"]))
_JUNK = re.compile(
    rf"{_any(_WORDS['junk'])}|(?<![a-z0-9])(?:{_any(_WORDS['junk_words'])})(?![a-z0-9])"
    rf"|(?<![\w-])(?:{_any(_WORDS['junk_classes'])})(?![\w-])"
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ASIDE = tags.ids("form aside nav footer figure figcaption")
_STORIES = tags.ids("article main")
_STORY_ENDS = tags.ids("body main")

EMBEDS = ", ".join(_WORDS["embeds"])
"""Posts of social media inside a text: other people's words."""
MARK = "data-ogpnews"
"""Attribute set on the body's element, so that a query tells what stands before and behind it."""


def junk(body: LexborNode) -> set[int]:
    """`mem_id` of the elements inside a body that are no article text."""
    found = set()
    limit = 0.0
    for node in body.css("[class], [id], [style], form, aside, nav, footer, figure, figcaption"):
        tag = node.tag_id
        if tag in _ASIDE:
            found.add(node.mem_id)
        elif _is_junk(node.attributes, tag):
            limit = limit or len(body.text(deep=True)) * 0.5
            if len(node.text(deep=True)) < limit:  # a name that most of the text bears is no junk's
                found.add(node.mem_id)
    found.discard(body.mem_id)
    return found


def _is_junk(attributes: dict[str, str | None], tag: int) -> bool:
    if "data-page" in attributes:
        return False  # the next part of a text, which a button shows
    style = attributes.get("style")
    if style and _HIDDEN.search(style):
        return True
    if tag in tags.INLINE or not ("class" in attributes or "id" in attributes):
        return False
    return _named(name_in(attributes), _JUNK)


def inside(node: LexborNode | None, ids: Container[int], levels: int = 12) -> bool:
    """True where a node or one of its nearest ancestors is in a set of `mem_id`."""
    for _ in range(levels):
        if node is None:
            return False
        if node.mem_id in ids:
            return True
        node = node.parent
    return False


def until_end(
    scope: LexborHTMLParser | LexborNode, body: LexborNode, selector: str
) -> Iterator[tuple[LexborNode, bool]]:
    """Elements in page order up to the end of the body, each with whether it is inside the body."""
    body.attrs[MARK] = "body"
    ids = {body.mem_id}
    behind = False
    for node in scope.css(f"[{MARK}=body], {selector}"):
        if node.mem_id in ids:
            behind = True
        elif behind and not inside(node, ids, 30):
            return
        else:
            yield node, behind


def is_furniture(node: LexborNode, levels: int = 6, above: Container[int] = ()) -> bool:
    """True inside a comment list, sidebar, menu, share bar, … by the names of the ancestors.

    `above` holds the `mem_id` of what is around the story itself: their names say nothing.
    """
    return _within(node, _BAD, levels, above)


def is_far(node: LexborNode, above: Container[int] = ()) -> bool:
    """True inside comments, sidebars, lists of other stories: no byline of this article there.

    Share bars and author boxes are not far: many templates put the byline into them. `above` holds
    the `mem_id` of what is around the story itself: their names say nothing.
    """
    return _within(node, _FAR, 8, above)


def in_own_footer(node: LexborNode) -> bool:
    """True inside a footer that belongs to an article (HTML allows one each), not to the page."""
    foot = False
    for _ in range(12):
        if node.parent is None or node.tag_id in _STORY_ENDS:
            return False
        if node.tag_id == tags.ARTICLE:
            return foot
        foot = foot or node.tag_id == tags.FOOTER
        node = node.parent
    return False


def is_picture_part(node: LexborNode) -> bool:
    """True inside a picture's box, where `author` names the photographer."""
    return _within(node.parent, _PICTURE, 3) if node.parent is not None else False


@lru_cache(maxsize=16384)
def _named(name: str, names: re.Pattern[str]) -> bool:
    """Whether a class or id is among the names; a site's names are few and come again and again."""
    return names.search(name) is not None


def _within(
    node: LexborNode | None, names: re.Pattern[str], levels: int, above: Container[int] = ()
) -> bool:
    for _ in range(levels):
        if node is None or node.mem_id in above:
            return False
        tag = node.tag_id
        if tag == tags.BODY or (tag in _STORIES and not above):
            return False
        if tag in tags.ASIDES or ((name := name_of(node)) != " " and _named(name, names)):
            return True
        node = node.parent
    return False


def credit_texts(node: LexborNode) -> list[str]:
    """Lines of a byline element; names that only their links keep apart get a comma between."""
    lines = []
    for block in blocks(node):
        line = block.text
        names = [link.text for link in block.links]
        if len(names) > 1 and "".join(names) in line:
            line = line.replace("".join(names), ", ".join(names))
        lines.append(line)
    return lines


def paired(lines: list[str]) -> list[str]:
    """Lines in which a role stands alone, joined to its name: `Irfan`, `Penulis` → `Penulis: Irfan`.

    Templates print the role before or after the name; the first pair of a page tells which.
    """
    roles = [line.casefold().strip(" :") in _ROLES for line in lines]
    if True not in roles:
        return lines
    first = roles.index(True)
    after = first > 0 and not roles[first - 1] and person(lines[first - 1]) is not None
    found: list[str] = []
    number = 0
    while number < len(lines):
        follows = number + 1 < len(lines) and roles[number + 1] != roles[number]
        if follows and roles[number] != after:
            pair = lines[number : number + 2]
            role, name = (pair[1], pair[0]) if after else (pair[0], pair[1])
            if person(name) is not None:
                found.append(f"{role.strip(' :')}: {name}")
                number += 2
                continue
        if not roles[number]:
            found.append(lines[number])
        number += 1
    return found


def exceeds(node: LexborNode, length: int) -> bool:
    """True where an element's text is longer; a big element is not read to its end to know that."""
    said = 0
    for number, part in enumerate(node.traverse(include_text=True)):
        if part.tag == "-text":
            said += sum(map(len, part.text(deep=False)[: 4 * length + 400].split()))
        if said > length or number > _MANY_NODES:
            return True
    return len(text_of(node)) > length


def short(nodes: Iterable[LexborNode], longest: int) -> Iterator[LexborNode]:
    """Elements with a text of at most so many characters; boxes in boxes are not read without end."""
    far = 0
    for node in nodes:
        length = len(text_of(node))
        if length <= longest:
            yield node
        far += length > _FAR_TOO_LONG
        if far > _MOST_FAR:
            return
