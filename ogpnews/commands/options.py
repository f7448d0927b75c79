"""Options that several commands have."""

import argparse
from pathlib import Path


def add_catalogue(parser: argparse.ArgumentParser) -> None:
    """The option that puts a catalogue of one's own in the place of the packaged one."""
    parser.add_argument(
        "--catalogue",
        metavar="DIR",
        type=Path,
        help="folder of outlet files to use instead of the packaged ones: "
        "DIR/<province>/<outlet>.toml or DIR/<outlet>.toml",
    )


def add_contact(parser: argparse.ArgumentParser) -> None:
    """The option that names who answers for a live crawl."""
    parser.add_argument(
        "--contact",
        metavar="URL-OR-MAIL",
        help="who answers for the crawl: a page or a mail address, for the user agent; needed once, "
        "then remembered (environment: OGPNEWS_CONTACT)",
    )


def add_outlets(parser: argparse.ArgumentParser) -> None:
    """Which outlets: names, filters, or all."""
    parser.add_argument("outlets", metavar="OUTLET", nargs="*", help="ids of the catalogue")
    add_filters(parser)
    parser.add_argument(
        "--all", action="store_true", help="every outlet of the packaged catalogue, live"
    )


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options that choose outlets: arguments of `Catalogue.select`."""
    parser.add_argument(
        "--province",
        metavar="P",
        help="name in any case, abbreviation or code: 'Jawa Tengah', jateng, 33",
    )
    parser.add_argument(
        "--region",
        metavar="CODE",
        help="Kemendagri code: 33 for a whole province, 33.74 for one kabupaten or kota",
    )
    parser.add_argument("--family", metavar="F", help="template family: promedia, tribun, generic")
    parser.add_argument(
        "--network", metavar="N", help="network: prmn, antara; goid for government portals"
    )


def add_window(parser: argparse.ArgumentParser) -> None:
    """The options that say how much of an outlet."""
    parser.add_argument("--since", metavar="D", help="first day, YYYY-MM-DD, local to each outlet")
    parser.add_argument("--until", metavar="D", help="last day, likewise")
    parser.add_argument("--limit", metavar="N", type=int, help="articles of each outlet, at most")
    parser.add_argument(
        "--max-pages", metavar="N", type=int,
        help="pages of each listing, archive day and API, at most (default: 20)",
    )  # fmt: skip


def add_replay(parser: argparse.ArgumentParser) -> None:
    """The option that puts archives in the place of the network."""
    parser.add_argument(
        "--replay", metavar="ARCHIVE", nargs="+", action="extend", default=[],
        help="serve every request from these WARC files, or all those of a folder, and touch no"
        " network",
    )  # fmt: skip
