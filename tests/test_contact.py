"""Who answers for a crawl: option, environment, config file; and what none of them may be."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import CONTACT, ENVIRONMENT, REPOSITORY, catalogue, news_site
from server import Site

from ogpnews import contact
from ogpnews.errors import UsageError

MAIL = "redaksi@kabarlereng.example"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config folder of its own, and no contact in the environment; gives the file's path."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv(contact.VARIABLE, raising=False)
    return tmp_path / "config" / "ogpnews" / "config.toml"


def written(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_option_then_environment_then_file(home, monkeypatch):
    written(home, f'contact = "{MAIL}"\n')
    assert contact.resolve(None) == MAIL
    monkeypatch.setenv(contact.VARIABLE, "https://env.example/x")
    assert contact.resolve(None) == "https://env.example/x"
    assert contact.resolve("https://option.example/x") == "https://option.example/x"


def test_without_any_the_way_to_give_one_is_named(home):
    with pytest.raises(UsageError, match="--contact https://") as error:
        contact.resolve(None)
    assert contact.VARIABLE in str(error.value)
    assert contact.known_agent() == contact.BARE


@pytest.mark.parametrize(
    "good",
    ["https://kabarlereng.example/perayap", "http://10.0.0.1:8080/", MAIL, f"mailto:{MAIL}"],
)
def test_contacts(home, good):
    assert contact.resolve(f" {good} ") == good
    assert contact.user_agent(good) == f"{contact.BARE} (+{good})"


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ("", "no contact"),
        ("saya", "no contact"),
        ("ftp://kabarlereng.example", "no contact"),
        ("https://", "no contact"),
        ("https://[x", "no contact"),
        ("saya@lereng", "no contact"),
        ("https://kabarlereng.example/a b", "no blanks"),
        ("https://kabarlereng.example/\r\nX: y", "visible ASCII"),
        ("https://kabarlereng.example/\x7f", "visible ASCII"),
        ("https://kabarlereng.example/é", "visible ASCII"),
        (f"https://kabarlereng.example/{'x' * 200}", "200 at most"),
    ],
)
def test_what_is_no_contact(home, monkeypatch, bad, says):
    with pytest.raises(UsageError, match=f"--contact.*{says}"):
        contact.resolve(bad)
    if bad and "\0" not in bad:
        monkeypatch.setenv(contact.VARIABLE, bad)
        with pytest.raises(UsageError, match=f"{contact.VARIABLE}.*{says}"):
            contact.resolve(None)


def test_remembered_whole_beside_what_else_the_file_holds(home):
    assert contact.remember(MAIL) is None
    assert contact.resolve(None) == MAIL
    written(home, f'# mine\ncontact = "{MAIL}"\nother = 1\n')
    assert contact.remember(CONTACT) is None
    assert home.read_text() == f'# mine\ncontact = "{CONTACT}"\nother = 1\n'
    assert [path.name for path in home.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("contact = ", "no valid TOML"),
        ("contact = 7", "text in quotes"),
        ('contact = "x"', "no contact"),
    ],
)
def test_a_broken_file_is_named(home, text, says):
    written(home, text)
    with pytest.raises(UsageError, match=says) as error:
        contact.resolve(None)
    assert str(home) in str(error.value)
    if "TOML" in says:
        with pytest.raises(UsageError, match=says):
            contact.remember(MAIL)
        assert home.read_text() == text


def test_a_file_that_is_no_text_is_named(home):
    home.mkdir(parents=True)
    with pytest.raises(UsageError, match="cannot be read"):
        contact.resolve(None)


def test_a_folder_that_cannot_be_written_is_said(home):
    home.parent.parent.write_text("a file")
    said = contact.remember(MAIL)
    assert said is not None
    assert "not remembered" in said


def test_config_lies_in_the_home_folder_where_nothing_else_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")  # the standard says: to be ignored
    assert contact.config_file() == tmp_path / ".config" / "ogpnews" / "config.toml"


# The commands


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as built:
        yield news_site(built)


def run(tmp_path: Path, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "XDG_CONFIG_HOME": str(tmp_path / "config"), **more}
    if "OGPNEWS_CONTACT" not in more:
        del environment["OGPNEWS_CONTACT"]
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        capture_output=True, text=True, timeout=120, cwd=tmp_path, env=environment, check=False,
    )  # fmt: skip


def test_a_live_crawl_asks_for_a_contact_once(tmp_path, site):
    folder = catalogue(tmp_path / "catalogue", site)
    words = ("ogpnews", "crawl", "--catalogue", folder, "-o", tmp_path / "out", "--limit", 1)
    done = run(tmp_path, *words)
    assert (done.returncode, site.asked) == (2, [])
    assert "--contact" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
    done = run(tmp_path, *words, "--contact", MAIL)
    assert site.agents == {f"{contact.BARE} (+{MAIL})"}
    site.agents.clear()
    done = run(tmp_path, *words)
    assert done.returncode in (0, 1), done.stderr
    assert site.agents == {f"{contact.BARE} (+{MAIL})"}
    config = tmp_path / "config" / "ogpnews" / "config.toml"
    assert MAIL in config.read_text()


def test_a_replay_needs_none_and_reads_no_config(tmp_path):
    config = tmp_path / "config" / "ogpnews"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("broken = ")
    sample = REPOSITORY / "data" / "sample"
    done = run(
        tmp_path, "ogpnews", "crawl", "--catalogue", sample / "catalogue",
        "--replay", sample / "sample.warc.gz", "-o", tmp_path / "out",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("known", [False, True])
def test_scrapy_crawl_needs_one_as_well(tmp_path, site, known):
    folder = catalogue(tmp_path / "catalogue", site)
    more = {"SCRAPY_SETTINGS_MODULE": "ogpnews.settings"}
    more |= {"OGPNEWS_CONTACT": MAIL} if known else {}
    done = run(
        tmp_path, "scrapy", "crawl", "lereng", "-s", f"CATALOGUE={folder}", "-a", "limit=1", **more
    )
    if known:
        assert done.returncode == 0, done.stderr
        assert site.agents == {f"{contact.BARE} (+{MAIL})"}
    else:
        assert (done.returncode, site.asked) == (2, [])
        assert "--contact" in done.stderr
        assert "Traceback" not in done.stderr
