"""An outlet: one site, or one desk of a site, as its file in the catalogue describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urljoin, urlsplit

from ogpnews.errors import UsageError
from ogpnews.outletlists import Discover
from ogpnews.text.urls import split

METADATA_ONLY = "metadata-only"
"""The value of `rights` for outlets that forbid copying their text."""


class OutletError(UsageError, ValueError):
    """A catalogue or one of its files cannot be used; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One row of the catalogue."""

    id: str
    """Stem of its file: `sinarjateng`; empty for a host that nobody described."""
    name: str
    """Name as readers know it."""
    url: str
    """Front page; with a path where the outlet is one desk of a larger site."""
    family: str
    """Template family that reads its pages."""
    region: str
    """Kemendagri code of the region it reports on; empty for a national outlet."""
    timezone: str
    """IANA zone of the times that its pages print without one."""
    network: str | None = None
    """Network that it belongs to: `prmn`, `tribun`; `goid` for government portals."""
    status: str = "unverified"
    """`verified` where a real page of its template was read, else `unverified`."""
    source: str = ""
    """Where the facts of the file come from."""
    hosts: tuple[str, ...] = ()
    """Host of `url`, then its other hosts; `*.kompas.com` stands for every sub-domain."""
    aliases: tuple[str, ...] = ()
    """Other names that it prints in datelines and bylines: `SINARJATENG.COM`."""
    discover: Discover = field(default_factory=Discover)
    """Where it lists its articles."""
    expect: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Field → share of articles, 0 to 1, that must have it, else the run reports drift."""
    article: str | None = None
    """Regular expression found in the URL of each of its articles."""
    rights: str = "full"
    """`full`, or `metadata-only` where the outlet forbids copying its text."""
    delay: float | None = None
    """Seconds between two requests, where it asks for more than the usual."""
    verify_certificate: bool = True
    """False where its certificate is known to be out of order and it is read all the same."""

    @property
    def names(self) -> tuple[str, ...]:
        """Name, aliases and hosts as datelines and bylines print them: `Kompas`, `kompas.com`."""
        hosts = (host.removeprefix("*.").removeprefix("www.") for host in self.hosts)
        return tuple(dict.fromkeys((self.name, *self.aliases, *hosts)))

    @property
    def path(self) -> str:
        """Path that all its URLs share, without a slash at the end; empty for a whole site."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def listed_on(self) -> frozenset[str]:
        """Hosts, with ports, on which it lists its articles: its own, or those of a feed service."""
        entries = map(self.absolute, self.discover.urls)
        return frozenset(split(entry).netloc.lower() for entry in entries)

    def absolute(self, entry: str) -> str:
        """URL of one entry of `discover`: a path counts from the root of the site."""
        return urljoin(self.url, entry)


UNKNOWN = Outlet(
    id="",
    name="",
    url="",
    family="generic",
    region="",
    timezone="Asia/Jakarta",
    status="unverified",
)
"""Stands for every host that the catalogue does not know."""
