"""Which outlets, and which archives, a command is asked for."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ogpnews.commands import say

if TYPE_CHECKING:
    from ogpnews.outlets import Catalogue, Outlet


def chosen(catalogue: "Catalogue", args: argparse.Namespace) -> list["Outlet"]:
    """Outlets named and fitting all filters; none where neither names nor filters are given."""
    from ogpnews.errors import UsageError

    named = [catalogue.get(name) for name in dict.fromkeys(args.outlets)]
    filters = {name: getattr(args, name) for name in ("province", "region", "family", "network")}
    if not any(filters.values()):
        if not (named or args.replay or args.catalogue or args.all):
            raise UsageError(
                "which outlets? name some, give a filter such as --province jateng, or say --all "
                f"for the {len(catalogue.outlets)} of the catalogue"
            )
        return named
    fitting = [outlet for outlet in catalogue.select(**filters) if not named or outlet in named]
    if not fitting:
        asked = " ".join(f"--{name} {value}" for name, value in filters.items() if value)
        raise UsageError(f"no outlet fits {asked}; ogpnews outlets lists what there is")
    return fitting


def check(args: argparse.Namespace) -> list[str]:
    """The archives to replay; UsageError for what only each outlet on its own would find out."""
    from ogpnews.database import is_server
    from ogpnews.errors import UsageError
    from ogpnews.keywords import Keywords
    from ogpnews.window import Window

    Window.parse(args.since, args.until, "Asia/Jakarta")
    for name in ("limit", "max_pages", "update"):
        if (number := getattr(args, name, None)) is not None and number < 1:
            raise UsageError(f"--{name.replace('_', '-')} {number}: give 1 or more")
    Keywords(getattr(args, "keyword", ()))
    if getattr(args, "state", None) and not is_server(args.state):
        raise UsageError(
            f"--state {args.state}: no URL of a PostgreSQL server, like postgresql://user@host/name;"
            " without --state a file in the output folder serves"
        )
    _check_warc(args)
    return [path for named in args.replay for path in _archives(Path(named))]


def told(args: argparse.Namespace) -> dict[str, Any]:
    """What every Plan is told alike: the catalogue's folder, archives, contact, the command line.

    The command line goes into report, log and lock, so passwords are struck out of it.

    UsageError for arguments that are wrong, or a live crawl without a contact.
    """
    from ogpnews.database import without_password

    archives = check(args)
    return {
        "folder": args.catalogue,
        "limit": getattr(args, "limit", None),
        "replay": archives,
        "contact": None if archives else contact_of(args),
        "arguments": [*map(without_password, sys.argv[1:])],
    }


def contact_of(args: argparse.Namespace) -> str:
    """The contact of a live crawl, remembered where the option gives it; UsageError without one."""
    from ogpnews import contact

    found = contact.resolve(args.contact)
    if args.contact is not None and (problem := contact.remember(found)):
        say(f"ogpnews: {problem}")
    return found


def _check_warc(args: argparse.Namespace) -> None:
    from ogpnews.errors import UsageError

    folder, size = getattr(args, "warc", None), getattr(args, "warc_size", None)
    if folder and args.replay:
        raise UsageError("--warc keeps what is fetched, and a --replay fetches nothing: leave one")
    if size is not None and not folder:
        raise UsageError("--warc-size: of which archives? --warc DIR names their folder")
    if size is not None and size < 1:
        raise UsageError(f"--warc-size {size}: give 1 MB or more")


def _archives(named: Path) -> list[str]:
    """An archive, or those of a folder by their names."""
    from ogpnews.errors import UsageError

    if named.is_dir():
        files = sorted(
            path for path in named.iterdir() if path.name.endswith((".warc", ".warc.gz"))
        )
        if not files:
            raise UsageError(f"{named}: no archive in this folder (.warc, .warc.gz){_open(named)}")
        return [str(path) for path in files]
    if not named.is_file():
        raise UsageError(
            f"{named}: no such archive; --replay takes WARC files, or a folder that holds some"
        )
    return [str(named)]


def _open(folder: Path) -> str:
    """A hint where a crawl has not finished its archives."""
    from ogpnews.warcfiles import OPEN

    if not any(folder.glob(f"*{OPEN}")):
        return ""
    return (
        "; what ends in .open is being written, or was left by a killed crawl: "
        "the next one with --warc finishes it"
    )
