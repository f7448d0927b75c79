"""The catalogue: several files together, look-ups and filters."""

import re
from pathlib import Path

import pytest
from outletfiles import GOOD, write

from ogpnews.outlet import UNKNOWN
from ogpnews.outlets import NATIONAL, Catalogue, OutletError, scan


def outlet_file(host: str, region: str = "33", extra: str = "") -> str:
    return (
        f'name = "{host}"\nurl = "https://{host}"\nfamily = "generic"\nregion = "{region}"\n{extra}'
    )


def test_every_problem_is_found(tmp_path: Path) -> None:
    write(tmp_path, "a.toml", GOOD.replace("33.13", "99").replace("generic", "?"))
    write(tmp_path, "b.toml", "name = 'B'\n")
    write(tmp_path, "c.toml", "=")
    outlets, problems = scan(tmp_path)
    assert outlets == []
    found = sorted(problem.removeprefix(f"{tmp_path}/").split(":")[:2] for problem in problems)
    assert [(file, key.strip()) for file, key in found] == [
        ("a.toml", "family"),
        ("a.toml", "region"),
        ("b.toml", "family"),
        ("b.toml", "region"),
        ("b.toml", "url"),
        ("c.toml", "no valid TOML"),
    ]
    with pytest.raises(OutletError, match=r"\(5 more; see ogpnews outlets check\)"):
        Catalogue.load(tmp_path)


def test_an_id_is_unique_over_provinces(tmp_path: Path) -> None:
    first = write(tmp_path, "jawa-tengah/lawu.toml", outlet_file("a.example"))
    second = write(tmp_path, "jawa-timur/lawu.toml", outlet_file("b.example", "35"))
    with pytest.raises(OutletError) as error:
        Catalogue.load(tmp_path)
    assert str(first) in str(error.value)
    assert str(second) in str(error.value)


def test_a_host_has_one_outlet(tmp_path: Path) -> None:
    first = write(tmp_path, "a.toml", outlet_file("a.example"))
    second = write(tmp_path, "b.toml", outlet_file("b.example", extra='hosts = ["a.example"]'))
    with pytest.raises(OutletError, match=r"hosts: a\.example already belongs to") as error:
        Catalogue.load(tmp_path)
    assert str(second) in str(error.value)
    assert str(first) in str(error.value)


@pytest.mark.parametrize("empty", [True, False])
def test_no_catalogue(tmp_path: Path, empty: bool) -> None:
    folder = tmp_path if empty else tmp_path / "absent"
    with pytest.raises(OutletError, match="holds no outlet" if empty else "no such folder"):
        Catalogue.load(folder)


def test_a_national_outlet_has_no_region(tmp_path: Path) -> None:
    write(tmp_path, f"{NATIONAL}/warta.toml", outlet_file("warta.example", ""))
    assert Catalogue.load(tmp_path).get("warta").timezone == "Asia/Jakarta"


@pytest.fixture
def network(tmp_path: Path) -> Catalogue:
    """A network with a front, a regional sub-domain, a desk with a path, and two strangers."""
    wild = 'hosts = ["warta.example", "*.warta.example"]'
    write(tmp_path, f"{NATIONAL}/warta.toml", outlet_file("www.warta.example", "", wild))
    write(tmp_path, "warta-bali.toml", outlet_file("bali.warta.example", "51"))
    write(tmp_path, "warta-solo.toml", outlet_file("www.warta.example/solo", "33.72"))
    write(tmp_path, "lawu.toml", outlet_file("lawu.example", "33.13"))
    write(tmp_path, "lokal.toml", outlet_file("localhost:8000", "33"))
    return Catalogue.load(tmp_path)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("www.warta.example", "warta"),
        ("warta.example", "warta"),
        ("WARTA.example.", "warta"),
        ("m.warta.example", "warta"),
        ("papua.warta.example", "warta"),
        ("a.b.warta.example", "warta"),
        ("bali.warta.example", "warta-bali"),
        ("www.bali.warta.example", "warta-bali"),
        ("lawu.example", "lawu"),
        ("www.lawu.example", "lawu"),
        ("amp.lawu.example", "lawu"),
        ("localhost:8000", "lokal"),
        ("localhost:8001", None),
        ("solo.lawu.example", None),
        ("notwarta.example", None),
        ("example", None),
        ("", None),
    ],
)
def test_for_host(network: Catalogue, host: str, expected: str | None) -> None:
    outlet = network.for_host(host)
    assert (outlet.id if outlet else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.warta.example/solo/berita/d-1/pasar", "warta-solo"),
        ("https://www.warta.example/solo", "warta-solo"),
        ("https://www.warta.example/solo?page=2", "warta-solo"),
        ("https://www.warta.example/soloraya/d-1", "warta"),
        ("https://www.warta.example/", "warta"),
        ("http://bali.warta.example:80/solo/x", "warta-bali"),
        ("http://localhost:8000/a", "lokal"),
        ("https://lawu.example:8443/a", None),
        ("http://[::1/broken", None),
        ("http://lawu.example:port/", None),
        ("no address", None),
        ("", None),
    ],
)
def test_for_url(network: Catalogue, url: str, expected: str | None) -> None:
    outlet = network.for_url(url)
    assert (outlet.id if outlet else None) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["lawu", "lokal", "warta", "warta-bali", "warta-solo"]),
        ({"province": "Jateng"}, ["lawu", "lokal", "warta-solo"]),
        ({"province": "JAWA TENGAH", "region": "33.72"}, ["warta-solo"]),
        ({"province": "51"}, ["warta-bali"]),
        ({"province": "Aceh"}, []),
        ({"region": "33"}, ["lawu", "lokal", "warta-solo"]),
        ({"region": "33.13"}, ["lawu"]),
        ({"family": "generic", "region": "51"}, ["warta-bali"]),
        ({"family": "tribun"}, []),
        ({"network": "prmn"}, []),
    ],
)
def test_select(network: Catalogue, filters: dict[str, str], expected: list[str]) -> None:
    assert [outlet.id for outlet in network.select(**filters)] == expected


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        ({"province": "jawa tenga"}, "did you mean jawa-tengah"),
        ({"province": ""}, "the names are"),
        ({"region": "33.99"}, "no region '33.99'"),
        ({"region": "Semarang"}, "like 33 or 33.74"),
    ],
)
def test_select_refuses_what_does_not_exist(
    network: Catalogue, filters: dict[str, str], says: str
) -> None:
    with pytest.raises(OutletError, match=re.escape(says)):
        network.select(**filters)


@pytest.mark.parametrize(
    ("outlet_id", "says"),
    [("sinarjaten", "did you mean sinarjateng"), ("%%%", "see ogpnews outlets")],
)
def test_unknown_id(outlet_id: str, says: str) -> None:
    with pytest.raises(OutletError, match=says):
        Catalogue.load().get(outlet_id)


def test_unknown_outlet_knows_nothing() -> None:
    assert (UNKNOWN.id, UNKNOWN.family, UNKNOWN.timezone) == ("", "generic", "Asia/Jakarta")
    assert UNKNOWN.hosts == ()
