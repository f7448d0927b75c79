"""What a reader of the figures has to know, said with figures."""

from collections.abc import Iterator

from ogpnews.report.census import Census
from ogpnews.report.places import JAVA, by_province
from ogpnews.report.tables import ordered
from ogpnews.report.texts import Texts, isolated


def limits(t: Texts, census: Census) -> Iterator[str]:
    """One sentence each; what does not hold for this dataset is not said."""
    facts, whole = census.facts, census.articles
    if facts["no_region"] or facts["ambiguous"]:
        yield t("limit.region", n=facts["no_region"], m=facts["ambiguous"])
    if facts["undated"] or facts["day_only"]:
        yield t("limit.date", n=facts["undated"], m=facts["day_only"])
    placed = by_province(census)
    if placed:
        java = sum(placed.get(code, 0) for code in JAVA)
        yield t("limit.java", share=t.share(java, sum(placed.values())))
    networks = {name: articles for name, articles in census.tallies["network"].items() if name}
    if networks:
        name, articles = ordered(networks)[0]
        yield t("limit.network", name=isolated(name), share=t.share(articles, whole))
    foreign = whole - census.tallies["language"]["id"]
    for key, number in (
        ("language", foreign), ("cut", facts["cut"]), ("revised", facts["revised"]),
        ("withdrawn", census.withdrawn),
    ):  # fmt: skip
        if number:
            yield t(f"limit.{key}", n=number)
    yield from (t(f"limit.{key}") for key in ("rules", "survivors", "clock"))
