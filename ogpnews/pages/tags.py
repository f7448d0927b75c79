"""HTML elements by what they do to the text, as the parser's numbers: those compare faster than names."""

from selectolax.lexbor import LexborHTMLParser

_PARSER = LexborHTMLParser("")


def ids(names: str) -> frozenset[int]:
    """`LexborNode.tag_id` of each element in a list of names; `-text` and `-comment` are nodes."""
    return frozenset(_id(name) for name in names.split())


def _id(name: str) -> int:
    if name.startswith("-"):
        made = LexborHTMLParser("<p>x<!-- x --></p>").css_first("p")
        assert made is not None  # noqa: S101  # it was just written
        nodes = {node.tag: node.tag_id for node in made.iter(include_text=True)}
        return nodes[name]
    return int(_PARSER.create_node(name).tag_id)


BREAKS = ids(
    "p div br hr h1 h2 h3 h4 h5 h6 hgroup center address ul ol li dl dt dd blockquote pre figure"
    " figcaption details section article header footer aside main nav form fieldset table tbody thead"
    " tfoot tr caption summary"
)
"""Elements that end a visual line before and behind them."""
STRONG = ids("strong b h1 h2 h3 h4 h5 h6 th")
NO_CONTENT = ids(
    "script style noscript template iframe object svg video audio button input select textarea"
)
"""Elements whose text no reader sees, or only to click on it."""
INLINE = ids(
    "a abbr acronym b big cite code em font i ins kbd label mark q s small span strong sub sup time tt"
    " u var"
)
PARAGRAPHS = ids("p h2 h3 h4 h5 h6 li blockquote pre dd dt center")
LISTS = ids("ul ol dl blockquote")
ASIDES = ids("aside footer nav form")
CELLS = ids("td th")
TOP = ids("body html")
"""Where every chain of parents ends."""
A, ARTICLE, BODY, FOOTER, H1, HTML, COMMENT = (
    _id(name) for name in ("a", "article", "body", "footer", "h1", "html", "-comment")
)
