"""Tables and texts of the regions."""

from collections import Counter

from ogpnews.report.census import Census
from ogpnews.report.tables import GROUPS, Table, ordered, table
from ogpnews.report.texts import Texts
from ogpnews.text import regions

JAVA = ("31", "32", "33", "34", "35", "36")


def by_province(census: Census) -> dict[str, int]:
    """Code of a province → articles, those without a region left out."""
    return {code: days.total() for code, days in census.provinces.items() if code}


def name(code: str) -> str:
    """Official name of a region; its code where the list does not know it."""
    row = regions.by_code(code)
    return row.name if row else code


def covered(census: Census) -> Counter[str]:
    """Code of a province → its kabupaten and kota that are the primary region of an article."""
    return Counter(code[:2] for code in census.regions if "." in code)


def provinces(t: Texts, census: Census) -> Table:
    """All 38, with or without articles."""
    articles, parts = by_province(census), covered(census)
    whole = sum(articles.values())
    size = Counter(row.province for row in regions.rows() if row.level != "province")
    counts = {row.code: articles.get(row.code, 0) for row in regions.provinces()}
    rows = [
        (name(code), number, (number, whole), (parts[code], size[code]))
        for code, number in ordered(counts)
    ]
    columns = (("province", "name"), ("articles", "bar"), ("share", "share"),
               ("covered", "of"))  # fmt: skip
    return table(t, "provinces", columns, rows, GROUPS)


def regencies(t: Texts, census: Census) -> Table:
    """Kabupaten and kota with most articles."""
    counts = {code: articles for code, articles in census.regions.items() if "." in code}
    rows = [(name(code), name(code[:2]), articles) for code, articles in ordered(counts)]
    columns = (("region", "name"), ("province", "text"), ("articles", "bar"))
    return table(t, "regencies", columns, rows)
