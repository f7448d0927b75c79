"""What is still to be fetched: each article once, inside the window, newest first."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from ogpnews.entries import Entry, local_day
from ogpnews.memories import mark
from ogpnews.text.urls import canonical
from ogpnews.window import Window

MAX_URL = 2083
"""Characters; longer addresses are traps (Scrapy's own bound, after old browsers)."""
MOST_WAITING, MOST_SEEN = 1_000_000, 4_000_000
"""Of one outlet in one run: a sitemap without an end shall not fill the memory (0.3 and 0.1 KB each)."""
TOO_MANY = "too many addresses"
"""Why what lies beyond is skipped; a later run finds it again."""
KNOWN = "known from an earlier run"
"""Why an article is skipped that an earlier run has settled."""


class Frontier:
    """Entries that wait, and a memory of all that were seen (16 bytes an address)."""

    def __init__(
        self,
        window: Window,
        is_article: Callable[[str], str | None],
        known: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`is_article` gives the reason why an address is no article of the outlet, or None;
        `known` is true for what an earlier run has exported and this one need not ask for."""
        self.found = 0
        self.skipped: Counter[str] = Counter()
        self._window, self._is_article, self._known = window, is_article, known
        self._seen: set[bytes] = set()
        self._settled: set[bytes] = set()
        """Of those, what earlier runs had settled when this one saw it first."""
        self._heap: list[bytes] = []
        self._places: dict[str, int] = {}
        self._names: list[str] = []
        self._count = 0

    def __len__(self) -> int:
        return len(self._heap)

    def add(self, entries: Iterable[Entry]) -> int:
        """Takes what is new and inside the window; gives the number of addresses never seen."""
        new = 0
        for entry in entries:
            if len(self._heap) >= MOST_WAITING or len(self._seen) >= MOST_SEEN:
                self.skipped[TOO_MANY] += 1
                continue
            if not self.see(entry.url):
                continue
            new += 1
            reason = self._why_not(entry)
            if reason:
                self.skipped[reason] += 1
                continue
            self._push(entry)
        return new

    def again(self, entries: Iterable[Entry]) -> int:
        """Takes what an earlier run wants fetched once more, window or not."""
        new = 0
        for entry in entries:
            if self.see(entry.url) and not self._is_article(entry.url):
                self.found += 1
                new += 1
                self._push(entry)
        return new

    def _push(self, entry: Entry) -> None:
        heapq.heappush(self._heap, self._pack(entry))

    def pop(self) -> Entry | None:
        """The newest entry by its dates; undated ones after them, in the order found."""
        return self._unpack(heapq.heappop(self._heap)) if self._heap else None

    def _pack(self, entry: Entry) -> bytes:
        """One string of bytes, which sorts by day and order: half a million entries may wait."""
        self._count += 1
        rank = ((date.max.toordinal() - self._day(entry)) << 32) + self._count
        place = self._places.setdefault(entry.found_in, len(self._names))
        if place == len(self._names):
            self._names.append(entry.found_in)
        parts = (entry.when or "", entry.changed or "", str(place), entry.url)
        return rank.to_bytes(8, "big") + "\0".join(parts).encode("utf-8", "surrogatepass")

    def _unpack(self, packed: bytes) -> Entry:
        text = packed[8:].decode("utf-8", "surrogatepass")
        when, changed, place, url = text.split("\0", 3)
        return Entry(url, when or None, self._names[int(place)], changed or None)

    def see(self, url: str) -> bool:
        """Marks an address; True where it is new, however it is spelt."""
        seen = mark(url)
        if seen in self._seen:
            return False
        self._seen.add(seen)
        return True

    def is_news(self, url: str) -> bool:
        """True for an article's address that no earlier run has settled, though this one may have."""
        if self._is_none(url) is not None:
            return False
        seen = mark(url)
        if seen in self._seen:
            return seen not in self._settled
        return not self._known(url)

    def _is_none(self, url: str) -> str | None:
        if len(url) > MAX_URL:
            return "address too long"
        if canonical(url) is None:
            return "address that is none"
        return self._is_article(url)

    def _why_not(self, entry: Entry) -> str | None:
        if reason := self._is_none(entry.url):
            return reason
        self.found += 1
        if not self._window.may_hold(entry):
            return "outside the window"
        if not self._known(entry.url):
            return None
        self._settled.add(mark(entry.url))
        return KNOWN

    def _day(self, entry: Entry) -> int:
        stamp = entry.when or entry.changed
        return local_day(stamp, self._window.zone).toordinal() if stamp else 0
