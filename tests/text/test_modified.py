"""Time of the last change: printed line, metas of publication, metas of change → modified."""

import pytest

from ogpnews.text.published import resolve

WIB, WITA = "Asia/Jakarta", "Asia/Makassar"

MODIFIED = [
    (
        "11 Feb 2016 07:00 WIB",
        ["2016-02-11T00:00:00Z"],
        ["2016-02-11T01:15:12Z"],
        "2016-02-11T08:15:12+07:00",
    ),
    (
        "30 Januari 2017 08:50 WIB",
        ["2017-01-30T08:50:09+00:00"],
        ["2017-01-30T10:00:00+00:00"],
        "2017-01-30T10:00:00+07:00",
    ),
    (
        "30 Januari 2017 08:50 WIB",
        ["2017-01-30T08:50:09+00:00"],
        ["2017-01-30T08:50:09+00:00"],
        None,
    ),
    ("21 September 2014 22:45", ["2014-09-21T22:45:09+00:00"], ["2014-09-21T20:41:54+00:00"], None),
    (
        "30 Januari 2017 01:15 WIB",
        ["2017-01-30T01:15:00+07:00"],
        ["2017-01-30T01:15:01+07:00"],
        None,
    ),
    (
        "27 Oktober 2015",
        ["2015-10-27T02:23:46+00:00"],
        ["2016-07-20T02:21:16+00:00"],
        "2016-07-20T09:21:16+07:00",
    ),
    ("1 Mei 2020", [], ["2020-05-01T10:00:00+07:00"], None),
    ("1 Mei 2020", [], ["2020-05-02T10:00:00+07:00"], "2020-05-02T10:00:00+07:00"),
    ("1 Mei 2020 10:00 WITA", [], ["2020-05-01 12:00:00"], "2020-05-01T12:00:00+08:00"),
    ("1 Mei 2020 10:00 WIB", [], ["garbage"], None),
    (
        "1 Mei 2020 10:00 WIB",
        [],
        ["2020-05-01T03:00:30Z", "2020-05-01T04:00:00Z"],
        "2020-05-01T11:00:00+07:00",
    ),
]


@pytest.mark.parametrize(("line", "metas", "changes", "modified"), MODIFIED)
def test_modified(line: str, metas: list[str], changes: list[str], modified: str | None) -> None:
    assert resolve([line], metas, WIB, meta_modified=changes).modified == modified


def test_printed_update_lines() -> None:
    both = resolve(["Terbit 1 Mei 2020 10:00 WIB, Diperbarui 1 Mei 2020 11:30 WIB"], [], WIB)
    assert (both.published, both.modified) == (
        "2020-05-01T10:00:00+07:00",
        "2020-05-01T11:30:00+07:00",
    )
    alone = resolve(["Diperbarui: 8 Juli 2020   14:24"], [], WIB)
    assert (alone.published, alone.modified) == (None, "2020-07-08T14:24:00+07:00")
    given = resolve(
        ["7 Juli 2020 09:00 WITA"], [], WITA, modified_lines=["Update: 8 Juli 2020 14.24"]
    )
    assert given.modified == "2020-07-08T14:24:00+08:00"
    channel = resolve(["Lampung Update - Senin, 3 Februari 2025 15:27 WIB"], [], WIB)
    assert (channel.published, channel.modified) == ("2025-02-03T15:27:00+07:00", None)
