"""One page, bytes → record: HTML, a text dump, an archived capture."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import orjson

from ogpnews import rights
from ogpnews.draft import Draft
from ogpnews.errors import OgpnewsError, UsageError
from ogpnews.items import Article
from ogpnews.normalise import EXPORTED, normalise
from ogpnews.outlets import UNKNOWN, Catalogue, Outlet
from ogpnews.pages import FAMILIES, kin, open_page, structured, textdump
from ogpnews.pages.document import MAX_BYTES, Document, PageTooLarge, decode

_LEAST_TEXT = 80
"""Characters of body below which an article is no article (a teaser, an error page)."""


class NotAnArticle(OgpnewsError):
    """A page without a single article on it; the message says what it is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every input of one run; picklable, so that worker processes get it once."""

    outlet: str | None = None
    family: str | None = None
    catalogue: Path | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One page to read: a file still on disk (`body` None), or bytes at hand."""

    name: str
    """As given: goes to the record's `input` and into messages."""
    body: bytes | None = None
    url: str | None = None
    content_type: str | None = None
    fetched_at: str | None = None
    text: bool = False
    """A text dump, not HTML."""
    headers: Sequence[tuple[str, str]] = ()
    """Header fields that came with it, where they are known."""


@dataclass(frozen=True, slots=True)
class Result:
    """A record as one line, or why there is none."""

    name: str
    line: bytes | None = None
    problem: str | None = None


@cache
def _catalogue(folder: Path | None) -> Catalogue:
    return Catalogue.load(folder)


def check(options: Options) -> None:
    """Raise UsageError where catalogue, outlet or family asked for are missing or not in order."""
    catalogue = _catalogue(options.catalogue)
    if options.outlet is not None:
        catalogue.get(options.outlet)
    if options.family is not None and options.family not in FAMILIES:
        raise UsageError(
            f"unknown family {options.family!r}; families are: {', '.join(sorted(FAMILIES))}"
        )


def extract(source: Source, options: Options) -> Article:
    """The record of one page; NotAnArticle, OSError or UsageError say why there is none."""
    article = normalise(read(source, options))
    refuse(article)
    return article


def read(source: Source, options: Options) -> Draft:
    """What one page says, before the chain: the crawl runs the chain in its item pipelines."""
    body = _bytes(source)
    catalogue = _catalogue(options.catalogue)
    forced = catalogue.get(options.outlet) if options.outlet else None
    draft = _text(source, body, forced, catalogue) if source.text else _html(
        source, body, forced, options, catalogue
    )  # fmt: skip
    draft.input, draft.fetched_at = printable(source.name), source.fetched_at
    draft.html_sha256 = hashlib.sha256(body).hexdigest()
    return draft


def refuse(article: Article) -> None:
    """Raise NotAnArticle for what is not exported."""
    if article.kind not in EXPORTED:
        raise NotAnArticle(f"no article: the page is of kind {article.kind}")
    if not article.title and article.extraction.family != "textdump":  # many dumps have none
        raise NotAnArticle("no article: no headline found")
    if article.kind == "article" and len(article.text) < _LEAST_TEXT:
        raise NotAnArticle(
            f"no article: {len(article.text)} characters of text found, {_LEAST_TEXT} needed"
        )


def _bytes(source: Source) -> bytes:
    if source.body is None:
        path = Path(source.name)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise PageTooLarge(f"{size:,} bytes; pages over {MAX_BYTES:,} bytes are not read")
        body = path.read_bytes()
    else:
        body = source.body
    if not body.strip():
        raise NotAnArticle("empty file")
    if b"\0" in body[:1024] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotAnArticle("binary file, neither HTML nor text")
    return body


def _html(
    source: Source, body: bytes, forced: Outlet | None, options: Options, catalogue: Catalogue
) -> Draft:
    document = Document(body, source.url, source.content_type)
    address = source.url or document.canonical
    outlet = forced or (catalogue.for_url(address) if address else None) or UNKNOWN
    page = open_page(document, outlet, options.family, kin(catalogue, address))
    raw = page.raw()
    if not outlet.id:
        outlet = replace(outlet, aliases=structured.site_names(document, raw.title))
    said = rights.read(source.headers, document.metas)
    return Draft(
        raw, outlet, fetched_url=source.url, signs=said.signs, notice=said.notice, tdm=said.tdm
    )


def _text(source: Source, body: bytes, forced: Outlet | None, catalogue: Catalogue) -> Draft:
    text = decode(body, source.content_type)
    outlet = forced or (catalogue.for_url(source.url) if source.url else None)
    raw = textdump.read(text, outlet_names=outlet.names if outlet else ())
    if outlet is None:
        name = textdump.outlet_name(raw)
        outlet = (catalogue.for_name(name) if name else None) or UNKNOWN
    raw.url = source.url
    return Draft(raw, outlet, fetched_url=source.url)


def printable(name: str) -> str:
    """A file's name as UTF-8 can hold it; bytes that are none become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def dump(article: Article) -> bytes:
    """One line of JSON Lines: UTF-8, declared key order, LF at the end."""
    return orjson.dumps(article, option=orjson.OPT_APPEND_NEWLINE)


def attempt(source: Source, options: Options) -> Result:
    """The record's line, or the problem in words; hostile bytes never end a run."""
    try:
        return Result(source.name, dump(extract(source, options)))
    except (OgpnewsError, PageTooLarge) as error:
        return Result(source.name, problem=str(error))
    except OSError as error:
        return Result(source.name, problem=error.strerror or str(error))
    except Exception as error:  # one page that we cannot read must not cost the others
        kind = type(error).__name__
        return Result(source.name, problem=f"internal error, please report it: {kind}: {error}")
