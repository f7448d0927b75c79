"""What a response holds: a page, an article's draft, or the reason why neither."""

from datetime import UTC, datetime

from scrapy import Request
from scrapy.http import Response

from ogpnews.extract import Options, Source, read
from ogpnews.fetched import Fetched
from ogpnews.middlewares import NOT_IN_ARCHIVE
from ogpnews.pages.document import Document
from ogpnews.text.moments import stamp

_LONGEST_HEADER = 1000
_NO_PAGE = ("image/", "video/", "audio/", "font/", "application/pdf", "application/zip")


def asked(message: Request | Response) -> str:
    """The address that was asked for first, before any redirect."""
    redirected: list[str] = message.meta.get("redirect_urls", [])
    return redirected[0] if redirected else message.url


def refusal(response: Response) -> str | None:
    """Why a response holds no article; None for a page."""
    if response.status != 200:
        return NOT_IN_ARCHIVE if NOT_IN_ARCHIVE in response.flags else f"HTTP {response.status}"
    kind = content_type(response).partition(";")[0].strip()
    return f"no page but {kind[:40]}" if kind.startswith(_NO_PAGE) else None


def content_type(response: Response) -> str:
    """The header in small letters; empty without one."""
    return (header_of(response, "Content-Type") or "").lower()


def document_of(response: Response) -> Document:
    """The parsed page; PageTooLarge for one that nobody wrote."""
    return Document(response.body, response.url, content_type(response) or None)


def read_draft(response: Response, options: Options) -> Fetched:
    """What the page says, by the same way as `extract`; NotAnArticle, PageTooLarge."""
    header = response.meta.get("capture")
    kind = content_type(response)
    text = kind.startswith("text/plain") or (header and header.kind == "conversion")
    fetched_at = response.meta.get("fetched_at") or stamp(datetime.now(UTC))
    url = response.url if header is None else header.url
    draft = read(
        Source(
            response.url, response.body, url, kind or None, fetched_at, bool(text),
            _headers(response),
        ),
        options,
    )  # fmt: skip
    return Fetched.of(
        draft,
        entry=response.meta.get("entry"),
        before=response.meta.get("before") is not None,
        etag=_short(header_of(response, "ETag")),
        last_modified=_short(header_of(response, "Last-Modified")),
    )


def header_of(response: Response, name: str) -> str | None:
    """A header's value; None where it is missing or empty."""
    value: bytes | None = response.headers.get(name)
    return value.decode("latin-1") if value else None


def _short(value: str | None) -> str | None:
    """What is to be remembered and sent back; None for what is no header's length."""
    return value if value and len(value) <= _LONGEST_HEADER else None


def _headers(response: Response) -> list[tuple[str, str]]:
    pairs = ((name, value) for name, values in response.headers.items() for value in values)
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs]
