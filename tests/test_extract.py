"""`ogpnews extract`: every kind of input, in input order, to a file or to standard output."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ogpnews.packing import pack

ROOT = Path(__file__).resolve().parents[1]
URL = "https://kabarlawu.example/berita/pasar-{}"
CATALOGUE = """\
name     = "Kabar Lawu"
url      = "https://kabarlawu.example"
family   = "generic"
region   = "71"
timezone = "Asia/Makassar"
aliases  = ["KABARLAWU.COM"]
"""
DUMP = """\
Pasar Desa Nomor 9 Selesai Dibangun
- 8 Mei 2024, 08:00 WIB
KABARLAWU.COM - Pemerintah kabupaten menyelesaikan pembangunan pasar desa nomor 9 pekan ini.
Para pedagang mulai menempati kios baru, sementara kios lama dibongkar secara bertahap.
Dinas perdagangan menjanjikan sewa kios tidak naik selama dua tahun pertama.
Editor: Wira Kusnadi
"""


def page(number: int, *, canonical: bool = True) -> str:
    link = f'<link rel="canonical" href="{URL.format(number)}">' if canonical else ""
    return f"""<!doctype html><html lang="id"><head><title>Pasar {number}</title>{link}</head><body>
<h1>Pasar Desa Nomor {number} Selesai Dibangun</h1><p>Rabu, 8 Mei 2024 | 08:00</p>
<article><p>Pemerintah kabupaten menyelesaikan pembangunan pasar desa nomor {number} pekan ini.</p>
<p>Para pedagang mulai menempati kios baru, sementara kios lama dibongkar bertahap.</p>
<p>Dinas perdagangan menjanjikan sewa kios tidak naik selama dua tahun pertama.</p>
</article></body></html>"""


def title(number: int) -> str:
    return f"Pasar Desa Nomor {number} Selesai Dibangun"


def run(here: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "ogpnews", "extract", *arguments],
        check=False,
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        input=given,
        timeout=60,
    )


def records(here: Path, *arguments: str, given: bytes = b"") -> list[dict[str, Any]]:
    """Records of a run without any complaint."""
    done = run(here, *arguments, given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    saved = tmp_path / "saved"
    (saved / "more").mkdir(parents=True)
    (saved / "b.html").write_text(page(2))
    (saved / "a.htm").write_text(page(1))
    (saved / "more" / "c.html").write_text(page(3))
    (saved / "style.css").write_text("body { color: black }")
    (tmp_path / "dump.txt").write_text(DUMP)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kabarlawu.toml").write_text(CATALOGUE)
    return tmp_path


def names(found: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(record["input"], record["title"]) for record in found]


def test_folder_is_read_in_order_of_names(here: Path) -> None:
    assert names(records(here, "saved")) == [
        (str(Path("saved/a.htm")), title(1)),
        (str(Path("saved/b.html")), title(2)),
        (str(Path("saved/more/c.html")), title(3)),
    ]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_arguments_keep_their_order(here: Path, jobs: str) -> None:
    for number in range(10, 60):
        (here / f"{number}.html").write_text(page(number))
    given = [f"{number}.html" for number in range(59, 9, -1)]
    assert names(records(here, *given, "--jobs", jobs)) == [
        (name, title(int(name[:2]))) for name in given
    ]


def test_one_record_a_line_in_utf8(here: Path) -> None:
    (here / "kutip.html").write_text(page(4).replace("Selesai", "“Selesai”"))
    done = run(here, "kutip.html")
    assert done.stdout.count(b"\n") == 1
    assert done.stdout.endswith(b"}\n")
    assert "“Selesai”".encode() in done.stdout


def test_standard_input_with_its_address(here: Path) -> None:
    (record,) = records(here, "-", "--url", URL.format(5), given=page(5, canonical=False).encode())
    assert (record["input"], record["title"]) == ("-", title(5))
    assert record["url"] == record["fetched_url"] == URL.format(5)


def test_text_dump(here: Path) -> None:
    (record,) = records(here, "dump.txt", "--catalogue", "mine")
    assert record["title"] == title(9)
    assert record["published"] == "2024-05-08T08:00:00+07:00"
    assert record["editors"] == ["Wira Kusnadi"]
    assert record["text"].startswith("Pemerintah kabupaten")
    assert record["dateline"] == "KABARLAWU.COM"
    assert (record["outlet"], record["extraction"]["family"]) == ("kabarlawu", "textdump")
    assert records(here, "dump.txt", "--catalogue", "mine", "--outlet", "kabarlawu") == [record]


def test_archive_names_record_and_time(here: Path) -> None:
    pack(here / "saved", here / "saved.warc.gz", date=datetime(2024, 5, 9, 1, 2, 3, tzinfo=UTC))
    found = records(here, "saved.warc.gz")
    assert [record["title"] for record in found] == [title(1), title(2), title(3)]
    for record in found:
        name, _, offset = record["input"].partition("#")
        assert name == "saved.warc.gz"
        assert int(offset) > 0
        assert record["fetched_at"] == "2024-05-09T01:02:03Z"
        assert record["url"] == record["fetched_url"]


def test_output_file_holds_what_standard_output_would(here: Path) -> None:
    done = run(here, "saved", "-o", "records.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (here / "records.jsonl").read_bytes() == run(here, "saved").stdout


def test_same_bytes_give_the_same_line(here: Path) -> None:
    assert run(here, "saved/b.html").stdout == run(here, "saved/b.html").stdout


def test_outlet_by_host_and_by_force(here: Path) -> None:
    (found,) = records(here, "saved/b.html", "--catalogue", "mine")
    assert (found["outlet"], found["published"]) == ("kabarlawu", "2024-05-08T08:00:00+08:00")
    (here / "bare.html").write_text(page(6, canonical=False))
    (unknown,) = records(here, "bare.html", "--catalogue", "mine")
    assert (unknown["outlet"], unknown["published"]) == ("", "2024-05-08T08:00:00+07:00")
    (forced,) = records(here, "bare.html", "--catalogue", "mine", "--outlet", "kabarlawu")
    assert (forced["outlet"], forced["published"]) == ("kabarlawu", "2024-05-08T08:00:00+08:00")


@pytest.mark.parametrize("family", ["generic", "promedia"])
def test_family_by_force(here: Path, family: str) -> None:
    prmn = page(7).replace("<h1>", '<h1 class="read__title">')
    prmn = prmn.replace("<article>", '<article class="read__content">')
    (here / "prmn.html").write_text(prmn.replace("<p>Rabu", '<p class="read__info__date">Rabu'))
    (record,) = records(here, "prmn.html", "--family", family)
    assert record["extraction"]["family"] == family
    assert record["title"] == title(7)


def test_a_reader_that_goes_away_is_no_error(here: Path) -> None:
    for number in range(10, 60):
        (here / "saved" / f"{number}.html").write_text(page(number) + "<!-- " + "x" * 5000)
    with subprocess.Popen(
        [sys.executable, "-m", "ogpnews", "extract", "saved"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
