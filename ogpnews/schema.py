"""The record's JSON Schema and its tables for people, both made from `items`."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import orjson
from itemadapter import ItemAdapter

from ogpnews.items import SCHEMA_VERSION, Article, Revision
from ogpnews.resources import DATA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = f"urn:ogpnews:article:{SCHEMA_VERSION}"
"""A name, not an address: nothing needs to be fetched to validate a record."""
STORED = DATA / "article.schema.json"

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = "T[0-9]{2}:[0-9]{2}:[0-9]{2}"
_LOCAL: Mapping[str, Any] = {"pattern": f"^{_DAY}({_TIME}[+-][0-9]{{2}}:[0-9]{{2}})?$"}
_UTC: Mapping[str, Any] = {"format": "date-time", "pattern": f"^{_DAY}{_TIME}Z$"}
_WEB: Mapping[str, Any] = {"pattern": "^https?://"}
"""No `format`: pages name addresses that RFC 3986 refuses, and the record keeps them as named."""
_HASH: Mapping[str, Any] = {"pattern": "^([0-9a-f]{64})?$"}

NARROWER: Mapping[str, Mapping[str, Any]] = {
    "schema_version": {"const": SCHEMA_VERSION},
    "revision": {"minimum": 1},
    "id": {"pattern": "^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$"},
    "url": _WEB,
    "kind": {"enum": ["article", "gallery", "video", "listing", "other"]},
    "published": _LOCAL,
    "published_utc": _UTC,
    "published_precision": {"enum": ["second", "minute", "day", None]},
    "tz_source": {"enum": ["printed", "meta", "meta_corrected", "outlet", None]},
    "modified": _LOCAL,
    "images[].url": _WEB,
    "images[].credit_type": {
        "enum": [
            "handout", "agency", "staff", "social", "stock", "illustration", "personal",
            "unspecified", None,
        ]
    },
    "related[].url": _WEB,
    "removed{}": {"minimum": 1},
    "pages": {"minimum": 1},
    "pages_missing": {"minimum": 0},
    "language": {"pattern": "^[a-z]{2}$"},
    "regions[].code": {"pattern": r"^[0-9]{2}(\.[0-9]{2})?$"},
    "regions[].level": {"enum": ["province", "regency", "city", ""]},
    "origin": {"enum": ["independent", "handout", "wire", "advertorial", "unknown"]},
    "fetched_at": _UTC,
    "html_sha256": _HASH,
    "text_sha256": _HASH,
    "previous_text_sha256": {"pattern": "^[0-9a-f]{64}$"},
}  # fmt: skip
"""What the Python types cannot say, by path: `[]` an item of a list, `{}` a value of an object."""


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of one record; keys in the record's own order, all of them required.

    But for those of a revision, which only a revision has.
    """
    made = _complete(ItemAdapter.get_json_schema(Revision), "")
    made["required"] = [field.name for field in fields(Article)]
    return {
        "$schema": DIALECT,
        "$id": IDENTIFIER,
        "title": "ogpnews article record",
        "description": _first_line(Article),
        **made,
    }


def text() -> str:
    """The schema as it lies in `data/article.schema.json`."""
    return orjson.dumps(schema(), option=orjson.OPT_INDENT_2).decode() + "\n"


def tables() -> str:
    """The record field by field in Markdown: one table for the article, one for each part of it."""
    made = ItemAdapter.get_json_schema(Revision)
    parts = [_table(made)]
    for name, part in _parts():
        found = made["properties"][name]
        title = f"`{name}[]`" if found["type"] == "array" else f"`{name}`"
        parts.append(f"### {title}\n\n{_first_line(part)}\n\n{_table(found.get('items', found))}")
    return "\n".join(parts)


def _complete(node: dict[str, Any], path: str) -> dict[str, Any]:
    """The node with what ItemAdapter leaves out: required keys, closed choices, bounds."""
    made = {key: value for key, value in node.items() if key != "default"}
    if isinstance(kinds := made.get("type"), list):
        made["type"] = sorted(kinds, key="null".__eq__)
    if properties := node.get("properties"):
        dot = f"{path}." if path else ""
        made["required"] = list(properties)
        made["properties"] = {key: _complete(properties[key], dot + key) for key in properties}
    if isinstance(values := node.get("additionalProperties"), dict):
        made["additionalProperties"] = _complete(values, f"{path}{{}}")
    if items := node.get("items"):
        made["items"] = _complete(items, f"{path}[]")
    made.update(NARROWER.get(path, {}))
    return made


def _parts() -> Iterator[tuple[str, type]]:
    """Fields of the article that are objects of their own, with their classes."""
    hints = get_type_hints(Article)
    for field in fields(Article):
        for kind in (hints[field.name], *get_args(hints[field.name])):
            if is_dataclass(kind) and isinstance(kind, type):
                yield field.name, kind


def _table(node: Mapping[str, Any]) -> str:
    rows = ["| key | type | meaning |", "|---|---|---|"]
    for key, value in node["properties"].items():
        meaning = value["description"].replace("|", r"\|")
        rows.append(f"| `{key}` | {_type(value)} | {meaning} |")
    return "\n".join(rows) + "\n"


def _type(node: Mapping[str, Any]) -> str:
    kind = node["type"]
    if isinstance(kind, list):
        return " or ".join(sorted(kind, key="null".__eq__))
    if kind == "array":
        return f"list of {_type(node['items'])}s"
    if isinstance(values := node.get("additionalProperties"), dict):
        return f"object of {_type(values)}s"
    return str(kind)


def _first_line(part: type) -> str:
    return (part.__doc__ or "").strip().partition("\n")[0]
