"""Options that choose articles of a dataset."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ogpnews.dataset import Dataset
    from ogpnews.export import Selected
_FILTERS = (
    "region", "since", "until", "government", "topic", "outlet", "origin", "dedupe", "limit",
)  # fmt: skip


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The filters; an article must pass each that is given, by one of its values."""
    chosen = parser.add_argument_group("which articles")
    _several(
        chosen,
        "region",
        "R",
        "about this region: Kemendagri code or name; a province takes in its parts",
    )
    chosen.add_argument(
        "--since", metavar="D", help="first local day of publication; undated articles are left out"
    )
    chosen.add_argument("--until", metavar="D", help="last day, likewise; YYYY-MM-DD")
    chosen.add_argument(
        "--government", action="store_true", help="about what a regional government does"
    )
    _several(chosen, "topic", "T", "with this topic: open_government, …")
    _several(chosen, "outlet", "ID", "of this outlet; _unlisted: of none that the catalogue knows")
    _several(chosen, "origin", "O", "independent, handout, wire, advertorial or unknown")
    chosen.add_argument(
        "--dedupe",
        action="store_true",
        help="of copies of one text only the one published first (after ogpnews dedupe)",
    )
    chosen.add_argument("--limit", metavar="N", help="articles at most, in the dataset's order")
    texts = parser.add_argument_group("rights").add_mutually_exclusive_group()
    texts.add_argument(
        "--metadata-only", action="store_true", help="leave text and captions out of every article"
    )
    texts.add_argument(
        "--with-reserved-text",
        action="store_true",
        help="leave in the text of outlets and pages that reserve it: for your own use only",
    )


def _several(group: "argparse._ArgumentGroup", name: str, metavar: str, what: str) -> None:
    """Values apart by commas, and those of the same option given again."""
    group.add_argument(
        f"--{name}", metavar=metavar, type=_values, action="extend", default=[],
        help=f"{what} (several: A,B)",
    )  # fmt: skip


def _values(text: str) -> list[str]:
    """At least one: an empty one, as of a variable that a script has not set, would let all pass."""
    if values := [value.strip() for value in text.split(",") if value.strip()]:
        return values
    raise argparse.ArgumentTypeError(f"no value in {text!r}")


def selected(dataset: "Dataset", args: argparse.Namespace) -> "Selected":
    """What the options ask for; UsageError for what does not exist."""
    from ogpnews import filters
    from ogpnews.arguments import positive

    names = (*_FILTERS, "metadata_only", "with_reserved_text", "catalogue")
    options = {name: getattr(args, name) for name in names}
    options["limit"] = positive(args.limit, "limit", "articles")
    return filters.selected(dataset, **options)


def said(args: argparse.Namespace) -> str:
    """The filters that were given, as they were given."""
    parts = []
    for name in _FILTERS:
        if value := getattr(args, name):
            words = (
                [",".join(value)] if isinstance(value, list) else [] if value is True else [value]
            )
            parts.append(" ".join((f"--{name}", *words)))
    return " ".join(parts) or "none: all articles"
