"""Where the explorer listens."""

import errno
import ipaddress
import socket

from ogpnews.errors import OgpnewsError, UsageError

FIRST, LAST = 8001, 8050
"""Ports tried one after another where none is asked for."""


def listen(host: str, port: int | None) -> socket.socket:
    """A listening socket; `port` None: the first free one from FIRST, 0: any.

    UsageError for a host that is not this machine's, OgpnewsError for a port that is taken.
    """
    try:
        family, kind, *_, address = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise UsageError(f"--host {host}: no address of this machine ({error})") from error
    for number in range(FIRST, LAST + 1) if port is None else (port,):
        found = socket.socket(family, kind)
        try:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind((address[0], number, *address[2:]))
            found.listen(100)
        except OSError as error:
            found.close()
            if port is not None or number == LAST or not _taken(error):
                raise _refused(host, number, error) from error
        else:
            return found
    raise AssertionError("the last port gives a socket or an error")


def is_local(found: socket.socket) -> bool:
    """True where only this machine can reach it."""
    return ipaddress.ip_address(found.getsockname()[0].partition("%")[0]).is_loopback


def address(host: str, found: socket.socket) -> str:
    """URL of the start page, as a browser on this machine can open it."""
    name, port = found.getsockname()[:2]
    shown = "localhost" if ipaddress.ip_address(name.partition("%")[0]).is_unspecified else host
    return f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"


def hosts(host: str) -> frozenset[str]:
    """Names by which a server on loopback may be asked."""
    return frozenset({"localhost", "127.0.0.1", "[::1]", host.lower(), f"[{host.lower()}]"})


def _taken(error: OSError) -> bool:
    return error.errno == errno.EADDRINUSE


def _refused(host: str, port: int, error: OSError) -> OgpnewsError:
    if _taken(error):
        return OgpnewsError(f"--port {port}: already taken on {host}; give another, or none at all")
    return UsageError(f"--host {host} --port {port}: cannot be served there ({error.strerror})")
