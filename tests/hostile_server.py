"""A loopback server that misbehaves: raw sockets, so that every byte on the wire is the test's."""

import gzip
import re
import socket
import socketserver
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from types import TracebackType
from typing import Self

import brotli
from server import article, entry, urlset

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd  # Scrapy brings both packers

CHUNK = b"10000\r\n" + b"<p>tanpa akhir \n" * 4096 + b"\r\n"
"""64 KiB of a body in the chunked encoding."""
HTML = "text/html; charset=utf-8"
XML = "application/xml"


class Wire:
    """One connection while one request is answered; `send` raises OSError once the client is gone."""

    def __init__(
        self, connection: socket.socket, path: str, base: str, over: threading.Event
    ) -> None:
        self.connection, self.path, self.base, self.over = connection, path, base, over
        self.send = connection.sendall

    @property
    def number(self) -> int:
        """The last number in the path."""
        return int((re.findall(r"\d+", self.path) or ["0"])[-1])


Answer = Callable[[Wire], None] | bytes
"""The bytes of an answer, or what is done with the connection, which then ends."""


class HostileServer:
    """`with HostileServer({"/x": answer}) as server:`; a path with * at its end is a prefix."""

    def __init__(self, pages: Mapping[str, Answer] | None = None) -> None:
        self.pages: dict[str, Answer] = dict(pages or {})
        self.asked: list[str] = []
        self.over = threading.Event()
        """Set when the server ends: those who trickle stop."""
        self._server = _Threads(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, path: str) -> Answer:
        """Of this very path, else of the longest prefix, else a 404."""
        if path in self.pages:
            return self.pages[path]
        prefixes = [key for key in self.pages if key[-1] == "*" and path.startswith(key[:-1])]
        return self.pages[max(prefixes, key=len)] if prefixes else plain("404", status=404)

    def _handler(self) -> type[socketserver.BaseRequestHandler]:
        server = self

        class Handler(socketserver.StreamRequestHandler):
            disable_nagle_algorithm = True

            def handle(self) -> None:
                try:
                    while line := self.rfile.readline(65536):
                        while self.rfile.readline(65536) not in (b"\r\n", b""):
                            continue
                        path = line.split()[1].decode("latin-1")
                        server.asked.append(path)
                        answer = server.answer(path)
                        if callable(answer):
                            answer(Wire(self.connection, path, server.url, server.over))
                            return  # whoever acts on the wire ends the connection too
                        self.connection.sendall(answer)
                except OSError:
                    return  # the client went away

        return Handler


class _Threads(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False
    request_queue_size = 64


# Answers.


def plain(body: str | bytes, kind: str = HTML, status: int = 200, *headers: str) -> bytes:
    """An answer as it should be, apart from what the headers say."""
    data = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status} So", f"Content-Type: {kind}", f"Content-Length: {len(data)}"]
    return "\r\n".join([*lines, *headers, "", ""]).encode() + data


def head(*headers: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    """The beginning of an answer."""
    return "\r\n".join([status, f"Content-Type: {HTML}", *headers, "", ""]).encode()


def redirect(to: str) -> Callable[[Wire], None]:
    """`{base}` stands for this server, `{path}` for what was asked, `{next}` for its number + 1."""

    def answer(wire: Wire) -> None:
        target = to.format(base=wire.base, path=wire.path, next=wire.number + 1)
        wire.send(plain("", HTML, 302, f"Location: {target}", "Connection: close"))

    return answer


def endless(start: bytes, piece: bytes, pause: float = 0) -> Callable[[Wire], None]:
    """Sends the start, then the piece again and again until the client leaves."""

    def answer(wire: Wire) -> None:
        wire.send(start)
        while not wire.over.wait(pause) if pause else not wire.over.is_set():
            wire.send(piece)

    return answer


def cut(data: bytes) -> Callable[[Wire], None]:
    """Sends so much and closes."""
    return lambda wire: wire.send(data)


def reset(data: bytes = b"") -> Callable[[Wire], None]:
    """Sends so much and tears the connection down (RST)."""

    def answer(wire: Wire) -> None:
        if data:
            wire.send(data)
        wire.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        wire.connection.close()

    return answer


def silence(wire: Wire) -> None:
    """Takes the request and says nothing."""
    wire.over.wait(60)


def made(build: Callable[[Wire], bytes]) -> Callable[[Wire], None]:
    """A body that is made when it is asked for."""
    return lambda wire: wire.send(build(wire))


# Bodies.


def bomb(encoding: str, megabytes: int, start: bytes = b"") -> bytes:
    """So many megabytes of zeros, packed."""
    data = start + bytes(megabytes << 20)
    if encoding == "br":
        return brotli.compress(data, quality=5)
    return zstd.compress(data) if encoding == "zstd" else gzip.compress(data, 6)


def story(name: str) -> bytes:
    """A healthy article."""
    return plain(article(name).body)


def sitemap(*urls: str) -> bytes:
    """A healthy sitemap."""
    return plain(urlset(*(entry(url, lastmod="2026-11-23") for url in urls)), XML)


def index(*urls: str) -> bytes:
    """A sitemap index."""
    children = "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls)
    return plain(f"<sitemapindex>{children}</sitemapindex>", XML)


def million(wire: Wire) -> None:
    """A sitemap of a million articles, made while it is sent."""
    wire.send(b"HTTP/1.0 200 OK\r\nContent-Type: application/xml\r\n\r\n<urlset>")
    for thousand in range(1000):
        wire.send("".join(_entries(wire.base, 1000 * thousand)).encode())
    wire.send(b"</urlset>")


def _entries(base: str, start: int) -> Iterator[str]:
    for number in range(start, start + 1000):
        yield f"<url><loc>{base}/daerah/pr-{number + 100}/x</loc></url>"


def laughs(target: str = "file:///etc/passwd") -> str:
    """A feed whose entities grow to gigabytes, and one that wants a file of this machine."""
    names = "abcdefghij"
    grown = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    doctype = f'<!DOCTYPE rss [<!ENTITY a "tawa">{grown}<!ENTITY luar SYSTEM "{target}">]>'
    item = "<item><link>/daerah/pr-1/satu</link><title>&j;&luar;</title></item>"
    return f'<?xml version="1.0"?>{doctype}<rss><channel>{item}</channel></rss>'
