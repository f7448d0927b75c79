"""Printed lines and metadata together: which is believed, and in which zone."""

from datetime import UTC, datetime

import pytest

from ogpnews.text.published import Published, resolve

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"


def test_the_seed_line() -> None:
    assert resolve(["\t- 24 November  2020, 15:59 WIB"], [], WIB) == Published(
        published="2020-11-24T15:59:00+07:00",
        published_utc="2020-11-24T08:59:00Z",
        published_raw="- 24 November 2020, 15:59 WIB",
        published_precision="minute",
        tz_source="printed",
        where="css",
    )


def test_nothing_at_all() -> None:
    assert resolve([], [], WIB) == Published()
    assert (
        resolve(["Published on", ""], ["", "0000-00-00"], WIB, url="https://x.id/a") == Published()
    )


@pytest.mark.parametrize("day", ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "9999-12-31"])
@pytest.mark.parametrize("line", ["", "31 Desember 9999, 23:59 WIB"])
def test_the_end_of_time_is_no_date(day: str, line: str) -> None:
    assert resolve([line], [day], WIB).published is None


# (printed, metas, outlet zone, published, tz_source)
CLOCK_PRINTED = [
    # a false Z in the same minute still has the seconds
    (
        "Kamis, 02 Nov 2023 20:59 WIB",
        ["2023-11-02T20-59-53Z"],
        WIB,
        "2023-11-02T20:59:53+07:00",
        "printed",
    ),
    (
        "Selasa, 23/02/2016 15:32 WIB",
        ["2016-02-23 T15:32:01Z"],
        WIB,
        "2016-02-23T15:32:01+07:00",
        "printed",
    ),
    (
        "on 16 Feb 2016 at 09:10 WIB",
        ["2016-02-16T02:10:56Z"],
        WIB,
        "2016-02-16T09:10:56+07:00",
        "printed",
    ),
    (
        "Kamis, 02 Nov 2023 20:59 WIB",
        ["1698933593000"],
        WIB,
        "2023-11-02T20:59:53+07:00",
        "printed",
    ),
    (
        "Selasa, 24 Februari 2026 | 08:50 WIB",
        ["2026-02-24 08:50:51"],
        WIB,
        "2026-02-24T08:50:51+07:00",
        "printed",
    ),
    ("7 Februari 2017 08:04 GMT", [], WIT, "2017-02-07T17:04:00+09:00", "printed"),
    # the printed zone is kept, whatever the outlet's
    ("7 Februari 2017 08:04 WIB", [], WIT, "2017-02-07T08:04:00+07:00", "printed"),
    # no zone printed
    ("Sabtu, 30 November 2019 11:59", [], WITA, "2019-11-30T11:59:00+08:00", "outlet"),
    ("12 Jul 2026 19:37:24", [], WITA, "2026-07-12T19:37:24+08:00", "outlet"),
    ("27 Jul 2025, 20:40", [], WIT, "2025-07-27T20:40:00+09:00", "outlet"),
    (
        "7 Februari 2017 06:00",
        ["2017-02-07T06:00:39+08:00"],
        WIB,
        "2017-02-07T06:00:39+08:00",
        "meta",
    ),
    ("9 Oktober 2020 14:59", ["2020-10-09T06:59:48Z"], WITA, "2020-10-09T14:59:48+08:00", "outlet"),
    (
        "9 Oktober 2020 14:59",
        ["2020-10-09T14:59:48Z"],
        WITA,
        "2020-10-09T14:59:48+08:00",
        "meta_corrected",
    ),
    # a true UTC time eight hours off tells the zone of an outlet that nobody knows
    ("9 Oktober 2020 14:59", ["2020-10-09T06:59:48Z"], WIB, "2020-10-09T14:59:48+08:00", "meta"),
    # a pair: one true, one false
    (
        "30 Januari 2017 11:15",
        ["2017-01-30T11:15:32+00:00", "2017-01-30T04:15:32+00:00"],
        WIB,
        "2017-01-30T11:15:32+07:00",
        "outlet",
    ),
    # the wall clock of an account left on Pacific time, printed as it is
    (
        "Kamis, 05 Januari 2017 18.57",
        ["2017-01-05T18:57:00-08:00"],
        WIB,
        "2017-01-05T18:57:00-08:00",
        "meta",
    ),
    ("18.57", ["2017-01-05T18:57:00-08:00"], WIB, "2017-01-05T18:57:00-08:00", "meta"),
    (
        "Jumat, 06 Januari 2017 09.57",
        ["2017-01-05T18:57:00-08:00"],
        WIB,
        "2017-01-06T09:57:00+07:00",
        "outlet",
    ),
    # hours apart on one day: no zone explains it, the page is believed
    (
        "7 Februari 2017 10:00 WIB",
        ["2017-02-07T12:30:00+07:00"],
        WIB,
        "2017-02-07T10:00:00+07:00",
        "printed",
    ),
]


@pytest.mark.parametrize(("line", "metas", "zone", "published", "source"), CLOCK_PRINTED)
def test_a_printed_clock(
    line: str, metas: list[str], zone: str, published: str, source: str
) -> None:
    got = resolve([line], metas, zone)
    assert (got.published, got.tz_source, got.where) == (published, source, "css")
    assert (got.published_raw, got.date_conflict) == (line, None)


DAY_PRINTED = [
    ("Oktober 27, 2015", ["2015-10-27T02:23:46+00:00"], WIB, "2015-10-27T09:23:46+07:00", "meta"),
    (
        "30 Januari 2017",
        ["2017-01-30T04:15:32+00:00", "2017-01-30T11:15:32+00:00"],
        WIB,
        "2017-01-30T11:15:32+07:00",
        "meta",
    ),
    (
        "October 9, 2020",
        ["2020-10-09T06:59:48Z", "2020-10-09T14:59:48+00:00"],
        WITA,
        "2020-10-09T14:59:48+08:00",
        "meta",
    ),
    (
        "7 Februari 2017",
        ["2017-02-07T06:00:39+08:00", "2017-02-07T06:00:39+00:00"],
        WITA,
        "2017-02-07T06:00:39+08:00",
        "meta",
    ),
    # only as local time does it fall on the printed day
    (
        "8 Februari 2016",
        ["2016-02-08T23:55:42Z"],
        WIB,
        "2016-02-08T23:55:42+07:00",
        "meta_corrected",
    ),
    # only as UTC does it
    ("9 Februari 2016", ["2016-02-08T23:55:42Z"], WIB, "2016-02-09T06:55:42+07:00", "meta"),
    ("24 Februari 2026", ["2026-02-24 08:50:51"], WITA, "2026-02-24T08:50:51+08:00", "outlet"),
    # an account abroad: true instants, shown as local time unless the page prints its day
    ("6 Januari 2017", ["2017-01-05T18:57:00-08:00"], WIB, "2017-01-06T09:57:00+07:00", "meta"),
    ("5 Januari 2017", ["2017-01-05T18:57:00-08:00"], WIB, "2017-01-05T18:57:00-08:00", "meta"),
]


@pytest.mark.parametrize(("line", "metas", "zone", "published", "source"), DAY_PRINTED)
def test_a_printed_day_takes_the_clock_of_metadata(
    line: str, metas: list[str], zone: str, published: str, source: str
) -> None:
    got = resolve([line], metas, zone)
    assert (got.published, got.tz_source, got.where) == (published, source, "meta")
    assert (got.published_raw, got.published_precision) == (line, "second")


@pytest.mark.parametrize(
    ("line", "metas", "day"),
    [
        ("26 Sep, 2013", [], "2013-09-26"),
        ("September 25th", ["2013-09-25"], "2013-09-25"),
        ("24 - Nov - 2020, 03:59", ["24 - Nov - 2020, 03:59", "2020-11-24"], "2020-11-24"),
        ("01 Jan 2025 WIB", [], "2025-01-01"),
        # midnight to the second is a day that a machine filled up
        ("24 November 2020", ["2020-11-24T00:00:00+07:00"], "2020-11-24"),
        ("24 November 2020", ["2020-11-23T17:00:00Z"], "2020-11-24"),
    ],
)
def test_a_time_is_never_invented(line: str, metas: list[str], day: str) -> None:
    assert resolve([line], metas, WIB) == Published(
        published=day, published_raw=line, published_precision="day", where="css"
    )


def test_a_day_without_year_needs_a_witness() -> None:
    assert resolve(["September 25th"], [], WIB) == Published()
    got = resolve(["September 25th"], [], WIB, url="https://x.id/2013/09/25/judul")
    assert (got.published, got.published_raw) == ("2013-09-25", "September 25th")


METADATA_ONLY = [
    (["2015-11-05T14:56:43+07:00"], None, "2015-11-05T14:56:43+07:00", "meta"),
    (["2019-09-28WIB19:17:34+07:00"], None, "2019-09-28T19:17:34+07:00", "meta"),
    (["2016-02-16T02:10:56Z"], None, "2016-02-16T09:10:56+07:00", "meta"),
    (["2023-11-02 21:34:19"], None, "2023-11-02T21:34:19+07:00", "outlet"),
    (
        ["2025-05-28T06:30:07+00:00", "2025-05-28 13:30:07"],
        None,
        "2025-05-28T13:30:07+07:00",
        "meta",
    ),
    (
        ["2023-11-02T20-59-53Z", "1698933593000"],
        None,
        "2023-11-02T20:59:53+07:00",
        "meta_corrected",
    ),
    (
        ["2023-11-02T20-59-53Z", "2023/11/02 20:59:53"],
        None,
        "2023-11-02T20:59:53+07:00",
        "meta_corrected",
    ),
    (["2025-08-14T06:53:00-07:00"], None, "2025-08-14T20:53:00+07:00", "meta"),
    (["2020-11-24", "2020-11-24T08:59:00Z"], None, "2020-11-24T15:59:00+07:00", "meta"),
    (["not a date", "2015-11-05T14:56:43+07:00"], None, "2015-11-05T14:56:43+07:00", "meta"),
    (["2020-11-24T00:00:00Z"], None, "2020-11-24", None),
    # the URL's clock, and the URL's day, decide about a Z
    (
        ["2020-06-09T22:01:44Z"],
        "/read/2020/06/09/220144/judul",
        "2020-06-09T22:01:44+07:00",
        "meta_corrected",
    ),
    (
        ["2020-06-09T15:01:44Z"],
        "/read/2020/06/09/220144/judul",
        "2020-06-09T22:01:44+07:00",
        "meta",
    ),
    (["2020-06-09T22:01:44Z"], "/2020/06/09/judul", "2020-06-09T22:01:44+07:00", "meta_corrected"),
    # a recommended story's date comes first in the page
    (
        ["2021-03-01T10:00:00+07:00", "2023-05-01T09:00:00+07:00"],
        "/2023/05/01/judul",
        "2023-05-01T09:00:00+07:00",
        "meta",
    ),
]


@pytest.mark.parametrize(("metas", "url", "published", "source"), METADATA_ONLY)
def test_nothing_printed(
    metas: list[str], url: str | None, published: str, source: str | None
) -> None:
    got = resolve([], metas, WIB, url=url)
    assert (got.published, got.tz_source) == (published, source)
    assert (got.published_raw, got.where) == (None, "meta")


def test_an_article_is_older_than_its_fetch() -> None:
    fetched = datetime(2017, 1, 30, 6, 0, tzinfo=UTC)  # 13.00 WIB
    got = resolve(["Monday, 30 Jan 2017"], ["2017-01-30T11:35:08+00:00"], WIB, now=fetched)
    assert (got.published, got.tz_source) == ("2017-01-30T11:35:08+07:00", "meta_corrected")


def test_software_that_is_known_for_false_labels() -> None:
    told = ["2017-01-30T11:35:08+00:00"]
    got = resolve(["Monday, 30 Jan 2017"], told, WIB, local_as_utc=True)
    assert (got.published, got.tz_source) == ("2017-01-30T11:35:08+07:00", "meta_corrected")
    # another time on the page still decides
    pair = ["2017-01-30T04:15:32+00:00", "2017-01-30T11:15:32+00:00"]
    got = resolve(["30 Januari 2017"], pair, WIB, local_as_utc=True)
    assert got.published == "2017-01-30T11:15:32+07:00"


def test_url_alone_gives_the_day() -> None:
    got = resolve([], [], WIB, url="https://x.id/read/2020/06/09/220144/judul")
    assert got == Published(published="2020-06-09", published_precision="day", where="url")


@pytest.mark.parametrize(
    ("metas", "url"),
    [
        (["2021-06-19T10:00:00+07:00"], None),
        ([], "https://x.id/2021/06/19/judul"),
        (["2021-06-19T10:00:00+07:00"], "https://x.id/2021/06/19/judul"),
    ],
)
def test_a_header_clock_loses_to_the_line_that_agrees(metas: list[str], url: str | None) -> None:
    got = resolve(["Kamis, Januari 15, 2026", "19 Juni 2021"], metas, WIB, url=url)
    assert got.published is not None
    assert got.published[:10] == "2021-06-19"
    assert (got.published_raw, got.date_conflict) == ("19 Juni 2021", None)


def test_a_lone_header_clock_loses_to_metadata_and_url_together() -> None:
    got = resolve(
        ["Kamis, Januari 15, 2026"],
        ["2021-06-19T10:00:00+07:00"],
        WIB,
        url="https://x.id/2021/06/19/judul",
    )
    assert (got.published, got.published_raw) == ("2021-06-19T10:00:00+07:00", None)
    assert got.date_conflict == "printed: 2026-01-15, metadata and URL say otherwise"


def test_without_witness_the_first_line_that_parses_wins() -> None:
    got = resolve(["Berita Utama", "1 Mei 2020 10:00 WIB", "2 Mei 2020 11:00 WIB"], [], WIB)
    assert got.published_raw == "1 Mei 2020 10:00 WIB"


@pytest.mark.parametrize(
    ("line", "metas", "url", "conflict"),
    [
        (
            "Jumat, 1 Mei 2020 10:00 WIB",
            ["2018-01-02T03:04:05+07:00"],
            None,
            "metadata: 2018-01-02T03:04:05, 2020-05-01 printed",
        ),
        ("Jumat, 1 Mei 2020", [], "/2018/01/02/judul", "url: 2018-01-02, 2020-05-01 printed"),
        ("Sabtu (9/2/2024)", [], None, "weekday: Sabtu printed, 2024-02-09 is Jumat"),
        ("Jumat, 1 Mei 2020 00:05 WIB", [], "/2020/04/30/judul", None),  # drafted the day before
        (
            "Sabtu, 1 Mei 2020",
            ["2018-01-02"],
            None,
            "weekday: Sabtu printed, 2020-05-01 is Jumat; metadata: 2018-01-02, 2020-05-01 printed",
        ),
    ],
)
def test_the_printed_line_wins_and_the_conflict_is_said(
    line: str, metas: list[str], url: str | None, conflict: str | None
) -> None:
    got = resolve([line], metas, WIB, url=url)
    assert (got.published_raw, got.where, got.date_conflict) == (line, "css", conflict)


def test_relative_lines_need_the_time_of_fetching() -> None:
    fetched = datetime(2020, 11, 24, 9, 0, tzinfo=UTC)
    assert resolve(["5 menit lalu"], [], WITA) == Published()
    got = resolve(["5 menit lalu"], [], WITA, now=fetched)
    assert (got.published, got.published_raw) == ("2020-11-24T16:55:00+08:00", "5 menit lalu")
    naive = resolve(["5 menit lalu"], [], WITA, now=fetched.replace(tzinfo=None))
    assert naive == got


@pytest.mark.parametrize("zone", ["WIB", "Asia/Nowhere", "", "../etc", "Asia"])
def test_an_unknown_zone_is_said(zone: str) -> None:
    with pytest.raises(ValueError, match="Asia/Makassar"):
        resolve(["1 Mei 2020"], [], zone)


@pytest.mark.parametrize("text", [" " * 100_000, "9" * 100_000, "\x00", "Z", "24 " * 30_000])
def test_odd_strings_do_no_harm(text: str) -> None:
    got = resolve([text], [text], WIB, modified_lines=[text], meta_modified=[text], url=text)
    assert got == Published()
