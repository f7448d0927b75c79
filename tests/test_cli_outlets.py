"""`ogpnews outlets` from the command line: output, messages, exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ogpnews import __version__, cli
from ogpnews.errors import OgpnewsError
from ogpnews.outlets import Catalogue

GOOD = """\
name   = "Kabar Lawu"
url    = "https://kabarlawu.example"
family = "generic"
region = "33.13"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A catalogue of one's own with two outlets."""
    (tmp_path / "jawa-tengah").mkdir()
    (tmp_path / "jawa-tengah" / "kabarlawu.toml").write_text(GOOD)
    text = GOOD.replace("lawu", "agung").replace("33.13", "51").replace("Lawu", "Agung")
    (tmp_path / "kabaragung.toml").write_text(text + 'status = "verified"\n')
    return tmp_path


def test_lists_aligned_columns(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["outlets", "--catalogue", str(own)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "id          family   region  timezone       status      url",
        "kabarlawu   generic  33.13   Asia/Jakarta   unverified  https://kabarlawu.example",
        "kabaragung  generic  51      Asia/Makassar  verified    https://kabaragung.example",
    ]
    assert err == "2 outlets\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--province", "Jateng"], ["kabarlawu"]),
        (["--province", "jawa tengah"], ["kabarlawu"]),
        (["--province", "51"], ["kabaragung"]),
        (["--region", "33"], ["kabarlawu"]),
        (["--region", "33.13"], ["kabarlawu"]),
        (["--status", "verified"], ["kabaragung"]),
        (["--family", "generic"], ["kabarlawu", "kabaragung"]),
        (["list"], ["kabarlawu", "kabaragung"]),
    ],
)
def test_filters(
    own: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], expected: list[str]
) -> None:
    assert cli.main(["outlets", *arguments, "--json", "--catalogue", str(own)]) == 0
    ids = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert ids == expected


def test_json_holds_every_key(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["outlets", "--json", "--region", "33.13", "--catalogue", str(own)])
    assert json.loads(capsys.readouterr().out) == {
        "id": "kabarlawu",
        "name": "Kabar Lawu",
        "url": "https://kabarlawu.example",
        "family": "generic",
        "region": "33.13",
        "timezone": "Asia/Jakarta",
        "network": None,
        "status": "unverified",
        "source": "",
        "hosts": ["kabarlawu.example"],
        "aliases": [],
        "discover": {
            "sitemaps": ["/sitemap.xml"],
            "feeds": [],
            "listings": [],
            "archives": [],
            "apis": [],
        },
        "expect": {},
        "article": None,
        "rights": "full",
        "delay": None,
        "verify_certificate": True,
    }


def test_packaged_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["outlets", "--province", "jateng", "--network", "prmn"]) == 0
    assert "\nsinarjateng " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["--family", "nosuch"], 1, "no outlet fits"),
        (["--province", "Jawa Tenga"], 2, "did you mean jawa-tengah"),
        (["--region", "9999"], 2, "no region '9999'"),
        (["check", "--json"], 2, "leave out --json"),
        (["check", "--family", "generic"], 2, "leave out --family"),
    ],
)
def test_messages(
    own: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    says: str,
) -> None:
    assert cli.main(["outlets", *arguments, "--catalogue", str(own)]) == status
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("ogpnews: ")
    assert says in err


@pytest.mark.parametrize("action", ["list", "check"])
def test_no_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str], action: str) -> None:
    for folder, says in ((tmp_path, "holds no outlet"), (tmp_path / "absent", "no such folder")):
        assert cli.main(["outlets", action, "--catalogue", str(folder)]) == 2
        assert capsys.readouterr().err.startswith(f"ogpnews: {folder}: {says}")


def test_a_broken_file_stops_the_list(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = own / "kabaragung.toml"
    broken.write_text("name = ")
    assert cli.main(["outlets", "--catalogue", str(own)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"ogpnews: {broken}: no valid TOML: ")


def test_check_says_what_is_there(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["outlets", "check", "--catalogue", str(own)]) == 0
    assert capsys.readouterr() == (
        "in order: 2 outlets, 1 verified; provinces: 2; families: 1\n",
        "",
    )


def test_check_of_the_packaged_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["outlets", "check"]) == 0
    count = len(Catalogue.load().outlets)
    assert capsys.readouterr().out.startswith(f"in order: {count} outlets, ")


def test_check_reports_every_problem(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lawu, agung = own / "jawa-tengah" / "kabarlawu.toml", own / "kabaragung.toml"
    lawu.write_text(GOOD.replace("generic", "nosuchfamily"))
    agung.write_text('name = "Kabar Agung"\nregion = "51"\n')
    assert cli.main(["outlets", "check", "--catalogue", str(own)]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith(f"{agung}: url: missing; ")
    assert lines[1].startswith(f"{agung}: family: missing; ")
    assert lines[2].startswith(f"{lawu}: family: 'nosuchfamily' is not known; choose ")
    assert "generic" in lines[2]
    assert len(lines) == 3
    assert err == "ogpnews: 3 problems\n"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"ogpnews {__version__}\n"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_names_every_command(capsys: pytest.CaptureFixture[str], name: str) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--help"])
    assert end.value.code == 0
    assert f"    {name} " in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["nosuch"], ["outlets", "--nosuch"], ["outlets", "x"]])
def test_wrong_arguments(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    assert end.value.code == 2
    assert "usage: ogpnews" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (KeyboardInterrupt(), 130, "ogpnews: interrupted\n"),
        (OgpnewsError("the disk is full"), 1, "ogpnews: the disk is full\n"),
    ],
)
def test_a_command_that_stops(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    status: int,
    says: str,
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(Catalogue, "load", stop)
    assert cli.main(["outlets"]) == status
    assert capsys.readouterr().err == says


def test_a_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "ogpnews.cli", "outlets"]
    root = Path(cli.__file__).parent.parent
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_listing_loads_neither_scrapy_nor_pages() -> None:
    code = (
        "import sys; from ogpnews import cli; cli.main(['outlets', '--family', 'rri']);"
        "sys.exit(bool({'scrapy', 'twisted', 'ogpnews.pages', 'selectolax'} & sys.modules.keys()))"
    )
    root = Path(cli.__file__).parent.parent
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True)
