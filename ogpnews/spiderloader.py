"""One spider name an outlet: `scrapy list`, `scrapy crawl sinarjateng`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request
from scrapy.exceptions import UsageError as ScrapyUsageError
from scrapy.settings import BaseSettings

from ogpnews.contact import BARE, resolve
from ogpnews.dataset import UNLISTED
from ogpnews.errors import UsageError
from ogpnews.extract import Options
from ogpnews.outlets import UNKNOWN, Catalogue, Outlet
from ogpnews.spiders import OutletSpider

if TYPE_CHECKING:
    import builtins


def spider_class(
    outlet: Outlet, catalogue: Catalogue, folder: Path | None = None
) -> type[OutletSpider]:
    """The spider of one outlet; all that differs is data. `folder`: where the catalogue lies."""
    members: dict[str, Any] = {
        "name": outlet.id or UNLISTED,
        "outlet": outlet,
        "catalogue": catalogue,
        "options": Options(outlet.id or None, catalogue=folder),
        "custom_settings": _settings(outlet),
    }
    return type("OutletSpider", (OutletSpider,), members)


def _settings(outlet: Outlet) -> dict[str, Any]:
    """What the outlet's file sets apart from all others."""
    found: dict[str, Any] = {} if outlet.delay is None else {"DOWNLOAD_DELAY": outlet.delay}
    return found if outlet.verify_certificate else {**found, "DOWNLOAD_VERIFY_CERTIFICATES": False}


class OutletLoader:
    """Scrapy's spider loader protocol over the catalogue; the setting CATALOGUE names a folder."""

    def __init__(self, folder: Path | None, agent: str = "") -> None:
        """`agent`: the user agent, which must name a contact before anything is crawled."""
        self.folder = folder
        self.catalogue = Catalogue.load(folder)
        self.agent = agent

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        folder = settings.get("CATALOGUE")
        return cls(Path(folder) if folder else None, settings["USER_AGENT"] or BARE)

    def load(self, spider_name: str) -> type[OutletSpider]:
        """KeyError for a name that is no outlet, Scrapy's UsageError without a contact."""
        if spider_name == UNLISTED:
            return spider_class(UNKNOWN, self.catalogue, self.folder)
        if spider_name not in self.catalogue.outlets:
            raise KeyError(f"Spider not found: {spider_name}")
        if self.agent == BARE:
            try:
                resolve(None)
            except UsageError as error:
                raise ScrapyUsageError(str(error)) from error
        return spider_class(self.catalogue.outlets[spider_name], self.catalogue, self.folder)

    def list(self) -> list[str]:
        return [*self.catalogue.outlets]

    def find_by_request(self, request: Request) -> "builtins.list[str]":  # `list` is a method here
        outlet = self.catalogue.for_url(request.url)
        return [outlet.id] if outlet else []
