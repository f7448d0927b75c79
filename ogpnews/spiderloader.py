"""One spider name an outlet: `scrapy list`, `scrapy crawl sinarjateng`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.settings import BaseSettings

from ogpnews.extract import Options
from ogpnews.outlets import UNKNOWN, Catalogue, Outlet
from ogpnews.spiders import OutletSpider

if TYPE_CHECKING:
    import builtins

UNLISTED = "_unlisted"
"""Name of the spider, and of the folder, for pages of hosts that the catalogue does not know."""


def spider_class(
    outlet: Outlet, catalogue: Catalogue, folder: Path | None = None
) -> type[OutletSpider]:
    """The spider of one outlet; all that differs is data. `folder`: where the catalogue lies."""
    members: dict[str, Any] = {
        "name": outlet.id or UNLISTED,
        "outlet": outlet,
        "catalogue": catalogue,
        "options": Options(outlet.id or None, catalogue=folder),
        "custom_settings": {} if outlet.delay is None else {"DOWNLOAD_DELAY": outlet.delay},
    }
    return type("OutletSpider", (OutletSpider,), members)


class OutletLoader:
    """Scrapy's spider loader protocol over the catalogue; the setting CATALOGUE names a folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.catalogue = Catalogue.load(folder)

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        folder = settings.get("CATALOGUE")
        return cls(Path(folder) if folder else None)

    def load(self, spider_name: str) -> type[OutletSpider]:
        """KeyError for a name that is no outlet, as Scrapy's commands expect."""
        if spider_name == UNLISTED:
            return spider_class(UNKNOWN, self.catalogue, self.folder)
        if spider_name not in self.catalogue.outlets:
            raise KeyError(f"Spider not found: {spider_name}")
        return spider_class(self.catalogue.outlets[spider_name], self.catalogue, self.folder)

    def list(self) -> list[str]:
        return [*self.catalogue.outlets]

    def find_by_request(self, request: Request) -> "builtins.list[str]":  # `list` is a method here
        outlet = self.catalogue.for_url(request.url)
        return [outlet.id] if outlet else []
