"""Regions in the record, from a page to its line."""

from pathlib import Path

from ogpnews.draft import Draft
from ogpnews.extract import Options, Source, extract
from ogpnews.items import Region
from ogpnews.outlets import UNKNOWN
from ogpnews.raw import Block, RawArticle
from ogpnews.subject import regions


def _regions(title: str, text: str, url: str | None = None) -> list[Region]:
    draft = Draft(RawArticle(title=title, blocks=[Block(text)]), UNKNOWN)
    draft.article.title, draft.article.text, draft.article.url = title, text, url
    regions(draft)
    return draft.article.regions


def test_a_region_has_its_official_name() -> None:
    (region,) = _regions("Pemkot Semarang Menata Pasar", "Pasar ditata.")
    assert region == Region("33.74", "Kota Semarang", "city", True, ["title: Pemkot Semarang"])


def test_an_ambiguous_name_is_given_as_printed() -> None:
    (region,) = _regions("WARGA MAGELANG SENANG", "Warga senang.")
    assert region == Region(None, "MAGELANG", "", False, ["title: MAGELANG"], ["33.08", "33.71"])


def test_the_host_alone_is_evidence() -> None:
    (region,) = _regions("Pasar Ditata", "Pasar ditata.", "https://www.semarangkota.go.id/p/1")
    assert (region.code, region.evidence) == ("33.74", ["host: semarangkota.go.id"])


def test_the_seed_is_about_kota_semarang(shared: Path) -> None:
    article = extract(Source(str(shared / "seed" / "sinarjateng.txt"), text=True), Options())
    (region,) = article.regions
    assert (region.code, region.name, region.primary) == ("33.74", "Kota Semarang", True)
    assert region.evidence[:2] == ["title: Pemkot Semarang", "text: Pemerintah Kota Semarang"]
