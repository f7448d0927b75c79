"""Downloads over HTTP whose headers have an end."""

from typing import Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)

MAX_HEADERS = 256 * 1024
"""Bytes before the body, interim answers counted: browsers take about as many."""


class _Protocol(_LenientHTTP11ClientProtocol):
    """A connection that is dropped where an answer's headers go on and on.

    Twisted bounds one line, and neither their number nor that of the 1xx answers before.
    """

    _before_body = 0

    def request(self, request: Any) -> Any:
        self._before_body = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:  # noqa: N802  # the name is Twisted's
        parser = self._parser
        if parser is not None and parser.state in ("STATUS", "HEADER"):
            self._before_body += len(data)
            if self._before_body > MAX_HEADERS:
                self.abort()  # type: ignore[no-untyped-call]  # Twisted's
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]  # Twisted's


class _Factory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: Any) -> _Protocol:  # noqa: ARG002, N802
        return _Protocol(self._quiescentCallback)  # type: ignore[no-untyped-call]  # Twisted's


class Bounded(HTTP11DownloadHandler):
    """Scrapy's handler with that connection."""

    def __init__(self, crawler: Any) -> None:
        super().__init__(crawler)
        self._pool._factory = _Factory
