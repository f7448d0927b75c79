"""Refusals in an answer: block pages and Retry-After, told from ordinary pages."""

from datetime import UTC, datetime

import pytest

from ogpnews import walls
from ogpnews.middlewares import is_public

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (200, {}, None),
        (404, {}, None),
        (503, {}, None),
        (401, {}, "HTTP 401"),
        (403, {"cf-mitigated": "challenge"}, "HTTP 403"),
        (451, {}, "HTTP 451"),
        (503, {"cf-mitigated": "challenge"}, "block page: cf-mitigated"),
        (202, {"x-amzn-waf-action": "Challenge"}, "block page: x-amzn-waf-action"),
        (200, {"x-amzn-waf-action": "none"}, None),
    ],
)
def test_status_and_header_fields(status, headers, reason):
    assert walls.refusal(status, headers.get) == reason


@pytest.mark.parametrize(
    ("page", "wall"),
    [
        ("<title>Just a moment...</title>", True),
        ("<TITLE>\n One moment,\n please... </TITLE>", True),
        ("<title>Akses Ditolak</title>", True),
        ("<title>Making sure you&#39;re not a bot!</title>", True),
        ('<html><iframe src="/_Incapsula_Resource?x=1"></iframe></html>', True),
        ("<script>window._cf_chl_opt={}</script>", True),
        ("<title>Just a moment: Embung Desa Terisi</title>", False),
        ("<title>Akses Ditolak Warga, Proyek Jalan Berhenti</title>", False),
        (
            "<title>Kabar Lereng</title><script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js>",
            False,
        ),
        ("", False),
        ("<title>Just a moment...</title>" + "x" * 40_000, False),  # no wall is that long
    ],
)
def test_block_pages(page, wall):
    assert (walls.block_page(page.encode()) is not None) is wall


@pytest.mark.parametrize(
    ("value", "date", "seconds"),
    [
        (None, None, None),
        ("", None, None),
        ("sebentar", None, None),
        ("-5", None, None),
        ("1.5", None, None),
        ("0", None, 0.0),
        (" 120 ", None, 120.0),
        ("9" * 400, None, walls.FURTHEST),
        ("Mon, 23 Nov 2026 08:02:00 GMT", None, 120.0),
        ("Mon, 23 Nov 2026 08:02:00 GMT", "Mon, 23 Nov 2026 08:01:00 GMT", 60.0),
        ("Mon, 23 Nov 2026 08:02:00 GMT", "kapan-kapan", 120.0),
        ("Mon, 23 Nov 2026 07:00:00 GMT", None, 0.0),
        ("Tue, 23 Nov 2088 07:00:00 GMT", None, walls.FURTHEST),
    ],
)  # fmt: skip
def test_retry_after(value, date, seconds):
    assert walls.retry_after(value, date, NOW) == seconds


@pytest.mark.parametrize(
    ("host", "public"),
    [
        ("www.kabarlereng.example", True),
        ("8.8.8.8", True),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("10.1.2.3", False),
        ("::1", False),
        ("localhost", False),
        ("redaksi.local", False),
        ("", False),
    ],
)
def test_hosts_to_which_a_robots_txt_may_be_redirected(host, public):
    assert is_public(host) is public
