"""Stages of the chain that say what an article is about: regions, governments, topics."""

from ogpnews.draft import Draft
from ogpnews.items import Government, Region
from ogpnews.text import government as governments
from ogpnews.text import regionhosts
from ogpnews.text import regions as known
from ogpnews.text import topics as vocabulary
from ogpnews.text.about import about
from ogpnews.text.origin import PORTALS
from ogpnews.text.weights import About


def regions(draft: Draft) -> None:
    """Provinces, kabupaten and kota that it is about."""
    outlet = draft.outlet
    home = regionhosts.home(draft.article.url, outlet.region, portal=outlet.network == PORTALS)
    draft.article.regions = [_region(entry) for entry in about(draft.parts(), home)]


def _region(entry: About) -> Region:
    row = known.by_code(entry.codes[0]) if len(entry.codes) == 1 else None
    if row is None:
        return Region(None, entry.printed, "", False, entry.evidence, list(entry.codes))
    return Region(row.code, row.name, row.level, entry.primary, entry.evidence)


def government(draft: Draft) -> None:
    """Bodies and offices of regional government in it, and whether it is about one."""
    outlet = draft.outlet
    own = sorted(
        (r for r in draft.article.regions if r.code), key=lambda region: not region.primary
    )
    found = governments.read(
        draft.parts(),
        [region.code for region in own if region.code],
        outlet_region=outlet.region,
        portal=outlet.id if outlet.network == PORTALS else "",
    )
    draft.article.government = Government(found.about, found.bodies, found.offices, found.evidence)


def topics(draft: Draft) -> None:
    """open_government and the urusan pemerintahan."""
    article = draft.article
    article.topics = vocabulary.read(draft.parts(), about=article.government.about)
