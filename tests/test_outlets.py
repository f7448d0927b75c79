"""The catalogue: files that are broken, look-ups, and the packaged outlets."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ogpnews.outlet import UNKNOWN, Outlet
from ogpnews.outletfile import ZONES
from ogpnews.outlets import NATIONAL, PACKAGED, Catalogue, OutletError, scan
from ogpnews.text import regions

GOOD = """\
name   = "Kabar Lawu"
url    = "https://kabarlawu.example"
family = "generic"
region = "33.13"
"""


def write(folder: Path, path: str, text: str = GOOD) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def outlet_file(host: str, region: str = "33", extra: str = "") -> str:
    return (
        f'name = "{host}"\nurl = "https://{host}"\nfamily = "generic"\nregion = "{region}"\n{extra}'
    )


def test_defaults_of_a_short_file(tmp_path: Path) -> None:
    write(tmp_path, "jawa-tengah/kabarlawu.toml")
    outlet = Catalogue.load(tmp_path).get("kabarlawu")
    assert outlet.timezone == "Asia/Jakarta"
    assert (outlet.status, outlet.rights) == ("unverified", "full")
    assert outlet.network is outlet.article is outlet.delay is None
    assert outlet.hosts == ("kabarlawu.example",)
    assert outlet.discover.sitemaps == ("/sitemap.xml",)
    assert outlet.discover.feeds == outlet.discover.listings == ()


def test_every_key_is_read(tmp_path: Path) -> None:
    text = """\
name     = "Kabar Raja Ampat"
url      = "https://kabarrajaampat.example/berita"
family   = "wordpress"
region   = "96.03"
timezone = "Asia/Jayapura"
network  = "kabar"
status   = "verified"
source   = "read by hand"
rights   = "metadata-only"
hosts    = ["*.kabarrajaampat.example"]
aliases  = ["KABARRAJAAMPAT.EXAMPLE"]
article  = '/\\d{4}/'
delay    = 2.5

[discover]
sitemaps = ["/sitemap_index.xml"]
feeds    = ["https://feeds.kabarrajaampat.example/rss"]
listings = ["/berita?page={page}"]

[expect]
published = 0.98
"""
    write(tmp_path, "papua-barat-daya/kabarrajaampat.toml", text)
    outlet = Catalogue.load(tmp_path).get("kabarrajaampat")
    assert outlet.hosts == ("kabarrajaampat.example", "*.kabarrajaampat.example")
    assert outlet.names == ("Kabar Raja Ampat", "KABARRAJAAMPAT.EXAMPLE", "kabarrajaampat.example")
    assert outlet.expect == {"published": 0.98}
    assert outlet.delay == 2.5
    assert outlet.path == "/berita"
    absolute = [
        outlet.absolute(entry) for entry in (*outlet.discover.feeds, *outlet.discover.listings)
    ]
    assert absolute == [
        "https://feeds.kabarrajaampat.example/rss",
        "https://kabarrajaampat.example/berita?page={page}",
    ]


@pytest.mark.parametrize(
    ("line", "key", "says"),
    [
        ("nama = 'x'", "nama", "did you mean name"),
        ("zzz = 1", "zzz", "the keys are"),
        ("name = 7", "name", "text in quotes"),
        ("name = ' '", "name", "is empty"),
        ("url = 'kabarlawu.example'", "url", "https://"),
        ("url = 'ftp://kabarlawu.example'", "url", "https://"),
        ("url = 'https://'", "url", "https://"),
        ("url = 'https://[::1'", "url", "https://"),
        ("url = 'https://kabarlawu.example:99999'", "url", "https://"),
        ("family = 'Word Press'", "family", "generic"),
        ("region = 33", "region", "text in quotes"),
        ("region = ''", "region", NATIONAL),
        ("region = '3374'", "region", "regions.csv"),
        ("region = '35.01'", "region", "jawa-timur"),
        ("timezone = 'WIB'", "timezone", "Asia/Jakarta"),
        ("timezone = 'Asia/Singapore'", "timezone", "Asia/Jakarta"),
        ("status = 'ok'", "status", "verified or unverified"),
        ("rights = 'none'", "rights", "full or metadata-only"),
        ("hosts = 'lawu.example'", "hosts", "list of texts"),
        ("hosts = ['https://lawu.example/']", "hosts", "without https://"),
        ("aliases = [1]", "aliases", "list of texts"),
        ("article = '('", "article", "regular expression"),
        ("delay = '2'", "delay", "seconds"),
        ("delay = -1", "delay", "seconds"),
        ("delay = true", "delay", "seconds"),
        ("discover = []", "discover", "[discover]"),
        ("expect = 1", "expect", "[expect]"),
        ("[discover]\nsitemap = ['/s.xml']", "discover.sitemap", "sitemaps"),
        ("[discover]\nfeeds = '/feed'", "discover.feeds", "list of texts"),
        ("[discover]\nfeeds = ['feed']", "discover.feeds", "begin it with"),
        ("[discover]\nfeeds = ['/feed/{page}']", "discover.feeds", "only in listings"),
        ("[discover]\nlistings = ['/{date}']", "discover.listings", "{date}"),
        ("[expect]\npublish = 0.9", "expect.publish", "no field of the record"),
        ("[expect]\npublished = 98", "expect.published", "between 0 and 1"),
        ("[expect]\npublished = true", "expect.published", "between 0 and 1"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, line: str, key: str, says: str) -> None:
    replaced = line.split(" = ", maxsplit=1)[0]
    kept = [row for row in GOOD.splitlines() if row.split()[0] != replaced]
    file = write(tmp_path, "jawa-tengah/kabarlawu.toml", "\n".join([*kept, line, ""]))
    with pytest.raises(OutletError) as error:
        Catalogue.load(tmp_path)
    assert str(error.value).startswith(f"{file}: {key}: ")
    assert says in str(error.value)


@pytest.mark.parametrize("key", ["name", "url", "family", "region"])
def test_a_missing_key_is_named(tmp_path: Path, key: str) -> None:
    text = "\n".join(line for line in GOOD.splitlines() if not line.startswith(key))
    file = write(tmp_path, "jawa-tengah/kabarlawu.toml", text)
    with pytest.raises(OutletError, match=re.escape(f"{file}: {key}: missing; ")):
        Catalogue.load(tmp_path)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("jawa-tengah/Kabar_Lawu.toml", "no id"),
        ("jawa-tengah/-lawu.toml", "no id"),
        ("jateng/kabarlawu.toml", "jateng is no province; did you mean jawa-tengah"),
        ("xyz/kabarlawu.toml", "xyz is no province; the names are nasional, aceh"),
    ],
)
def test_a_wrong_path_is_named(tmp_path: Path, path: str, says: str) -> None:
    file = write(tmp_path, path)
    with pytest.raises(OutletError) as error:
        Catalogue.load(tmp_path)
    assert str(file) in str(error.value)
    assert says in str(error.value)


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    file = write(tmp_path, "kabarlawu.toml", 'name = "Kabar Lawu"\nurl = https\n')
    with pytest.raises(OutletError, match=r"line 2") as error:
        Catalogue.load(tmp_path)
    assert str(file) in str(error.value)


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    file = write(tmp_path, "kabarlawu.toml")
    file.write_bytes(GOOD.replace("Kabar", "Kab\xe9r").encode("latin-1"))
    with pytest.raises(OutletError, match="UTF-8"):
        Catalogue.load(tmp_path)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "kabarlawu.toml").mkdir()
    with pytest.raises(OutletError, match=r"kabarlawu\.toml: cannot be read"):
        Catalogue.load(tmp_path)


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


# The packaged outlets.


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
    assert outlet.discover.sitemaps or outlet.discover.feeds or outlet.discover.listings
    assert catalogue.for_url(outlet.url) is outlet
    assert catalogue.for_url(f"{outlet.url}/berita/1/judul") is outlet
    for host in outlet.hosts:
        if not outlet.path:
            assert catalogue.for_host(host.replace("*", "tidak-ada")) is outlet
    assert outlet.rights == ("metadata-only" if outlet.network == "antara" else "full")
    entries = [*outlet.discover.sitemaps, *outlet.discover.feeds, *outlet.discover.listings]
    assert all(urlsplit(outlet.absolute(entry)).hostname for entry in entries)


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
