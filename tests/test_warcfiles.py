"""Archives in the making: whole whatever ends the run; what a kill left is mended."""

import errno
from io import FileIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from ogpnews import warcfiles, warcwriter
from ogpnews.errors import UsageError
from ogpnews.warcfiles import Archives, CaptureError, mend, prepare

RUN = "20261123T094004Z-3fa91c"
OPEN = f"ogpnews-{RUN}-00000.warc.gz.open"
DONE = f"ogpnews-{RUN}-00000.warc.gz"


def member(number: int) -> bytes:
    about = {"WARC-Date": "2026-11-23T09:40:04Z", "WARC-Record-ID": f"<urn:uuid:{number}>"}
    url, body = f"https://kabarlereng.example/{number}", b"<p>Desa</p>" * 200
    record = warcwriter.http("response", url, "HTTP/1.1 200 OK", [], body, about)
    return warcwriter.member(record, packed=number % 2 == 0)


def urls(path: Path) -> list[str]:
    """Of every record, digests checked."""
    with path.open("rb") as file:
        found = []
        for record in ArchiveIterator(file, check_digests="raise"):
            record.raw_stream.read()
            found.append(record.rec_headers.get_header("WARC-Target-URI") or record.rec_type)
        return found


def numbers(path: Path) -> list[int]:
    return [int(url.rpartition("/")[2]) for url in urls(path)]


def archives(folder: Path, size: int = 10**9) -> Archives:
    about = {"WARC-Date": "2026-11-23T09:40:04Z"}
    return Archives(folder, RUN, lambda: warcwriter.member(warcwriter.information({}, about)), size)


def test_rotation_starts_each_file_with_who_wrote_it(tmp_path):
    written = archives(tmp_path, size=len(member(1)) * 3)
    for number in range(1, 9):
        written.add(member(number))
        assert sum(path.name.endswith(".open") for path in tmp_path.iterdir()) <= 1
    assert written.close() == []
    files = sorted(tmp_path.iterdir())
    assert files == written.finished
    names = [f"ogpnews-{RUN}-{number:05}.warc.gz" for number in range(len(files))]
    assert [path.name for path in files] == names
    assert len(files) > 1
    contents = [urls(path) for path in files]
    assert [content[0] for content in contents] == ["warcinfo"] * len(files)
    assert [int(url.rpartition("/")[2]) for content in contents for url in content[1:]] == [
        *range(1, 9)
    ]


def test_a_run_without_records_leaves_no_file(tmp_path):
    assert archives(tmp_path).close() == []
    assert list(tmp_path.iterdir()) == []


def test_names_that_are_taken_are_left_alone(tmp_path):
    """`scrapy crawl -s RUN=name` may give the same name twice."""
    (tmp_path / DONE).write_bytes(b"mine")
    written = archives(tmp_path)
    written.add(member(1))
    written.close()
    assert [path.name for path in written.finished] == [f"ogpnews-{RUN}-00001.warc.gz"]
    assert (tmp_path / DONE).read_bytes() == b"mine"


WHOLE = [member(number) for number in (1, 2, 3)]
TORN = member(4)


@pytest.mark.parametrize("torn", [0, 1, 3, 10, 17, len(TORN) // 2, len(TORN) - 8, len(TORN) - 1])
def test_a_torn_record_is_cut_off(tmp_path, torn):
    (tmp_path / OPEN).write_bytes(b"".join(WHOLE) + TORN[:torn])
    (said,) = mend(tmp_path)
    assert numbers(tmp_path / DONE) == [1, 2, 3]
    assert (f"{torn} bytes" in said) == bool(torn)
    assert [path.name for path in tmp_path.iterdir()] == [DONE]
    assert list(mend(tmp_path)) == []


def test_what_a_power_cut_wrecked_in_the_middle_costs_no_record_behind_it(tmp_path):
    wrecked = WHOLE[0] + b"\0" * 5000 + b"".join(WHOLE[1:])
    (tmp_path / OPEN).write_bytes(wrecked + TORN[:50])
    (said,) = mend(tmp_path)
    assert "50 bytes" in said
    assert (tmp_path / DONE).read_bytes() == wrecked


@pytest.mark.parametrize("left", [b"", TORN[:20]])
def test_a_file_without_a_whole_record_goes(tmp_path, left):
    (tmp_path / OPEN).write_bytes(left)
    (said,) = mend(tmp_path)
    assert "removed" in said
    assert list(tmp_path.iterdir()) == []


def test_what_another_run_writes_is_never_touched(tmp_path):
    written = archives(tmp_path)
    written.add(member(1))
    with (tmp_path / OPEN).open("ab") as file:  # in the midst of a record
        file.write(TORN[:30])
    assert list(mend(tmp_path)) == []
    assert (tmp_path / OPEN).read_bytes().endswith(TORN[:30])
    written.close()


def test_files_of_others_are_never_touched(tmp_path):
    target = tmp_path / "precious"
    target.write_bytes(TORN[:20])
    (tmp_path / OPEN).symlink_to(target)
    (tmp_path / "other.warc.gz.open").write_bytes(TORN[:20])
    before = sorted(tmp_path.iterdir())
    assert list(mend(tmp_path)) == []
    assert sorted(tmp_path.iterdir()) == before
    assert target.read_bytes() == TORN[:20]


def test_a_finished_archive_is_not_overwritten(tmp_path):
    (tmp_path / OPEN).write_bytes(WHOLE[0])
    (tmp_path / DONE).write_bytes(WHOLE[1])
    (said,) = mend(tmp_path)
    assert "not mended" in said
    assert numbers(tmp_path / DONE) == [2]
    assert (tmp_path / OPEN).read_bytes() == WHOLE[0]


class Small(FileIO):
    """A file on a disk that takes 4000 bytes."""

    def write(self, data):
        room = 4000 - self.tell()
        if room <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(memoryview(data)[:room])


def fill(written: Archives, kept: list[int]) -> None:
    for number in range(1000):
        written.add(member(number))
        kept.append(number)


def test_a_full_disk_tears_no_record(tmp_path, monkeypatch):
    monkeypatch.setattr(warcfiles, "FileIO", Small)
    written = archives(tmp_path)
    kept: list[int] = []
    with pytest.raises(CaptureError, match=rf"{OPEN}: .*No space left"):
        fill(written, kept)
    with pytest.raises(CaptureError, match="No space left"):
        written.add(member(1000))
    (said,) = written.close()
    assert "No space left" in said
    assert urls(tmp_path / DONE)[0] == "warcinfo"
    assert kept
    assert urls(tmp_path / DONE)[1:] == [f"https://kabarlereng.example/{n}" for n in kept]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_folder_that_cannot_be(tmp_path, name):
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="a file stands in the way"):
        prepare(tmp_path / name)
