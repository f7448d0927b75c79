"""What of an article may be handed on: not its text where the outlet or the page reserves it."""

from enum import Enum
from pathlib import Path

from ogpnews.columns import METADATA_ONLY, text_withheld
from ogpnews.dataset import Record
from ogpnews.outlet import METADATA_ONLY as FORBIDDEN
from ogpnews.outlets import Catalogue, Outlet


class Texts(Enum):
    """Whose text and captions go out."""

    FREE = "free"
    """Those of articles with nothing reserved."""
    NONE = "none"
    ALL = "all"
    """Reserved ones too: for one's own use alone."""


class Rights:
    """Takes text and captions out of records."""

    def __init__(self, texts: Texts = Texts.FREE, catalogue: Path | None = None) -> None:
        """`catalogue`: folder of outlet files to use instead of the packaged ones."""
        self.texts = texts
        self._catalogue = Catalogue.load(catalogue)
        forbidden = [o for o in self._catalogue.outlets.values() if o.rights == FORBIDDEN]
        self._hosts = {host.removeprefix("*.") for outlet in forbidden for host in outlet.hosts}

    def reserved(self, record: Record) -> str:
        """Why the text is not to be handed on; empty where nothing says so."""
        outlet = self._catalogue.outlets.get(record["outlet"]) or self._owner(record["url"] or "")
        if outlet is not None and outlet.rights == FORBIDDEN:
            return "the outlet forbids copying its text"
        return "the page reserves its rights" if record["rights_notice"] else ""

    def _owner(self, url: str) -> Outlet | None:
        """Of a record that was crawled with another catalogue, where its text may be forbidden."""
        low = url.lower()
        likely = any(host in low for host in self._hosts)  # for_url takes twenty times as long
        return self._catalogue.for_url(url) if likely else None

    def apply(self, record: Record) -> Record:
        """The record, or a copy of it without text and captions and with a warning that says why."""
        if self.texts is Texts.ALL:
            return record
        why = self.reserved(record) or ("asked for so" if self.texts is Texts.NONE else "")
        return without_text(record, why) if why else record


def without_text(record: Record, why: str) -> Record:
    """A copy of the record; `text_sha256` stays, so that a text can be known again."""
    warnings = record["extraction"]["warnings"]
    if not text_withheld(record):  # the crawl may have said so already
        warnings = [*warnings, METADATA_ONLY + why]
    return {
        **record,
        "text": "",
        "images": [{**image, "caption": None} for image in record["images"]],
        "extraction": {**record["extraction"], "warnings": warnings},
    }
