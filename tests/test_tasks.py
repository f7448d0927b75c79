"""Spans of archives: where an archive is cut makes no difference to what is read out of it."""

import gzip
import io
import json
from pathlib import Path

import pytest
from archives import add
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.warcwriter import WARCWriter

from ogpnews import tasks
from ogpnews.extract import Options, Result
from ogpnews.tasks import Task, plan, run

TEXT = "Warga desa nomor {0} memperbaiki jalan menuju pasar kecamatan secara gotong royong. "


def page(number: int) -> bytes:
    return (
        f"<html><head><title>Jalan Desa Nomor {number} Diperbaiki</title></head><body>"
        f"<h1>Jalan Desa Nomor {number} Diperbaiki</h1><article><p>{TEXT.format(number) * 3}</p>"
        "</article></body></html>"
    ).encode()


def warc(bodies: list[bytes], *, compressed: bool, kind: str = "response") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for number, body in enumerate(bodies):
        add(writer, f"https://kabarlereng.example/berita/{number}", body, kind=kind)
    return out.getvalue()


def read(path: Path, span: int, jobs: int = 1) -> list[Result]:
    """What a file gives when it is cut every `span` bytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks, "_SPAN", span)
        return list(run(plan([str(path)]), Options(), jobs))


def titles(found: list[Result]) -> list[str]:
    return [json.loads(result.line)["title"] for result in found if result.line]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("compressed", [True, False])
def test_a_cut_archive_gives_what_the_whole_one_gives(
    tmp_path: Path, compressed: bool, jobs: int
) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(warc([page(n) for n in range(40)], compressed=compressed))
    assert len(titles(whole := read(path, 10**9))) == 40
    assert read(path, 2000, jobs) == whole
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks, "_SPAN", 2000)
        assert len(list(plan([str(path)]))) > 5


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    compressed=st.booleans(),
    places=st.lists(st.floats(0, 0.999), max_size=4),
    junk=st.binary(min_size=1, max_size=12),
    cut=st.floats(0.3, 1),
    span=st.integers(1, 4000),
)
def test_a_damaged_archive_too(
    tmp_path: Path, compressed: bool, places: list[float], junk: bytes, cut: float, span: int
) -> None:
    data = bytearray(warc([page(n) for n in range(6)], compressed=compressed))
    for place in places:
        at = int(place * len(data))
        data[at : at + len(junk)] = junk
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data[: int(cut * len(data))])
    assert read(path, span) == read(path, 10**9)


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("jobs", [1, 2])
def test_an_archive_inside_a_page_is_no_place_to_set_in(
    tmp_path: Path, compressed: bool, jobs: int
) -> None:
    forged = b"\r\n\r\n" + warc([page(n) for n in range(90, 99)], compressed=compressed)
    bodies = [page(0), page(1) + b" " * 1024 + b"<!--" + forged * 3 + b"-->", page(2), page(3)]
    data = warc(bodies, compressed=False)
    if compressed:  # stored, not deflated: the members inside stand there as they are
        data = b"".join(gzip.compress(warc([body], compressed=False), 0) for body in bodies)
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data)
    found = read(path, 700, jobs)
    assert found == read(path, 10**9)
    assert titles(found) == [f"Jalan Desa Nomor {n} Diperbaiki" for n in range(4)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks, "_SPAN", 700)
        cuts = [task.start for task in plan([str(path)]) if isinstance(task, Task)]
    offsets = {json.loads(result.line or b"")["input"].rpartition("#")[2] for result in found}
    assert len(set(map(str, cuts)) - offsets) > 3, "the test has no false start"


@pytest.mark.parametrize("jobs", [1, 2])
def test_text_records_and_dumps_read_the_same(tmp_path: Path, jobs: int) -> None:
    dump = (
        "Beranda\nJalan Desa Nomor 7 Diperbaiki Warga\nRabu, 8 Mei 2024 | 08:00 WIB\n"
        + TEXT.format(7) * 2
        + "\n"
        + TEXT.format(8) * 2
        + "\nEditor: Wira Kusnadi\n"
    )
    (tmp_path / "dump.txt").write_text(dump)
    path = tmp_path / "CC-MAIN.warc.wet.gz"
    path.write_bytes(warc([dump.encode()] * 30, compressed=True, kind="conversion"))
    (single,) = run(plan([str(tmp_path / "dump.txt")]), Options())
    expected = json.loads(single.line or b"")
    assert expected["editors"] == ["Wira Kusnadi"]
    found = [json.loads(result.line or b"") for result in read(path, 1500, jobs)]
    assert len(found) == 30
    for record in found:
        assert record["extraction"]["family"] == "textdump"
        for key in ("title", "published", "editors", "text", "html_sha256"):
            assert record[key] == expected[key]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_archive_in_one_gzip_member_is_one_task(tmp_path: Path, jobs: int) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(gzip.compress(warc([page(n) for n in range(9)], compressed=False)))
    assert titles(read(path, 100, jobs)) == [f"Jalan Desa Nomor {n} Diperbaiki" for n in range(9)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_inputs_of_all_kinds_keep_their_order(tmp_path: Path, jobs: int) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.html").write_bytes(page(number))
    path = tmp_path / "x.warc.gz"
    path.write_bytes(warc([page(n) for n in range(200, 220)], compressed=True)[:-30])
    given = [str(tmp_path / "missing.html"), str(path), str(folder), str(path)]
    found = list(run(plan(given), Options(), jobs))
    archived = [f"Jalan Desa Nomor {n} Diperbaiki" for n in range(200, 219)]
    saved = [f"Jalan Desa Nomor {n} Diperbaiki" for n in range(150)]
    assert titles(found) == [*archived, *saved, *archived]
    assert [n for n, result in enumerate(found) if result.problem] == [0, 20, 190]
    assert "truncated" in (found[20].problem or "")


def test_a_name_that_is_no_utf8_is_told_as_far_as_it_can_be(tmp_path: Path) -> None:
    path = tmp_path / "jalan-\udcff.html"
    path.write_bytes(page(1))
    (found,) = run(plan([str(path)]), Options())
    assert json.loads(found.line or b"")["input"].endswith("jalan-\ufffd.html")
    path.write_bytes(b"")
    (found,) = run(plan([str(path)]), Options())
    assert (found.name, found.problem) == (str(path), "empty file")
