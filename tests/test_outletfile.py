"""One file of the catalogue: its keys and defaults, and each way to break it."""

import re
from pathlib import Path

import pytest
from outletfiles import GOOD, write

from ogpnews.outlets import NATIONAL, Catalogue, OutletError


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
verify_certificate = false

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
    assert outlet.verify_certificate is False
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
        ("verify_certificate = 'no'", "verify_certificate", "true or false"),
        ("verify_certificate = 0", "verify_certificate", "true or false"),
        ("discover = []", "discover", "[discover]"),
        ("expect = 1", "expect", "[expect]"),
        ("[discover]\nsitemap = ['/s.xml']", "discover.sitemap", "sitemaps"),
        ("[discover]\nfeeds = '/feed'", "discover.feeds", "list of texts"),
        ("[discover]\nfeeds = ['feed']", "discover.feeds", "begin it with"),
        ("[discover]\nfeeds = ['/feed/{page}']", "discover.feeds", "nothing is filled in"),
        ("[discover]\nlistings = ['/{date}']", "discover.listings", "{date}"),
        ("[discover]\nlistings = ['/{YYYY}']", "discover.listings", "in archives alone"),
        ("[discover]\nlistings = ['/{offset}']", "discover.listings", "like {offset:20}"),
        ("[discover]\nlistings = ['/{offset:0}']", "discover.listings", "like {offset:20}"),
        ("[discover]\nlistings = ['/{page}/{offset:5}']", "discover.listings", "pages twice"),
        ("[discover]\narchives = ['/indeks/{page}']", "discover.archives", "names no day"),
        ("[discover]\narchives = ['/{YYYY}/{MM}']", "discover.archives", "names no day"),
        ("[discover]\narchives = ['/{YYYY-MM-DD}/{hal}']", "discover.archives", "{hal}"),
        ("[discover]\napis = '/api'", "discover.apis", "must be a list"),
        ("[discover]\napis = ['api']", "discover.apis", "begin it with"),
        ("[discover]\napis = [7]", "discover.apis", "table of texts"),
        ("[discover]\napis = [{ url = '/api' }]", "discover.apis", "link is missing"),
        ("[discover]\napis = [{ link = 'link' }]", "discover.apis", "url is missing"),
        ("[discover]\napis = [{ url = '/a', link = 'b', x = '' }]", "discover.apis", "'x'"),
        ("[discover]\napis = [{ url = '/a', link = '/{a b}' }]", "discover.apis", "no path"),
        ("[discover]\napis = [{ url = '/a', link = 'b', items = 7 }]", "discover.apis", "texts"),
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
