"""`ogpnews outlets`: list the catalogue, and check one."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ogpnews.commands.options import add_catalogue, add_filters

if TYPE_CHECKING:
    from ogpnews.outlets import Outlet

COLUMNS = ("id", "family", "region", "timezone", "status", "url")
_EXAMPLES = """\
examples:
  ogpnews outlets --province jateng           the outlets of Jawa Tengah
  ogpnews outlets --region 33.74              those of Kota Semarang
  ogpnews outlets --family tribun --json      one JSON object a line, with every key
  ogpnews outlets check                       is every file of the catalogue in order?
  ogpnews outlets check --catalogue mine/     and of a catalogue of one's own?

An outlet is a TOML file of about ten lines; docs/outlets.md shows how to add one.
Exit status: 0, 1 where no outlet fits or a file is not in order, 2 for a wrong argument.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews outlets`."""
    parser = subparsers.add_parser(
        "outlets",
        help="list the outlets of the catalogue, or check its files",
        description="List the outlets of the catalogue that fit all filters, or check its files.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "action",
        nargs="?",
        choices=("list", "check"),
        default="list",
        help="list (the default), or check every file and report all that is wrong",
    )
    add_filters(parser)
    parser.add_argument(
        "--status", choices=("verified", "unverified"), help="how sure the facts are"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    add_catalogue(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List or check; the exit status."""
    return _check(args) if args.action == "check" else _list(args)


def _list(args: argparse.Namespace) -> int:
    from ogpnews.outlets import Catalogue

    outlets = [
        outlet
        for outlet in Catalogue.load(args.catalogue).select(
            province=args.province, region=args.region, family=args.family, network=args.network
        )
        if args.status in (None, outlet.status)
    ]
    if not outlets:
        print("ogpnews: no outlet fits; ogpnews outlets lists all of them", file=sys.stderr)
        return 1
    lines = map(_json, outlets) if args.json else _aligned([_row(outlet) for outlet in outlets])
    for line in lines:
        print(line)
    sys.stdout.flush()
    print(_count(len(outlets), "outlet"), file=sys.stderr)
    return 0


def _check(args: argparse.Namespace) -> int:
    from ogpnews.outlets import PACKAGED, scan

    if chosen := [name for name in ("province", "region", "family", "network", "status", "json")
                  if getattr(args, name)]:  # fmt: skip
        from ogpnews.errors import UsageError

        raise UsageError(f"outlets check looks at every file; leave out --{chosen[0]}")
    outlets, problems = scan(args.catalogue or PACKAGED)
    problems += _unknown_families(outlets, args.catalogue or PACKAGED)
    for problem in problems:
        print(problem)
    if problems:
        sys.stdout.flush()
        print(f"ogpnews: {_count(len(problems), 'problem')}", file=sys.stderr)
        return 1
    provinces = {outlet.region[:2] for outlet in outlets} - {""}
    verified = sum(outlet.status == "verified" for outlet in outlets)
    print(
        f"in order: {_count(len(outlets), 'outlet')}, {verified} verified; "
        f"provinces: {len(provinces)}; families: {len({outlet.family for outlet in outlets})}"
    )
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _unknown_families(outlets: Iterable["Outlet"], folder: Path) -> Iterator[str]:
    from ogpnews.pages import FAMILIES

    for outlet in outlets:
        if outlet.family not in FAMILIES:
            path = next(folder.rglob(f"{outlet.id}.toml"))
            yield (
                f"{path}: family: {outlet.family!r} is not known; "
                f"choose {', '.join(sorted(FAMILIES))}"
            )


def _row(outlet: "Outlet") -> tuple[str, ...]:
    return tuple(getattr(outlet, column) or "-" for column in COLUMNS)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in (COLUMNS, *rows)) for i in range(len(COLUMNS))]
    for row in (COLUMNS, *rows):
        yield "  ".join(
            f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)
        ).rstrip()


def _json(outlet: "Outlet") -> str:
    values: dict[str, Any] = {name: getattr(outlet, name) for name in outlet.__slots__}
    values |= {"discover": asdict(outlet.discover), "expect": dict(outlet.expect)}
    return json.dumps(values, ensure_ascii=False)
