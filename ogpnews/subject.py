"""Stages of the chain that say what an article is about: regions, governments, topics."""

from ogpnews.draft import Draft
from ogpnews.items import Region
from ogpnews.text import regionhosts
from ogpnews.text import regions as known
from ogpnews.text.about import about
from ogpnews.text.weights import About


def regions(draft: Draft) -> None:
    """Provinces, kabupaten and kota that it is about."""
    home = regionhosts.home(draft.article.url, draft.outlet.region)
    draft.article.regions = [_region(entry) for entry in about(draft.parts(), home)]


def _region(entry: About) -> Region:
    row = known.by_code(entry.codes[0]) if len(entry.codes) == 1 else None
    if row is None:
        return Region(None, entry.printed, "", False, entry.evidence, list(entry.codes))
    return Region(row.code, row.name, row.level, entry.primary, entry.evidence)


def government(draft: Draft) -> None:
    """Bodies and offices of regional government in it."""


def topics(draft: Draft) -> None:
    """open_government and the urusan pemerintahan."""
