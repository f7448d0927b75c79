"""What of an article may be handed on: not its text where the outlet or the page reserves it."""

from pathlib import Path

from ogpnews.dataset import Record
from ogpnews.outlet import METADATA_ONLY as FORBIDDEN
from ogpnews.outlets import Catalogue


class Rights:
    """Takes text and captions out of records."""

    def __init__(self, *, catalogue: Path | None = None) -> None:
        """`catalogue`: folder of outlet files to use instead of the packaged ones."""
        outlets = Catalogue.load(catalogue).outlets.values()
        self._forbidden = {outlet.id for outlet in outlets if outlet.rights == FORBIDDEN}

    def apply(self, record: Record) -> Record:
        """The record, or a copy of it without text and captions."""
        if not record["rights_notice"] and record["outlet"] not in self._forbidden:
            return record
        images = [{**image, "caption": None} for image in record["images"]]
        return {**record, "text": "", "images": images}
