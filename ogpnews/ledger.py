"""What earlier runs leave to do for one outlet: nothing twice, failures again, changes if asked for."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from time import time
from typing import NamedTuple

from ogpnews import __version__
from ogpnews.entries import Entry
from ogpnews.fetched import Fetched
from ogpnews.keywords import Keywords
from ogpnews.memories import Exported
from ogpnews.pipelines import DUPLICATE, OUTSIDE, UNDATED, WITHOUT_KEYWORD
from ogpnews.reasons import FORBIDDEN, HARMLESS, LATER, UNREACHABLE
from ogpnews.state import EXPORTED, GIVEN_UP, WITHDRAWN, State
from ogpnews.window import Window

_GONE = frozenset({"HTTP 404", "HTTP 410", GIVEN_UP})
_REST = 30 * 24 * 3600.0
"""Seconds after which a page that was gone, or failed too often, is asked for once more."""
_NOT_ASKED = frozenset({LATER, UNREACHABLE, FORBIDDEN, "archive not written"})
"""Failures that say nothing of the page: they do not count as tries."""
_FOR_NOW = frozenset({OUTSIDE, UNDATED, WITHOUT_KEYWORD})
"""Another run may want what this one did not ask for."""


class Revisit(NamedTuple):
    """An article that is looked at again."""

    entry: Entry
    before: Exported


class Ledger:
    """One outlet's pages in the state."""

    def __init__(self, state: State, outlet: str, window: Window, keywords: Keywords) -> None:
        self._state, self._outlet, self._window = state, outlet, window
        self._words = str(keywords)

    def knows(self, url: str) -> bool:
        """True for an address that was fetched, where fetching it again would give nothing new."""
        found = self._state.settled(url)
        if found is None:
            return False
        outcome = found.outcome
        if outcome in (EXPORTED, DUPLICATE, WITHDRAWN):
            return True
        if outcome in _GONE:
            return time() - found.at < _REST
        if outcome == OUTSIDE:
            return bool(self._window) and not self._window.holds(found.detail)
        if outcome == UNDATED:
            return bool(self._window)
        if outcome == WITHOUT_KEYWORD:
            return found.detail == self._words
        return found.version == __version__  # a later version may see an article in it

    def dropped(self, item: Fetched, reason: str) -> None:
        """A page was read and its record not exported."""
        if item.before or reason in HARMLESS:
            return  # what is exported stays exported; what was broken off is asked for again
        url = item.entry.url if item.entry else item.fetched_url
        day = item.article.published or item.listed or ""
        detail = {OUTSIDE: day, WITHOUT_KEYWORD: self._words}.get(reason, "")
        # where a duplicate was redirected to, its first may stand: not written yet, and perhaps never
        for address in {url} if reason == DUPLICATE else {url, item.fetched_url}:
            if address:
                self._state.settle(address, reason, detail, for_now=reason in _FOR_NOW)
        self._keep()

    def left(self, entry: Entry) -> None:
        """A page was redirected to another site."""
        self._state.settle(entry.url, "off-site")
        self._keep()

    def lost(self, entry: Entry, reason: str) -> None:
        """A page could not be had: gone for good, or to be tried again by the next runs."""
        if reason in _GONE:
            self._state.settle(entry.url, reason)
        else:
            self._state.fail(self._outlet, entry, asked=reason not in _NOT_ASKED)
        self._keep()

    def failures(self) -> Iterator[Entry]:
        """Pages that earlier runs could not have."""
        for entry in self._state.failures(self._outlet):
            if not self.knows(entry.url):
                yield entry

    def revisits(self, days: int) -> Iterator[Revisit]:
        """Articles published in the last days, today included."""
        since = datetime.now(self._window.zone).date() - timedelta(days=days)
        for found in self._state.recent(self._outlet, since.isoformat()):
            url = found.fetched_url or found.url
            yield Revisit(Entry(url, found.published, "state"), found)

    def _keep(self) -> None:
        if self._state.is_due:
            self._state.commit()


def conditions(before: Exported | None) -> dict[str, str] | None:
    """Headers by which a server may say that a page is still the same."""
    if before is None:
        return None
    told = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in told.items() if value}
