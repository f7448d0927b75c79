"""Writes the generated parts of the docs: `python tools/docs.py`, or `make docs`.

What stands between `<!-- NAME: generated -->` and `<!-- NAME: end -->` comes from the code; the
rest of each file is written by hand. tests/test_docs.py fails where a part is stale.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ogpnews import cli, columns, dictionary, schema

DOCS = Path(__file__).resolve().parents[1] / "docs"


def commands() -> str:
    """Every command with its arguments and its epilogue, the same for every version of argparse."""
    top = cli.parser()
    parts = [_command(top, f"## {top.prog}")]
    for action in top._actions:  # argparse has no public way to its arguments
        if isinstance(action, argparse._SubParsersAction):
            parts += [_command(sub, f"## {sub.prog}") for sub in action.choices.values()]
    return "\n".join(parts)


def table() -> str:
    """The columns of an export, those of a dataset with copies among them."""
    return dictionary.markdown((*columns.COLUMNS, *columns.of_copies({})))


PARTS = {
    "record.md": ("record", schema.tables),
    "cli.md": ("commands", commands),
    "export.md": ("columns", table),
}
"""File → the name of its generated part, and what makes it."""


def fresh(name: str, text: str) -> str:
    """The text of a docs file with its generated part made anew; ValueError without its markers."""
    part, make = PARTS[name]
    start, end = f"<!-- {part}: generated -->\n", f"<!-- {part}: end -->"
    if start not in text or end not in text:
        raise ValueError(f"docs/{name}: no {start.strip()} … {end}")
    head, _, rest = text.partition(start)
    return f"{head}{start}\n{make()}\n{end}{rest.partition(end)[2]}"


def _command(parser: argparse.ArgumentParser, heading: str) -> str:
    rows = [f"| {names} | {help_} |" for names, help_ in _arguments(parser)]
    lines = [
        heading,
        "",
        parser.description or "",
        "",
        "| argument | meaning |",
        "|---|---|",
        *rows,
    ]
    if parser.epilog:
        lines += ["", "```text", parser.epilog.strip(), "```"]
    return "\n".join(lines) + "\n"


def _arguments(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction):
            continue  # every command has it
        if isinstance(action, argparse._SubParsersAction):
            yield "`COMMAND`", f"one of {', '.join(f'`{name}`' for name in action.choices)}"
            continue
        name = ", ".join(f"`{option}`" for option in action.option_strings)
        value = "" if action.nargs == 0 else _value(action)
        needed = " (required)" if action.required and action.option_strings else ""
        help_ = (action.help or "").replace("|", r"\|").replace("<", r"\<")
        yield f"{name} {value}".strip(), help_ + needed


def _value(action: argparse.Action) -> str:
    name = action.metavar or (action.choices and "/".join(action.choices)) or action.dest.upper()
    more = {"+": " …", "*": " …"}.get(str(action.nargs), "")
    return f"`{name}{more}`"


def main() -> None:
    """Write every generated part anew."""
    for name in PARTS:
        path = DOCS / name
        path.write_text(fresh(name, path.read_text(encoding="utf-8")), encoding="utf-8")
    schema.STORED.write_text(schema.text(), encoding="utf-8")


if __name__ == "__main__":
    main()
