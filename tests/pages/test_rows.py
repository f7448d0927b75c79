"""Lines around headline and body, and what stands in one line beside a date."""

import time

import pytest

from ogpnews.pages import rows
from ogpnews.pages.document import Document


def lines(body: str) -> tuple[list[str], list[str]]:
    document = Document(f"<html><body>{body}</body></html>".encode())
    title, text = document.first("h1"), document.first("#b")
    assert title is not None
    found = rows.Rows(title, {text.mem_id} if text is not None else set(), 300)
    return found.lines, found.texts


def test_lines_end_with_blocks_and_breaks() -> None:
    body = "<h1>J</h1>Wira<br>Senin<div>Daerah <b>Solok</b></div><div id='b'>Isi</div>Lain"
    assert lines(body) == (["Wira", "Senin", "Daerah Solok"], ["Wira", "Senin", "Daerah", "Solok"])


def test_code_is_no_line() -> None:
    body = "<h1>J</h1><select><option>Pilih</option></select><button>Bagikan</button><p>Wira</p>"
    assert lines(body)[0] == ["Wira"]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Wira Kusnadi | Senin, 6 Mei 2024 | 08:00 WIB", ["Senin, 6 Mei 2024 | 08:00 WIB"]),
        ("Daerah • 6 Mei 2024 08:00 WIB • 3 menit baca", ["6 Mei 2024 08:00 WIB"]),
        ("Wira Kusnadi | Daerah | Solok", []),
        ("", []),
    ],
)
def test_date_between_bars(line: str, wanted: list[str]) -> None:
    assert rows.dated(line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Daerah oleh : WIRA, 01 Jan 2025 WIB 512 kali dibaca",
            ("Daerah oleh : WIRA", "01 Jan 2025 WIB", "512 kali dibaca"),
        ),
        (
            "Senin, 6 Mei 2024 07:44 WIB Oleh: Wira",
            ("", "Senin, 6 Mei 2024 07:44 WIB", "Oleh: Wira"),
        ),
        ("Bupati datang pada 6 Mei 2024.", None),
        ("Wira Kusnadi", None),
    ],
)
def test_line_cut_at_its_date(line: str, wanted: tuple[str, str, str] | None) -> None:
    assert rows.cut(line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Wira Kusnadi - 6 Mei 2024 06:30 wib", ["Wira Kusnadi"]),
        ("Kamis, 13 Juni 2013 07:44 WIB Oleh: Firdaus Malin", ["Oleh: Firdaus Malin"]),
        (
            "Oleh MC KAB MAROS, Rabu, 6 November 2024 | 10:41 WIB - Redaktur: Juli Hartati",
            ["Oleh MC KAB MAROS", "Redaktur: Juli Hartati"],
        ),
        (
            "Diposting oleh : Admin Dinkes, 8 Mei 2024 | Dibaca 245 kali",
            ["Diposting oleh : Admin Dinkes"],
        ),
        ("Last updated: 6 Mei 2024 08:00", []),
        ("6 Mei 2024 | 512 kali dibaca", []),
    ],
)
def test_names_beside_a_date(line: str, wanted: list[str]) -> None:
    assert rows.beside_date(line) == wanted


def test_clock_in_a_line_of_its_own() -> None:
    assert (
        rows.with_clocks(["Desember 4, 2023", "9:05 am", "Wira"])[0] == "Desember 4, 2023 9:05 am"
    )
    assert rows.with_clocks(["6 Mei 2024 08:00", "09:00"])[0] == "6 Mei 2024 08:00"
    assert rows.with_clocks([]) == []


@pytest.mark.parametrize(
    "text", [" " * 100_000, "|" * 100_000, "6 Mei 2024 " * 9000, "Senin, " * 9000]
)
def test_long_lines_cost_little(text: str) -> None:
    start = time.process_time()
    for read in (rows.dated, rows.cut, rows.beside_date):
        read(text)
    assert time.process_time() - start < 1
