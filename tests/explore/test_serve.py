"""`ogpnews serve` as its user runs it, without a browser: errors, ends, headers, rights."""

import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from explored import HOSTILE, SOLO, explored
from recordsets import article, dataset
from serving import serving

from ogpnews import cli
from ogpnews.commands import serve


def get(url: str, **headers: str) -> tuple[int, str, str]:
    """Status, Content-Security-Policy, body."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:  # noqa: S310
            return answer.status, answer.headers["Content-Security-Policy"], answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers["Content-Security-Policy"], error.read().decode()


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (["none"], 2, "no dataset"),
        (["empty"], 2, "no articles in it yet"),
        (["damaged"], 1, "line 1 is no record"),
        (["odd"], 1, "odd: an article is no record of this version"),
        (["full", "--port", "70000"], 2, "give 0 to 65535"),
        (["full", "--host", "203.0.113.9"], 2, "cannot be served there"),
        (["full", "--host", "no host"], 2, "no address of this machine"),
    ],
)
def test_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], status: int, said: str
) -> None:
    explored(tmp_path / "full")
    dataset(tmp_path / "empty", []).joinpath("articles").mkdir()
    damaged = tmp_path / "damaged" / "articles" / "lereng"
    damaged.mkdir(parents=True)
    (damaged / "20261120T010000Z-aaaaaa.jsonl").write_text("{}\n")
    dataset(tmp_path / "odd", [article(1, pages=2**63)])
    name, *rest = options
    assert cli.main(["serve", str(tmp_path / name), *(rest or ["--port", "0"])]) == status
    assert said in capsys.readouterr().err
    assert not [*tmp_path.rglob("*.sqlite"), *tmp_path.rglob("*.part")]


def test_a_port_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert cli.main(["serve", str(explored(tmp_path)), "--port", port]) == 1
    assert f"--port {port}: already taken" in capsys.readouterr().err


def test_without_datasette(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _name: None)
    assert cli.main(["serve", str(tmp_path)]) == 2
    assert "pip install 'ogpnews[explore]'" in capsys.readouterr().err


def test_answers(tmp_path: Path) -> None:
    """A second start takes the same file; Ctrl-C has ended the first well."""
    folder = explored(tmp_path)
    with serving(folder) as served:
        for path in (
            "",
            "ogpnews",
            "ogpnews/articles",
            "ogpnews/images",
            "ogpnews?sql=select+1",
            "none",
        ):
            _, policy, body = get(f"{served.url}{path}")
            assert "default-src 'none'" in policy
            assert "<script" not in body
        assert get(served.url, Host="elsewhere.example")[0] == 421
        csv = get(f"{served.url}ogpnews.csv?sql=select+'=1'+as+a,-2+as+b")[2]
        assert csv == "a,b\r\n'=1,-2\r\n"
        assert "Kali Pepe" in get(f"{served.url}ogpnews/articles/{SOLO.id}")[2]
        for query in ("_sort=none", "_sort_desc=none", "_sort=title&_sort_desc=title"):
            assert get(f"{served.url}ogpnews/articles?{query}")[0] == 400
    before = [*folder.rglob("*.sqlite")]
    with serving(folder, "--lang", "en") as served:
        assert "Regional government news" in get(served.url)[2]
    assert [*folder.rglob("*.sqlite")] == before


def test_others_do_not_see_what_is_reserved(tmp_path: Path) -> None:
    with serving(explored(tmp_path), "--host", "0.0.0.0") as served:  # noqa: S104  # what is tested
        page = get(f"{served.url}ogpnews/articles/{HOSTILE.id}")[2]
        assert "Teks artikel ini tidak dibagikan." in page
        assert "onload" not in page
        assert "onload" not in get(f"{served.url}ogpnews/articles.json?_shape=array")[2]
        assert "Kali Pepe" in get(f"{served.url}ogpnews/articles/{SOLO.id}")[2]
        assert get(f"{served.url}ogpnews.db")[0] == 403


def test_ipv6_twice_and_no_browser_to_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 here")
    monkeypatch.setenv("BROWSER", "false")  # a command that fails
    folder = explored(tmp_path)
    with (
        serving(folder, "--host", "::1", "--open") as served,
        serving(folder, "--host", "::1") as other,
    ):
        assert served.url.startswith("http://[::1]:")
        assert get(served.url)[0] == get(other.url)[0] == 200
        assert get(served.url, Host="[::2]")[0] == 421
    assert len([*folder.rglob("*.sqlite")]) == 1


def test_sigterm_ends_it_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ogpnews", "serve", str(explored(tmp_path)), "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "Ctrl-C" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 143
