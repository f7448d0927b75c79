"""Passwords on a command line go into no file of the folder."""

from pathlib import Path

import pytest
from crawling import REPOSITORY, ogpnews

from ogpnews.database import without_password

SAMPLE = REPOSITORY / "data" / "sample"


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("postgresql://ogp:geheim@db.example/news", "postgresql://ogp:***@db.example/news"),
        ("--state=postgres://ogp:ge@he/im@db.example/n", "--state=postgres://ogp:***@db.example/n"),
        ("postgresql://db.example/n?user=o&password=geheim&port=1",
         "postgresql://db.example/n?user=o&password=***&port=1"),
        ("postgresql://ogp@db.example:5432/news", "postgresql://ogp@db.example:5432/news"),
        ("data@kabarlereng.example", "data@kabarlereng.example"),
    ],
)  # fmt: skip
def test_what_is_struck_out(word: str, shown: str) -> None:
    assert without_password(word) == shown


@pytest.mark.parametrize(
    "state", ["postgresql://ogp:geheim@127.0.0.1:1/x", "postgresql://127.0.0.1:1/x?password=geheim"]
)
def test_report_log_lock_and_messages_are_without_it(tmp_path: Path, state: str) -> None:
    done = ogpnews(
        "crawl", "--catalogue", SAMPLE / "catalogue", "--replay", SAMPLE / "sample.warc.gz",
        "--state", state, "-o", tmp_path,
    )  # fmt: skip
    assert done.returncode in (1, 2)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {".lock", "crawl.log", "manifest.json"}
    assert [path for path in files if b"geheim" in path.read_bytes()] == []
    assert "geheim" not in done.stdout + done.stderr
    assert any(b"--state" in path.read_bytes() for path in files if path.name == ".lock")
