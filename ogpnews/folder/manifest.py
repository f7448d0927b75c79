"""manifest.json: what a dataset's folder holds, file by file, and which runs made it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from ogpnews import __version__
from ogpnews.errors import OgpnewsError
from ogpnews.folder.countedfile import Counted
from ogpnews.folder.counting import Counts
from ogpnews.items import SCHEMA_VERSION
from ogpnews.runreport import now

NAME = "manifest.json"
FORMAT = "ogpnews dataset"
FORMAT_VERSION = "1.0"
"""Of manifest.json; a reader refuses a major version that it does not know."""


class ManifestError(OgpnewsError):
    """The manifest cannot be read, or is none of ours."""


def read(folder: Path) -> dict[str, Any]:
    """The manifest; FileNotFoundError, or ManifestError with what is wrong."""
    path = folder / NAME
    try:
        told = orjson.loads(path.read_bytes())
        if told["format"] != FORMAT:
            raise ManifestError(f"{path}: no manifest of an ogpnews dataset")
        version = str(told["format_version"])
        {row["path"]: (row["bytes"], row["sha256"], row["records"]) for row in told["files"]}
        {row["run"]: row.get("ended") for row in told["runs"]}
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(
            f"{path}: cannot be read ({error}); ogpnews describe makes it anew"
        ) from error
    if version.partition(".")[0] != FORMAT_VERSION.partition(".")[0]:
        raise ManifestError(f"{path}: format {version} is of a later ogpnews; use that one")
    return told  # type: ignore[no-any-return]  # checked above


def before(folder: Path) -> dict[str, Any]:
    """The manifest that is replaced; empty where there is none that can be read."""
    try:
        return read(folder)
    except (OSError, ManifestError):
        return {}


def make(
    files: Sequence[Counted], total: Counts, outlets: Sequence[str], runs: list[dict[str, Any]],
    contact: str | None,
) -> dict[str, Any]:  # fmt: skip
    """The manifest of a folder as it lies there."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "schema_version": SCHEMA_VERSION,
        "software": f"ogpnews {__version__}",
        "made": now(),
        "contact": contact,
        "window": {"first": total.first, "last": total.last},
        "totals": {
            "articles": total.records - total.revisions,
            "records": total.records,
            "files": len(files),
            "bytes": sum(each.bytes for each in files),
            "outlets": len(outlets),
            "runs": len(runs),
        },
        "outlets": list(outlets),
        "runs": runs,
        "files": [_file(each) for each in files],
    }


def text(table: dict[str, Any]) -> bytes:
    """The file's text."""
    return orjson.dumps(table, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _file(each: Counted) -> dict[str, Any]:
    counts = each.counts
    return {
        "path": each.path,
        "outlet": each.outlet,
        "run": each.run,
        "bytes": each.bytes,
        "sha256": each.sha256,
        "records": counts.records,
        "first": counts.first,
        "last": counts.last,
    }
