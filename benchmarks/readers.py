"""The extractors that are compared, each at its best documented setting for Indonesian news.

A reader has two halves. `extract` is all of its work on the bytes of a page, and what is timed;
`record` names what it gave with the record's keys, and is what is scored. What a peer does not
give stays empty, what it gives as one list of authors goes to authors. Settings were chosen by
score on the project's evaluation pages, so each peer stands here with the best that we found.
"""

import json
import logging
import socket
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any

from corpus import ROOT, Page, Record

Halves = tuple[Callable[[Page], Any], Callable[[Any], Record]]
"""extract, record"""


@dataclass(frozen=True, slots=True)
class Reader:
    """One extractor, ready to read."""

    name: str
    version: str
    how: str
    """How it is called, in words or code."""
    extract: Callable[[Page], Any]
    record: Callable[[Any], Record]


@dataclass(frozen=True, slots=True)
class Maker:
    """A reader whose libraries are not loaded yet."""

    how: str
    make: Callable[[], Halves]
    package: str | None = "ogpnews"
    """Distribution that the version is asked of."""


def ready(names: Sequence[str]) -> tuple[list[Reader], dict[str, str]]:
    """Readers by name, and why some are left out: a peer may be missing, or broken in any way."""
    found, missing = [], {}
    for name in names:
        maker = READERS[name]
        try:
            extract, record = maker.make()
            number = version(maker.package) if maker.package else "–"
            found.append(Reader(name, number, maker.how, extract, record))
        except Exception as error:
            missing[name] = f"{type(error).__name__}: {error}"
            print(f"{name} is left out ({missing[name]})", file=sys.stderr)
    return found, missing


def quiet() -> None:
    """Peers log and warn about pages, and no reader may go to the network for what it lacks."""
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")

    def refuse(*_: object) -> None:
        raise OSError("benchmarks are offline")

    setattr(socket.socket, "connect", refuse)  # noqa: B010  # mypy takes no assignment to a method


def _ours(family: str | None = None, *, known: bool = True) -> Halves:
    from ogpnews.extract import Options, Result, Source, attempt, check

    options = Options(
        family=family, catalogue=None if known else ROOT / "data" / "sample" / "catalogue"
    )
    check(options)  # loads the catalogue

    def extract(page: Page) -> Result:
        return attempt(Source(page.name, page.body), options)

    def record(result: Result) -> Record:
        if result.line is None:
            raise ValueError(result.problem)
        found: Record = json.loads(result.line)
        return found

    return extract, record


def _trafilatura() -> Halves:
    from trafilatura import bare_extraction

    dates = {
        "original_date": True,
        "extensive_search": True,
        "deferred_url_extractor": True,  # "to prioritize full expressions" over the URL's day
        "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    }

    def extract(page: Page) -> Any:
        return bare_extraction(
            page.body,
            url=page.url,
            with_metadata=True,
            favor_precision=True,
            include_comments=False,
            date_extraction_params=dates,
        )

    def record(found: Any) -> Record:
        return {
            "title": found.title,
            "published": (found.date or "").removesuffix("T00:00:00"),  # how it writes a mere day
            "authors": [name.strip() for name in (found.author or "").split(";")],
            "tags": found.tags,
            "section": next(iter(found.categories or ()), None),
            "text": found.text,
        }

    return extract, record


def _newspaper4k() -> Halves:
    from newspaper import Article

    def extract(page: Page) -> Any:
        article = Article(page.url or "", language="id", fetch_images=False)
        article.download(input_html=page.body)
        return article.parse()

    def record(found: Any) -> Record:
        return {
            "title": found.title,
            "published": _iso(found.publish_date),
            "authors": found.authors,
            "tags": list(found.tags or ()),
            "text": found.text,
        }

    return extract, record


def _goose3() -> Halves:
    from goose3 import Goose

    goose = Goose({"target_language": "id", "use_meta_language": False})

    def extract(page: Page) -> Any:
        if not page.body:
            raise ValueError("empty page")  # it would go and fetch the address
        return goose.extract(url=page.url, raw_html=page.body)

    def record(found: Any) -> Record:
        published = _iso(found.publish_datetime_utc)
        with suppress(TypeError, ValueError):  # its own zone, where it is ISO 8601
            published = datetime.fromisoformat(found.publish_date).isoformat()
        return {
            "title": found.title,
            "published": published,
            "authors": found.authors,
            "tags": found.tags,
            "text": found.cleaned_text,
        }

    return extract, record


def _readability() -> Halves:
    from readability import Document

    def extract(page: Page) -> Any:
        document = Document(page.body, url=page.url)
        title, author = document.short_title(), document.author()  # before summary(), its docs say
        return title, author, document.summary(html_partial=True)

    def record(found: Any) -> Record:
        title, author, html = found
        names = [] if author in {None, "", "[no-author]"} else [author]
        return {"title": title, "authors": names, "text": _text(html)}

    return extract, record


def _resiliparse() -> Halves:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(page: Page) -> Any:
        tree = HTMLTree.parse_from_bytes(page.body, detect_encoding(page.body) or "utf-8")
        text = extract_plain_text(
            tree,
            main_content=True,
            alt_texts=False,
            list_bullets=False,
            comments=False,
            post_meta=False,
        )
        return tree.title, text

    def record(found: Any) -> Record:
        title, text = found
        return {"title": title, "text": text}

    return extract, record


def _news_please() -> Halves:
    from bs4.dammit import EncodingDetector
    from newsplease import NewsPlease

    def extract(page: Page) -> Any:
        charset = EncodingDetector.find_declared_encoding(page.body, is_html=True) or "utf-8"
        html = page.body.decode(charset, errors="replace")  # as its from_warc does
        return NewsPlease.from_html(html, url=page.url, fetch_images=False)

    def record(found: Any) -> Record:
        return {
            "title": found.title,
            "published": _iso(found.date_publish),
            "modified": _iso(found.date_modify),
            "authors": found.authors,
            "text": found.maintext,
        }

    return extract, record


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


_LINES = frozenset(
    ("article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "h1",
     "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr",
     "ul")
)  # fmt: skip
"""Elements that begin and end a line of text."""


def _text(html: str) -> str:
    """Text of HTML, a paragraph for each block and each line break: for who gives HTML alone."""
    from lxml.html import fromstring

    lines = [""]

    def walk(element: Any) -> None:
        breaks = element.tag in _LINES
        lines.extend([""] * breaks)
        if isinstance(element.tag, str):  # no comment, no processing instruction
            lines[-1] += element.text or ""
            for child in element:
                walk(child)
        lines.extend([""] * breaks)
        lines[-1] += element.tail or ""

    walk(fromstring(html))
    return "\n\n".join(text for line in lines if (text := " ".join(line.split())))


def _floor() -> Halves:
    from selectolax.lexbor import LexborHTMLParser

    from ogpnews.pages.document import decode

    def extract(page: Page) -> Any:
        return LexborHTMLParser(decode(page.body))

    return extract, _nothing


def _nothing(_: object) -> Record:
    return {}


def _silent() -> Halves:
    return _nothing, _nothing


OURS = {
    "ogpnews": Maker("`ogpnews extract FILE`", _ours),
    "ogpnews-generic": Maker("`ogpnews extract FILE --family generic`", lambda: _ours("generic")),
    "ogpnews-unknown": Maker(
        "the same with a catalogue that has none of these outlets",
        lambda: _ours("generic", known=False),
    ),
}
PEERS = {
    "trafilatura": Maker(
        "`bare_extraction`: metadata, precision favoured, no comments, dates with time",
        _trafilatura,
        "trafilatura",
    ),
    "newspaper4k": Maker(
        '`Article(url, language="id")`: no images fetched', _newspaper4k, "newspaper4k"
    ),
    "goose3": Maker("`Goose.extract`: target language `id`", _goose3, "goose3"),
    "readability-lxml": Maker(
        "`Document`: `short_title`, `author`, `summary`", _readability, "readability-lxml"
    ),
    "resiliparse": Maker(
        "`extract_plain_text`: main content, no comments; `HTMLTree.title`",
        _resiliparse,
        "resiliparse",
    ),
    "news-please": Maker("`NewsPlease.from_html`: no images fetched", _news_please, "news-please"),
}
FLOOR = "floor"
SILENCE = "silence"
READERS = {
    **OURS,
    **PEERS,
    FLOOR: Maker("decode and Lexbor parse alone", _floor, "selectolax"),
    SILENCE: Maker("an empty record for every page", _silent, None),
}
