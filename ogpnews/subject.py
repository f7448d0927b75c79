"""Stages of the chain that say what an article is about: regions, governments, topics."""

from ogpnews.draft import Draft


def regions(draft: Draft) -> None:
    """Provinces, kabupaten and kota that it is about."""


def government(draft: Draft) -> None:
    """Bodies and offices of regional government in it."""


def topics(draft: Draft) -> None:
    """open_government and the urusan pemerintahan."""
