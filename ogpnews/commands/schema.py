"""`ogpnews schema`: the JSON Schema of a record."""

import argparse
import sys

_EXAMPLES = """\
examples:
  ogpnews schema > article.schema.json     what every line of JSON Lines looks like
  ogpnews schema --check                   is the stored schema that of the code? (for maintainers)

docs/record.md explains the record field by field.
Exit status: 0; with --check 1 where the stored schema is stale or missing.
"""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Define `ogpnews schema`."""
    parser = subparsers.add_parser(
        "schema",
        help="print the JSON Schema of a record",
        description="Print the JSON Schema (2020-12) of one record.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="print nothing; fail where data/article.schema.json differs",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print or check; the exit status."""
    from ogpnews import schema

    if not args.check:
        sys.stdout.write(schema.text())
        return 0
    stored = schema.STORED.read_text(encoding="utf-8") if schema.STORED.is_file() else None
    if stored == schema.text():
        return 0
    state = "missing" if stored is None else "stale"
    print(
        f"ogpnews: {schema.STORED}: {state}; write it anew: ogpnews schema > {schema.STORED}",
        file=sys.stderr,
    )
    return 1
