"""The figures at the head of the report."""

from collections.abc import Iterator
from datetime import date

from ogpnews.report.census import UNDATED, Census
from ogpnews.report.copies import copied, texts
from ogpnews.report.places import by_province, covered
from ogpnews.report.texts import Texts
from ogpnews.text import regions

Figure = tuple[str, str, str]
"""Label, figure, what it is part of."""


def figures(t: Texts, census: Census) -> Iterator[Figure]:
    """Headline figures, in the order of the page."""
    about, outlets = census.facts["about"], sum(1 for name in census.outlets if name)
    provinces = len(by_province(census))
    all_provinces = len(regions.provinces())
    yield t("kpi.articles"), t.number(census.articles), ""
    yield t("kpi.outlets"), t.number(outlets), ""
    yield t("kpi.provinces"), t.number(provinces), t("kpi.of", n=all_provinces)
    parts = len(regions.rows()) - all_provinces
    yield t("kpi.regencies"), t.number(covered(census).total()), t("kpi.of", n=parts)
    yield t("kpi.about"), t.share(about, census.articles), t("kpi.about_of", n=about)
    said = t("kpi.copies_of", n=texts(census)) if census.searched else t("kpi.no_copies")
    yield t("kpi.copies"), t.number(copied(census)) if census.searched else "–", said
    yield t("kpi.period"), _period(t, census), ""


def _period(t: Texts, census: Census) -> str:
    days = [day for day in census.days if day != UNDATED]
    if not days:
        return t("kpi.no_period")
    first, last = (date.fromordinal(day) for day in (min(days), max(days)))
    if first == last:
        return t.day(first)
    a, b = (t.day(day).replace(" ", "\u00a0") for day in (first, last))
    return t("format.days", a=a, b=b)
