"""Bad input, by the real command line: told in one line, the right status, nothing else lost."""

import gzip
import json
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from recordsets import record_lines

from ogpnews.packing import pack

ROOT = Path(__file__).resolve().parents[1]
OUTLET = (
    'name = "Kabar Lawu"\nurl = "https://kabarlawu.example"\nfamily = "generic"\nregion = "33"\n'
)


def story(number: int) -> str:
    """A page that gives a record."""
    return f"""<!doctype html><html lang="id"><head><title>Jembatan {number} Dibuka</title>
<link rel="canonical" href="https://kabarlawu.example/berita/jembatan-{number}"></head><body>
<h1>Jembatan Gantung Nomor {number} Dibuka untuk Warga</h1><p>Selasa, 7 Mei 2024 | 10:30 WIB</p>
<article><p>Pemerintah kabupaten membuka jembatan gantung nomor {number} untuk warga dua desa.</p>
<p>Jembatan itu memangkas jarak ke pasar kecamatan dari sembilan menjadi dua kilometer.</p>
<p>Warga berharap jalan menuju jembatan juga segera diperbaiki sebelum musim hujan.</p>
</article></body></html>"""


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str

    @property
    def titles(self) -> list[str]:
        return [json.loads(line)["title"] for line in self.out.splitlines()]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with two good pages and an empty one between them, in the order of their names."""
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "a.html").write_text(story(1))
    (saved / "m.html").write_bytes(b"")
    (saved / "z.html").write_text(story(2))
    return tmp_path


def ogpnews(here: Path, *arguments: str) -> Ended:
    """The command as a user runs it; fails on a traceback or after a minute."""
    done = subprocess.run(
        [sys.executable, "-m", "ogpnews", *arguments],
        check=False,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


def archive(here: Path, pages: int = 3) -> Path:
    """A whole archive of so many good pages."""
    folder = here / "packed"
    folder.mkdir()
    for number in range(pages):
        (folder / f"{number}.html").write_text(story(number))
    path = here / "whole.warc.gz"
    pack(folder, path, date=datetime(2024, 5, 8, tzinfo=UTC))
    return path


GOOD = [
    "Jembatan Gantung Nomor 1 Dibuka untuk Warga",
    "Jembatan Gantung Nomor 2 Dibuka untuk Warga",
]

NOISE = random.Random(7).randbytes(4000)  # noqa: S311  # bytes that no compressor shortens
FILES: dict[str, tuple[bytes, str]] = {
    "empty.html": (b"", "empty file"),
    "blank.html": (b" \n\t" * 40, "empty file"),
    "picture.html": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "binary file"),
    "program.txt": (b"\x7fELF\2\1\1\0" + bytes(2000), "binary file"),
    "big.html": (b"<p>kata </p>" * (50 * 1024 * 1024 // 12), "bytes; pages over"),
    "front.html": (b"<html><body><p>Beranda</p></body></html>", "no article"),
    "empty.warc.gz": (b"", "the file is empty"),
    "page.warc": (b"<html><body><p>Beranda</p></body></html>", "not a WARC archive"),
    "text.warc.gz": (gzip.compress(b"ini bukan arsip"), "no WARC archive inside"),
    "half.warc.gz": (gzip.compress(b"WARC/1.0\r\n" + NOISE)[:2000], "truncated"),
    "torn.warc.gz": (gzip.compress(b"WARC/1.0\r\n" + NOISE), "not a WARC record"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_among_good_ones(here: Path, name: str) -> None:
    content, says = FILES[name]
    (here / name).write_bytes(content)
    done = ogpnews(here, "extract", "saved/a.html", name, "saved/z.html")
    assert done.status == 1
    assert done.titles == GOOD
    problem, count = done.err.splitlines()
    assert problem.startswith(f"ogpnews: {name}: ")
    assert says in problem
    assert count == "ogpnews: records: 2, inputs without one: 1"


NESTS = {
    "closed": b"<div>" * 100_000 + b"teks" + b"</div>" * 100_000,
    "open": b"<div>" * 100_000,
    "tables": b"<table><tr><td>" * 100_000,
    "formatting": b"<p><b><i>" * 100_000 + b"teks",
    "unfinished tag": b"<b " * 100_000,
    "stray ends": b"</p></b>" * 100_000,
    "lists": b"<ul><li>" * 100_000,
}


@pytest.mark.parametrize("kind", NESTS)
def test_deep_nesting_takes_seconds(here: Path, kind: str) -> None:
    (here / "deep.html").write_bytes(b"<h1>Judul Berita yang Dalam</h1>" + NESTS[kind])
    start = time.monotonic()
    done = ogpnews(here, "extract", "deep.html", "saved/a.html")
    assert time.monotonic() - start < 10
    assert done.status == 1
    assert done.titles == GOOD[:1]
    said = "a tag of more than" if kind == "unfinished tag" else "no article"
    assert done.err.startswith(f"ogpnews: deep.html: {said}")


def test_an_article_is_read_in_spite_of_deep_nesting(here: Path) -> None:
    page = story(1).replace("</article>", "</article>" + "<div>" * 100_000)
    (here / "deep.html").write_text(page)
    done = ogpnews(here, "extract", "deep.html")
    assert done.status == 0
    assert done.titles == GOOD[:1]


def test_a_folder_with_a_bad_page(here: Path) -> None:
    done = ogpnews(here, "extract", "saved")
    assert done.status == 1
    assert done.titles == GOOD
    assert done.err.splitlines()[0] == f"ogpnews: {Path('saved/m.html')}: empty file"


def test_several_processes_tell_the_same(here: Path) -> None:
    one = ogpnews(here, "extract", "saved", "missing.html")
    assert ogpnews(here, "extract", "saved", "missing.html", "--jobs", "2") == one


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("nofolder/", "no such file or folder"),
        ("nofile.html", "no such file or folder"),
        ("nofile.warc.gz", "no such file or folder"),
        ("none", "no HTML, text or WARC file in this folder"),
    ],
)
def test_what_is_not_there(here: Path, path: str, says: str) -> None:
    (here / "none").mkdir()
    done = ogpnews(here, "extract", path, "saved/a.html")
    assert done.status == 1
    assert done.titles == GOOD[:1]
    assert done.err.splitlines()[0] == f"ogpnews: {path}: {says}"


@pytest.mark.parametrize("left", [0.5, 0.9])
def test_a_truncated_archive_gives_its_whole_records(here: Path, left: float) -> None:
    path = archive(here)
    whole = path.read_bytes()
    (here / "cut.warc.gz").write_bytes(whole[: int(len(whole) * left)])
    done = ogpnews(here, "extract", "cut.warc.gz", "saved/a.html")
    assert done.status == 1
    assert 1 < len(done.titles) < 4
    assert done.titles[-1] == GOOD[0]
    problem = done.err.splitlines()[0]
    assert problem.startswith("ogpnews: cut.warc.gz: byte ")
    assert "truncated" in problem


def test_replay_of_a_truncated_archive(here: Path) -> None:
    path = archive(here)
    path.write_bytes(path.read_bytes()[:-100])
    (here / "mine").mkdir()
    (here / "mine" / "kabarlawu.toml").write_text(OUTLET)
    done = ogpnews(here, "crawl", "--catalogue", "mine", "--replay", path.name, "-o", "out")
    assert done.status == 1
    assert "truncated" in done.err
    assert [folder.name for folder in (here / "out" / "articles").iterdir()] == ["kabarlawu"]
    assert len(record_lines(here / "out")) == 2


BROKEN = 'name = "Kabar Lawu\nurl = "https://kabarlawu.example"\n'


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("extract saved/a.html --outlet sinarjatng", "did you mean sinarjateng"),
        ("extract saved/a.html --family promidia", "unknown family 'promidia'; families are: "),
        ("extract saved/a.html --jobs 0", "--jobs 0: give 1 or more"),
        ("extract saved/a.html -o no/such/r.jsonl", "no/such/r.jsonl: cannot be written"),
        ("extract saved/a.html -o saved", "saved: cannot be written"),
        ("extract saved/a.html --catalogue nofolder", "nofolder: no such folder"),
        ("extract saved/a.html --catalogue broken", "kabarlawu.toml: no valid TOML"),
        ("outlets --catalogue broken", "kabarlawu.toml: no valid TOML"),
        ("outlets --province jawatengahh", "did you mean jawa-tengah"),
        ("crawl sinarjatng -o out", "did you mean sinarjateng"),
        ("crawl --replay nofile.warc -o out", "nofile.warc: no such archive"),
        ("crawl --replay saved/a.html -o out", "not a WARC archive"),
        ("crawl --replay whole.warc.gz --catalogue broken -o out", "no valid TOML"),
        ("crawl --replay whole.warc.gz --limit 0 -o out", "--limit 0: give 1 or more"),
        ("crawl --replay whole.warc.gz --since kemarin -o out", "kemarin"),
        ("pack nofolder -o x.warc.gz", "nofolder: not a folder"),
        ("pack saved -o no/such/x.warc.gz", "no/such/x.warc.gz: cannot be written"),
    ],
)
def test_wrong_use_is_told_in_one_line(here: Path, arguments: str, says: str) -> None:
    archive(here)
    (here / "broken").mkdir()
    (here / "broken" / "kabarlawu.toml").write_text(BROKEN)
    before = sorted(here.rglob("*"))
    done = ogpnews(here, *arguments.split())
    assert done.status == 2
    assert done.out == ""
    (line,) = done.err.splitlines()
    assert line.startswith("ogpnews: ")
    assert says in line
    assert sorted(here.rglob("*")) == before, "wrong use left something behind"


@pytest.mark.parametrize("arguments", ["", "extract", "crawl", "pack saved", "extrakt a.html"])
def test_missing_arguments_show_the_usage(here: Path, arguments: str) -> None:
    done = ogpnews(here, *arguments.split())
    assert done.status == 2
    assert done.out == ""
    assert done.err.startswith("usage: ogpnews")
    assert "error: " in done.err.splitlines()[-1]


def test_a_name_with_control_characters_does_not_reach_the_terminal(here: Path) -> None:
    done = ogpnews(here, "extract", "\x1b[31mred.html")
    assert done.status == 1
    assert "\x1b" not in done.err
    assert r"\x1b[31mred.html: no such file" in done.err
