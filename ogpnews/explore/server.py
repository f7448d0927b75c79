"""Datasette in this process, until Ctrl-C or SIGTERM."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ogpnews.errors import OgpnewsError
from ogpnews.explore.metadata import metadata, settings
from ogpnews.explore.plugin import Explorer
from ogpnews.explore.words import Words
from ogpnews.resources import DATA

if TYPE_CHECKING:
    import socket


def application(database: Path, words: Words, names: frozenset[str] | None, *, public: bool) -> Any:
    """The ASGI application over one file."""
    from datasette.app import Datasette
    from datasette.plugins import pm

    explorer = Explorer(database, words, names)
    for other, _ in pm.list_plugin_distinfo():  # installed for other uses: not ours to answer for
        pm.unregister(other)
    pm.register(explorer)
    counts = {name: {"count": count} for name, count in explorer.start["tables"].items()}
    folder = DATA / "explore"
    return Datasette(
        immutables=[str(database)],
        inspect_data={"ogpnews": {"hash": database.parent.name.rpartition("-")[2], "tables": counts,
                                  "size": database.stat().st_size, "file": str(database)}},
        metadata=metadata(words),
        settings=settings(public=public),
        template_dir=str(folder / "templates"),
        static_mounts=[("explore", str(folder / "static"))],
    ).app()  # fmt: skip


def run(app: Any, found: "socket.socket") -> None:
    """Serve until a signal ends it: KeyboardInterrupt for Ctrl-C, Terminated for SIGTERM."""
    from uvicorn import Config, Server

    logging.getLogger("asyncio").setLevel(
        logging.ERROR
    )  # a line for each piece that nobody waits for
    server = Server(
        Config(
            app,
            log_level="warning",
            lifespan="on",
            timeout_graceful_shutdown=2,
            server_header=False,
        )
    )
    server.run(sockets=[found])
    if not server.started:
        raise OgpnewsError("the explorer did not start; what is wrong stands above")
