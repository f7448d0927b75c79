"""Where an outlet lists its articles."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Api:
    """An address that answers with JSON: WordPress REST, or one whose form the file declares."""

    url: str
    """With `{page}` or `{offset:N}` where it has pages."""
    items: str = ""
    """Dotted path of the list in the answer: `data.posts`; empty where the answer is the list."""
    link: str = ""
    """Dotted path of an item's address, or a path with such in braces: `/berita/{id}/{slug}`;
    empty for WordPress."""
    date: str = ""
    """Dotted path of an item's publication; empty where none is given."""

    @property
    def wordpress(self) -> bool:
        """True for WordPress REST, whose form is known."""
        return not self.link


@dataclass(frozen=True, slots=True)
class Discover:
    """Where an outlet lists its articles: URLs, or paths from the root of its site."""

    sitemaps: tuple[str, ...] = ()
    """Sitemaps, sitemap indexes and news sitemaps."""
    feeds: tuple[str, ...] = ()
    """RSS and Atom feeds."""
    listings: tuple[str, ...] = ()
    """Listing pages, the latest first; `{page}` stands for 1, 2, 3, …, `{offset:20}` for 0, 20, …"""
    archives: tuple[str, ...] = ()
    """Listings of one day each: `/indeks/{YYYY}/{MM}/{DD}?page={page}`."""
    apis: tuple[Api, ...] = ()
    """JSON that lists articles, the latest first."""

    @property
    def urls(self) -> tuple[str, ...]:
        """Every entry as it stands in the file, fields not filled in."""
        apis = (api.url for api in self.apis)
        return (*self.feeds, *self.sitemaps, *self.listings, *self.archives, *apis)
