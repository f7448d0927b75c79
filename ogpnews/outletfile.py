"""One file of the catalogue → Outlet, or everything that is wrong with it."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from ogpnews import urltemplates
from ogpnews.items import Article
from ogpnews.outlet import Outlet
from ogpnews.outletlists import Api, Discover
from ogpnews.text import regions

NATIONAL = "nasional"
"""Folder of the outlets that belong to no province."""
ZONES = ("Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura")
"""The IANA zones of Indonesia: WIB, WIB in western Kalimantan, WITA, WIT."""

_LISTS = ("hosts", "aliases")
_TEXTS = ("name", "url", "family", "region", "timezone", "network", "status", "source", "article",
          "rights")  # fmt: skip
_REQUIRED = ("name", "url", "family", "region")
_KEYS = frozenset((*_TEXTS, *_LISTS, "discover", "expect", "delay", "verify_certificate"))
_DISCOVER = ("sitemaps", "feeds", "listings", "archives", "apis")
_API = ("url", "items", "link", "date")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_FAMILY = re.compile(r"[a-z0-9_]+")
_HOST = re.compile(r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?")
_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_FIELDS = frozenset(field.name for field in fields(Article))
_CHOICES = {"status": ("verified", "unverified"), "rights": ("full", "metadata-only")}

Table = dict[str, Any]


def read(path: Path, folder: str | None) -> tuple[Outlet | None, list[str]]:
    """The outlet in `path`, or None and what is wrong, each as `file: key: what; how to mend it`.

    `folder` is the province folder that the file lies in, None where it lies in none.
    """
    try:
        table = tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        return None, [f"{path}: cannot be read: {error.strerror}"]
    except UnicodeDecodeError as error:
        return None, [f"{path}: byte {error.start} is no UTF-8; save the file as UTF-8"]
    except tomllib.TOMLDecodeError as error:
        return None, [f"{path}: no valid TOML: {error}; mend that line"]
    problems = [f"{path}: {problem}" for problem in _problems(path.stem, table, folder)]
    return (None, problems) if problems else (_outlet(path.stem, table), [])


def netloc(url: str) -> str:
    """Host of an URL in small letters, with its port where that is not the usual one."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    return (parts.hostname or "").rstrip(".") + port


def _problems(stem: str, table: Table, folder: str | None) -> Iterator[str]:
    if not _ID.fullmatch(stem):
        yield f"file name: {stem!r} is no id; use small letters, digits and hyphens"
    for key in sorted(table.keys() - _KEYS):
        near = difflib.get_close_matches(key, _KEYS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(sorted(_KEYS))}"
        yield f"{key}: unknown key; {hint}"
    for key in _REQUIRED:
        if key not in table:
            yield f"{key}: missing; {_HELP[key]}"
    wrong = dict(_wrong_types(table))
    yield from (f"{key}: must be {what}" for key, what in wrong.items())
    table = {key: value for key, value in table.items() if key not in wrong}
    for check in _CHECKS:
        yield from check(table)
    yield from _region(table, folder)


def _wrong_types(table: Table) -> Iterator[tuple[str, str]]:
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            yield key, f'text in quotes, like {key} = "…"'
    for key in _LISTS:
        if not _is_texts(table.get(key, [])):
            yield key, f'a list of texts, like {key} = ["…"]'
    for key in ("discover", "expect"):
        if not isinstance(table.get(key, {}), dict):
            yield key, f"a table; write [{key}] on a line of its own at the end of the file"
    if not _is_number(table.get("delay", 0), 3600):
        yield "delay", "a number of seconds, like delay = 2.5"
    if not isinstance(table.get("verify_certificate", True), bool):
        yield "verify_certificate", "true or false, without quotes"


def _is_number(value: object, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)


def _plain(table: Table) -> Iterator[str]:
    if "name" in table and not table["name"].strip():
        yield "name: is empty; give the name as readers know it"
    if "url" in table and not _is_url(table["url"]):
        yield f"url: {table['url']!r} is no address; {_HELP['url']}"
    if "family" in table and not _FAMILY.fullmatch(table["family"]):
        yield f"family: {table['family']!r} is no family name; {_HELP['family']}"
    for key, choices in _CHOICES.items():
        if table.get(key, choices[0]) not in choices:
            yield f"{key}: {table[key]!r} is unknown; choose {' or '.join(choices)}"
    if "article" in table:
        try:
            re.compile(table["article"])
        except re.error as error:
            yield f"article: no valid regular expression: {error}; mend it or leave it out"


def _hosts(table: Table) -> Iterator[str]:
    for host in table.get("hosts", []):
        if not _HOST.fullmatch(host):
            yield (
                f"hosts: {host!r} is no host name; write it without https:// and path, in small "
                'letters, like "example.com" or "*.example.com"'
            )


def _discover(table: Table) -> Iterator[str]:
    for kind, entries in table.get("discover", {}).items():
        key = f"discover.{kind}"
        if kind not in _DISCOVER:
            yield f"{key}: unknown key; the keys are {', '.join(_DISCOVER)}"
        elif kind == "apis":
            yield from _apis(entries)
        elif not _is_texts(entries):
            yield f'{key}: must be a list of texts, like {kind} = ["/…"]'
        else:
            yield from (f"{key}: {problem}" for entry in entries for problem in _entry(kind, entry))


def _entry(kind: str, entry: str) -> Iterator[str]:
    if not entry.startswith("/") and not _is_url(entry):
        yield f"{entry!r} is neither an URL nor a path; begin it with https:// or with /"
    yield from (f"{entry!r} {problem}" for problem in urltemplates.problems(kind, entry))


def _apis(entries: object) -> Iterator[str]:
    key = "discover.apis"
    if not isinstance(entries, list):
        yield f'{key}: must be a list, like apis = ["/wp-json/wp/v2/posts?page={{page}}"]'
        return
    for entry in entries:
        if isinstance(entry, str):
            yield from (f"{key}: {problem}" for problem in _entry("apis", entry))
        elif isinstance(entry, dict) and all(isinstance(value, str) for value in entry.values()):
            yield from (f"{key}: {problem}" for problem in _api(entry))
        else:
            yield f"{key}: {entry!r} must be an address in quotes, or a table of texts: {_HELP['api']}"


def _api(entry: Table) -> Iterator[str]:
    for name in sorted(entry.keys() - {*_API}):
        yield f"unknown key {name!r}; the keys are {', '.join(_API)}"
    for name in ("url", "link"):
        if not entry.get(name):
            yield f"{name} is missing: {_HELP['api']}"
    yield from _entry("apis", entry["url"]) if entry.get("url") else ()
    link = entry.get("link", "")
    paths = urltemplates.names(link) or [link]
    for path in (*paths, entry.get("items", ""), entry.get("date", "")):
        if path and not _PATH.fullmatch(path):
            yield f"{path!r} is no path into the answer; write names with dots between: data.posts"


def _expect(table: Table) -> Iterator[str]:
    for name, share in table.get("expect", {}).items():
        if name not in _FIELDS:
            yield f"expect.{name}: no field of the record; name one such as published or authors"
        if not _is_number(share, 1):
            yield f"expect.{name}: must be a share between 0 and 1, like 0.98"


def _region(table: Table, folder: str | None) -> Iterator[str]:
    code = table.get("region")
    row = regions.by_code(code) if code else None
    if code == "" and folder != NATIONAL:
        yield f"region: is empty; {_HELP['region']}, or move the file into the folder {NATIONAL}"
    elif code and row is None:
        yield f"region: {code!r} is not in regions.csv; {_HELP['region']}"
    elif row and folder not in (None, NATIONAL):
        parent = regions.by_code(row.province)
        if parent and parent.slug != folder:
            yield f"region: {code} lies in {parent.slug}, the file in {folder}; mend one of the two"
    zone = table.get("timezone")
    if zone is not None and zone not in ZONES:
        yield f"timezone: {zone!r} is no zone of Indonesia; choose {', '.join(ZONES)}"


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(_HOST.fullmatch(netloc(text)))
    except ValueError:
        return False


_CHECKS: tuple[Callable[[Table], Iterator[str]], ...] = (_plain, _hosts, _discover, _expect)
_HELP = {
    "name": "give the name as readers know it",
    "url": 'give the front page, like url = "https://example.com"',
    "family": 'name a template family, or "generic" where none is known',
    "api": '{ url = "…", items = "data", link = "/berita/{slug}", date = "published_at" }',
    "region": 'give a Kemendagri code such as "33" (Jawa Tengah) or "33.74" (Kota Semarang)',
}


def _outlet(stem: str, table: Table) -> Outlet:
    values = {key: table[key] for key in (*_TEXTS, "delay", "verify_certificate") if key in table}
    row = regions.by_code(table["region"])
    values.setdefault("timezone", row.timezone if row else ZONES[0])
    entries = table.get("discover", {"sitemaps": ["/sitemap.xml"]})
    return Outlet(
        id=stem,
        hosts=tuple(dict.fromkeys((netloc(table["url"]), *table.get("hosts", ())))),
        aliases=tuple(table.get("aliases", ())),
        discover=Discover(
            **{kind: tuple(entries.get(kind, ())) for kind in _DISCOVER if kind != "apis"},
            apis=tuple(
                Api(api) if isinstance(api, str) else Api(**api) for api in entries.get("apis", ())
            ),
        ),
        expect=MappingProxyType(table.get("expect", {})),
        **values,
    )
