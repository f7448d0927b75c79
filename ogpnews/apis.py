"""JSON that lists articles: bytes → entries, tolerant of what sites really serve."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote, urlencode

import orjson

from ogpnews.entries import Entry, moment
from ogpnews.outletlists import Api
from ogpnews.sitemaps import MAX_ENTRIES, Discovered
from ogpnews.text.urls import absolute
from ogpnews.urltemplates import names

MAX_BYTES = 16 * 1024 * 1024
"""Of one answer; a hundred posts of WordPress with all their fields have two."""
_LINK, _DATE, _CHANGED = "link", "date_gmt", "modified_gmt"
_MILLISECONDS = 10**11
"""Numbers above are milliseconds since 1970, below seconds (until the year 5138)."""


def read(body: bytes, url: str, api: Api, site: str) -> Discovered:
    """One page of an API; addresses in it count from `site`, the outlet's front page."""
    found = Discovered()
    if len(body) > MAX_BYTES:
        found.problem = f"over {MAX_BYTES >> 20} MB"
        return found
    try:
        told = orjson.loads(body.decode("utf-8-sig", "replace"))
    except ValueError:
        html = b"<html" in body[:4096].lower()
        found.problem = "an HTML page in the place of JSON" if html else "no JSON"
        return found
    items = _at(told, api.items)
    if not isinstance(items, list):
        where = f"no list under {api.items!r}" if api.items else "no list"
        found.problem = f"{where} in the answer: {_what(told)}"
        return found
    entries = _wordpress(items, url) if api.wordpress else _declared(items, url, api, site)
    found.entries = [entry for entry, _ in zip(entries, range(MAX_ENTRIES), strict=False)]
    if items and not found.entries:
        found.problem = f"no address in {len(items)} items: {_what(items[0])}"
    return found


def wordpress_query(url: str, after: date | None, before: date | None) -> str:
    """The address of a WordPress API that gives links and dates alone, between two midnights."""
    wanted = {"_fields": f"{_LINK},{_DATE},{_CHANGED}"}
    wanted |= {"after": f"{after}T00:00:00"} if after else {}
    wanted |= {"before": f"{before}T00:00:00"} if before else {}
    return f"{url}{'&' if '?' in url else '?'}{urlencode(wanted, safe=',:')}"


def _wordpress(items: Sequence[Any], found_in: str) -> Iterator[Entry]:
    for item in items:
        printed = _text(_at(item, _LINK))
        if printed and (link := absolute(found_in, printed)):
            when, changed = (_utc(_text(_at(item, name))) for name in (_DATE, _CHANGED))
            yield Entry(link, when, found_in, changed)


def _utc(printed: str) -> str | None:
    """WordPress prints UTC without saying so; drafts of it have the year 0."""
    iso = moment(printed)
    return f"{iso}+00:00" if iso and "T" in iso and "+" not in iso else iso


def _declared(items: Sequence[Any], found_in: str, api: Api, site: str) -> Iterator[Entry]:
    for item in items:
        if link := _link(item, api.link, site):
            yield Entry(link, _when(_at(item, api.date)) if api.date else None, found_in)


def _link(item: Any, template: str, site: str) -> str | None:
    """The address of an item; None where one of the values that it is made of is missing."""
    fields = names(template)
    if not fields:
        value = _text(_at(item, template))
        return absolute(site, value) if value else None
    for name in fields:
        value = _text(_at(item, name))
        if not value:
            return None
        template = template.replace(f"{{{name}}}", quote(value, safe="/%"))
    return absolute(site, template)


def _when(value: Any) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            seconds = value / 1000 if value > _MILLISECONDS else value
            return datetime.fromtimestamp(seconds, UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            return None
    return moment(_text(value))


def _at(told: Any, path: str) -> Any:
    """What lies at a dotted path; None where the answer has another form."""
    for name in path.split(".") if path else ():
        if not isinstance(told, dict):
            return None
        told = told.get(name)
    return told


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return ""
    return str(value)[:2083].strip() if isinstance(value, str | int) else ""


def _what(told: Any) -> str:
    """What stands there instead, in a few words."""
    if isinstance(told, dict):
        message = _text(told.get("message"))
        return (message or f"the keys are {', '.join(map(str, told))}")[:120]
    return {list: "a list", str: "text", type(None): "nothing"}.get(type(told), "a value")
