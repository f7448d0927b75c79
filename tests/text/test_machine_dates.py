"""Dates of metadata, feeds and URLs, and hostile strings."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from ogpnews.text.dates import (
    Moment,
    from_url,
    is_date_line,
    parse,
    parse_clock,
    parse_day_month,
    parse_machine,
)


def said(moment: Moment | None) -> tuple[str, str | None, float | None] | None:
    """Wall clock to its precision, how the zone is said, and the offset in hours."""
    if moment is None:
        return None
    hours = None if moment.offset is None else moment.offset / timedelta(hours=1)
    if isinstance(moment.when, datetime):
        when = moment.when.isoformat(timespec=f"{moment.precision}s")  # type: ignore[arg-type]
        return when, moment.zone, hours
    assert moment.precision == "day"
    return moment.when.isoformat(), moment.zone, hours


MACHINE = [
    ("2016-02-23 T15:32:01Z", "2016-02-23T15:32:01", "utc", 0),
    ("2015-11-05 T10:08:58Z", "2015-11-05T10:08:58", "utc", 0),
    ("2016-02-16T02:10:56Z", "2016-02-16T02:10:56", "utc", 0),
    ("2017-01-30T04:15:32+00:00", "2017-01-30T04:15:32", "utc", 0),
    ("2016-02-16T13:01:52+0700", "2016-02-16T13:01:52", "numeric", 7),
    ("2015-11-05T14:56:43+07:00", "2015-11-05T14:56:43", "numeric", 7),
    ("2015-11-05T14:56:43+07", "2015-11-05T14:56:43", "numeric", 7),
    ("2019-09-28WIB19:17:34+07:00", "2019-09-28T19:17:34", "numeric", 7),
    ("2026-05-13WIB18:45:00+07:00", "2026-05-13T18:45:00", "numeric", 7),
    ("2026-05-13WITA18:45:00", "2026-05-13T18:45:00", "printed", 8),
    ("2023-11-02T20-59-53Z", "2023-11-02T20:59:53", "utc", 0),
    ("2026-02-24 08:50:51", "2026-02-24T08:50:51", None, None),
    ("2023-11-02 21:34:19", "2023-11-02T21:34:19", None, None),
    ("2023/11/02 17:50:26", "2023-11-02T17:50:26", None, None),
    ("2026-02-24 08:50", "2026-02-24T08:50", None, None),
    ("2020-11-24T08:59:00.000Z", "2020-11-24T08:59:00", "utc", 0),
    ("20201124T155900Z", "2020-11-24T15:59:00", "utc", 0),
    ("2025-08-14T06:53:00-07:00", "2025-08-14T06:53:00", "numeric", -7),
    ("2017-01-05T18:57:00-08:00", "2017-01-05T18:57:00", "numeric", -8),
    ("Tue, 24 Nov 2020 15:59:00 +0700", "2020-11-24T15:59:00", "numeric", 7),
    ("Sel, 24 Nop 2020 15:59:00 +0700", "2020-11-24T15:59:00", "numeric", 7),
    ("Tue, 24 Nov 2020 08:59:00 GMT", "2020-11-24T08:59:00", "utc", 0),
    ("Tue, 24 Nov 2020 00:59:00 -0800", "2020-11-24T00:59:00", "numeric", -8),
    ("Tue Nov 24 2020 15:59:00 GMT+0700 (WIB)", "2020-11-24T15:59:00", "numeric", 7),
    ("1698933593000", "2023-11-02T13:59:53", "utc", 0),
    ("1698933593", "2023-11-02T13:59:53", "utc", 0),
    ("20200630184738", "2020-06-30T18:47:38", None, None),
    ("20201204", "2020-12-04", None, None),
    ("2020-11-24", "2020-11-24", None, None),
    ("05 Agustus 2019", "2019-08-05", None, None),
    ("24 - Nov - 2020, 03:59", "2020-11-24", None, None),
    ("10/21/2025 20:43", "2025-10-21T20:43", None, None),
    ("2020-11-24T25:00:00Z", "2020-11-24", "utc", 0),
]


@pytest.mark.parametrize(("value", "when", "zone", "hours"), MACHINE)
def test_machine(value: str, when: str, zone: str | None, hours: int | None) -> None:
    assert said(parse_machine(value)) == (when, zone, hours)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "null",
        "0000-00-00 00:00:00",
        "9999-12-31T23:59:59-12:00",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "-0001-11-30T00:00:00+00:00",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00+00:00",
        "0",
        "12345",
        "9999999999",
        "99999999",
        "20201399",
        "2020-13-45",
        "2020-02-30T10:00:00Z",
        "{{ date }}",
        "²⁰²⁰¹²⁰⁴",
    ],
)
def test_placeholders_and_impossible_values(value: str) -> None:
    assert parse_machine(value) is None


URLS = [
    ("https://example.id/read/2022/05/15/512/1101276/judul", "2022-05-15"),
    ("https://example.id/read/20190214/489/971827/judul", "2019-02-14"),
    ("https://example.id/amp/read/2020/06/09/220144/judul", "2020-06-09T22:01:44"),
    ("https://example.id/read/2021/01/18/143523/judul", "2021-01-18T14:35:23"),
    ("https://example.id/read/2022/08/23/220225478/judul", "2022-08-23T22:02:25"),
    ("https://example.id/2020/12/06/judul", "2020-12-06"),
    ("https://example.id/20201204/judul", "2020-12-04"),
    ("https://example.id/nasional/20200630184738-20-519273/judul", "2020-06-30T18:47:38"),
    ("https://example.id/info/t-2608221600", "2026-08-22T16:00"),
    ("https://example.id/metropolis/26/10/2023/judul", "2023-10-26"),
    ("https://example.id/papua/pegunungan/22/01/2024/judul/2/?amp=1", "2024-01-22"),
    ("/21/11/2022/judul", "2022-11-21"),
    ("https://example.id/news/89762/judul/2017-01-30", "2017-01-30"),
    ("https://example.id/baca/232323/20201124/035900/judul", "2020-11-24"),  # 12-hour clock
    ("https://example.id/read/2016/02/11/482473/judul", "2016-02-11"),  # 48.24.73 is no clock
    ("https://example.id/hukum/17/02/07/judul", None),  # 2017-02-07, or 17 February 2007
    ("https://example.id/2013/09/judul", None),
    ("https://example.id/?p=3985", None),
    ("https://example.id/cari?tanggal=/2020/12/06/", None),
    ("https://example.id/2020/13/45/judul", None),
    ("https://2020/12/06/judul", None),  # the host is no part of the path
    ("https://example.id", None),
    ("", None),
]


@pytest.mark.parametrize(("url", "when"), URLS)
def test_url(url: str, when: str | None) -> None:
    assert (said(from_url(url)) or (None,))[0] == when


HOSTILE = [
    " " * 100_000 + "24 Juli 2026",
    "24" + " " * 100_000 + "Juli 2026",
    "1" * 100_000,
    "1 " * 50_000,
    "24 " * 30_000 + "Juli",
    "24-" * 30_000,
    "10:" * 40_000,
    "Kamis " * 20_000 + "24 Juli 2026",
    "Januari " * 20_000,
    "24 Juli 20" * 10_000,
    "2020-" * 20_000,
    "2 jam " * 20_000,
    "/2020/02/" * 20_000,
    "(" * 100_000,
    "’" * 100_000,
    "\u0000\ud800\uffff" * 10_000,
]


@pytest.mark.parametrize(
    "read", [parse, parse_machine, parse_clock, parse_day_month, is_date_line, from_url]
)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_strings_cost_no_more_than_their_length(
    read: Callable[[str], object], text: str
) -> None:
    start = time.perf_counter()
    read(text)
    assert time.perf_counter() - start < 1.0  # a quadratic pattern takes minutes here


def test_spaces_do_not_hide_a_date() -> None:
    assert said(parse(" " * 100_000 + "24" + " " * 100_000 + "Juli 2026")) == (
        "2026-07-24",
        None,
        None,
    )
