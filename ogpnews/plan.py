"""What a run shall do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ogpnews.entries import Entry
from ogpnews.outlets import Catalogue, Outlet
from ogpnews.sources import Mode


@dataclass(slots=True)
class Plan:
    """What a run shall do."""

    out: Path
    outlets: Sequence[Outlet]
    """None named: all of the catalogue, or in a replay all that the archives hold pages of."""
    catalogue: Catalogue
    folder: Path | None = None
    """Folder of the catalogue, None for the packaged one."""
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    update: int | None = None
    """Days: articles published since then are looked at again."""
    state: str | None = None
    """URL of a PostgreSQL server for what runs remember; None: a file in `out`."""
    replay: Sequence[str] = ()
    warc: Path | None = None
    """Folder for archives of what is fetched."""
    warc_size: int = 1000
    """MB of one archive."""
    contact: str | None = None
    """Who answers for a live crawl: goes into the user agent."""
    arguments: Sequence[str] = ()
    log_level: str = "INFO"
    quiet: bool = False
    """No progress on the terminal."""
    compress: bool = True
    """Whether record files of ended runs are packed after this one."""
    keywords: Sequence[str] = ()
    max_pages: int | None = None
    """Of each listing, archive and API; None for the setting LISTING_PAGES."""
    mode: Mode = Mode.CRAWL
    found: Callable[[str, Entry], object] | None = None
    """Takes outlet and entry of all that a crawl would fetch, where the mode is to discover."""
