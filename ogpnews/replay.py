"""Archives as a web of their own: URL → capture, and the pages to start from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from w3lib.url import canonicalize_url

from ogpnews import archive


class Index:
    """What a set of archives holds, found out by reading each of them once."""

    def __init__(self, paths: Iterable[str]) -> None:
        """ArchiveError where a file is no archive; damage inside one is kept in `problems`."""
        self.headers: list[archive.Header] = []
        self.problems: list[str] = []
        self._latest: dict[str, archive.Header] = {}
        for path in paths:
            damage: list[str] = []
            for header in archive.headers(path, damage):
                slim = replace(header, headers=())  # many records, and `load` reads them again
                self.headers.append(slim)
                self._add(slim)
            if damage:
                self.problems.append(archive.report(path, damage))

    def _add(self, header: archive.Header) -> None:
        """The latest capture of a URL answers for it; the first of those of the same second."""
        known = self._latest.setdefault(key(header.url), header)
        if (header.fetched_at or "") > (known.fetched_at or ""):
            self._latest[key(header.url)] = header

    def find(self, url: str) -> archive.Header | None:
        """The capture of a URL, whatever its scheme and the order of its query."""
        return self._latest.get(key(url))

    def pages(self) -> Iterator[archive.Header]:
        """Captures that may be articles, in the order of the archives, each URL once."""
        for header in self.headers:
            if header.is_page and self.find(header.url) is header:
                yield header


@cache
def open_index(*paths: str) -> Index:
    """One index for all crawlers of a process."""
    return Index(paths)


def key(url: str) -> str:
    """What two spellings of one address have in common."""
    try:
        return canonicalize_url(url).partition("://")[2]
    except ValueError:
        return url
