"""Hosts under go.id and the governments that they belong to."""

import pytest

from ogpnews.outlets import Catalogue
from ogpnews.text.regionhosts import Home, home


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("semarangkota.go.id", "33.74"), ("semarangkab.go.id", "33.22"), ("jatengprov.go.id", "33"),
        ("www.kotamalang.go.id", "35.73"), ("dinkes.jogjakota.go.id", "34.71"),
        ("jogjaprov.go.id", "34"), ("kutimkab.go.id", "64.08"), ("batam.go.id", "21.71"),
        ("kominfo.go.id", ""), ("bandung.go.id", ""), ("setkab.go.id", ""), ("go.id", ""),
        ("semarangkota.co.id", ""),
    ],
)  # fmt: skip
def test_a_host_tells(host: str, code: str) -> None:
    found = home(f"https://{host}/berita/1", "")
    assert found == Home(code, host.removeprefix("www.") if code else "")


def test_the_catalogue_settles_a_host_that_two_could_have() -> None:
    assert home("https://bandung.go.id/1", "32.73") == Home("32.73", "bandung.go.id")
    assert home("https://bandung.go.id/1", "33") == Home("33")


def test_other_outlets_have_a_region_and_no_host() -> None:
    assert home("https://kabarlawu.com/1", "33.13") == Home("33.13")
    assert home(None, "") == Home()


def test_a_portal_is_its_governments_whatever_its_host() -> None:
    found = home("https://www.beritalereng.example/1", "33.13", portal=True)
    assert found == Home("33.13", "beritalereng.example")
    assert home("https://beritalereng.example/1", "", portal=True) == Home("")


def test_hosts_and_catalogue_agree() -> None:
    for outlet in Catalogue.load().select():
        if outlet.region and ".go.id" in outlet.url:
            assert home(outlet.url, outlet.region).code == outlet.region, outlet.id
