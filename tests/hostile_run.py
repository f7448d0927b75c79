"""`ogpnews crawl` for tests against hostile servers: `hostile_run.py SETTINGS ARGUMENT …`.

Nothing but the loopback addresses is reachable, and whatever else is tried is told. SETTINGS is a
JSON object that goes over ogpnews.settings: short times, so that tests are short. The last line on
standard output is a JSON object: `tried` addresses, `peak` memory in bytes, `status`.
"""

import ipaddress
import json
import socket
import sys
from typing import Any

import memory
from ogpnews import settings
from ogpnews.cli import main

tried: list[str] = []


def _only_loopback(name: str) -> None:
    """A connect of sockets that refuses every other address before a packet is sent."""
    real = getattr(socket.socket, name)

    def connect(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple) and not ipaddress.ip_address(address[0]).is_loopback:
            tried.append(str(address))
            raise OSError(f"{address}: tests stay on this machine")
        return real(self, address)

    setattr(socket.socket, name, connect)


def _no_names() -> None:
    real = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **more: Any) -> Any:
        if host not in (None, "127.0.0.1", "localhost"):
            tried.append(str(host))
            raise socket.gaierror(f"{host}: tests ask no name server")
        return real(host, *arguments, **more)

    socket.getaddrinfo = getaddrinfo
    socket.gethostbyname = lambda host: getaddrinfo(host, None)[0][4][0]  # type: ignore[assignment]


if __name__ == "__main__":
    for name in ("connect", "connect_ex"):
        _only_loopback(name)
    _no_names()
    for key, value in json.loads(sys.argv[1]).items():
        setattr(settings, key, value)
    sys.argv[1:] = sys.argv[2:]
    try:
        status = main(sys.argv[1:])
    except SystemExit as error:
        status = error.code
    print(json.dumps({"status": status, "tried": tried, "peak": memory.peak()}))
