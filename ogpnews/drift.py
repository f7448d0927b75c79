"""Drift: fewer articles of an outlet have a field than its file expects; the site has changed."""

from collections.abc import Mapping
from typing import TypedDict

FEWEST = 5
"""Articles of a run, from which on it is judged: of fewer, one odd page would raise an alarm."""


class Drift(TypedDict):
    """One field of one outlet that fell below `[expect]`."""

    field: str
    expected: float
    """Share of articles, 0 to 1."""
    present: int
    """Articles that have the field."""
    articles: int


def judge(expect: Mapping[str, float], present: Mapping[str, int], articles: int) -> list[Drift]:
    """The fields that fell below what is expected of them.

    `expect`: field → share, 0 to 1; `present`: field → exported articles that have it, nothing
    said for none; `articles`: exported ones.
    """
    if articles < FEWEST:
        return []
    return [
        Drift(field=field, expected=share, present=present.get(field, 0), articles=articles)
        for field, share in sorted(expect.items())
        if present.get(field, 0) / articles < share
    ]


def sentence(drift: Drift) -> str:
    """`published in 3 of 10 articles (30 %), expected in 98 %`."""
    share = drift["present"] / drift["articles"]
    return (
        f"{drift['field']} in {drift['present']} of {drift['articles']} articles ({share:.0%}),"
        f" expected in {drift['expected']:.0%}"
    ).replace("%", " %")
