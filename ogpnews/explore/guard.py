"""Around every answer: headers that keep a page harmless, and requests that are not ours refused."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from ogpnews.explore.csvguard import guarded_rows

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HEADERS = (
    # No script at all, nothing from elsewhere: whatever a page wrote, it stays text.
    (b"content-security-policy", b"default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; "
     b"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
)  # fmt: skip


class Guard:
    """ASGI middleware."""

    def __init__(self, app: App, hosts: frozenset[str] | None) -> None:
        """`hosts`: names by which the server may be asked; None: any.

        On loopback a web page could point a name of its own at this machine and read what is for
        the reader here alone (DNS rebinding); it cannot choose the Host that the browser sends.
        """
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif self.hosts is not None and _host(scope) not in self.hosts:
            await _answer(send, 421, b"Not served under this name.\n")
        elif (query := filled(scope["query_string"].decode("latin-1"))) is not None:
            place = scope["raw_path"].partition(b"?")[0] + b"?" + query.encode("latin-1")
            await _answer(send, 302, b"", (b"location", place))
        else:
            table = scope["path"].endswith(".csv")
            await self.app(scope, receive, _guarded(send, guarded_rows if table else bytes))


def filled(query: str) -> str | None:
    """The query string without what a form left empty; None where nothing is empty.

    A search without a letter or digit is empty, too: SQLite knows no such word.
    """
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [
        (key, value)
        for key, value in pairs
        if value and (key != "_search" or any(map(str.isalnum, value)))
    ]
    ours = any(key in ("_search", "published_day__gte", "published_day__lte") for key, _ in pairs)
    return urlencode(kept) if ours and len(kept) < len(pairs) else None


def _host(scope: Scope) -> str:
    found: str = dict(scope["headers"]).get(b"host", b"").decode("latin-1").lower()
    return found.partition("]")[0] + "]" if found.startswith("[") else found.partition(":")[0]


def _guarded(send: Send, changed: Callable[[bytes], bytes]) -> Send:
    async def sent(event: MutableMapping[str, Any]) -> None:
        if event["type"] == "http.response.start":
            event["headers"] = [*event.get("headers", ()), *HEADERS]
        elif body := event.get("body"):
            event["body"] = changed(body)
        await send(event)

    return sent


async def _answer(send: Send, status: int, body: bytes, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *more, *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
