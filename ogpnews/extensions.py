"""A log that names pages instead of printing them."""

import logging
from typing import Any

from scrapy.logformatter import LogFormatter

from ogpnews.draft import Draft


class Lines(LogFormatter):
    """One line a dropped or broken item: Scrapy's own prints the whole of it."""

    def dropped(self, item: Draft, exception: BaseException, *_: Any, **__: Any) -> Any:
        return {
            "level": logging.INFO,
            "msg": "Not exported (%(why)s): %(url)s",
            "args": {"why": exception, "url": item.fetched_url},
        }

    def item_error(self, item: Draft, *_: Any, **__: Any) -> Any:
        return {
            "level": logging.ERROR,
            "msg": "Error in a stage: %(url)s",
            "args": {"url": item.fetched_url},
        }
