"""Printed date lines: (printed, wall clock to its precision, hours from UTC or None)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ogpnews.text.dates import Moment, is_date_line, parse, parse_clock, parse_day_month

NOW = datetime(2020, 11, 24, 9, 0, tzinfo=UTC)


def said(moment: Moment | None) -> tuple[str, float | None] | None:
    """Wall clock to its precision, and offset in hours."""
    if moment is None:
        return None
    hours = None if moment.offset is None else moment.offset / timedelta(hours=1)
    if isinstance(moment.when, datetime):
        return moment.when.isoformat(timespec=f"{moment.precision}s"), hours  # type: ignore[arg-type]
    assert moment.precision == "day"
    return moment.when.isoformat(), hours


ZONE_PRINTED = [
    ("- 24 November 2020, 15:59 WIB", "2020-11-24T15:59", 7),
    ("- 17 Mei 2022, 06:05 WIB", "2022-05-17T06:05", 7),
    ("Minggu, 15 Mei 2022 - 21:07 WIB", "2022-05-15T21:07", 7),
    ("14 Februari 2019 10:45 WIB Ginanjar Saputra Solo Share :", "2019-02-14T10:45", 7),
    ("Selasa, 09 Juni 2020 | 22:01 WIB", "2020-06-09T22:01", 7),
    ("Selasa, 24 Februari 2026 | 08:50 WIB", "2026-02-24T08:50", 7),
    ("Selasa, 05 Agustus 2025 – 06:31 WIB", "2025-08-05T06:31", 7),
    ("Kamis, 02 Des 2021 09:02 WIB", "2021-12-02T09:02", 7),
    ("Akfa Nasrulhak - detikNews\nKamis, 30 Jan 2020 21:01 WIB", "2020-01-30T21:01", 7),
    ("Selasa, 30/06/2020 19:18 WIB", "2020-06-30T19:18", 7),
    ("KOMPAS.COM - 14/04/2020, 17:06 WIB", "2020-04-14T17:06", 7),
    ("Kompas.com - 02/11/2023, 21:34 WIB", "2023-11-02T21:34", 7),
    ("27 Jul 2025, 20:40 WIT", "2025-07-27T20:40", 9),
    ("27 Jul 2025, 20.40 Wita", "2025-07-27T20:40", 8),
    ("27 Jul 2025, 20.40 WP", "2025-07-27T20:40", 9),
    ("27 Jul 2025 20:40 WIT Ambon", "2025-07-27T20:40", 9),
    ("Selasa,  6 Oktober 2015 - 05:23 WIB", "2015-10-06T05:23", 7),
    ("Jumat , 17 February 2017, 13:16 WIB", "2017-02-17T13:16", 7),
    ("on 16 Feb 2016 at 09:10 WIB", "2016-02-16T09:10", 7),
    ("- Jumat, 3 Oktober 2025 | 13:30 WIB", "2025-10-03T13:30", 7),
    ("Jum'at, 24 Juli 2026 - 13:39 WIB", "2026-07-24T13:39", 7),
    ("Jum’at, 24 Juli 2026 | 07:08 WIB", "2026-07-24T07:08", 7),
    ("Jum`at, 24 Juli 2026 | 07:08 WIB", "2026-07-24T07:08", 7),
    ("24 Juli 2026 | 11.32 WIB", "2026-07-24T11:32", 7),
    ("24 Jul 2026, 16:36 WIB", "2026-07-24T16:36", 7),
    ("Terbit 2 Sep 2025 17:00 WIB", "2025-09-02T17:00", 7),
    ("oleh : NAME, 01 Jan 2025 WIB", "2025-01-01", 7),
    ("Kamis, 5 November 2015 - 15:56 wib", "2015-11-05T15:56", 7),
    ("Senin 08 Feb 2016, 23:55 WIB", "2016-02-08T23:55", 7),
    ("Budi Santoso • 11 Februari 2016 06:30 WIB", "2016-02-11T06:30", 7),
    ("Pukul 19.18 WITA, Selasa 30 Juni 2020", "2020-06-30T19:18", 8),
    ("30 Juni 2020 pukul 19.18 (WIT)", "2020-06-30T19:18", 9),
    ("5 Mei 2020 10:02 GMT+8", "2020-05-05T10:02", 8),
    ("5 Mei 2020 10:02 UTC", "2020-05-05T10:02", 0),
]
NO_ZONE = [
    ("Terkini | okezone | Jum'at, 21 Februari 2025 - 18:12", "2025-02-21T18:12"),
    ("Sabtu, 30 November 2019 11:59", "2019-11-30T11:59"),
    ("12 Jul 2026 19:37:24", "2026-07-12T19:37:24"),
    ("Rabu, 3 Februari 2021 15:27 | 848 Views", "2021-02-03T15:27"),
    ("Rabu, 3 Februari 2021 | 998 Views", "2021-02-03"),
    ("1 March 2021 17:44", "2021-03-01T17:44"),
    ("23 October 2015, 16:44:36 (hid)", "2015-10-23T16:44:36"),
    ("22 Juli 2025 3 Min Read", "2025-07-22"),
    ("24/07/25 - 19:09", "2025-07-24T19:09"),
    ("08/1/2026 20:19", "2026-01-08T20:19"),
    ("20 July 2026, 23:40", "2026-07-20T23:40"),
    ("Diperbarui: 8 Juli 2020   14:24", "2020-07-08T14:24"),
    ("26 Sep, 2013 at 10:02 pm", "2013-09-26T22:02"),
    ("26 Sep, 2013 at 12:02 a.m.", "2013-09-26T00:02"),
    ("8 Juli 2020 10:00-11:30", "2020-07-08T10:00"),
    ("8 Juli 2020 10:00 WİB", "2020-07-08T10:00"),
    ("10:00 - 8 Juli 2020", "2020-07-08T10:00"),
    ("2025-07-24T19:09:00", "2025-07-24T19:09:00"),
    ("2016/02/08 06.30", "2016-02-08T06:30"),
    # the 12-hour clock of `d - M - Y, h:i` prints no AM or PM: only its day is certain
    ("24 - Nov - 2020, 03:59", "2020-11-24"),
    ("24 - Nov - 2020, 03:59 PM", "2020-11-24T15:59"),
    ("24 - Nov - 2020, 15:59", "2020-11-24T15:59"),
]
DAY_ONLY = [
    ("Rabu, September 3, 2025", "2025-09-03"),
    ("Rabu, Juli 16, 2025", "2025-07-16"),
    ("Kamis, Januari 15, 2026", "2026-01-15"),
    ("Tuesday, May 24, 2022", "2022-05-24"),
    ("Jumat, April 19, 2024", "2024-04-19"),
    ("Selasa, 26 November 2024", "2024-11-26"),
    ("Monday, 22 April 2019", "2019-04-22"),
    ("January 23, 2026 by", "2026-01-23"),
    ("Saturday, 15 March 2014", "2014-03-15"),
    ("Jumat, 28 Februari 2014", "2014-02-28"),
    ("Rabu Pon ■ 16 September 2015", "2015-09-16"),
    ("Jumat Pon, 3 Oktober 2025", "2025-10-03"),
    ("JUMAT WAGE, 20 Maret 2026", "2026-03-20"),
    ("Jumat 24 Juni 2011 M / 22 Rajab 1432 H", "2011-06-24"),
    ("Ahad, 8 Februari 2026", "2026-02-08"),
    ("Selasa, 10 Februari 2026", "2026-02-10"),
    ("14 PEBRUARI 2021", "2021-02-14"),
    ("6 Nop 2019", "2019-11-06"),
    ("3 Ags 2023", "2023-08-03"),
    ("3 Agt 2023", "2023-08-03"),
    ("Senin, 27/12/2021", "2021-12-27"),
    ("Kamis, 20 Februari 2025", "2025-02-20"),
    ("Sab, Okt 10th, 2015", "2015-10-10"),
    ("26 Sep, 2013", "2013-09-26"),
    ("Oktober 27, 2015", "2015-10-27"),
    ("3 Des 25", "2025-12-03"),
    ("24 ſeptember 2020", "2020-09-24"),  # letters that only Unicode folds to s and i
    ("29-04-2025 / B.K.S.A.P.", "2025-04-29"),
    ("2021 Maret 5", "2021-03-05"),  # dateparser
    # dates in running text, as far as they hold a year
    ("(16/2/2024)", "2024-02-16"),
    ("Kamis (23/10/2025) kemarin", "2025-10-23"),
    ("Kamis (30/1/25)", "2025-01-30"),
    ("Sabtu (15/3/25)", "2025-03-15"),
    ("Senin (28/4/25)", "2025-04-28"),
    ("Rabu (14/1/2026)", "2026-01-14"),
    ("Rabu, (17/12/25)", "2025-12-17"),
    ("(24/05/19)", "2019-05-24"),
    ("(26.03/2022)", "2022-03-26"),
    ("Kamis/10/2 /2022", "2022-02-10"),
    ("Selasa ( 10/9/ 2024)", "2024-09-10"),
    ("Jumat (1/07/2022)", "2022-07-01"),
    ("Senin, 12/09/2022.", "2022-09-12"),
    ("edisi Kamis (14/2 - 2019).", "2019-02-14"),
    ("Senin 23 November 2020", "2020-11-23"),
]
NOTHING = [
    "",
    "   ",
    "Published\non",
    "Oleh · 2 menit baca",
    "27\nMar",
    "September 25th",
    "(11/2)",
    "(12/02)",
    "Kamis (01/05).",
    "Kamis (10/10).",
    "Kamis (5/3) kemarin",
    "Rabu lalu (02/11)",
    "selama dua hari (25-26) Juli 2022",
    "25-26 Juli 2022",
    "25 – 26 Juli 2022",
    "Minggu ke-3 Juli 2022",
    "baru-baru ini",
    "beberapa waktu yang lalu",
    "kemarin",
    "3 jam lalu",
    "sejam yang lalu",
    "Minggu lalu",
    "Senin lalu",
    "14.30",
    "24.00",
    "11.00 WP",
    "Sabtu (31/9/2019)",
    "30 Februari 2021",
    "20201204",
    "998 Views",
    "COPYRIGHT © ANTARA 2026",
    "22 Rajab 1432 H",
    "17 Agustus 1945",
    "021-5551234",
    "999/999/9999",
    "24 Aprıl 2020",
]
CONFLICTS = [
    ("Sabtu (9/2/2024)", "2024-02-09", "weekday: Sabtu printed, 2024-02-09 is Jumat"),
    ("Senin (18/10/2022)", "2022-10-18", "weekday: Senin printed, 2022-10-18 is Selasa"),
    ("Jumat (28/10/2017) kemarin", "2017-10-28", "weekday: Jumat printed, 2017-10-28 is Sabtu"),
    ("Jumat (27/10/2017)", "2017-10-27", None),
    ("Rabu 13/1/2020", "2020-01-13", "weekday: Rabu printed, 2020-01-13 is Senin"),
    ("Minggu 26 Januari 2024 malam", "2024-01-26", "weekday: Minggu printed, 2024-01-26 is Jumat"),
    ("Rabu 1 Desember 2020", "2020-12-01", "weekday: Rabu printed, 2020-12-01 is Selasa"),
    ("Selasa (29/4/2024)", "2024-04-29", "weekday: Selasa printed, 2024-04-29 is Senin"),
    ("Selasa (11/2/2026)", "2026-02-11", "weekday: Selasa printed, 2026-02-11 is Rabu"),
    ("Rabu, 5 Agustus 2025", "2025-08-05", "weekday: Rabu printed, 2025-08-05 is Selasa"),
    ("Selasa, 13 Januari 2026", "2026-01-13", None),
    ("Jum’at, 25 Juli 2026", "2026-07-25", "weekday: Jum’at printed, 2026-07-25 is Sabtu"),
    ("KAMIS 911/02/2021)", "2021-02-11", "typing: 9 for ( in 911/02/2021)"),
    ("10/21/2025 20:43", "2025-10-21T20:43", "order: month first in 10/21/2025"),
    ("24 Juli 2026 24.00 WIB", "2026-07-24", "clock: no such time as 24.00"),
    ("Ahad 26 Zulkaedah 1435 / 21 September 2014 22:45", "2014-09-21T22:45", None),
    (
        "Senin 26 Zulkaedah 1435 / 21 September 2014",
        "2014-09-21",
        "weekday: Senin printed, 2014-09-21 is Minggu",
    ),
]
RELATIVE = [  # fetched on 24 November 2020, 16:00 WIB
    ("2 menit lalu", "2020-11-24T15:58"),
    ("1 jam 20 menit yang lalu", "2020-11-24T14:40"),
    ("Baru saja", "2020-11-24T16:00"),
    ("3 jam lalu", "2020-11-24"),
    ("sejam yang lalu", "2020-11-24"),
    ("3 hours ago", "2020-11-24"),
    ("2 hari lalu", "2020-11-22"),
    ("kemarin 14.30 WIB", "2020-11-23T14:30"),
    ("Hari ini 09.15 WIB", "2020-11-24T09:15"),
    ("15 jam lalu", "2020-11-24"),
    ("16 jam lalu", None),  # somewhere between 23.01 and midnight sharp: either day
    ("kemarin", None),
    ("9 bulan lalu", None),
    ("Minggu lalu", None),
    ("Oleh · 2 menit baca", None),
    ("3 Min Read", None),
]


@pytest.mark.parametrize(("line", "when", "hours"), ZONE_PRINTED)
def test_zone_printed(line: str, when: str, hours: int) -> None:
    assert said(parse(line)) == (when, hours)


@pytest.mark.parametrize(("line", "when"), NO_ZONE + DAY_ONLY)
def test_no_zone_printed(line: str, when: str) -> None:
    assert said(parse(line)) == (when, None)


@pytest.mark.parametrize("line", NOTHING)
def test_honest_emptiness(line: str) -> None:
    assert parse(line) is None


@pytest.mark.parametrize(("line", "when", "conflict"), CONFLICTS)
def test_contradictions_are_said_and_not_mended(line: str, when: str, conflict: str | None) -> None:
    moment = parse(line)
    assert moment is not None
    assert (said(moment), moment.conflict) == ((when, 7 if "WIB" in line else None), conflict)


@pytest.mark.parametrize(("line", "when"), RELATIVE)
def test_relative_to_the_time_of_fetching(line: str, when: str | None) -> None:
    moment = parse(line, now=NOW.astimezone(ZoneInfo("Asia/Jakarta")))
    assert (said(moment) or (None,))[0] == when


def test_named_day_is_that_of_the_printed_zone() -> None:
    late = datetime(2020, 11, 24, 16, 30, tzinfo=UTC)  # 01.30 of the 25th in WIT
    moment = parse("kemarin 23.00 WIT", now=late)
    assert moment is not None
    assert moment.day == date(2020, 11, 24)


def test_a_printed_zone_is_told_from_a_numeric_one() -> None:
    zones = [
        m.zone for line in ("1 Mei 2020 10:00 WIB", "1 Mei 2020 10:00 +07:00") if (m := parse(line))
    ]
    assert zones == ["printed", "numeric"]


@pytest.mark.parametrize(
    ("line", "clock", "hours"),
    [
        ("pukul 17.28 Wita", "17:28", 8),
        ("pukul 08.10 Wita", "08:10", 8),
        ("01.00 wita", "01:00", 8),
        ("mulai pukul 08.30 Wita hingga selesai", "08:30", 8),
        ("pukul 12.00 – selesai", "12:00", None),
        ("14.20–17.50 WIB", "14:20", 7),
        ("pukul 09.00 WIB – 11.30 WIB", "09:00", 7),
        ("pukul 20:00 WIB", "20:00", 7),
        ("11.00 WP", "11:00", 9),
        ("18.57", "18:57", None),
    ],
)
def test_clock_without_date(line: str, clock: str, hours: int | None) -> None:
    got = parse_clock(line)
    assert got is not None
    assert got[0].isoformat("minutes") == clock
    assert got[1] == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize("line", ["24.00", "25:10", "selesai", "1.000.000", "12.05.2020", ""])
def test_no_clock(line: str) -> None:
    assert parse_clock(line) is None


@pytest.mark.parametrize(
    ("line", "day_month"),
    [
        ("September 25th", (25, 9)),
        ("27\nMar", (27, 3)),
        ("6 May", (6, 5)),
        ("10 Aug", (10, 8)),
        ("40 Mei", None),
        ("selesai", None),
    ],
)
def test_day_and_month(line: str, day_month: tuple[int, int] | None) -> None:
    assert parse_day_month(line) == day_month


@pytest.mark.parametrize(("line", "when", "hours"), ZONE_PRINTED)
def test_date_lines_are_recognised(line: str, when: str, hours: int) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "text",
    [
        "Kegiatan digelar pada Senin, 12/09/2022.",
        "Wali kota membuka pameran pembangunan di balai kota pada Senin 23 November 2020",
        "Selasa (16/2/2024)",
        "COPYRIGHT © 24 Juli 2026",
        "Anggaran naik Rp12.500.000",
        "",
        "x" * 100_000,
    ],
)
def test_prose_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


def test_relative_line_is_a_date_line() -> None:
    assert is_date_line("3 jam lalu")
