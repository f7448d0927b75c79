"""The crawl is stopped: by Ctrl-C, by SIGTERM, twice, while servers keep it waiting."""

import json
import signal
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from crawling import ENVIRONMENT, catalogue, news_site, ogpnews
from recordsets import record_lines
from server import Reply, Site

MOST = 5.0
"""Seconds that a run has for ending after a signal."""


@pytest.fixture
def site() -> Iterator[Site]:
    """Sitemap index, feed, listing of two pages, seven articles."""
    with Site() as built:
        yield news_site(built)


class Dribble(socketserver.BaseRequestHandler):
    """An answer without an end, a byte at a time."""

    def handle(self) -> None:
        self.request.recv(4096)
        self.request.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n")
        while not self.server.over.wait(0.2):  # type: ignore[attr-defined]
            try:
                self.request.sendall(b" ")
            except OSError:
                return


@contextmanager
def dribbling() -> Iterator[str]:
    """URL of a site whose answers never end."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Dribble) as server:
        server.daemon_threads = True
        server.over = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.over.set()  # type: ignore[attr-defined]
        server.shutdown()


def begin(folder: Path, out: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "ogpnews.cli", "crawl", "--catalogue", folder, "-o", out, *arguments],
        env=ENVIRONMENT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def wait_until(happened: Any, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 30
    while not happened():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.02)


def wrote(out: Path, records: int = 1) -> Any:
    def enough() -> bool:
        return sum(p.read_bytes().count(b"\n") for p in out.glob("articles/*/*.jsonl")) >= records

    return enough


def stopped(process: subprocess.Popen[str], *numbers: int) -> tuple[int, float, str]:
    """Status, seconds to the end, and what was said on standard error."""
    start = time.monotonic()
    for number in numbers:
        process.send_signal(number)
        time.sleep(0.3 if len(numbers) > 1 else 0)
    _, said = process.communicate(timeout=30)
    return process.returncode, time.monotonic() - start, said


def report_of(out: Path) -> dict[str, Any]:
    (path,) = out.glob("runs/*.json")
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "sigterm"]
)
def test_a_signal_stops_within_seconds_and_the_next_run_has_the_rest(
    tmp_path, site, number, status
):
    folder, out = catalogue(tmp_path / "catalogue", site, delay="0.2"), tmp_path / "out"
    process = begin(folder, out)
    wait_until(wrote(out), process)
    code, seconds, said = stopped(process, number)
    assert (code, seconds < MOST) == (status, True), seconds
    assert said.count("interrupted") == 1
    assert "Traceback" not in said
    report = report_of(out)
    assert (report["state"], report["exit_status"]) == ("interrupted", status)
    lines = record_lines(out)
    assert len(lines) == report["outlets"]["lereng"]["exported"] >= 1
    assert all(line.endswith(b"\n") and json.loads(line) for line in lines)


def slow_outlet(folder: Path, url: str, name: str = "tetes") -> None:
    text = (folder / "lereng.toml").read_text(encoding="utf-8")
    head, _, _ = text.partition("[discover]")
    host = head.partition('url = "')[2].partition('"')[0]
    text = head.replace(host, url).replace("Kabar Lereng", name)
    (folder / f"{name}.toml").write_text(f'{text}[discover]\nfeeds = ["/feed"]\n', encoding="utf-8")


def test_a_server_that_dribbles_holds_nobody_up(tmp_path, site):
    folder, out = catalogue(tmp_path / "catalogue", site), tmp_path / "out"
    with dribbling() as url:
        slow_outlet(folder, url)
        process = begin(folder, out)
        # The site that answers is done with; only the other one is waited for.
        wait_until(wrote(out, 7), process)
        code, seconds, said = stopped(process, signal.SIGTERM)
    assert (code, seconds < MOST) == (143, True), seconds
    assert "Traceback" not in said
    report = report_of(out)
    assert report["state"] == "interrupted"
    assert report["outlets"]["lereng"]["exported"] == 7
    assert report["outlets"]["tetes"]["exported"] == 0
    assert report["outlets"]["tetes"]["errors"] == []
    log = (out / "log/crawl.log").read_text(encoding="utf-8")
    assert "broken off" in log
    assert "Traceback" not in log
    assert "do not" not in log  # all crawlers closed by themselves


def test_a_delay_that_robots_txt_asks_for_is_not_waited_for(tmp_path, site):
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 60\n", "text/plain")
    folder, out = catalogue(tmp_path / "catalogue", site), tmp_path / "out"
    process = begin(folder, out)
    wait_until(lambda: site.asked, process)
    time.sleep(0.3)
    code, seconds, _ = stopped(process, signal.SIGINT)
    assert (code, seconds < MOST) == (130, True), seconds
    assert len(site.asked) <= 2
    assert report_of(out)["outlets"]["lereng"]["finish"] == "shutdown"


def test_pages_of_an_article_that_are_broken_off_leave_it_to_the_next_run(tmp_path, site):
    with dribbling() as url:
        site.pages["/daerah/pr-13/tiga-halaman?page=2"] = Reply(
            status=302, headers={"Location": f"{url}/daerah/pr-13/tiga-halaman?page=2"}
        )
        folder = catalogue(tmp_path / "catalogue", site, hosts=f'["{url.removeprefix("http://")}"]')
        out = tmp_path / "out"
        process = begin(folder, out)
        wait_until(lambda: "/daerah/pr-13/tiga-halaman?page=2" in site.paths, process)
        code, seconds, _ = stopped(process, signal.SIGTERM)
    assert (code, seconds < MOST) == (143, True), seconds
    outlet = report_of(out)["outlets"]["lereng"]
    assert outlet["skipped"]["interrupted"] >= 1
    assert outlet["failed"] == {} or "interrupted" not in outlet["failed"]
    written = b"".join(record_lines(out))
    assert b"Tiga bagian" not in written


def test_a_second_signal_ends_at_once(tmp_path, site):
    folder, out = catalogue(tmp_path / "catalogue", site), tmp_path / "out"
    with dribbling() as url:
        slow_outlet(folder, url)
        process = begin(folder, out)
        wait_until(wrote(out), process)
        code, seconds, said = stopped(process, signal.SIGTERM, signal.SIGTERM)
    assert (code, seconds < 2) == (143, True), seconds
    assert "Traceback" not in said
    assert report_of(out)["state"] == "interrupted"


def test_after_an_interruption_no_other_outlet_begins(tmp_path, site):
    folder, out = catalogue(tmp_path / "catalogue", site, delay="0.3"), tmp_path / "out"
    slow_outlet(folder, f"{site.url}/desa", "desa")  # shares the host: its turn comes after
    process = begin(folder, out)
    wait_until(lambda: site.asked, process)
    stopped(process, signal.SIGINT)
    report = report_of(out)
    assert len(report["outlets"]) == 1
    assert report["problems"] == ["outlets never begun: 1"]


@pytest.mark.parametrize("after", [0.0, 0.1, 0.3])
def test_a_signal_before_anything_is_fetched(tmp_path, site, after):
    folder, out = catalogue(tmp_path / "catalogue", site, delay="0.3"), tmp_path / "out"
    process = begin(folder, out)
    wait_until(lambda: list(out.glob("runs/2*.json")), process)
    time.sleep(after)
    code, seconds, said = stopped(process, signal.SIGTERM)
    assert (code, seconds < MOST) == (143, True), seconds
    assert "Traceback" not in said
    assert report_of(out)["state"] == "interrupted"


def test_ctrl_c_is_ignored_where_the_shell_ignores_it(tmp_path, site):
    """As for `ogpnews crawl … &` in a script, whose Ctrl-C means another command."""
    folder, out = catalogue(tmp_path / "catalogue", site, delay="0.1"), tmp_path / "out"
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = begin(folder, out)
    finally:
        signal.signal(signal.SIGINT, before)
    wait_until(wrote(out), process)
    code, _, _ = stopped(process, signal.SIGINT)
    assert code == 1  # to its end; one link is dead
    assert report_of(out)["outlets"]["lereng"]["exported"] == 7


def test_the_next_run_after_a_stop_is_not_locked_out(tmp_path, site):
    folder, out = catalogue(tmp_path / "catalogue", site, delay="0.2"), tmp_path / "out"
    process = begin(folder, out)
    wait_until(wrote(out), process)
    stopped(process, signal.SIGTERM)
    done = ogpnews("crawl", "--catalogue", folder, "-o", out, "--limit", 1)
    assert done.returncode in (0, 1)
