"""The site of `newssite.py` on the loopback addresses: `python newsserver.py PLAN`.

One process with one asyncio loop; every answer lies ready, so that what is measured waits for
nothing. It counts, for each host, requests by path, the most at once, and the smallest gap between
two starts. Prints its port when it is ready; `/-/counts` on 127.0.0.1 gives the counts as JSON and
begins anew, `/-/hold/SECONDS` makes every answer take so long.
"""

import asyncio
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from math import inf
from pathlib import Path
from subprocess import PIPE, Popen
from time import perf_counter
from typing import Any
from urllib.request import urlopen

from newssite import Host

NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p>x"


@dataclass(slots=True)
class Served:
    """What one host was asked."""

    pages: dict[str, bytes]
    asked: Counter[str] = field(default_factory=Counter)
    now: int = 0
    most: int = 0
    first: float | None = None
    last: float = 0.0
    gap: float = inf
    """Seconds, the smallest between two starts, the first two apart."""
    first_gap: float = inf
    """Between robots.txt, for which the connection is made, and what follows it."""

    def begin(self, path: str) -> None:
        moment = perf_counter()
        if self.first is None:
            self.first = moment
        elif self.first_gap == inf:
            self.first_gap = moment - self.first
        else:
            self.gap = min(self.gap, moment - self.last)
        self.last = moment
        self.asked[path] += 1
        self.now += 1
        self.most = max(self.most, self.now)

    def told(self) -> dict[str, Any]:
        """The counts, which begin anew."""
        count, took = self.asked.total(), self.last - (self.first or 0.0)
        found = {
            "asked": dict(self.asked),
            "most_at_once": self.most,
            "smallest_gap": self.gap if count > 2 else None,
            "first_gap": self.first_gap if count > 1 else None,
            "per_s": (count - 1) / took if count > 1 else 0.0,
        }
        self.asked, self.most, self.first = Counter(), 0, None
        self.gap = self.first_gap = inf
        return found


class Server:
    """All hosts, by their addresses."""

    def __init__(self, served: dict[str, Served]) -> None:
        self.served, self.hold = served, 0.0

    def control(self, path: str) -> bytes:
        if path.startswith("/-/hold/"):
            self.hold = float(path.rpartition("/")[2])
        body = json.dumps({address: served.told() for address, served in self.served.items()})
        return f"HTTP/1.0 200 OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


class Connection(asyncio.Protocol):
    """Requests of one client, one after another."""

    def __init__(self, server: Server) -> None:
        self._server, self._buffer = server, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: Any = transport
        self._served = self._server.served.get(transport.get_extra_info("sockname")[0])

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            path = self._buffer.split(b" ", 2)[1].decode("latin-1")
            self._buffer = self._buffer[end + 4 :]
            if self._served is None:
                self._transport.write(self._server.control(path))
                self._transport.close()
                return
            self._served.begin(path)
            if self._server.hold:
                loop = asyncio.get_running_loop()
                loop.call_later(self._server.hold, self._answer, self._served, path)
            else:
                self._answer(self._served, path)

    def _answer(self, served: Served, path: str) -> None:
        served.now -= 1
        self._transport.write(served.pages.get(path, NOT_FOUND))


@dataclass(frozen=True, slots=True)
class Plan:
    """A site: articles are those of all hosts together, `written` those of each that have a page."""

    hosts: int
    articles: int
    size: str = "small"
    written: int | None = None

    def laid(self, port: int) -> list[Host]:
        """Its hosts on the loopback addresses."""
        each = self.articles // self.hosts
        return [
            Host(number, f"http://127.0.1.{number + 1}:{port}", each, self.size, self.written)
            for number in range(self.hosts)
        ]


async def _serve(plan: Plan) -> None:
    loop = asyncio.get_running_loop()
    served: dict[str, Served] = {}
    server = Server(served)
    addresses = ["127.0.0.1", *(f"127.0.1.{number + 1}" for number in range(plan.hosts))]
    first = await loop.create_server(lambda: Connection(server), addresses[0], 0)
    port: int = first.sockets[0].getsockname()[1]
    for host, address in zip(plan.laid(port), addresses[1:], strict=True):
        served[address] = Served(dict(host.pages()))
        await loop.create_server(lambda: Connection(server), address, port)
    print(port, flush=True)
    await first.serve_forever()


@contextmanager
def site(plan: Plan) -> Iterator[list[Host]]:
    """The hosts of a server in a process of its own."""
    command = [sys.executable, str(Path(__file__)), json.dumps(asdict(plan))]
    with Popen(command, stdout=PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            yield plan.laid(int(line))
        finally:
            process.kill()


def counts(hosts: Sequence[Host], hold: float | None = None) -> dict[str, dict[str, Any]]:
    """What each host was asked since the last call, by its base; `hold`: how long answers take."""
    port = hosts[0].base.rpartition(":")[2]
    path = "counts" if hold is None else f"hold/{hold}"
    with urlopen(f"http://127.0.0.1:{port}/-/{path}") as answer:  # loopback
        found = json.load(answer)
    return {f"http://{address}:{port}": told for address, told in found.items()}


if __name__ == "__main__":
    asyncio.run(_serve(Plan(**json.loads(sys.argv[1]))))
