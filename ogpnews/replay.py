"""Archives as a web of their own: URL → capture, and the pages to start from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from w3lib.url import canonicalize_url

from ogpnews import archive

NOT_MODIFIED = 304


class Index:
    """What a set of archives holds, found out by reading each of them once."""

    def __init__(self, paths: Iterable[str]) -> None:
        """ArchiveError where a file is no archive; damage inside one is kept in `problems`."""
        self.headers: list[archive.Header] = []
        self.problems: list[str] = []
        self._captures: dict[str, list[archive.Header]] = {}
        for path in paths:
            damage: list[str] = []
            for header in archive.headers(path, damage):
                slim = replace(header, headers=())  # many records, and `load` reads them again
                self.headers.append(slim)
                self._add(slim)
            if damage:
                self.problems.append(archive.report(path, damage))

    def _add(self, header: archive.Header) -> None:
        """A 304 holds no page: it says that an earlier capture still does."""
        if header.status != NOT_MODIFIED:
            self._captures.setdefault(key(header.url), []).append(header)

    def find(self, url: str) -> archive.Header | None:
        """The latest capture of a URL, if need be of another scheme or order of the query.

        The scheme counts where both are there: http may hold no more than a redirect to https.
        """
        found = self._captures.get(key(url), [])
        exact = [header for header in found if header.url == url.partition("#")[0]]
        return _latest(exact or found)

    def pages(self) -> Iterator[archive.Header]:
        """Captures that may be articles, in the order of the archives, each URL once."""
        for header in self.headers:
            if header.is_page and self.find(header.url) is header:
                spelt = self._captures[key(header.url)]
                if header is _latest([other for other in spelt if other.is_page]):
                    yield header


def _latest(found: Sequence[archive.Header]) -> archive.Header | None:
    return max(found, key=_age, default=None)


def _age(header: archive.Header) -> tuple[str, bool]:
    """Of those of one second a page counts before the error that a retry came after."""
    return header.fetched_at or "", header.status == 200


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
