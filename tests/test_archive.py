"""Archives: every whole record is read, damage is said, packing is repeatable."""

import gzip
import io
from pathlib import Path

import brotli
import pytest
from archives import add
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.warcwriter import WARCWriter

from ogpnews import archive, packing, replay
from ogpnews.archive import ArchiveError
from ogpnews.cli import main
from ogpnews.errors import UsageError

PAGE = (
    b"<html><head><title>Warga %d</title></head><body>" + bytes(range(128, 256)) + b"</body></html>"
)


def warc(count: int, *, compressed: bool = True) -> bytes:
    """An archive of `count` invented pages."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    add(writer, None, b"software: test", kind="warcinfo")
    for number in range(count):
        add(writer, f"https://kabarlereng.example/{number}", PAGE % number)
    return out.getvalue()


def stored(tmp_path: Path, data: bytes, name: str = "x.warc.gz") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def taken(path: Path) -> tuple[list[archive.Capture], str | None]:
    """Captures, and the error at the end."""
    found: list[archive.Capture] = []
    try:
        found.extend(archive.read(path))
    except ArchiveError as error:
        return found, str(error)
    return found, None


@pytest.mark.parametrize("compressed", [True, False])
def test_reads_what_was_written(tmp_path, compressed):
    path = stored(tmp_path, warc(5, compressed=compressed))
    found, error = taken(path)
    assert error is None
    assert [capture.url[-1] for capture in found] == ["0", "1", "2", "3", "4"]
    assert found[3].body == PAGE % 3
    assert found[3].fetched_at == "2026-11-20T01:02:03Z"
    assert found[3].content_type == "text/html"
    assert [archive.load(capture.header.where) for capture in found] == found


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.95])
def test_truncated_archive_gives_every_whole_record_then_says_so(tmp_path, compressed, share):
    whole = warc(20, compressed=compressed)
    starts = [
        header.where.offset for header in archive.headers(stored(tmp_path, whole, "w.warc.gz"), [])
    ]
    cut = int(len(whole) * share)
    path = stored(tmp_path, whole[:cut])
    found, error = taken(path)
    assert len(found) == sum(end <= cut for end in [*starts[1:], len(whole)])
    assert error is not None
    assert "truncated" in error
    assert str(path) in error
    assert str(starts[len(found)]) in error


def test_damage_in_the_middle_costs_one_record(tmp_path):
    data = bytearray(warc(20))
    middle = len(data) // 2
    data[middle : middle + 8] = b"\x00\xff\x00\xff\x00\xff\x00\xff"
    found, error = taken(stored(tmp_path, bytes(data)))
    assert len(found) == 19
    assert "damaged gzip data" in (error or "")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    compressed=st.booleans(),
    places=st.lists(st.floats(0, 0.999), min_size=1, max_size=6),
    junk=st.binary(min_size=1, max_size=12),
)
def test_whatever_is_damaged_reading_ends_and_only_archive_errors_come(
    tmp_path, compressed, places, junk
):
    data = bytearray(warc(6, compressed=compressed))
    for place in places:
        at = int(place * len(data))
        data[at : at + len(junk)] = junk
    found, _ = taken(stored(tmp_path, bytes(data)))
    assert len(found) <= 6
    assert all(capture.url.startswith("http") for capture in found)


def test_broken_length_in_an_uncompressed_archive_costs_one_record(tmp_path):
    data = warc(6, compressed=False)
    at = data.index(b"Content-Length", data.index(b"kabarlereng.example/2"))
    data = data[:at] + b"Content-Langth" + data[at + 14 :]
    found, error = taken(stored(tmp_path, data, "x.warc"))
    assert [capture.url[-1] for capture in found] == ["0", "1", "3", "4", "5"]
    assert "not a WARC record" in (error or "")


@pytest.mark.parametrize("length", ["-400", "0", "99999999", "many"])
def test_lying_lengths_end(tmp_path, length):
    data = warc(4, compressed=False)
    at = data.index(b"Content-Length: ", data.index(b"kabarlereng.example/1"))
    line_end = data.index(b"\r\n", at)
    data = data[:at] + b"Content-Length: " + length.encode() + data[line_end:]
    found, error = taken(stored(tmp_path, data, "x.warc"))
    assert [
        capture.url[-1] for capture in found if capture.body == PAGE % int(capture.url[-1])
    ] == [
        "0",
        "2",
        "3",
    ]
    assert error is not None


def test_one_gzip_member_for_the_whole_archive_is_read_too(tmp_path):
    path = stored(tmp_path, gzip.compress(warc(5, compressed=False)))
    found, error = taken(path)
    assert error is None
    assert len(found) == 5
    assert archive.load(found[4].header.where) == found[4]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"<html>no archive</html>", "not a WARC archive"),
        (gzip.compress(b"<html>no archive</html>", mtime=0), "no WARC archive inside"),
    ],
)
def test_what_is_no_archive_is_refused(tmp_path, data, said):
    path = stored(tmp_path, data)
    found, error = taken(path)
    assert found == []
    assert said in (error or "")
    assert str(path) in (error or "")


def test_missing_archive_is_said(tmp_path):
    with pytest.raises(ArchiveError, match="No such file"):
        list(archive.read(tmp_path / "none.warc.gz"))


def test_encodings_are_undone(tmp_path):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    packed = gzip.compress(b"<p>Balai desa</p>")
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(packed), packed)
    add(writer, "https://a.example/1", packed, headers=[("Content-Encoding", "gzip")])
    add(
        writer,
        "https://a.example/2",
        chunked,
        headers=[("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")],
    )
    add(writer, "https://a.example/3", packed, headers=[("Content-Encoding", "x-gzip")])
    long = b"<p>Balai desa</p>" * 50_000
    for body in (b"<p>Balai desa</p>", long):
        brotlied = brotli.compress(body)
        add(writer, "https://a.example/4", brotlied, headers=[("Content-Encoding", "br")])
    found, error = taken(stored(tmp_path, out.getvalue()))
    assert error is None
    assert [capture.body for capture in found] == [b"<p>Balai desa</p>"] * 4 + [long]


def test_text_records_are_captures_and_requests_are_not(tmp_path):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    add(writer, "https://a.example/1", b"Warga desa bergotong royong", kind="conversion")
    add(writer, "https://a.example/1", b"software: x", kind="metadata")
    add(writer, "dns:a.example", b"127.0.0.1", kind="resource")
    found, _ = taken(stored(tmp_path, out.getvalue()))
    assert [(capture.header.kind, capture.header.status) for capture in found] == [
        ("conversion", 200)
    ]


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [("gzip", gzip.compress(bytes(1_000_000))), ("br", brotli.compress(bytes(100_000_000)))],
    ids=["gzip", "br"],
)
def test_bomb_is_damage_and_no_page(tmp_path, monkeypatch, encoding, bomb):
    monkeypatch.setattr(archive, "MAX_BODY", 10_000)
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    add(writer, "https://a.example/1", bomb, headers=[("Content-Encoding", encoding)])
    add(writer, "https://a.example/2", b"<p>Balai desa</p>")
    found, error = taken(stored(tmp_path, out.getvalue()))
    assert [capture.url for capture in found] == ["https://a.example/2"]
    assert "over" in (error or "")


def test_index_finds_the_latest_capture_however_the_url_is_spelt(tmp_path):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for day in (1, 3, 2):
        add(
            writer,
            "http://a.example/x?b=2&a=1",
            b"<p>%d</p>" % day,
            date=f"2026-11-0{day}T00:00:00Z",
        )
    add(writer, "http://a.example/gone", b"", status="404 Not Found")
    index = replay.Index([str(stored(tmp_path, out.getvalue()))])
    header = index.find("https://A.example/x?a=1&b=2#top")
    assert header is not None
    assert archive.load(header.where).body == b"<p>3</p>"
    assert list(index.pages()) == [header]
    assert archive.load(header.where).header.headers == (("Content-Type", "text/html"),)
    assert index.find("http://a.example/none") is None


# Packing


def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved" / "pages"
    folder.mkdir(parents=True)
    (folder / "a.html").write_text("<title>A</title><p>Balai desa</p>", encoding="utf-8")
    (folder / "b.html").write_text(
        '<head><link rel="canonical" href="https://b.example/berita/1"></head>', encoding="utf-8"
    )
    (folder / "c.html").write_text("<title>nobody knows whence</title>", encoding="utf-8")
    (folder / "notes.md").write_text("not a page", encoding="utf-8")
    return folder


@pytest.mark.parametrize("prefix", ["", "pages/", "saved/pages/"])
def test_pack_takes_urls_from_manifest_then_page(tmp_path, prefix, capsys):
    folder = saved(tmp_path)
    manifest = (folder if not prefix else folder.parent) / "m.tsv"
    manifest.write_text(
        f"family\tfile\turl\nx\t{prefix}a.html\thttps://a.example/1\nx\t{prefix}b.html\t\n",
        encoding="utf-8",
    )
    out = tmp_path / "x.warc.gz"
    status = main(["pack", str(folder), "-o", str(out), "--manifest", str(manifest)])
    assert status == 1
    assert "c.html: no URL" in capsys.readouterr().err
    assert [capture.url for capture in archive.read(out)] == [
        "https://a.example/1",
        "https://b.example/berita/1",
    ]
    assert not list(tmp_path.glob(".*.part"))


def test_pack_is_repeatable_and_one_member_a_record(tmp_path):
    folder = saved(tmp_path)
    (folder / "c.html").unlink()
    manifest = folder / "m.tsv"
    manifest.write_text("file\turl\na.html\thttps://a.example/1\n", encoding="utf-8")
    outs = [tmp_path / name for name in ("one.warc.gz", "two.warc.gz")]
    for out in outs:
        assert packing.pack(folder, out, manifest).left_out == 0
    assert outs[0].read_bytes() == outs[1].read_bytes()
    offsets = [header.where.offset for header in archive.headers(outs[0], [])]
    assert len(set(offsets)) == 2
    for offset in offsets:
        gzip.GzipFile(fileobj=io.BytesIO(outs[0].read_bytes()[offset:])).read(10)


def test_pack_takes_the_date_given(tmp_path):
    folder = saved(tmp_path)
    out = tmp_path / "x.warc.gz"
    assert main(["pack", str(folder), "-o", str(out), "--date", "2026-11-23T16:00:00+07:00"]) == 1
    assert [capture.fetched_at for capture in archive.read(out)] == ["2026-11-23T09:00:00Z"]


@pytest.mark.parametrize("date", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
def test_a_capture_from_the_end_of_time_is_read_without_its_date(tmp_path, date):
    out = tmp_path / "x.warc.gz"
    assert main(["pack", str(saved(tmp_path)), "-o", str(out), "--date", date]) == 1
    assert [capture.fetched_at for capture in archive.read(out)] == [None]


def test_pack_without_any_url_writes_nothing(tmp_path, capsys):
    folder = saved(tmp_path)
    (folder / "b.html").unlink()
    out = tmp_path / "x.warc.gz"
    assert main(["pack", str(folder), "-o", str(out)]) == 1
    assert "no page with a URL" in capsys.readouterr().err
    assert list(tmp_path.glob("*.gz")) == []
    assert list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none", "-o", "x.warc.gz"], "not a folder"),
        (["{folder}", "-o", "x.zip"], ".warc.gz"),
        (["{folder}", "-o", "no/such/x.warc.gz"], "cannot be written"),
        (["{folder}", "-o", "x.warc.gz", "--manifest", "none.tsv"], "none.tsv"),
        (
            ["{folder}", "-o", "x.warc.gz", "--manifest", "{folder}/a.html"],
            "columns `file` and `url`",
        ),
        (["{folder}", "-o", "x.warc.gz", "--date", "kemarin"], "2026-11-23"),
    ],
)
def test_pack_refuses_wrong_arguments(tmp_path, monkeypatch, capsys, arguments, said):
    folder = saved(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["pack", *(word.format(folder=folder) for word in arguments)]) == 2
    assert said in capsys.readouterr().err


def test_pack_refuses_urls_that_are_none(tmp_path):
    folder = saved(tmp_path)
    manifest = folder / "m.tsv"
    manifest.write_text("file\turl\na.html\tftp://a.example/1\n", encoding="utf-8")
    said: list[str] = []
    packing.pack(folder, tmp_path / "x.warc.gz", manifest, say=said.append)
    assert any("ftp://a.example/1" in line for line in said)
    with pytest.raises(UsageError):
        packing.pack(folder / "a.html", tmp_path / "x.warc.gz")
