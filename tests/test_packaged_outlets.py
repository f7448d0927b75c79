"""Every packaged outlet, without a network: its file is in order and its addresses lead to it."""

from urllib.parse import urlsplit

import pytest

from ogpnews.outlet import Outlet
from ogpnews.outletfile import ZONES
from ogpnews.outlets import PACKAGED, Catalogue, scan
from ogpnews.text import regions


def packaged() -> list[Outlet]:
    return list(Catalogue.load().outlets.values())


def test_packaged_files_are_in_order() -> None:
    outlets, problems = scan(PACKAGED)
    assert problems == []
    assert len(outlets) >= 300


def test_every_province_has_an_outlet() -> None:
    covered = {outlet.region[:2] for outlet in packaged()}
    assert [row.name for row in regions.provinces() if row.code not in covered] == []


def test_packaged_catalogue_is_read_once() -> None:
    assert Catalogue.load() is Catalogue.load()


@pytest.mark.parametrize("outlet", packaged(), ids=lambda outlet: outlet.id)
def test_packaged_outlet(outlet: Outlet) -> None:
    """Beyond what loading demands: facts have a source, addresses find their outlet again."""
    catalogue = Catalogue.load()
    row = regions.by_code(outlet.region)
    assert outlet.timezone == row.timezone if row else outlet.timezone in ZONES
    assert outlet.source
    assert not outlet.source.endswith(".")
    assert outlet.discover.urls
    assert catalogue.for_url(outlet.url) is outlet
    assert catalogue.for_url(f"{outlet.url}/berita/1/judul") is outlet
    for host in outlet.hosts:
        if not outlet.path:
            assert catalogue.for_host(host.replace("*", "tidak-ada")) is outlet
    assert outlet.rights == ("metadata-only" if outlet.network == "antara" else "full")
    assert all(urlsplit(outlet.absolute(entry)).hostname for entry in outlet.discover.urls)


def test_sinar_jateng() -> None:
    outlet = Catalogue.load().for_url("https://sinarjateng.pikiran-rakyat.com/jawa-tengah/pr-1/a")
    assert outlet is not None
    assert (outlet.id, outlet.family, outlet.region) == ("sinarjateng", "promedia", "33")
    assert "SINARJATENG.COM" in outlet.names


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://regional.kompas.com/read/2015/11/04/1/Judul", "kompas-regional"),
        ("https://nasional.kompas.com/read/2025/05/28/1/judul", "kompas"),
        ("http://makassar.tribunnews.com/2016/02/08/judul", "tribun-makassar"),
        ("https://www.tribunnews.com/regional/1/judul", "tribunnews"),
        ("https://www.detik.com/jateng/berita/d-1/judul", "detik-jateng"),
        ("https://news.detik.com/berita/1/judul", "detik"),
        ("http://www.antarakalteng.com/berita/1/judul", "antara-kalteng"),
        ("https://kaltara.antaranews.com/berita/1/judul", "antara-kaltara"),
        ("https://mediaindonesia.com/nusantara/1/judul", "mediaindonesia-nusantara"),
        ("https://mediaindonesia.com/ekonomi/1/judul", "mediaindonesia"),
        ("https://bekasi.pikiran-rakyat.com/kanal/pr-1/judul", "pikiran-rakyat"),
        ("https://www.korankaltim.com/judul/", "korankaltim"),
    ],
)
def test_packaged_look_ups(url: str, expected: str) -> None:
    outlet = Catalogue.load().for_url(url)
    assert outlet is not None
    assert outlet.id == expected
